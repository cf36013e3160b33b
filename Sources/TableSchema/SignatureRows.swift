/// What stands below a list: who signs it, where and when.
///
/// - Parameter isOfPersons: in a list of persons, where no row is known by such words.
func isSignatureText(_ text: [UInt8], isOfPersons: Bool) -> Bool {
  if openings.contains(where: { text.starts(with: $0.utf8) }) { return true }
  if isOfPersons, openingsBelowPersons.contains(where: { text.starts(with: $0.utf8) }) { return true }
  let date = ["ngay ", "thang ", "nam "]
  return date.allSatisfy { word in
    let word = Array(word.utf8)
    return text.indices.contains { text[$0...].starts(with: word) }
  }
}

/// Who signs a list of persons, before a name in the same row: `Người lập biểu | Nguyễn Thị Hoa`.
func namesSigner(_ text: [UInt8]) -> Bool {
  [
    "nguoi lap", "nguoi kiem tra", "nguoi tong hop", "nguoi nhap", "hieu truong", "pho hieu truong",
    "thu truong",
  ]
  .contains { text.starts(with: $0.utf8) }
}

private let openings = [
  "nguoi lap", "nguoi kiem tra", "nguoi tong hop", "hieu truong", "pho hieu truong", "thu truong",
  "ke toan", "giam doc", "pho giam doc", "chu tich", "truong phong", "to truong", "can bo", "thu ky",
  "van thu", "giao vien chu nhiem", "gvcn", "kt. ", "kt.", "tm. ", "tm.", "tl. ", "tl.", "xac nhan",
  "(ky", "ky ten", "ky, ", "noi nhan",
]

private let openingsBelowPersons = [
  "nguoi nhap", "nguoi thong ke", "nguoi bao cao", "nguoi duyet", "nguoi phu trach", "phu trach", "duyet cua",
  "phe duyet", "lanh dao", "bgh", "ban giam hieu", "dai dien", "chuyen vien", "pho phong", "t/m", "k/t",
  "dt:",
  "sdt:", "dien thoai:", "so dien thoai:", "email:",
]
