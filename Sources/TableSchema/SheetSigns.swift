import Tables

// What a spreadsheet program reads as a sign of its own, and a text hands on as it stands.

/// What follows an apostrophe before a letter or a digit, which tells a spreadsheet program that a text follows and is
/// not shown there; without a second one at the end. Nil for any other text.
func withoutApostrophe(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
  guard let opening = apostrophes.first(where: { text.starts(with: $0) }), text.count > opening.count else {
    return nil
  }
  var rest = text[opening.count...]
  if let closing = apostrophes.first(where: { rest.reversed().starts(with: $0.reversed()) }) {
    rest = rest.dropLast(closing.count)
  }
  rest = rest.drop { $0 == 0x20 }
  while rest.last == 0x20 { rest = rest.dropLast() }
  guard let next = rest.first, isDigit(next) || isLetter(next) else { return nil }
  return UnsafeBufferPointer(rebasing: rest)
}

/// `'`, and what a program for letters makes of it.
private let apostrophes = ["'", "\u{2019}", "\u{2018}"].map { Array($0.utf8) }

/// Of ASCII.
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

/// Of ASCII, or the lead of one beyond it that is no sign.
private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (0xC3...0xC6).contains(byte)
    || byte == 0xE1
}

/// What a spreadsheet program shows where a formula failed, as a text file has it.
func isErrorValue(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard text.first == UInt8(ascii: "#") || mayBeError(text) else { return false }
  return errorValues.contains(folded(text))
}

/// Of a text that begins with a letter whether it may be an error value: `Err:502`. Cheap.
@inline(__always)
func mayBeError(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  text.count == 7 && text[3] == UInt8(ascii: ":")
}

private let errorValues = Set(ErrorValues.all.map { folded($0.utf8) })

/// Whether what stands in the place of an identifier, or of another part of a key, says nothing of it: an error value, a
/// formula without a value (a space, see ``ColumnReader``), or digits lost to scientific notation. Two of them are not
/// the same.
public func isUnreadable(key: ArraySlice<UInt8>) -> Bool {
  guard let first = key.first else { return false }
  return key.withUnsafeBufferPointer { text in
    first == UInt8(ascii: " ") || isErrorValue(text)
      || (text.contains(UInt8(ascii: "+")) && isScientific(text))
  }
}

/// Whether a text is a formula that was written down: an equals sign before what a formula can begin with. An arrow,
/// or two of them, is none.
func isFormula(_ text: some Collection<UInt8>) -> Bool {
  guard text.first == UInt8(ascii: "="), let next = text.dropFirst().first else { return false }
  let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
  return isLetter || isDigit(next) || "\"'(+-.@$".utf8.contains(next)
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
