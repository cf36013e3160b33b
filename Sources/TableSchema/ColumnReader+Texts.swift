import Tables

extension ColumnReader {
  /// Texts and codes. A number is spelled without an exponent or a useless
  /// `.0`; what a spreadsheet program took for a date is lost,
  /// except where anything may be written.
  mutating func readTexts(_ block: ColumnBlock, _ findings: inout FindingList) {
    var checks = self.checks.take() ?? TextChecks(field)
    defer { self.checks = checks }
    let collapsing = field.type == .text
    var row = block.rows.lowerBound
    while true {
      row = takePlain(block, from: row, collapsing: collapsing, &checks)
      guard row < block.rows.upperBound else { break }
      if let cell = cell(block[row]) {
        if cell.kind == .text {
          withText(of: cell, row: row, collapsing: collapsing) { reader, text in
            reader.add(text, row: row, cell: cell, checks: &checks, &findings)
          }
        } else if !refusesBroken(cell, row: row, &findings) {
          readOther(cell, row: row, checks: &checks, &findings)
        }
      }
      row += 1
    }
  }

  /// Takes rows as long as nothing is to be done about their texts; returns the first that is left.
  private mutating func takePlain(
    _ block: ColumnBlock, from first: Int, collapsing: Bool, _ checks: inout TextChecks
  ) -> Int {
    let view = view
    let start = first - block.rows.lowerBound
    var index = start
    var size = 0
    block.cells.withUnsafeBufferPointer { cells in
      while index < cells.count {
        if cells[index] >= 0 {
          let cell = view.cells[Int(cells[index])]
          let text = view.text(cell)
          guard cell.kind == .text, isClean(text, collapsing: collapsing), !mayBeError(text),
            checks.pass(text)
          else { break }
          size &+= text.count
        }
        index &+= 1
      }
    }
    guard index > start else { return first }
    let end = first + index - start
    copyTexts(of: first..<end, bytes: size, in: block)
    return end
  }

  private mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, row: Int, cell: Grid.Cell, checks: inout TextChecks,
    _ findings: inout FindingList
  ) {
    if text.isEmpty { return addBlank() }
    if checks.readsGroups, let digits = ungroupedId(withoutApostrophe(text) ?? text) {
      countReread(row: row, cell: cell, as: digits)
      return digits.withUnsafeBufferPointer { add($0, row: row, cell: cell, checks: &checks, &findings) }
    }
    if !field.isFree {
      if let rest = withoutApostrophe(text) {
        countReread(row: row, cell: cell, as: Array(rest))
        return add(rest, row: row, cell: cell, checks: &checks, &findings)
      }
      if isErrorValue(text) { return refuse(.errorCell, row: row, cell: cell, &findings) }
    }
    if field.identifier != nil {
      if isScientific(text) { return refuse(.digitsLost, row: row, cell: cell, &findings) }
      if field.identifier == .phone, text.count == 9, lacksZero(text) {
        let repaired = [UInt8(ascii: "0")] + Array(text)
        findings.add(
          .leadingZero, .repair, row: row, column: place, value: String(decoding: text, as: UTF8.self),
          facts: ["repaired": String(decoding: repaired, as: UTF8.self)])
        return repaired.withUnsafeBufferPointer { texts.append($0) }
      }
    }
    if checks.any, let failure = checks.fault(of: text) {
      if failure.severity == .error, isFormula(text) {
        return refuse(failure.code, row: row, cell: cell, &findings)
      }
      findings.add(
        failure.code, failure.severity, row: row, column: place, value: String(decoding: text, as: UTF8.self),
        facts: failure.facts)
    }
    texts.append(text)
  }

  /// Nine digits of a phone number whose zero was dropped.
  private func lacksZero(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } && [3, 5, 7, 8, 9].contains(text[0] - UInt8(ascii: "0"))
  }

  /// A cell that is neither a text nor broken.
  private mutating func readOther(
    _ cell: Grid.Cell, row: Int, checks: inout TextChecks, _ findings: inout FindingList
  ) {
    let bytes: [UInt8]
    switch cell.kind {
    case .date, .dateTime, .isoDate, .time:
      guard field.isFree else { return refuseType(row: row, cell: cell, fault: .date, &findings) }
      bytes = view.shown(cell, epoch1904: epoch1904)
    case .boolean:
      guard field.isFree else { return refuseType(row: row, cell: cell, fault: .truth, &findings) }
      bytes = view.shown(cell, epoch1904: epoch1904)
    case .number:
      guard let number = SpelledNumber(view.text(cell)) else {
        return refuseType(row: row, cell: cell, &findings)
      }
      if field.type == .code, number.isWhole, number.wasRounded {
        return refuse(.digitsLost, row: row, cell: cell, &findings)
      }
      let seen = asSeen(number, in: cell)
      bytes = seen ?? number.plain
      if field.identifier != nil, number.isWhole, !isCSV, seen == nil {
        countReread(row: row, cell: cell, as: bytes)
      }
    default: bytes = Array(view.text(cell))
    }
    bytes.withUnsafeBufferPointer { add($0, row: row, cell: cell, checks: &checks, &findings) }
  }

  /// A number as its cell shows it, where that says more than the number; of what has a known number of digits the digits
  /// alone.
  private func asSeen(_ number: SpelledNumber, in cell: Grid.Cell) -> [UInt8]? {
    guard let shown = view.shown(number, in: cell) else { return nil }
    // As if it had been typed.
    let text = shown.withUnsafeBufferPointer { cleaned($0, collapsing: field.type == .text).bytes }
    guard let most = field.identifier?.digitCount else { return text }
    let digits = text.filter(isDigit)
    let signs = text.count { " -.".utf8.contains($0) }
    // A format for something else may show too many; those of a known structure get back what they lack.
    return digits.count <= most && digits.count + signs == text.count ? digits : nil
  }
}

