/// The Vietnamese encodings from before Unicode, as their characters look in a
/// program that takes them for Western European.
extension Grid.Script {
  /// The text in Unicode, composed; nil if it cannot be in this script: it has
  /// letters that the script has no place for.
  public func unicode(_ text: String) -> String? {
    switch self {
    case .unicode: text
    case .tcvn3: TCVN3.text(text)
    case .tcvn3Capitals: TCVN3.text(text)?.uppercased()
    case .vni: VNI.text(text)
    }
  }
}

/// Letters that these scripts write as they are, and the marks of punctuation.
private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x80, 0xA0, 0x2010...0x2027: true
  default: false
  }
}

/// TCVN 5712:1993, VN3: one character for each letter.
private enum TCVN3 {
  /// The letters of U+00A1 to U+00FE; a point where there is none.
  private static let letters = Array(
    ("ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ")
      .unicodeScalars)

  static func text(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        result.append(scalar)
      } else if scalar.value >= 0xA1, scalar.value <= 0xFE, letters[Int(scalar.value) - 0xA1] != "." {
        result.append(letters[Int(scalar.value) - 0xA1])
      } else {
        return nil
      }
    }
    return String(result)
  }
}

/// VNI for Windows: a letter, and behind it a character for tone and shape.
private enum VNI {
  private static let marks: [Unicode.Scalar] = Array("ùøûõïâáàåãäêéèúüë".unicodeScalars)

  /// What each mark, in their order, makes of a letter; a point for nothing.
  private static let composed: [Unicode.Scalar: [Unicode.Scalar]] = [
    "a": Array("áàảãạâấầẩẫậăắằẳẵặ".unicodeScalars), "e": Array("éèẻẽẹêếềểễệ......".unicodeScalars),
    "o": Array("óòỏõọôốồổỗộ......".unicodeScalars), "u": Array("úùủũụ............".unicodeScalars),
    "y": Array("ýỳỷỹ.............".unicodeScalars), "ô": Array("ớờởỡợ............".unicodeScalars),
    "ö": Array("ứừửữự............".unicodeScalars),
  ]

  /// Characters that are a letter by themselves.
  private static let single: [Unicode.Scalar: Unicode.Scalar] = [
    "ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
  ]

  static func text(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let small = lower(scalar)
      index += 1
      if let forms = composed[small], index < scalars.count,
        let mark = marks.firstIndex(of: lower(scalars[index])), forms[mark] != "."
      {
        append(forms[mark], like: scalar, to: &result)
        index += 1
      } else if let letter = single[small] {
        append(letter, like: scalar, to: &result)
      } else if isPlain(scalar) {
        result.append(scalar)
      } else {
        return nil
      }
    }
    return String(result)
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }

  /// Capital where what it is made from is.
  private static func append(
    _ letter: Unicode.Scalar, like scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView
  ) {
    let capital = letter.properties.uppercaseMapping.unicodeScalars.first ?? letter
    result.append(scalar.properties.isUppercase ? capital : letter)
  }
}
