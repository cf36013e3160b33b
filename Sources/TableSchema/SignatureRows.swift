/// What stands below a list: who signs it, where and when.
func isSignatureText(_ text: [UInt8]) -> Bool {
  if begins(text, with: openings) { return true }
  let date = ["ngay ", "thang ", "nam "]
  return date.allSatisfy { word in
    let word = Array(word.utf8)
    return text.indices.contains { text[$0...].starts(with: word) }
  }
}

/// Who signs a list of persons, with a name beside it or not: `Người lập biểu | Nguyễn Thị Hoa`.
func namesSigner(_ text: [UInt8]) -> Bool { begins(text, with: signers) }

/// What stands beside those who sign a list of persons, and between its rows might be said of the children below:
/// `Lãnh đạo nhà trường`, `ĐT: …`.
func standsBesideSigner(_ text: [UInt8]) -> Bool { begins(text, with: besideSigners) }

/// Two words or more, and no number or day among them: `Nam` and `Lá` are nobody's name.
func isSignersName(_ text: [UInt8]) -> Bool {
  text.contains(UInt8(ascii: " ")) && !text.contains { isDigit($0) }
}

private func begins(_ text: [UInt8], with openings: [String]) -> Bool {
  openings.contains { text.starts(with: $0.utf8) }
}

private let signersOfAnyList = [
  "nguoi lap", "nguoi kiem tra", "nguoi tong hop", "hieu truong", "pho hieu truong", "thu truong",
]

private let signers = signersOfAnyList + ["nguoi nhap", "nguoi thong ke"]

private let openings =
  signersOfAnyList + [
    "ke toan", "giam doc", "pho giam doc", "chu tich", "truong phong", "to truong", "can bo", "thu ky",
    "van thu", "giao vien chu nhiem", "gvcn", "kt. ", "kt.", "tm. ", "tm.", "tl. ", "tl.", "xac nhan",
    "(ky", "ky ten", "ky, ", "noi nhan",
  ]

private let besideSigners = [
  "nguoi bao cao", "nguoi duyet", "nguoi phu trach", "phu trach", "duyet cua", "phe duyet", "lanh dao", "bgh",
  "ban giam hieu", "dai dien", "chuyen vien", "pho phong", "t/m", "k/t", "dt:", "sdt:", "dien thoai:",
  "so dien thoai:", "email:",
]
