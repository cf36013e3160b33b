import Disk
import Glibc
import TestDisks
import Testing

@testable import Ledger

/// Files of which the machine does not tell who writes them, because they are somebody else's.
@Suite struct RestingTests {
  private let disk = MemoryDisk()
  private let second: Int64 = 1_000_000_000

  init() throws {
    _ = try Ledger(disk, workspace: Scenario.workspace)
    disk.tellsWriters = false
  }

  private func take(patience: Int = 30) throws -> Intake {
    defer { disk.checkConserved("after a pass") }
    return try Ledger(disk, workspace: Scenario.workspace).take(by: Scenario.rules(), patience: patience)
  }

  private var kept: Set<String> {
    Set(disk.files(below: ".ledger/objects").values.map { String(decoding: $0, as: UTF8.self) })
  }

  @Test("F20: where nobody tells who writes a file, it settles as on a network folder")
  func whereNobodyTellsItSettlesLonger() throws {
    disk.drop("Inbox/a/x.csv", "x")
    let start = disk.clock
    #expect(try take().received.count == 1)
    #expect(disk.clock - start >= 5 * second && disk.clock - start < 7 * second)
    // Its sender may say so himself.
    disk.drop("Inbox/a/y.csv", "y")
    disk.drop("Inbox/a/y.csv.done", "")
    #expect(try take(patience: 2).received.count == 1)
  }

  @Test("F20, F23: what is written after a file was taken is back in the Inbox at the next pass, and taken")
  func whatIsWrittenAfterwardsComesBack() throws {
    disk.drop("Inbox/a/x.csv", "half, ")
    #expect(try take().received.count == 1)
    #expect(disk.files(below: "Inbox").isEmpty)
    let aside = try #require(disk.file(".ledger/tmp/gone-1"))
    aside.bytes += Array("and the rest".utf8)
    aside.modified = disk.tick()
    #expect(try take(patience: 0).left.map(\.path.escaped) == ["a/x.csv"])
    #expect(try take().received.map(\.seq) == [2])
    #expect(kept == ["half, ", "half, and the rest"])
    _ = try take()
    #expect(disk.files(below: "Inbox").isEmpty && disk.files(below: ".ledger/tmp").isEmpty)
  }

  @Test("F20, F23: so is what is written while the next pass watches it")
  func whatIsWrittenMeanwhileComesBack() throws {
    disk.drop("Inbox/a/x.csv", "half, ")
    _ = try take()
    var looks = 0
    disk.before = { [disk] call, name in
      guard call == "openat", name == "gone-1" else { return }
      looks += 1
      if looks == 2 { disk.file(".ledger/tmp/gone-1")?.bytes += Array("and the rest".utf8) }
    }
    #expect(try take().received.map(\.seq) == [2])
    disk.before = nil
    #expect(looks == 2)
    #expect(kept == ["half, ", "half, and the rest"])
  }

  @Test("F14, F20: what its sender has closed to us while it rests waits, and stops nothing")
  func whatIsClosedMeanwhileWaits() throws {
    disk.drop("Inbox/a/x.csv", "x")
    _ = try take()
    let closed = FaultyDisk(disk) { call, name in call == "openFile" && name == "gone-1" }
    disk.drop("Inbox/a/y.csv", "y")
    let ledger = try Ledger(closed, workspace: Scenario.workspace)
    #expect(try ledger.take(by: Scenario.rules()).received.map(\.seq) == [2])
    #expect(disk.file(".ledger/tmp/gone-1") != nil)
  }

  @Test("F17, F20: on another file system it rests where it lies")
  func onAnotherFileSystemItRestsInTheInbox() throws {
    let apart = FaultyDisk(disk, with: EXDEV) { call, name in call == "rename" && name == "x.csv" }
    func take() throws -> Intake {
      try Ledger(apart, workspace: Scenario.workspace).take(by: Scenario.rules())
    }
    disk.drop("Inbox/a/x.csv", "half, ")
    #expect(try take().left.map(\.state) == [.taken(seq: 1)])
    disk.file("Inbox/a/x.csv")?.bytes += Array("and the rest".utf8)
    let intake = try take()
    #expect(intake.received.map(\.seq) == [2] && intake.left.map(\.state) == [.taken(seq: 2)])
    let start = disk.clock
    #expect(try take().left.isEmpty)
    #expect(disk.clock - start >= 5 * second)
    #expect(disk.files(below: "Inbox").isEmpty && kept == ["half, ", "half, and the rest"])
  }

