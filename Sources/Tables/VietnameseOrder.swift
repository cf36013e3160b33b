/// Where a person's name stands in a Vietnamese list: by given name, then by
/// family and middle names.
///
/// The alphabet is a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w
/// x y z; then the tones ngang, huyền, hỏi, ngã, sắc, nặng; then lower case
/// before upper: the collation that CLDR gives for Vietnamese, with no locale in
/// it. NFC and NFD spellings of one name have one key.
public struct NameSortKey: Comparable, Hashable, Sendable {
  /// Keys compare as their bytes do.
  public let bytes: [UInt8]

  /// Of a name in two parts: family and middle names, and given name.
  public init(family: String, given: String) {
    let given = Collated(given.unicodeScalars)
    let family = Collated(family.unicodeScalars)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * (given.letters.count + family.letters.count) + 6)
    for level in [given.letters, given.tones, family.letters, family.tones, given.cases, family.cases] {
      bytes += level
      bytes.append(0)
    }
    self.bytes = bytes
  }

  /// Of a whole name, whose last word is the given name.
  public init(fullName: String) {
    let (family, given) = nameParts(fullName)
    self.init(family: family, given: given)
  }

  /// By the bytes of the keys.
  public static func < (a: NameSortKey, b: NameSortKey) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}

/// A whole name as family and middle names, and given name: its last word.
public func nameParts(_ fullName: String) -> (family: String, given: String) {
  let scalars = fullName.unicodeScalars
  let words = scalars.split { isSpace($0.value) }
  guard let given = words.last else { return ("", "") }
  let family = words.dropLast().map { String($0) }.joined(separator: " ")
  return (family, String(given))
}

/// A text as three levels of weights, none of them 0.
private struct Collated {
  var letters: [UInt8] = []
  var tones: [UInt8] = []
  var cases: [UInt8] = []

  init(_ scalars: String.UnicodeScalarView) {
    var spaceDue = false
    for scalar in scalars {
      let value = scalar.value
      if isSpace(value) {
        spaceDue = !letters.isEmpty
      } else if (0x300...0x36F).contains(value) {
        modify(by: value)
      } else if !isInvisible(value) {
        if spaceDue { append(letter: Weight.space) }
        spaceDue = false
        append(scalar)
      }
    }
  }

  private mutating func append(letter: UInt8, tone: UInt8 = Tone.level, upper: Bool = false) {
    letters.append(letter)
    tones.append(tone)
    cases.append(upper ? 2 : 1)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    let upper = scalar.isCapital
    if let vowel = VietnameseVowel(value) {
      append(letter: vowel.letter, tone: vowel.tone, upper: upper)
    } else if value == 0x110 || value == 0x111 || value == 0xD0 || value == 0xF0 {
      append(letter: Weight.of(letter: "d") + 1, upper: upper)
    } else if let base = baseLetter(value) {
      append(letter: Weight.of(letter: Unicode.Scalar(base)), tone: Tone.other, upper: upper)
    } else if value < 0x80 {
      append(letter: Weight.of(ascii: scalar), upper: upper)
    } else {
      append(letter: Weight.foreign)
      append(letter: UInt8(value >> 14) + 1)
      append(letter: UInt8(value >> 7 & 0x7F) + 1)
      append(letter: UInt8(value & 0x7F) + 1, upper: upper)
    }
  }

  /// Puts a combining mark on the last letter.
  private mutating func modify(by mark: UInt32) {
    guard let letter = letters.last, let tone = tones.last else { return }
    if let changed = Weight.letter(letter, with: mark) {
      letters[letters.count - 1] = changed
    } else {
      tones[tones.count - 1] = Tone.of(mark: mark).map { max($0, tone) } ?? (tone | Tone.other)
    }
  }
}

/// First-level weights: space, other ASCII, letters, everything else.
private enum Weight {
  static let space: UInt8 = 1
  static let foreign: UInt8 = 250

