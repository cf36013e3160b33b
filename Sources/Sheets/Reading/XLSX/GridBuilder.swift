import Tables

/// What the sheets of a workbook have in common, and this sheet's own name.
struct SheetContext {
  let name: String
  let visibility: Grid.Visibility
  let epoch1904: Bool
  /// A formula beside which nothing stands, or 0, has not been calculated yet.
  let awaitsCalculation: Bool
  /// What numbers are, by style.
  let formats: [NumberFormat]
  /// What fonts make of texts, by style; none where all fonts are ordinary.
  let scripts: [Grid.Script]
  let shared: SharedTexts
  /// What the sheets before held.
  let before: SheetSize
  let limits: ReadingLimits
}

/// What of a workbook's limits its sheets have used up.
struct SheetSize {
  /// Cells that hold something.
  var cells = 0
  /// The bytes of their texts, a shared one each time that it is shown: what
  /// reads the cells may copy them.
  var textBytes = 0
}

/// A ``Grid`` in the making, cell by cell. Text goes straight into its arena.
struct GridBuilder {
  var cell = OpenCell()

  private let context: SheetContext
  /// Of ``SharedTexts``: what each cell asks for is at hand.
  private let sharedEnds: [UInt32]
  private var hasScripts: Bool
  /// By style.
  private let moments: [MomentFormat]
  /// Some format shows more of numbers than their digits.
  private let hasShown: Bool
  /// The fonts of the parts of an inline text.
  private var inlineRuns: RunScripts?
  private var grid: Grid
  private var row = 0
  private var rowHidden = false
  private var rowIsKept = false
  private var column = -1
  private var inOrder = true
  private var roomFor = 4096
  private var size: SheetSize

  /// The cell being read.
  struct OpenCell {
    var type = CellType.number
    var hasFormula = false
    var hasValue = false
    fileprivate var isInline = false
    fileprivate var style = 0
    /// Where its text begins in the arena.
    fileprivate var start = 0
    /// The number of its shared text; `Int.max` for what is none.
    fileprivate var sharedIndex: Int?
  }

  init(_ context: SheetContext) {
    self.context = context
    size = context.before
    sharedEnds = context.shared.ends
    hasScripts = !context.scripts.isEmpty || !context.shared.runs.isEmpty
    moments = context.formats.map(\.moment)
    hasShown = context.formats.contains(where: \.showsMore)
    grid = Grid(name: context.name, visibility: context.visibility, epoch1904: context.epoch1904)
    grid.hasFormulaTexts = context.shared.hasFormulas
  }

  /// The cells in the order of the sheet, and what all sheets so far hold.
  consuming func finish() throws(ReadingError) -> (grid: Grid, size: SheetSize) {
    if !inOrder { try putInOrder(&grid) }
    grid.sharedBytes = context.shared.bytes
    return (grid, size)
  }

  mutating func startRow(number: UnsafeBufferPointer<UInt8>?, hidden: Bool) throws(ReadingError) {
    column = -1
    let before = row
    row += 1
    if let number {
      guard let given = Address.row(number) else { throw .damaged(.address, at: place) }
      row = given
    }
    guard row <= Address.lastRow else { throw .damaged(.address, at: place) }
    if row <= before { inOrder = false }
    rowHidden = hidden
    rowIsKept = false
  }

  /// Makes room for the cells to come, once some are known. A part may be smaller than it claims to be, so there is
  /// never room for more than 16 times what is there.
  mutating func makeRoom(read: Int, of partBytes: Int) {
    let count = grid.cells.count
    guard count >= roomFor else { return }
    roomFor = min(expectedCount(count, in: read, of: partBytes), 16 * count, context.limits.cells)
    guard roomFor > count else { return roomFor = .max }
    grid.cells.reserveCapacity(roomFor)
  }

  @inline(__always)
  mutating func startCell(
    at address: UnsafeBufferPointer<UInt8>?, type: CellType, style: Int
  ) throws(ReadingError) {
    let before = column
    column += 1
    if let address {
      guard let given = Address(address), given.row == row else { throw .damaged(.address, at: place) }
      column = given.column
    }
    guard column <= Address.lastColumn else { throw .damaged(.address, at: place) }
    if column <= before { inOrder = false }
    cell = OpenCell(type: type, style: style, start: grid.bytes.count)
  }

  /// The open cell has a text of its own.
  mutating func startInline() {
    cell.type = .text
    cell.isInline = true
    inlineRuns = nil
  }

  /// A part of that text ends; nil for one in the cell's own font.
  mutating func addRun(in script: Grid.Script?) {
    var runs = inlineRuns ?? RunScripts()
    runs.add(script)
    inlineRuns = runs
    if let script, script != .unicode { hasScripts = true }
  }

  /// A piece of the open cell's value.
  @inline(__always)
  mutating func collect(_ piece: UnsafeBufferPointer<UInt8>) {
    if cell.type == .shared {
      var index = cell.sharedIndex
      for byte in piece where !isXMLBlank(byte) {
        let value = index ?? 0
        index =
          byte >= 0x30 && byte <= 0x39 && value < sharedEnds.count
          ? value &* 10 &+ Int(byte & 0x0F) : Int.max
      }
      cell.sharedIndex = index
    } else if grid.bytes.count - cell.start <= context.limits.cellCharacters * escapeLength {
      // Enough of a text that is too long to know that it is.
      grid.bytes.append(contentsOf: piece)
    }
  }

