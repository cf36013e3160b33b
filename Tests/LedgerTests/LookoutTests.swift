import Disk
import Ledger
import TestDisks
import Testing

/// The Inbox seen by one process again and again.
@Suite struct LookoutTests {
  private let disk = MemoryDisk()
  private let second: Int64 = 1_000_000_000

  init() throws { _ = try Ledger(disk, workspace: Scenario.workspace) }

  @Test func whatHasSettledIsDueOnceForEachVersion() throws {
    var lookout = try Lookout(disk, workspace: Scenario.workspace)
    func look() throws -> Lookout.Look { try lookout.look(by: Scenario.rules()) { _ in } }
    #expect(try !look().isDue)
    disk.drop("Inbox/a/x.csv", "x")
    let first = try look()
    #expect(!first.isDue && first.next.map { $0 - disk.clock <= 2 * second } == true)
    disk.advance(by: 2 * second)
    #expect(try look().isDue)
    // A pass that left it there would leave it again.
    lookout.passEnded()
    let left = try look()
    #expect(!left.isDue && left.isWorthTryingAgain)
    disk.file("Inbox/a/x.csv")?.bytes.append(0x78)
    _ = try look()
    disk.advance(by: 2 * second)
    #expect(try look().isDue)
  }

  @Test func aMarkWithoutAFileIsDueOnce() throws {
    var lookout = try Lookout(disk, workspace: Scenario.workspace)
    func look() throws -> Lookout.Look { try lookout.look(by: Scenario.rules()) { _ in } }
    disk.drop("Inbox/a/x.csv.done", "")
    #expect(try look().isDue)
    lookout.passEnded()
    #expect(try !look().isDue)
    disk.drop("Inbox/a/y.csv.done", "")
    #expect(try look().isDue)
  }

  @Test("F20: what somebody still writes waits")
  func whatSomebodyStillWritesWaits() throws {
    var lookout = try Lookout(disk, workspace: Scenario.workspace)
    func look() throws -> Lookout.Look { try lookout.look(by: Scenario.rules()) { _ in } }
    disk.drop("Inbox/a/x.csv", "x")
    disk.drop("Inbox/a/x.csv.done", "")
    disk.beingWritten = ["x.csv"]
    _ = try look()
    disk.advance(by: 60 * second)
    let waiting = try look()
    #expect(!waiting.isDue && waiting.next.map { $0 > disk.clock - second } == true)
    disk.beingWritten = []
    #expect(try look().isDue)
  }

  @Test func whatIsLeftOpenIsDueOnceAndWhenItIsClosed() throws {
    var lookout = try Lookout(disk, workspace: Scenario.workspace)
    func look() throws -> Bool { try lookout.look(by: Scenario.rules()) { _ in }.isDue }
    disk.drop("Inbox/a/9A1.xlsx", "x")
    disk.drop("Inbox/a/~$9A1.xlsx", "x")
    #expect(try !look())
    disk.advance(by: 601 * second)
    #expect(try look())
    // The pass leaves what it saw to `status`.
    let ledger = try Ledger(disk, workspace: Scenario.workspace, lookout: lookout)
    #expect(try ledger.take(by: Scenario.rules(), patience: 0).received.isEmpty)
    let view = try #require(try LedgerView(disk, workspace: Scenario.workspace))
    #expect(try view.survey(by: Scenario.rules()).contains { $0.state == .settling(.leftOpen) })
    lookout.passEnded()
    #expect(try !look())
    disk.file("Inbox/a")?.names["~$9A1.xlsx"] = nil
    #expect(try look())
  }

  @Test func aPassReliesOnWhatItsProcessHasSeen() throws {
    var lookout = try Lookout(disk, workspace: Scenario.workspace)
    disk.drop("Inbox/a/x.csv", "x")
    _ = try lookout.look(by: Scenario.rules()) { _ in }
    disk.advance(by: 2 * second)
    let ledger = try Ledger(disk, workspace: Scenario.workspace, lookout: lookout)
    #expect(try ledger.take(by: Scenario.rules(), patience: 0).received.count == 1)
  }

  @Test func everyFolderIsToldAndAnInboxThatIsAnotherStops() throws {
    disk.drop("Inbox/a/r/bo-sung/x.csv", "x")
    var lookout = try Lookout(disk, workspace: Scenario.workspace)
    var folders: [String] = []
    _ = try lookout.look(by: Scenario.rules()) { folders.append($0.name.escaped) }
    #expect(folders == ["Inbox", "a", "r", "bo-sung"])
    disk.root.names["Inbox"] = disk.make(.folder)
    #expect(throws: LedgerError.replaced(folder: "Inbox")) {
      try lookout.look(by: Scenario.rules()) { _ in }
    }
  }
}
