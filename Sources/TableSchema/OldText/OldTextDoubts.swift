import Tables

/// The cells of one column that look as if they were in an old encoding, where
/// nothing proves it: no font, no header.
struct OldTextDoubts {
  /// A text, what it may be, and the position of its row.
  private struct Cell {
    var row: Int
    var value: String
    var sample: String
  }

  private var cells: [Cell] = []
  private(set) var encoding: OldEncoding?
  private var words = 0

  /// Positions of rows.
  var rows: [Int] { cells.map(\.row) }

  /// Judges a text that is not clean; most are not suspicious at all. True if it is.
  mutating func judge(_ text: UnsafeBufferPointer<UInt8>, row: Int) -> Bool {
    var text = String(decoding: text, as: UTF8.self)
    if !SoftHyphens(in: text).mayBeLetters {
      text.unicodeScalars.removeAll { $0.value == SoftHyphens.value }
    }
    guard text.unicodeScalars.contains(where: { isForeign($0.value) }) else { return false }
    if isPartlyMangled(text) {
      add(.mangled, Cell(row: row, value: text, sample: ""), words: 2)
      return true
    }
    for (script, encoding) in [(Grid.Script.tcvn3, OldEncoding.tcvn3), (.vni, .vni)] {
      guard let (converted, words) = OldTextDoubts.reading(of: text, in: script) else { continue }
      add(encoding, Cell(row: row, value: text, sample: converted), words: words)
      return true
    }
    return false
  }

  /// What a text would be in an old script, where that is Vietnamese as a whole and it was not before; and how many
  /// of its words were not.
  static func reading(of text: String, in script: Grid.Script) -> (text: String, words: Int)? {
    guard let converted = script.unicode(text) else { return nil }
    let (before, after) = (SyllableCount(text), SyllableCount(converted))
    guard after.isVietnamese, before.syllables < before.words else { return nil }
    return (converted, before.words - before.syllables)
  }

  private mutating func add(_ encoding: OldEncoding, _ cell: Cell, words: Int) {
    if self.encoding == nil { self.encoding = encoding }
    cells.append(cell)
    self.words += words
  }

  /// Judges a whole column again that has such texts for certain: those made of letters that Vietnamese has too were
  /// not suspicious (`Vâ TÕ`). Beside names in Unicode, what is good as it stands is left alone.
  mutating func judgeAgain(_ texts: TextColumn) {
    guard let script: Grid.Script = encoding == .tcvn3 ? .tcvn3 : encoding == .vni ? .vni : nil else {
      return
    }
    let known = Set(rows)
    var others: [(cell: Cell, isOdd: Bool)] = []
    var hasUnicode = false
    for row in 0..<texts.count where !known.contains(row) && texts[row].contains(where: { $0 >= 0x80 }) {
      let text = texts.string(row)
      guard let converted = script.unicode(text) else {
        hasUnicode = true
        continue
      }
      guard SyllableCount(converted).isVietnamese else { continue }
      others.append((Cell(row: row, value: text, sample: converted), isOdd(text)))
    }
    cells += others.filter { $0.isOdd || !hasUnicode }.map(\.cell)
    cells.sort { $0.row < $1.row }
  }

  /// Whether a text cannot be Vietnamese: a word that is no syllable, that has a capital behind a small letter, or
  /// that ends in `â`.
  private func isOdd(_ text: String) -> Bool {
    let count = SyllableCount(text)
    if count.syllables < count.words { return true }
    return text.split(whereSeparator: { !$0.isLetter }).contains { word in
      if let last = word.last, last == "â" || last == "Â" { return true }
      return zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase && !$1.isASCII }
    }
  }

  /// Enough that it is no name from abroad.
  var areSerious: Bool { words >= 2 }

  fileprivate func tell(_ encoding: OldEncoding, _ place: ColumnPlace, _ findings: inout FindingList) {
    for (index, cell) in cells.enumerated() {
      var facts = ["encoding": encoding.rawValue, "sample": cell.sample]
      if index == 0 { facts["count"] = String(cells.count) }
      findings.add(.oldEncoding, .error, row: cell.row, column: place, value: cell.value, facts: facts)
    }
  }

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
  /// Each of the texts that nobody can read, instead of other findings about them, and at the first how many there
  /// are; their rows are held.
  func tell(_ doubts: OldTextDoubts, _ findings: inout FindingList) {
    guard doubts.areSerious, let encoding = doubts.encoding else { return }
    var doubts = doubts
    doubts.judgeAgain(texts)
    findings.hold(doubts.rows, insteadOfFindingsIn: place)
    doubts.tell(encoding, place, &findings)
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
