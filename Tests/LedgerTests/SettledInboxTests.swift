import Disk
import TestDisks
import Testing

@testable import Ledger

/// What has settled is taken as it was seen, by rules that say only then whose the folders are.
@Suite struct SettledInboxTests {
  private let disk = MemoryDisk()

  private func open() throws -> Ledger { try Ledger(disk, workspace: Scenario.workspace) }

  /// Everybody's folder is taken from.
  private var anybody: IntakeRules {
    var rules = IntakeRules(sizeLimit: 1000, place: { .take(.init(unit: $0.first?.escaped ?? "")) })
    rules.takes = false
    return rules
  }

  private func states(_ intake: Intake) -> [String] {
    intake.left.map { "\($0.path.escaped) \($0.state)" }
  }

  @Test func whoseTheFoldersAreIsSaidAfterwards() throws {
    disk.drop("Inbox/a/x.csv", "1")
    disk.drop("Inbox/a/lop10/x.csv", "2")
    disk.drop("Inbox/a/dot-la/khac.csv", "3")
    disk.drop("Inbox/a/dot-la/dot.csv", "rounds")
    disk.drop("Inbox/la/x.csv", "4")
    disk.drop("Inbox/la/to.csv", String(repeating: "x", count: 2000))
    disk.drop("Inbox/a/to.csv", String(repeating: "x", count: 2000))
    let ledger = try open()
    let settled = try ledger.settle(by: anybody)
    #expect(settled.items.count { $0.state == .ready } == 5)
    let intake = try ledger.take(settled, by: Scenario.rules())
    #expect(
      intake.received.map { "\($0.path.escaped) \($0.destination.unit) \($0.destination.round ?? "-")" } == [
        "a/dot-la/dot.csv a -", "a/x.csv a -", "a/lop10/x.csv a lop10",
      ])
    #expect(
      states(intake) == [
        "a/dot-la/khac.csv waiting(reason: \"unknown-round\")", "a/to.csv tooLarge(2000)",
        "la/to.csv waiting(reason: \"unknown-unit\")", "la/x.csv waiting(reason: \"unknown-unit\")",
      ])
  }

  @Test("F23, F24: what changes, goes or is written meanwhile is left for the next pass")
  func whatChangesMeanwhileIsLeft() throws {
    for name in ["sua", "mat", "mo", "nguyen"] { disk.drop("Inbox/a/\(name).csv", name) }
    do {
      let ledger = try open()
      let settled = try ledger.settle(by: anybody)
      disk.drop("Inbox/a/sua.csv", "sửa rồi")
      disk.file("Inbox/a")?.names["mat.csv"] = nil
      disk.beingWritten = ["mo.csv"]
      let intake = try ledger.take(settled, by: Scenario.rules())
      #expect(intake.received.map(\.path.name) == ["nguyen.csv"])
      #expect(
        states(intake) == [
          "a/mo.csv settling(\(String(reflecting: InboxItem.Unsettled.changing)))",
          "a/sua.csv settling(\(String(reflecting: InboxItem.Unsettled.changing)))",
        ])
      try ledger.endPass()
    }
    disk.beingWritten = []
    #expect(try open().take(by: Scenario.rules()).received.map(\.path.name) == ["mo.csv", "sua.csv"])
  }
}
