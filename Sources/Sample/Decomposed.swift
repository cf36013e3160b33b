extension String {
  /// Vietnamese letters as plain ones followed by their marks (NFD), as some
  /// systems write them.
  var decomposedVietnamese: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(contentsOf: vietnameseLetters[scalar] ?? [scalar]) }
    return String(scalars)
  }
}

/// Each letter with marks, and what it is made of: the horn first, then the dot
/// below, then what stands above.
private let vietnameseLetters: [Unicode.Scalar: [Unicode.Scalar]] = {
  let tones: [Unicode.Scalar?] = [nil, "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
  let rows: [(base: Unicode.Scalar, shape: Unicode.Scalar?, spellings: String)] = [
    ("a", nil, "aàảãáạ"), ("a", "\u{306}", "ăằẳẵắặ"), ("a", "\u{302}", "âầẩẫấậ"), ("e", nil, "eèẻẽéẹ"),
    ("e", "\u{302}", "êềểễếệ"), ("i", nil, "iìỉĩíị"), ("o", nil, "oòỏõóọ"), ("o", "\u{302}", "ôồổỗốộ"),
    ("o", "\u{31B}", "ơờởỡớợ"), ("u", nil, "uùủũúụ"), ("u", "\u{31B}", "ưừửữứự"), ("y", nil, "yỳỷỹýỵ"),
    ("A", nil, "AÀẢÃÁẠ"), ("A", "\u{306}", "ĂẰẲẴẮẶ"), ("A", "\u{302}", "ÂẦẨẪẤẬ"), ("E", nil, "EÈẺẼÉẸ"),
    ("E", "\u{302}", "ÊỀỂỄẾỆ"), ("I", nil, "IÌỈĨÍỊ"), ("O", nil, "OÒỎÕÓỌ"), ("O", "\u{302}", "ÔỒỔỖỐỘ"),
    ("O", "\u{31B}", "ƠỜỞỠỚỢ"), ("U", nil, "UÙỦŨÚỤ"), ("U", "\u{31B}", "ƯỪỬỮỨỰ"), ("Y", nil, "YỲỶỸÝỴ"),
  ]
  var letters: [Unicode.Scalar: [Unicode.Scalar]] = [:]
  for (base, shape, spellings) in rows {
    for (letter, tone) in zip(spellings.unicodeScalars, tones) {
      let below = tone == "\u{323}" && shape != "\u{31B}"
      letters[letter] = [base] + (below ? [tone, shape] : [shape, tone]).compactMap { $0 }
    }
  }
  return letters
}()