  @Test("F20: what was taken is let go by the next pass, once it has rested for five seconds")
  func whatHasRestedIsLetGo() throws {
    disk.drop("Inbox/a/x.csv", "x")
    _ = try take()
    #expect(Set(disk.files(below: ".ledger/tmp").keys) == ["gone-1"])
    var lookout = try Lookout(disk, workspace: Scenario.workspace)
    #expect(try lookout.look(by: Scenario.rules()) { _ in }.isWorthTryingAgain)
    let start = disk.clock
    #expect(try take().received.isEmpty)
    #expect(disk.clock - start >= 5 * second)
    #expect(disk.files(below: ".ledger/tmp").isEmpty)
    #expect(try !lookout.look(by: Scenario.rules()) { _ in }.isWorthTryingAgain)
  }

  @Test("F14, F20: what rests and cannot be put back or read stops nothing of the others")
  func whatCannotBePutBackStopsNothing() throws {
    for obstacle in ["a file", "closed", "broken", "gone"] {
      let disk = MemoryDisk()
      _ = try Ledger(disk, workspace: Scenario.workspace)
      disk.tellsWriters = false
      disk.drop("Inbox/a/x.csv", "half, ")
      _ = try Ledger(disk, workspace: Scenario.workspace).take(by: Scenario.rules())
      let inbox = try #require(disk.file("Inbox"))
      let folder = try #require(inbox.names["a"])
      let aside = try #require(disk.file(".ledger/tmp/gone-1"))
      if obstacle == "a file" { inbox.names["a"] = disk.make(.file) }
      if obstacle != "gone" {
        aside.bytes += Array((obstacle == "broken" ? "" : "and the rest").utf8)
        aside.modified = disk.tick()
      }
      let faulty = FaultyDisk(disk, with: obstacle == "closed" ? EACCES : EIO) { call, name in
        call == "openFolder" && name == "a" && obstacle == "closed"
          || call == "openFile" && name == "gone-1" && obstacle == "broken"
      }
      disk.drop("Inbox/b/y.csv", "y")
      let ledger = try Ledger(faulty, workspace: Scenario.workspace)
      let isTold = ledger.notes.contains(.cannotComeBack(seq: 1, unit: "a"))
      #expect(isTold == (obstacle != "gone"), "\(obstacle)")
      if obstacle == "gone" { disk.file(".ledger/tmp")?.names["gone-1"] = nil }
      #expect(try ledger.take(by: Scenario.rules()).received.map(\.seq) == [2], "\(obstacle)")
      #expect((disk.file(".ledger/tmp/gone-1") === aside) == (obstacle != "gone"), "\(obstacle)")
      inbox.names["a"] = folder
      guard obstacle != "gone", obstacle != "broken" else { continue }
      disk.checkConserved(obstacle)
      withExtendedLifetime(ledger) {}
    }
  }

  @Test("F14, F20: where a name may not be removed nothing is waited for, else five seconds at most")
  func whatCannotGoIsNotWaitedFor() throws {
    for isClosed in [true, false] {
      let disk = MemoryDisk()
      _ = try Ledger(disk, workspace: Scenario.workspace)
      disk.tellsWriters = false
      disk.drop("Inbox/a/x.csv", "x")
      let apart = FaultyDisk(disk, with: EXDEV) { call, name in
        call == "rename" && name == "x.csv" || call == "mayWrite" && isClosed
      }
      var rules = Scenario.rules()
      func take() throws -> Intake {
        try Ledger(apart, workspace: Scenario.workspace).take(by: rules)
      }
      #expect(try take().left.map(\.state) == [.taken(seq: 1)])
      rules.settleSeconds = 3600
      let start = disk.clock
      #expect(try take().left.isEmpty == !isClosed)
      #expect(disk.clock - start < (isClosed ? second : 6 * second))
    }
  }
}
