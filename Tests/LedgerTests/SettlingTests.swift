import Disk
import Ledger
import TestDisks
import Testing

/// When a file counts as whole: by our own looks and a clock that the test moves.
@Suite struct SettlingTests {
  private let disk = MemoryDisk()
  private let second: Int64 = 1_000_000_000

  init() throws { _ = try Ledger(disk, workspace: Scenario.workspace) }

  private func take(_ rules: IntakeRules = Scenario.rules(), patience: Int) throws -> Intake {
    defer { disk.checkConserved("after a pass") }
    return try Ledger(disk, workspace: Scenario.workspace).take(by: rules, patience: patience)
  }

  @Test func whatIsThereAtTheStartIsAwaited() throws {
    disk.drop("Inbox/a/x.csv", "x")
    let start = disk.clock
    #expect(try take(patience: 30).received.count == 1)
    #expect(disk.clock - start >= 2 * second)
    #expect(disk.clock - start < 4 * second)
  }

  @Test func withoutPatienceTheNextProcessRemembersTheFirstLook() throws {
    disk.drop("Inbox/a/x.csv", "x")
    #expect(try take(patience: 0).left.map(\.state) == [.settling(.changing)])
    #expect(try take(patience: 0).received.isEmpty, "a second look, but too soon")
    disk.advance(by: 2 * second)
    #expect(try take(patience: 0).received.count == 1)
  }

  @Test func anAbsurdSettingOnlyWaits() throws {
    disk.drop("Inbox/a/x.csv", "x")
    var rules = Scenario.rules { _ in .unclear }
    rules.settleSeconds = .max
    #expect(try take(rules, patience: 5).left.map(\.state) == [.settling(.changing)])
    rules.settleSeconds = .min
    #expect(try take(rules, patience: 1).received.count == 1)
  }

  @Test("F20: every change starts the time anew")
  func everyChangeStartsTheTimeAnew() throws {
    disk.drop("Inbox/a/x.csv", "x")
    for _ in 0..<5 {
      #expect(try take(patience: 0).received.isEmpty)
      disk.advance(by: 2 * second)
      disk.file("Inbox/a/x.csv")?.bytes.append(0x78)
    }
    #expect(try take(patience: 0).received.isEmpty)
    disk.advance(by: 2 * second)
    #expect(try take(patience: 0).received.map(\.size) == [6])
  }

  @Test("F20: a slow copy is named after thirty seconds at most")
  func aSlowCopyIsNamedAfterThirtySecondsAtMost() throws {
    disk.drop("Inbox/a/slow.csv", "x")
    disk.drop("Inbox/a/whole.csv", "y")
    disk.before = { [disk] call, name in
      if call == "fstatat", name == "slow.csv" { disk.file("Inbox/a/slow.csv")?.bytes.append(0x78) }
    }
    let start = disk.clock
    let intake = try take(patience: 30)
    disk.before = nil
    #expect(intake.received.map(\.path.name) == ["whole.csv"])
    #expect(intake.left.map(\.state) == [.settling(.changing)])
    #expect(disk.clock - start <= 31 * second)
  }

  @Test("F44: an empty file waits a minute, and is not awaited")
  func anEmptyFileWaitsAMinuteAndIsNotAwaited() throws {
    disk.drop("Inbox/a/x.csv", "")
    let start = disk.clock
    #expect(try take(patience: 30).left.map(\.state) == [.settling(.empty)])
    #expect(disk.clock - start < second)
    disk.advance(by: 60 * second)
    #expect(try take(patience: 30).received.map(\.size) == [0])
  }

  @Test("F21, F22: an unfinished file is taken in the end, to be refused")
  func anUnfinishedFileIsTakenInTheEndToBeRefused() throws {
    disk.drop("Inbox/a/x.xlsx", "PK")
    let rules = Scenario.rules { $0.tail.last == 0x4B ? .unfinished : .whole }
    #expect(try take(rules, patience: 10).left.map(\.state) == [.settling(.unfinished)])
    disk.advance(by: 18 * second)
    #expect(try take(rules, patience: 0).received.count == 1)
  }