  /// By ASCII code: the letters in alphabetical order, each with room for those
  /// that a mark makes of it (ă â, đ, ê, ô ơ, ư).
  private static let order: [UInt8] = {
    var weights = [UInt8](repeating: 0, count: 128)
    var next: UInt8 = 140
    for scalar in "abcdefghijklmnopqrstuvwxyz".unicodeScalars {
      weights[Int(scalar.value)] = next
      weights[Int(scalar.value) - 32] = next
      next += 3
    }
    return weights
  }()

  static func of(letter: Unicode.Scalar) -> UInt8 { order[Int(letter.value)] }

  static func of(ascii: Unicode.Scalar) -> UInt8 {
    let letter = order[Int(ascii.value)]
    return letter > 0 ? letter : UInt8(ascii.value)
  }

  /// A letter with a breve, circumflex or horn as the letter that it makes; nil
  /// where the mark makes none.
  static func letter(_ letter: UInt8, with mark: UInt32) -> UInt8? {
    let step: UInt8? =
      switch (letter, mark) {
      case (of(letter: "a"), 0x306): 1
      case (of(letter: "a"), 0x302): 2
      case (of(letter: "e"), 0x302): 1
      case (of(letter: "o"), 0x302): 1
      case (of(letter: "o"), 0x31B): 2
      case (of(letter: "u"), 0x31B): 1
      default: nil
      }
    return step.map { letter + $0 }
  }
}

/// Second-level weights.
private enum Tone {
  static let level: UInt8 = 1
  /// Any other mark, after the six tones.
  static let other: UInt8 = 8

  /// huyền, hỏi, ngã, sắc, nặng.
  static func of(mark: UInt32) -> UInt8? {
    switch mark {
    case 0x300, 0x340: 2
    case 0x309: 3
    case 0x303: 4
    case 0x301, 0x341: 5
    case 0x323: 6
    default: nil
    }
  }
}

/// A precomposed vowel as letter and tone.
struct VietnameseVowel {
  fileprivate let letter: UInt8
  fileprivate let tone: UInt8

  var hasTone: Bool { tone > Tone.level }

  init?(_ scalar: UInt32) {
    guard let entry = VietnameseVowel.table[scalar] else { return nil }
    self = entry
  }

  private init(letter: UInt8, tone: UInt8) {
    self.letter = letter
    self.tone = tone
  }

  /// Each vowel under the six tones, and the weight that it has after its base letter.
  private static let rows: [(base: Unicode.Scalar, step: UInt8, spellings: String)] = [
    ("a", 0, "aàảãáạAÀẢÃÁẠ"), ("a", 1, "ăằẳẵắặĂẰẲẴẮẶ"), ("a", 2, "âầẩẫấậÂẦẨẪẤẬ"),
    ("e", 0, "eèẻẽéẹEÈẺẼÉẸ"), ("e", 1, "êềểễếệÊỀỂỄẾỆ"), ("i", 0, "iìỉĩíịIÌỈĨÍỊ"),
    ("o", 0, "oòỏõóọOÒỎÕÓỌ"), ("o", 1, "ôồổỗốộÔỒỔỖỐỘ"), ("o", 2, "ơờởỡớợƠỜỞỠỚỢ"),
    ("u", 0, "uùủũúụUÙỦŨÚỤ"), ("u", 1, "ưừửữứựƯỪỬỮỨỰ"), ("y", 0, "yỳỷỹýỵYỲỶỸÝỴ"),
  ]

  /// A vowel without a tone, and the mark of one, as one letter; nil for what is not both.
  static func composed(_ vowel: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard let tone = Tone.of(mark: mark.value) else { return nil }
    for row in rows {
      let spellings = Array(row.spellings.unicodeScalars)
      for start in [0, 6] where spellings[start] == vowel { return spellings[start + Int(tone) - 1] }
    }
    return nil
  }

  private static let table: [UInt32: VietnameseVowel] = {
    var table: [UInt32: VietnameseVowel] = [:]
    for row in rows {
      for (index, scalar) in row.spellings.unicodeScalars.enumerated() {
        table[scalar.value] = VietnameseVowel(
          letter: Weight.of(letter: row.base) + row.step, tone: UInt8(index % 6) + 1)
      }
    }
    return table
  }()
}
