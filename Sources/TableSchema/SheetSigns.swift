import Tables

// What a spreadsheet program reads as a sign of its own, and a text hands on as it stands.

/// Tells a spreadsheet program that what follows is a text, and is not shown there.
let apostrophe = UInt8(ascii: "'")

/// What follows an apostrophe before a digit; nil for any other text.
func withoutApostrophe(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
  guard text.count > 1, text[0] == apostrophe, text[1] &- UInt8(ascii: "0") < 10 else { return nil }
  return UnsafeBufferPointer(rebasing: text[1...])
}

/// Whether a text is a formula that was written down: an equals sign before what a formula can begin with. An arrow,
/// or two of them, is none.
func isFormula(_ text: some Collection<UInt8>) -> Bool {
  guard text.first == UInt8(ascii: "="), let next = text.dropFirst().first else { return false }
  let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
  return isLetter || next &- UInt8(ascii: "0") < 10 || "\"'(+-.@$".utf8.contains(next)
}

extension KeyedColumns {
  /// A formula that was written down is no value, whatever it would come to: its row is held. Where anything may be
  /// written it is a text.
  func refuseFormulas(of schema: Schema, _ findings: inout FindingList) {
    for column in columns where schema.field(column.key).map({ !$0.field.isFree }) == true {
      for row in 0..<column.texts.count where isFormula(column.texts[row]) {
        if findings.isToldAbout(row: row, column: column.place) { continue }
        findings.add(
          .formulaWithoutValue, .error, row: row, column: column.place, value: column.texts.string(row),
          facts: ["reason": "text"])
      }
    }
  }
}
