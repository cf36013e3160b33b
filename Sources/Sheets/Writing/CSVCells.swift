/// Cells of a CSV as they stand in a row, made once and put into many.
public struct CSVCells: Sendable {
  /// With commas between them.
  let bytes: [UInt8]
  let count: Int
  /// Which of them were guarded, from 0.
  let guarded: [Int]
}

/// Many such cells, one after another in one stretch of memory.
public struct CSVCellList: Sendable {
  let bytes: [UInt8]
  /// By number: which of the cells there were guarded.
  let guarded: [Int: [Int]]
  /// By number, and after the last one: where its bytes begin, and how many cells they are.
  private let places: [(start: Int32, cells: Int32)]

  /// Lists cells that were made.
  public init(_ list: [CSVCells]) {
    var places: [(start: Int32, cells: Int32)] = []
    var (bytes, guarded): ([UInt8], [Int: [Int]]) = ([], [:])
    for (number, cells) in list.enumerated() {
      places.append((Int32(bytes.count), Int32(cells.count)))
      bytes += cells.bytes
      if !cells.guarded.isEmpty { guarded[number] = cells.guarded }
    }
    places.append((Int32(bytes.count), 0))
    (self.bytes, self.guarded, self.places) = (bytes, guarded, places)
  }

  @inline(__always)
  func range(_ number: Int) -> (bytes: Range<Int>, cells: Int) {
    let (start, cells) = places[number]
    return (Int(start)..<Int(places[number + 1].start), Int(cells))
  }
}

extension CSVWriter {
  /// The cells that `write` gives, to be put into rows of a file that guards formulas or does not.
  public static func cells(guardsFormulas: Bool, _ write: (inout CSVWriter) -> Void) -> CSVCells {
    var csv = CSVWriter(piece: guardsFormulas)
    write(&csv)
    return CSVCells(bytes: csv.bytes, count: csv.column, guarded: csv.guarded.map(\.column))
  }

  /// Cells that were made before, at least one.
  public mutating func put(_ cells: CSVCells) {
    for number in cells.guarded { guarded.append(Guarded(row: rows + 1, column: column + number)) }
    separate()
    bytes.append(contentsOf: cells.bytes)
    column += cells.count - 1
  }

  /// A row of whole bytes, its line break among them.
  mutating func append(row: UnsafeBufferPointer<UInt8>, guarded columns: [Int]) {
    for column in columns { guarded.append(Guarded(row: rows + 1, column: column)) }
    bytes.append(contentsOf: row)
    rows += 1
    rowStart = bytes.count
  }

  /// Rows that follow, written as a piece of their own.
  public mutating func append(_ piece: CSVWriter) {
    guarded += piece.guarded.map { Guarded(row: rows + $0.row, column: $0.column) }
    rows += piece.rows
    bytes.append(contentsOf: piece.bytes)
    rowStart = bytes.count
  }
}
