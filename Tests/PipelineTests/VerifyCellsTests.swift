import Audit
import Disk
import Foundation
import Tables
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// What `verify` finds of a single changed cell, from the folder alone.
@Suite struct VerifyCellsTests {
  /// A change of one cell.
  private struct Change {
    var file: String
    var column: String
    var row: Int
    var value: String
  }

  /// Each column of each file gets values of other rows, and its own value mistyped, in rows that are drawn.
  private func changes(of folder: SpoiltFolder, _ random: inout SeededRandom) -> [Change] {
    var changes: [Change] = []
    for file in folder.header.keys.sorted() {
      let rows = folder.tables[file] ?? []
      for column in folder.header[file] ?? [] {
        let values = Set(rows.map { $0[column] ?? "" }).sorted()
        for _ in 0..<(isLong ? 8 : 1) {
          let row = random.below(rows.count)
          let own = rows[row][column] ?? ""
          let others = values.filter { $0 != own } + [own + "1"]
          changes.append(
            Change(file: file, column: column, row: row, value: others[random.below(others.count)]))
        }
      }
    }
    return changes
  }

  @Test(arguments: isLong ? (DrawnRound.all + DrawnRound.reserving).map(\.code) : ["d2", "d8", "c0", "c7"])
  func aChangedCellContradictsAnother(code: String) throws {
    let season = try Season()
    var round = try #require((DrawnRound.all + DrawnRound.reserving).first { $0.code == code })
    try round.drop(in: season)
    try season.pass()
    let folder = try SpoiltFolder(season, copyOf: "Outbox/so/\(code)/du-kien-01")
    var report = AuditReport()
    let tables = try #require(try PublishedFolder(folder.path, on: POSIXDisk()).tables(&report))
    let untouched = audit(tables) { toldTexts($0, in: .vi) }
    #expect(untouched.faults == [])
    var random = SeededRandom(seed: 5)
    for change in changes(of: folder, &random) {
      var spoilt = folder
      spoilt.tables[change.file]?[change.row][change.column] = change.value
      var changed = tables
      let bytes = spoilt.bytes(of: change.file)
      switch change.file {
      case "ket-qua.csv": changed.results = bytes
      case "giai-trinh.csv": changed.explanations = bytes
      case "diem-chuan.csv": changed.cutoffs = bytes
      default: changed.draws = bytes
      }
      let found = audit(changed) { toldTexts($0, in: .vi) }
      guard found.holds else { continue }
      let untold = UntoldCells(tables, changed)?.allow(change.file, change.column, row: change.row)
      let cells = folder.tables[change.file]?[change.row] ?? [:]
      let shown = cells.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
      #expect(untold == true, "\(change) of \(shown.joined(separator: " "))")
    }
  }
}
