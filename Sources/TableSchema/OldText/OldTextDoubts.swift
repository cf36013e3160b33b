import Tables

/// The cells of one column that look as if they were in an old encoding, where
/// nothing proves it: no font, no header.
struct OldTextDoubts {
  /// Positions of rows.
  private(set) var rows: [Int] = []
  private(set) var encoding: OldEncoding?
  private(set) var value = ""
  private(set) var sample = ""
  private var words = 0

  /// Judges a text that is not clean; most are not suspicious at all. True if it is.
  mutating func judge(_ text: UnsafeBufferPointer<UInt8>, row: Int) -> Bool {
    var text = String(decoding: text, as: UTF8.self)
    if !SoftHyphens(in: text).mayBeLetters {
      text.unicodeScalars.removeAll { $0.value == SoftHyphens.value }
    }
    guard text.unicodeScalars.contains(where: { isForeign($0.value) }) else { return false }
    if isPartlyMangled(text) {
      add(.mangled, row: row, value: text, sample: "", words: 2)
      return true
    }
    for (script, encoding) in [(Grid.Script.tcvn3, OldEncoding.tcvn3), (.vni, .vni)] {
      guard let (converted, words) = OldTextDoubts.reading(of: text, in: script) else { continue }
      add(encoding, row: row, value: text, sample: converted, words: words)
      return true
    }
    return false
  }

  /// What a text would be in an old script, where that is Vietnamese as a whole and it was not before; and how many
  /// of its words were not.
  static func reading(of text: String, in script: Grid.Script) -> (text: String, words: Int)? {
    guard let converted = script.unicode(text) else { return nil }
    let (before, after) = (SyllableCount(text), SyllableCount(converted))
    guard after.words > 0, after.syllables == after.words, before.syllables < before.words else { return nil }
    return (converted, before.words - before.syllables)
  }

  private mutating func add(_ encoding: OldEncoding, row: Int, value: String, sample: String, words: Int) {
    if self.encoding == nil {
      self.encoding = encoding
      self.value = value
      self.sample = sample
    }
    rows.append(row)
    self.words += words
  }

  /// Enough that it is no name from abroad.
  var areSerious: Bool { words >= 2 }

  /// A character of Western Europe that Vietnamese has not.
  private func isForeign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA1...0xBF, 0xC4...0xC7, 0xCB, 0xCE...0xD1, 0xD6...0xD8, 0xDB, 0xDC, 0xDE, 0xDF, 0xE4...0xE7, 0xEB,
      0xEE...0xF1, 0xF6...0xF8, 0xFB, 0xFC, 0xFE, 0xFF:
      true
    default: false
    }
  }
}

extension ColumnReader {
  /// One finding for the whole column, instead of those about the texts that
  /// nobody can read; their rows are held.
  func tell(_ doubts: OldTextDoubts, _ findings: inout FindingList) {
    guard doubts.areSerious, let encoding = doubts.encoding, let first = doubts.rows.first else { return }
    findings.hold(doubts.rows, insteadOfFindingsIn: place)
    findings.add(
      .oldEncoding, .error, row: first, column: place, value: doubts.value,
      facts: ["encoding": encoding.rawValue, "sample": doubts.sample, "count": String(doubts.rows.count)])
  }

  /// Names with question marks where letters were: the program that saved them had no such letters.
  func tellLostLetters(_ findings: inout FindingList) {
    guard field.hasPersonalName, texts.bytes.contains(where: { $0 == UInt8(ascii: "?") || $0 == 0xEF }) else {
      return
    }
    for row in 0..<texts.count where hasLostLetters(texts[row]) {
      findings.add(.lettersLost, .error, row: row, column: place, value: texts.string(row))
    }
  }

  /// A question mark between letters, or the sign that stands for what could not be decoded.
  private func hasLostLetters(_ text: ArraySlice<UInt8>) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    for index in text.indices {
      if text[index] == UInt8(ascii: "?"), index > text.startIndex, index + 1 < text.endIndex,
        isLetter(text[index - 1]), isLetter(text[index + 1])
      {
        return true
      }
      if text[index...].starts(with: [0xEF, 0xBF, 0xBD]) { return true }
    }
    return false
  }
}

extension Field {
  /// A column of people's names.
  fileprivate var hasPersonalName: Bool { ["fullName", "familyName", "givenName"].contains(name) }
}
