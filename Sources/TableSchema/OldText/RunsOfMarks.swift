import Tables

/// Marks that follow each other: no letter has more than a few, and what puts texts in order or composes them takes
/// much longer with each.
enum RunsOfMarks {
  /// As many as a text may have without being cut somewhere (UAX #15, 13).
  static let most = 30
  /// One mark more than that has two bytes or more, none of them ASCII.
  private static let fewestBytes = (most + 1) * 2

  static func areNone(in text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { surplus($0).isEmpty }
  }

  /// Where such a run goes on beyond the most marks, and where it ends: to be left out.
  static func surplus(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard mayBeIn(text) else { return [] }
    var surplus: [Range<Int>] = []
    var (index, count) = (0, 0)
    var kept = 0
    func end() {
      if count > most { surplus.append(kept..<index) }
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isMark = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
      if !isMark { end() }
      index += UTF8.width(scalar)
      count = isMark ? count + 1 : 0
      if count == most { kept = index }
    }
    end()
    // What is no UTF-8 was measured as what stands for it.
    return index == text.count ? surplus : []
  }

  /// A look at one byte of many: in names hardly any two that follow each other are beyond ASCII.
  static func mayBeIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = fewestBytes - 1
    while index < text.count {
      let start = index - (fewestBytes - 1)
      var last = index
      while last >= start, text[last] >= 0x80 { last -= 1 }
      if last < start { return true }
      // Such a run would begin behind this byte at the earliest.
      index = last + fewestBytes
    }
    return false
  }
}

/// A sheet in which no text has more than ``RunsOfMarks/most`` marks in a row; ``Grid/overmarked`` has the cells that
/// were cut.
func withoutRunsOfMarks(_ grid: Grid) -> Grid {
  let mayBe = [grid.bytes, grid.sharedBytes].contains { arena in
    arena.withUnsafeBufferPointer(RunsOfMarks.mayBeIn)
  }
  guard mayBe else { return grid }
  var result = grid
  for index in grid.cells.indices where grid.cells[index].kind == .text {
    let text = Array(grid.text(of: grid.cells[index]))
    let surplus = text.withUnsafeBufferPointer(RunsOfMarks.surplus)
    guard !surplus.isEmpty, result.bytes.count + text.count < UInt32.max else { continue }
    result.cells[index].inShared = false
    result.cells[index].start = UInt32(result.bytes.count)
    var kept = 0
    for range in surplus {
      result.bytes += text[kept..<range.lowerBound]
      kept = range.upperBound
    }
    result.bytes += text[kept...]
    result.cells[index].length = UInt32(result.bytes.count) - result.cells[index].start
    result.overmarked.append(Int32(index))
  }
  return result
}

extension FindingList {
  /// Tells each cell of a row of data that was cut, in columns with a label, and nothing else of it: what it said
  /// nobody knows.
  mutating func tellOvermarked(_ grid: Grid, in places: [ColumnPlace]) {
    guard !grid.overmarked.isEmpty else { return }
    let labelled = Dictionary(places.map { ($0.sheetColumn, $0) }) { first, _ in first }
    let numbers = Dictionary(rowNumbers.enumerated().map { ($1, $0) }) { first, _ in first }
    var row = 0
    var found: [Int: [(row: Int, value: String)]] = [:]
    for index in grid.overmarked {
      while row + 1 < grid.rows.count, grid.rows[row + 1].firstCell <= index { row += 1 }
      let cell = grid.cells[Int(index)]
      guard let data = numbers[grid.rows[row].number] else { continue }
      found[Int(cell.column), default: []].append((data, grid.string(of: cell)))
    }
    for (column, cells) in found.sorted(by: { $0.key < $1.key }) {
      guard let place = labelled[column] else { continue }
      hold(cells.map(\.row), insteadOfFindingsIn: place)
      for cell in cells { add(.runOfMarks, .error, row: cell.row, column: place, value: cell.value) }
    }
  }
}
