public import Tables

/// Cells of one column that were mended in the same way. The first of them says how many there are.
public struct CellRepairs: Sendable {
  /// More cells of a column than this are only counted.
  public static let mostTold = 10_000

  private struct Cell {
    var row: Int32
    var value: String
    var facts: [String: String]
  }

  private let code: FindingCode
  private let most: Int
  private var cells: [Cell] = []
  /// How many cells it is.
  public private(set) var count = 0

  /// Nothing yet; of more cells than `most` the others are only counted.
  public init(_ code: FindingCode, most: Int = mostTold) {
    self.code = code
    self.most = most
  }

  /// Takes a cell; what it is and was is asked only where it is told.
  public mutating func add(
    row: Int, value: @autoclosure () -> String, facts: @autoclosure () -> [String: String]
  ) {
    count += 1
    if cells.count < most { cells.append(Cell(row: Int32(row), value: value(), facts: facts())) }
  }

  /// What is told of them, each at its place.
  public func findings(at place: (_ row: Int) -> Finding.Place) -> [Finding] {
    cells.enumerated().map { index, cell in
      var facts = cell.facts
      if index == 0, count > 1 { facts["count"] = String(count) }
      if index == 0, count > cells.count { facts["more"] = String(count - cells.count) }
      return Finding(code, .repair, at: place(Int(cell.row)), value: cell.value, facts: facts)
    }
  }
}
