import Tables

/// Reads the cells of one sheet column as the values of one field.
struct ColumnReader {
  let view: CellView
  let field: Field
  let key: String
  let place: ColumnPlace
  let isCSV: Bool
  let epoch1904: Bool

  var texts = TextColumn()
  var numbers: [Int64] = []
  private var recomposed = CellRepairs(.recomposed)
  private var replaced = CellRepairs(.recomposed)
  private var unmangled = CellRepairs(.converted)
  private var unhidden = CellRepairs(.hiddenCharacters)
  private var doubts = OldTextDoubts()
  private var reread = CellRepairs(.reread)
  private let rowCount: Int
  /// What the readings below keep from one block to the next.
  var checks: TextChecks?
  var words: FoldedWords?
  var memo = WordMemo()
  var dateOrder = DateOrder()

  /// Of a table with so many rows.
  init(
    view: CellView, field: Field, key: String, place: ColumnPlace, isCSV: Bool, epoch1904: Bool, rowCount: Int
  ) {
    self.view = view
    self.field = field
    self.key = key
    self.place = place
    self.isCSV = isCSV
    self.epoch1904 = epoch1904
    self.rowCount = rowCount
  }

  /// Reads the next rows.
  mutating func read(_ block: ColumnBlock, _ findings: inout FindingList) {
    switch field.type {
    case .text, .code: readTexts(block, &findings)
    case .integer, .decimal: readNumbers(block, &findings)
    case .date: readDates(block, &findings)
    case .flag, .choice: readWords(block, &findings)
    case .list: readLists(block, &findings)
    }
    if block.rows.lowerBound == 0 { reserve(afterRows: block.rows.count) }
  }

  private mutating func reserve(afterRows count: Int) {
    guard count < rowCount else { return }
    texts.reserve(rows: rowCount, bytes: expectedCount(texts.bytes.count, in: count, of: rowCount))
    if field.type.hasNumbers { numbers.reserveCapacity(rowCount) }
  }

  /// The column, after its last row was read.
  mutating func finish(_ findings: inout FindingList) -> Column {
    tell(doubts, &findings)
    if field.type == .text { tellLostLetters(&findings) }
    if field.type == .date { dateOrder.tell(place, &findings) }
    for repairs in [unmangled, replaced, recomposed, unhidden, reread] {
      let rowNumbers = findings.rowNumbers
      findings.add(repairs, column: place) { Int(rowNumbers[$0]) }
    }
    return Column(
      key: key, label: place.label, sheetColumn: place.sheetColumn, type: field.type, texts: texts,
      numbers: numbers)
  }

  // MARK: Rows

  mutating func addBlank() {
    texts.append(UnsafeBufferPointer(start: nil, count: 0))
    if field.type.hasNumbers { numbers.append(Column.blank) }
  }

  /// The cell of a row; a row without one is a blank, and dealt with.
  @inline(__always)
  mutating func cell(_ index: Int32) -> Grid.Cell? {
    if index >= 0 { return view.cells[Int(index)] }
    addBlank()
    return nil
  }

  /// The same among ``PlainRows``, to which a row without a cell belongs.
  @inline(__always)
  mutating func plainCell(_ index: Int32) -> Grid.Cell? {
    if index >= 0 { return view.cells[Int(index)] }
    numbers.append(Column.blank)
    return nil
  }

  @inline(__always)
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ number: Int64) {
    texts.append(text)
    numbers.append(number)
  }

  mutating func add(_ text: [UInt8], _ number: Int64) { text.withUnsafeBufferPointer { add($0, number) } }

  /// A cell that cannot be read, with its error; the text stays to be shown.
  mutating func refuse(
    _ code: FindingCode, row: Int, cell: Grid.Cell, facts: [String: String] = [:],
    _ findings: inout FindingList
  ) {
    let text = view.shown(cell, epoch1904: epoch1904)
    let isFormula = cell.kind == .text && TableSchema.isFormula(text)
    let isError = cell.kind == .text && text.withUnsafeBufferPointer { isErrorValue($0) }
    findings.add(
      isFormula ? .formulaWithoutValue : isError ? .errorCell : code, .error, row: row, column: place,
      value: String(decoding: text, as: UTF8.self),
      facts: isFormula ? ["reason": "text"] : isError ? [:] : facts)
    // A formula without a value has no text; a space keeps it from being taken for a blank.
    texts.append(text.isEmpty ? [UInt8(ascii: " ")] : text)
    if field.type.hasNumbers { numbers.append(Column.blank) }
  }

  mutating func refuseType(
    row: Int, cell: Grid.Cell, fault: TypeFault? = nil, _ findings: inout FindingList
  ) {
    var facts = ["type": field.type.rawValue]
    facts["reason"] = fault?.rawValue
    if fault == .absence { facts["label"] = place.label }
    refuse(.typeError, row: row, cell: cell, facts: facts, &findings)
  }

  /// Deals with a cell that holds no value: true if it did.
  mutating func refusesBroken(_ cell: Grid.Cell, row: Int, _ findings: inout FindingList) -> Bool {
    switch cell.kind {
    case .error: refuse(.errorCell, row: row, cell: cell, &findings)
    case .formulaWithoutValue: refuse(.formulaWithoutValue, row: row, cell: cell, &findings)
    default: return false
    }
    return true
  }

  /// The cleaned text of a cell; what was recomposed is counted.
  @inline(__always)
  mutating func withText<Result>(
    of cell: Grid.Cell, row: Int, collapsing: Bool = true,
    _ body: (inout ColumnReader, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let text = view.text(cell)
    if isClean(text, collapsing: collapsing) { return body(&self, text) }
    let cleaned = cleaned(text, collapsing: collapsing)
    count(cleaned, of: text, row: row)
    return cleaned.bytes.withUnsafeBufferPointer { body(&self, $0) }
  }

  private mutating func count(_ cleaned: CleanedText, of text: UnsafeBufferPointer<UInt8>, row: Int) {
    let value = { String(decoding: text, as: UTF8.self) }
    let repaired = { String(decoding: cleaned.bytes, as: UTF8.self) }
    let isDoubtful = !cleaned.isUnmangled && doubts.judge(text, row: row)
    // One repair a cell is told, the one that is seen most.
    if cleaned.isUnmangled {
      let encoding = OldEncoding.mangled.rawValue
      unmangled.add(row: row, value: value(), facts: ["encoding": encoding, "repaired": repaired()])
    } else if cleaned.hadForeignD {
      // In an old encoding it is another letter.
      if isDoubtful { return }
      replaced.add(row: row, value: value(), facts: ["letter": "Đ", "repaired": repaired()])
    } else if cleaned.isRecomposed {
      recomposed.add(row: row, value: value(), facts: ["repaired": repaired()])
    } else if cleaned.hadHidden, !isPartlyMangled(value()) {
      unhidden.add(row: row, value: value(), facts: ["repaired": repaired()])
    }
  }

  /// Counts a number read from a text, or a code from a number, that is spelled otherwise than it was.
  mutating func countReread(row: Int, cell: Grid.Cell, as repaired: [UInt8]) {
    let text = view.text(cell)
    // A comma is how a decimal point is written here.
    let isSame = text.lazy.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }.elementsEqual(repaired)
    if isSame { return }
    reread.add(
      row: row, value: String(decoding: text, as: UTF8.self),
      facts: ["repaired": String(decoding: repaired, as: UTF8.self)])
  }
}

extension ValueType {
  /// Whether ``Column/numbers`` has the values.
  var hasNumbers: Bool {
    switch self {
    case .text, .code, .list: false
    case .integer, .decimal, .date, .flag, .choice: true
    }
  }
}
