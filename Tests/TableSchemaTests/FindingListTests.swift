import Tables
import Testing

@testable import TableSchema

/// Findings are complete: no row is held without a word, and what is not told by itself is counted.
@Suite struct FindingListTests {
  private let column = ColumnPlace(label: "Nơi sinh", sheetColumn: 2)

  private func list(rows: Int) -> FindingList {
    FindingList(sheet: "", rowNumbers: (0..<rows).map { Int32($0 + 2) })
  }

  /// However many repairs there are before it, an error is told.
  @Test func repairsHideNoError() {
    let (rows, columns) = (FindingList.mostAlike + 100, 12)
    var findings = list(rows: rows)
    for place in (0..<columns).map({ ColumnPlace(label: "C\($0)", sheetColumn: $0) }) {
      for row in 0..<rows { findings.add(.leadingZero, .repair, row: row, column: place) }
    }
    findings.add(.duplicateLabel, .error, row: rows - 1, column: column)
    findings.finish()
    #expect(findings.findings.filter { $0.severity == .error }.map(\.place.row) == [rows + 1])
    #expect(findings.held.filter { $0 }.count == 1)
    #expect(findings.findings.count == columns * FindingList.mostAlike + 1)
    let counted = findings.findings.filter { $0.facts["more"] != nil }
    #expect(counted.map(\.place.row) == Array(repeating: 2, count: columns))
    #expect(Set(counted.map { $0.facts["more"] }) == ["100"])
  }

  /// Of the errors beyond the most that are told one by one, each row's first is.
  @Test func everyRowThatIsHeldIsToldAbout() {
    let rows = FindingList.mostErrors / 2
    var findings = list(rows: rows + 1)
    for sheetColumn in 0..<3 {
      let place = ColumnPlace(label: "", sheetColumn: sheetColumn)
      for row in 0..<rows { findings.add(.required, .error, row: row, column: place) }
    }
    #expect(findings.findings.count == FindingList.mostErrors)
    findings.add(.required, .error, row: rows, column: column)
    #expect(findings.findings.count == FindingList.mostErrors + 1 && findings.held[rows])
    findings.finish()
    #expect(findings.findings.compactMap { $0.facts["untold"] } == ["\(rows)"])
  }
}
