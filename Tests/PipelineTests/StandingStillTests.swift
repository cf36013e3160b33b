import Foundation
import Ledger
import Pipeline
import Rounds
import Testing

/// A pass that finds nothing new says what the last one came to, without reading anything again.
@Suite struct StandingStillTests {
  private func season() throws -> Season {
    let season = try Season()
    try season.pass()
    try season.declare()
    try season.pass()
    try season.dropChild()
    try season.pass()
    return season
  }

  private func said(_ report: PassReport) -> [String] {
    report.rounds.map { round in
      guard case .decided(let counts) = round.standing else { return "\(round.code) -" }
      return "\(round.code) \(round.name) \(round.state) \(counts)"
    }
  }

  /// Empties the kept originals in place: whoever reads one again fails.
  private func spoilOriginals(_ season: Season) throws {
    for name in season.files(".ledger/objects") {
      let url = season.url(".ledger/objects/" + name)
      let size = try Data(contentsOf: url).count
      try Data(count: size).write(to: url)
    }
  }

  @Test func nothingIsReadAgainAndTheSameIsSaid() throws {
    let season = try season()
    let journal = try Data(contentsOf: season.url(".ledger/journal"))
    let first = said(try season.pass())
    try spoilOriginals(season)
    let again = try season.pass()
    #expect(said(again) == first && !first.isEmpty && again.outcomes.isEmpty)
    #expect(try View(season.workspace).status().rounds.map(\.standing) == ["decided"])
    #expect(try Data(contentsOf: season.url(".ledger/journal")) == journal)
  }

  @Test func withoutTheShelfAllIsReadAgainAndTheSame() throws {
    let season = try season()
    let first = said(try season.pass())
    let (outbox, shelf) = (season.files("Outbox"), season.files(".ledger/shelf"))
    try FileManager.default.removeItem(at: season.url(".ledger/shelf"))
    #expect(said(try season.pass()) == first)
    #expect(season.files("Outbox") == outbox)
    #expect(season.files(".ledger/shelf") == shelf)
  }

  /// F65: what is in force is judged by the Schemas of the pass, never by those of an earlier one.
  @Test("F65: a file is read again by changed Schemas, and its sender is told")
  func changedSchemasReadEverythingAgain() throws {
    let season = try season()
    let schema = season.url("Schemas/tables/roster.json")
    let text = try String(contentsOf: schema, encoding: .utf8)
    // A column that it needs is called otherwise.
    let changed = text.replacing("\"Họ và tên\"", with: "\"Tên người học\"")
    #expect(changed != text)
    try Data(changed.utf8).write(to: schema)
    let before = season.files(".ledger/shelf")
    let receipts = season.files("Outbox/T/bien-nhan/may-doc")
    _ = try season.pass()
    let read = season.files(".ledger/shelf").filter {
      !["key", "conclusion"].contains($0) && !$0.hasPrefix("round-")
    }
    #expect(Set(read).isDisjoint(with: before))
    let told = season.files("Outbox/T/bien-nhan/may-doc")
    #expect(told.count == receipts.count + 1)
    #expect(told.contains { !receipts.contains($0) && $0.contains("tu-choi") }, "\(told)")
    try Data(text.utf8).write(to: schema)
    _ = try season.pass()
    #expect(season.files("Outbox/T/bien-nhan/may-doc").count == receipts.count + 2)
    let newest = try #require(season.files("Outbox/so/lop10").last { $0.hasSuffix("MANIFEST.json") })
    let manifest = try String(contentsOf: season.url("Outbox/so/lop10/" + newest), encoding: .utf8)
    #expect(manifest.contains("tables/roster.json"))
  }

  @Test func aFolderThatSomebodyRemovedIsMadeAgain() throws {
    let season = try season()
    try FileManager.default.removeItem(at: season.url("Inbox/T/lop10"))
    _ = try season.pass()
    #expect(FileManager.default.fileExists(atPath: season.url("Inbox/T/lop10/bo-sung").path))
  }
}
