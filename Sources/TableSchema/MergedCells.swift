import Tables

/// Cells that are merged below the header, of which a sheet has the first alone.
///
/// Merged downwards in one column, what stands there is every row's, as whoever sees the sheet reads it: `Lớp` over the
/// children of a class, `Mã trường` over its programs. What is one row's alone (who somebody is, how many seats
/// there are) is nobody's then, nor is what stands over several columns: to ask.
struct MergedCells {
  /// By row, then column.
  private(set) var copies: [Grid.Copy] = []

  private struct Refused {
    /// Position among the data rows.
    var row: Int
    var place: ColumnPlace
    var value: String
    var range: String
  }

  private var repairs: [Int: CellRepairs] = [:]
  private var refused: [Refused] = []
  /// By sheet column, the positions among the data rows that hold no value of their own.
  private var withoutValue: [Int: [Int]] = [:]
  /// Of the columns that hold something, in the order of the sheet.
  private let sources: [SheetColumns.Source]

  /// Of more columns in one range the others need not be known.
  private static let mostColumns = 100
  /// No more than this is filled in, in bytes: a few ranges of a small file could be as large as a sheet can be.
  private static let mostFilled = 200_000_000

  /// Nil where nothing is merged below the header; `rows` are positions in ``Grid/rows``.
  init?(
    _ grid: Grid, view: CellView, below header: Header, _ columns: SheetColumns, _ schema: Schema,
    rows: [Int32]
  ) {
    let merges = grid.merges.filter {
      $0.firstRow > header.lastRow && ($0.firstRow < $0.lastRow || $0.firstColumn < $0.lastColumn)
    }
    guard !merges.isEmpty, !rows.isEmpty else { return nil }
    sources = columns.sources.filter { !$0.field.isChecked }
      .sorted { $0.place.sheetColumn < $1.place.sheetColumn }
    let sheet = SheetRows(grid: grid, view: view, rows: rows)
    let keys = schema.uniqueKeys.compactMap { key in
      key.count { $0 != "round" } <= 1 ? key.last : nil
    }
    // No cell is in two ranges: of those that lie over one another the first counts.
    var taken: [Int: Int32] = [:]
    var filled = 0
    let order = merges.sorted { ($0.firstRow, $0.firstColumn) < ($1.firstRow, $1.firstColumn) }
    for merge in order where merge.firstRow <= merge.lastRow && merge.firstColumn <= merge.lastColumn {
      let covered = sources(from: Int(merge.firstColumn), through: Int(merge.lastColumn))
      let range = sheet.rows(of: merge)
      guard let first = covered.first, !range.isEmpty,
        covered.allSatisfy({ taken[$0.place.sheetColumn, default: 0] < merge.firstRow }),
        let cell = sheet.filled(range.lowerBound, Int(merge.firstColumn))
      else { continue }
      for source in covered { taken[source.place.sheetColumn] = merge.lastRow }
      let isOfOne = first.place.sheetColumn == Int(merge.firstColumn) && Set(covered.map(\.whole)).count == 1
      // A wide cell of one row is one cell.
      if isOfOne && range.count == 1 { continue }
      let value = sheet.shown(cell)
      let blanks =
        isOfOne ? range.dropFirst().filter { sheet.filled($0, first.place.sheetColumn) == nil } : []
      if isOfOne && blanks.isEmpty { continue }
      let size = blanks.count * (Int(cell.length) + 64)
      if isOfOne, covered.count == 1, first.mayCountForEach(except: keys), filled + size <= Self.mostFilled {
        filled += size
        for row in blanks { fill(row, of: merge, in: first.place, value: value, sheet) }
      } else {
        for source in covered { withoutValue[source.place.sheetColumn, default: []] += range }
        let place =
          first.place.sheetColumn == Int(merge.firstColumn)
          ? first.place : ColumnPlace(label: "", sheetColumn: Int(merge.firstColumn))
        refused.append(
          Refused(row: range.lowerBound, place: place, value: value, range: merge.addresses))
      }
    }
    guard !copies.isEmpty || !refused.isEmpty else { return nil }
    copies.sort { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  private mutating func fill(
    _ row: Int, of merge: Grid.Merge, in place: ColumnPlace, value: String, _ sheet: SheetRows
  ) {
    let number = sheet.number(row)
    copies.append(
      Grid.Copy(
        row: number, column: UInt16(clamping: place.sheetColumn), origin: merge.firstRow,
        originColumn: merge.firstColumn))
    repairs[place.sheetColumn, default: CellRepairs(.mergedFilled)].add(
      row: Int(number), value: "", facts: ["repaired": value, "range": merge.addresses])
  }

  private func sources(from first: Int, through last: Int) -> ArraySlice<SheetColumns.Source> {
    let start = sources.partitioningIndex { $0.place.sheetColumn >= first }
    return sources[start...].prefix { $0.place.sheetColumn <= last }.prefix(Self.mostColumns)
  }

  /// What was filled in, and what is to be asked: that holds each of the rows, and is told instead of what the
  /// blanks in them look like.
  func tell(_ findings: inout FindingList) {
    for source in sources {
      if let repairs = repairs[source.place.sheetColumn] {
        findings.add(repairs, column: source.place) { $0 }
      }
      if let rows = withoutValue[source.place.sheetColumn] {
        findings.hold(rows, insteadOfFindingsIn: source.place)
      }
    }
    for merge in refused {
      findings.add(
        .mergedCells, .error, row: merge.row, column: merge.place, value: merge.value,
        facts: ["range": merge.range])
    }
  }
}

extension SheetColumns.Source {
  /// What it is, or is a part of.
  fileprivate var whole: String { field.whole ?? key }

  /// Not who somebody is, nor what is to be shared.
  fileprivate func mayCountForEach(except keys: [String]) -> Bool {
    (field.identifier == nil || field.identifier == .phone) && !field.isUnshared && !keys.contains(key)
      && whole != "fullName"
  }
}

extension Grid.Merge {
  /// As people write it: `D2:D9`.
  fileprivate var addresses: String {
    cellAddress(column: Int(firstColumn), row: Int(firstRow)) + ":"
      + cellAddress(column: Int(lastColumn), row: Int(lastRow))
  }
}

/// The data rows of a sheet.
private struct SheetRows {
  let grid: Grid
  let view: CellView
  /// Positions in ``Grid/rows``.
  let rows: [Int32]

  /// The sheet row of a data row.
  func number(_ row: Int) -> Int32 { grid.rows[Int(rows[row])].number }

  /// The data rows of a range; none where its first row is none.
  func rows(of merge: Grid.Merge) -> Range<Int> {
    let start = rows.indices.partitioningIndex { number($0) >= merge.firstRow }
    guard start < rows.count, number(start) == merge.firstRow else { return 0..<0 }
    return start..<rows.indices.partitioningIndex { number($0) > merge.lastRow }
  }

  /// The cell of a data row, if anything stands in it.
  func filled(_ row: Int, _ column: Int) -> Grid.Cell? {
    let cell = grid.cellRange(ofRow: Int(rows[row])).lazy.map { view.cells[$0] }.first {
      Int($0.column) == column
    }
    guard let cell, cell.kind == .formulaWithoutValue || !shown(cell).isEmpty else { return nil }
    return cell
  }

  func shown(_ cell: Grid.Cell) -> String {
    view.shown(cell, epoch1904: grid.epoch1904).withUnsafeBufferPointer {
      String(decoding: cleaned($0, collapsing: true).bytes, as: UTF8.self)
    }
  }
}