  @inline(__always)
  mutating func finishCell() throws(ReadingError) {
    if cell.type == .shared { return try finishSharedCell() }
    if cell.type == .text { decodeEscapes(in: &grid.bytes, from: cell.start) } else { trimValue() }
    let length = grid.bytes.count - cell.start
    guard length > 0 else {
      // A formula whose value is the empty text has a value, and it is blank.
      let isBlank =
        !cell.hasFormula || (cell.type == .text && cell.hasValue && !context.awaitsCalculation)
      if !isBlank { try add(0, 0, .formulaWithoutValue) }
      return
    }
    if length == 1, cell.hasFormula, context.awaitsCalculation, grid.bytes[cell.start] == UInt8(ascii: "0") {
      return try add(0, 0, .formulaWithoutValue)
    }
    if length > context.limits.cellCharacters, valueIsTooLong {
      throw .over(.cellCharacters, context.limits, at: place)
    }
    if cell.type == .text, grid.bytes[cell.start] == FieldScanner.equals { grid.hasFormulaTexts = true }
    let kind = kind()
    try add(cell.start, grid.bytes.count - cell.start, kind)
  }

  private mutating func finishSharedCell() throws(ReadingError) {
    guard let index = cell.sharedIndex else {
      if cell.hasFormula { try add(0, 0, .formulaWithoutValue) }
      return
    }
    guard index < sharedEnds.count else { throw .damaged(.sharedText, at: place) }
    if !context.shared.overlong.isEmpty, context.shared.overlong.contains(index) {
      throw .over(.cellCharacters, context.limits, at: place)
    }
    let start = index == 0 ? 0 : Int(sharedEnds[index - 1])
    let length = Int(sharedEnds[index]) - start
    if length > 0 { try add(start, length, .text, inShared: true) }
  }

  private mutating func add(
    _ start: Int, _ length: Int, _ kind: Grid.Kind, inShared: Bool = false
  ) throws(ReadingError) {
    size.cells &+= 1
    size.textBytes &+= length
    guard size.cells <= context.limits.cells else { throw .over(.cells, context.limits, at: place) }
    guard size.textBytes <= context.limits.inflatedBytes else {
      throw .over(.inflatedBytes, context.limits, at: place)
    }
    if !rowIsKept {
      grid.rows.append(Grid.Row(number: Int32(row), hidden: rowHidden, firstCell: Int32(grid.cells.count)))
      rowIsKept = true
    }
    grid.cells.append(
      Grid.Cell(
        start: UInt32(start), length: UInt32(length), column: UInt16(column), kind: kind, inShared: inShared))
    if hasScripts, kind == .text { markScript() }
    if hasShown, kind == .number, cell.style < context.formats.count {
      context.formats[cell.style].mark(lastCellOf: &grid)
    }
  }

  /// Says of the last cell what its font makes of its text.
  private mutating func markScript() {
    var script = cell.style < context.scripts.count ? context.scripts[cell.style] : .unicode
    if let index = cell.sharedIndex, let runs = context.shared.runs[index] {
      script = runs.resolved(in: script)
    } else if cell.isInline, let runs = inlineRuns {
      script = runs.resolved(in: script)
    }
    guard script != .unicode else { return }
    grid.cells[grid.cells.count - 1].script = script
    grid.hasOldFonts = true
  }

  /// `A1:C2`; a single cell is no merge.
  mutating func merge(_ range: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    let corners = range.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { Address(UnsafeBufferPointer(rebasing: $0)) }
    guard corners.count <= 2, let first = corners[0], let last = corners[corners.count - 1],
      first.row <= last.row, first.column <= last.column
    else { throw .damaged(.address, at: .init(sheet: grid.name)) }
    guard first != last else { return }
    grid.merges.append(
      Grid.Merge(
        firstRow: Int32(first.row), lastRow: Int32(last.row), firstColumn: UInt16(first.column),
        lastColumn: UInt16(last.column)))
  }

  // MARK: The open cell's value

  private var place: Finding.Place { .init(sheet: grid.name, row: row, column: column) }

  /// What the value in the arena is; booleans are brought to `1` and `0`.
  @inline(__always)
  private mutating func kind() -> Grid.Kind {
    switch cell.type {
    case .number:
      for byte in grid.bytes[cell.start...] where !isNumeric(byte) { return .text }
      guard cell.style < moments.count else { return .number }
      return moments[cell.style].kind(of: grid.bytes[cell.start...])
    case .boolean: return boolean()
    case .error: return .error
    case .isoDate: return .isoDate
    case .text, .shared: return .text
    }
  }

  private mutating func boolean() -> Grid.Kind {
    let value = String(decoding: grid.bytes[cell.start...], as: UTF8.self)
    guard value != "1", value != "0" else { return .boolean }
    guard value == "true" || value == "false" else { return .text }
    grid.bytes.removeLast(value.utf8.count)
    grid.bytes.append(UInt8(ascii: value == "true" ? "1" : "0"))
    return .boolean
  }

  private var valueIsTooLong: Bool {
    grid.bytes.withUnsafeBufferPointer {
      isLonger(UnsafeBufferPointer(rebasing: $0[cell.start...]), than: context.limits.cellCharacters)
    }
  }

  /// White space around a value that is not text means nothing.
  @inline(__always)
  private mutating func trimValue() {
    while grid.bytes.count > cell.start, let last = grid.bytes.last, isXMLBlank(last) {
      grid.bytes.removeLast()
    }
    while cell.start < grid.bytes.count, isXMLBlank(grid.bytes[cell.start]) { cell.start += 1 }
  }
}

/// A digit, a sign, a point or the exponent's letter.
@inline(__always)
private func isNumeric(_ byte: UInt8) -> Bool {
  (byte >= 0x30 && byte <= 0x39) || byte == 0x2E || byte == 0x2D || byte == 0x2B || byte | 0x20 == 0x65
}