/// The constraints of a text.
struct TextChecks {
  let any: Bool
  private let identifier: Field.Identifier?
  private let constraints: Field.Constraints
  private let pattern: TextPattern?
  /// Twelve digits of a person are asked for: they may be in groups.
  let readsGroups: Bool
  private var known: KnownTexts?
  /// Neither reserved words nor a length.
  private let hasOnlyPattern: Bool

  init(_ field: Field) {
    constraints = field.constraints
    identifier = field.identifier
    // Ids of persons are judged with the rest of the row.
    let pattern = constraints.pattern.flatMap(TextPattern.init)
    self.pattern = field.identifier == .personal ? nil : pattern
    readsGroups = field.identifier == .personal && pattern?.digits == 12
    known = constraints.known.isEmpty ? nil : KnownTexts(constraints)
    hasOnlyPattern =
      constraints.reserved.isEmpty && constraints.minLength == nil && constraints.maxLength == nil
    any = pattern != nil || known != nil || !hasOnlyPattern
  }

  /// Whether nothing is to be told about a text, and nothing repaired; of an
  /// identifier and of a text that is not ordinary, not certain.
  @inline(__always)
  mutating func pass(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without a plus nothing is a number in scientific notation.
    if identifier != nil, has(UInt8(ascii: "+"), in: text) || identifier == .phone && text.count == 9 {
      return false
    }
    if readsGroups, text.count > 12 { return false }
    if !any || text.isEmpty { return true }
    // Most have a pattern at most: to ask for the failure is to hand over all of this.
    let fits = hasOnlyPattern ? pattern?.matches(text) != false : failure(of: text) == nil
    return fits && known?.isKnown(text) != false
  }

  mutating func fault(
    of text: UnsafeBufferPointer<UInt8>
  ) -> (code: FindingCode, severity: Finding.Severity, facts: [String: String])? {
    if let (code, facts) = failure(of: text) { return (code, .error, facts) }
    return known?.isUnheardOf(text) == true
      ? (known?.code ?? .unknownEthnicity, .note, suggestion(for: text, among: constraints.known)) : nil
  }

  private func failure(of text: UnsafeBufferPointer<UInt8>) -> (FindingCode, [String: String])? {
    if let pattern, !pattern.matches(text) { return (.pattern, ["form": constraints.form]) }
    if !constraints.reserved.isEmpty {
      let name = folded(text)
      if constraints.reserved.contains(where: { name.elementsEqual($0.utf8) }) {
        return (.pattern, ["form": constraints.form, "reason": "reserved"])
      }
    }
    if constraints.minLength != nil || constraints.maxLength != nil {
      let length = String(decoding: text, as: UTF8.self).unicodeScalars.count
      if let least = constraints.minLength, length < least { return (.minLength, ["minimum": String(least)]) }
      if let most = constraints.maxLength, length > most { return (.maxLength, ["maximum": String(most)]) }
    }
    return nil
  }
}

/// The facts of a finding that suggests the nearest of `words`.
func suggestion(for text: UnsafeBufferPointer<UInt8>, among words: [String]) -> [String: String] {
  guard let index = nearest(to: String(decoding: text, as: UTF8.self), among: words) else { return [:] }
  return ["suggestion": words[index]]
}

/// Whether a byte stands in a text, eight at a time.
@inline(__always)
func has(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let start = text.baseAddress, text.count >= ByteWord.size else { return text.contains(byte) }
  let wanted = ByteWord(repeating: byte)
  var index = 0
  while index + ByteWord.size < text.count {
    if ByteWord(start + index).equal(to: wanted) != 0 { return true }
    index += ByteWord.size
  }
  return ByteWord(start + text.count - ByteWord.size).equal(to: wanted) != 0
}
