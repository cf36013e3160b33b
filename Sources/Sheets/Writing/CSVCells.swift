/// Cells of a CSV as they stand in a row, made once and put into many.
public struct CSVCells: Sendable {
  /// With commas between them.
  let bytes: [UInt8]
  let count: Int
  /// Which of them were guarded, from 0.
  let guarded: [Int]
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

  /// Rows that follow, written as a piece of their own.
  public mutating func append(_ piece: CSVWriter) {
    guarded += piece.guarded.map { Guarded(row: rows + $0.row, column: $0.column) }
    rows += piece.rows
    bytes.append(contentsOf: piece.bytes)
    rowStart = bytes.count
  }
}
