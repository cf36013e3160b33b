import Tables

extension FindingList {
  /// More stretches of rows than this are not named.
  private static let mostNamed = 20

  /// Tells at the first row of data that is hidden how many there are, and which: a sheet that is filtered
  /// has thousands.
  mutating func tellHidden(_ rows: [Int]) {
    guard let first = rows.first else { return }
    add(
      .hiddenRows, .note, row: first, column: ColumnPlace(label: "", sheetColumn: -1),
      facts: ["rows": String(rows.count), "list": stretches(of: rows)])
  }

  /// The numbers of rows in the sheet: `13, 20–25`.
  private func stretches(of rows: [Int]) -> String {
    var stretches: [ClosedRange<Int32>] = []
    for number in rows.map({ rowNumbers[$0] }) {
      if let last = stretches.last, last.upperBound + 1 == number {
        stretches[stretches.count - 1] = last.lowerBound...number
      } else if stretches.count < Self.mostNamed {
        stretches.append(number...number)
      } else {
        return Self.spelled(stretches) + ", …"
      }
    }
    return Self.spelled(stretches)
  }

  private static func spelled(_ stretches: [ClosedRange<Int32>]) -> String {
    stretches.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