  @Test func anUnclearEndSettlesThreeTimesAsLong() throws {
    disk.drop("Inbox/a/x.csv", "a,b")
    let rules = Scenario.rules { _ in .unclear }
    #expect(try take(rules, patience: 4).left.map(\.state) == [.settling(.changing)])
    disk.advance(by: 4 * second)
    #expect(try take(rules, patience: 0).received.count == 1)
  }

  @Test(
    "F24: a file that somebody has open waits", arguments: ["~$9A1.xlsx", "~$1.xlsx", ".~lock.9A1.xlsx#"])
  func aFileThatSomebodyHasOpenWaits(mark: String) throws {
    disk.drop("Inbox/a/9A1.xlsx", "x")
    disk.drop("Inbox/a/\(mark)", "x")
    disk.advance(by: 100 * second)
    #expect(try take(patience: 30).left.contains { $0.state == .settling(.open) })
    disk.file("Inbox/a")?.names[FileName(mark)] = nil
    #expect(try take(patience: 30).received.count == 1)
  }

  @Test(
    "F24: what somebody has left open for ten minutes is told, with the mark to delete; the next process knows"
  )
  func whatIsLeftOpenIsTold() throws {
    disk.drop("Inbox/a/9A1.xlsx", "x")
    disk.drop("Inbox/a/~$9A1.xlsx", "x")
    func state() throws -> InboxItem? { try take(patience: 0).left.first { $0.path.name == "9A1.xlsx" } }
    #expect(try state()?.state == .settling(.open))
    disk.advance(by: 590 * second)
    // Whoever saves it meanwhile has it open all the same.
    disk.file("Inbox/a/9A1.xlsx")?.modified += 1
    #expect(try state()?.state == .settling(.open))
    disk.advance(by: 11 * second)
    let told = try #require(try state())
    #expect(told.state == .settling(.leftOpen) && told.openMark == "~$9A1.xlsx")
    let view = try #require(try LedgerView(disk, workspace: Scenario.workspace))
    #expect(try view.survey(by: Scenario.rules()).contains(told))
    disk.file("Inbox/a")?.names["~$9A1.xlsx"] = nil
    #expect(try take(patience: 30).received.count == 1)
  }

  @Test("F24: so is what a program has open for writing, and what it writes meanwhile begins anew")
  func whatIsLeftOpenForWritingIsTold() throws {
    disk.drop("Inbox/a/x.csv", "x")
    disk.beingWritten = ["x.csv"]
    func state() throws -> InboxItem? { try take(patience: 0).left.first }
    // Whether it is open is asked when it would be taken.
    _ = try state()
    disk.advance(by: 3 * second)
    #expect(try state()?.state == .settling(.changing))
    disk.advance(by: 601 * second)
    #expect(try state()?.state == .settling(.leftOpen))
    #expect(try state()?.openMark == nil)
    disk.drop("Inbox/a/x.csv", "y")
    #expect(try state()?.state == .settling(.changing))
    disk.advance(by: 3 * second)
    #expect(try state()?.state == .settling(.changing))
  }

  @Test func theCheckSeesBothEnds() throws {
    disk.drop("Inbox/a/x.csv", String(repeating: "h", count: 4096) + String(repeating: "t", count: 69632))
    let rules = Scenario.rules(sizeLimit: 1 << 20) { ends in
      let heads = ends.head == [UInt8](repeating: 0x68, count: 4096)
      let tails = ends.tail == [UInt8](repeating: 0x74, count: 69632)
      return heads && tails && ends.size == 73728 && ends.name == "x.csv" ? .whole : .unfinished
    }
    #expect(try take(rules, patience: 5).received.count == 1)
  }
}
