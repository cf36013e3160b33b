import Tables

/// The row that numbers the columns, which many forms have under their labels: `1 2 3 …`, `(1) (2) (3) …` or, in a
/// table about persons, `A B 1 2 …`.
struct ColumnNumbers {
  private let grid: Grid
  private let view: CellView
  /// How many columns mean something.
  private let knownCount: Int
  private let ordinalColumn: Int?
  private let areOfPersons: Bool

  init(_ grid: Grid, view: CellView, known: [Bool], ordinalColumn: Int?, areOfPersons: Bool) {
    self.grid = grid
    self.view = view
    knownCount = known.count { $0 }
    self.ordinalColumn = ordinalColumn
    self.areOfPersons = areOfPersons
  }

  /// Whether at least three cells, one for each column, count from the first to the last.
  func mayStand(inRow index: Int) -> Bool {
    let texts = texts(ofRow: index)
    guard texts.count >= 3, texts.count >= knownCount else { return false }
    return texts.dropFirst(letterCount(texts)).enumerated().allSatisfy { index, text in
      let number = Array(String(index + 1).utf8)
      return text == number || text == Self.opening + number + Array(")".utf8)
    }
  }

  /// Whether such a row says by itself that it is no row of data: by its brackets or letters, by so many numbers that
  /// nobody has them all, or by a running number that begins again below it.
  func areCertain(inRow index: Int) -> Bool {
    let texts = texts(ofRow: index)
    if texts.first?.starts(with: Self.opening) == true || letterCount(texts) > 0 || texts.count > 4 {
      return true
    }
    guard ordinal(ofRow: index) != nil else { return false }
    let next = grid.rows.indices.dropFirst(index + 1).lazy.compactMap { ordinal(ofRow: $0) }.first
    return next == Array("1".utf8)
  }

  /// The columns that are filled, which decide what such a row would be as a row of data.
  func columns(ofRow index: Int) -> [UInt16] {
    grid.cellRange(ofRow: index).map { view.cells[$0] }.filter { !view.text($0).isEmpty }.map(\.column)
  }

  private static let opening = Array("(".utf8)

  private func texts(ofRow index: Int) -> [[UInt8]] {
    grid.cellRange(ofRow: index).lazy.map { folded(view.text(view.cells[$0])) }.filter { !$0.isEmpty }
  }

  /// Columns that say who it is may have letters. In a table about nobody so few of them may be codes and counts.
  private func letterCount(_ texts: [[UInt8]]) -> Int {
    guard areOfPersons, texts.count > 3 else { return 0 }
    return zip(texts, UInt8(ascii: "a")...UInt8(ascii: "z")).prefix { $0 == [$1] }.count
  }

  private func ordinal(ofRow index: Int) -> [UInt8]? {
    guard let ordinalColumn,
      let cell = grid.cellRange(ofRow: index).first(where: { Int(view.cells[$0].column) == ordinalColumn })
    else { return nil }
    let text = folded(view.text(view.cells[cell]))
    return text.isEmpty ? nil : text
  }
}
