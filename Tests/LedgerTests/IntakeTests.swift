import Disk
import Glibc
import TestDisks
import Testing

@testable import Ledger

@Suite struct IntakeTests {
  private let disk = MemoryDisk()
  private let rules = Scenario.rules()

  private func take(_ rules: IntakeRules? = nil, patience: Int = 30) throws -> Intake {
    defer { disk.checkConserved("after a pass") }
    return try Ledger(disk, workspace: Scenario.workspace).take(by: rules ?? self.rules, patience: patience)
  }

  private func state(_ path: String, in intake: Intake) -> InboxItem.State? {
    intake.left.first { $0.path.escaped == path }?.state
  }

  /// A workspace with its Inbox, so that files can be dropped.
  init() throws { _ = try Ledger(disk, workspace: Scenario.workspace) }

  @Test func arrivalsAreNumberedByUnitAndName() throws {
    for path in ["b/x.csv", "a/z.csv", "a/r2/y.csv", "a/r1/y.csv", "a/bo-sung/w.csv"] {
      disk.drop("Inbox/\(path)", path)
    }
    let first = try take()
    #expect(
      first.received.map(\.path.escaped) == [
        "a/bo-sung/w.csv", "a/r1/y.csv", "a/r2/y.csv", "a/z.csv", "b/x.csv",
      ])
    #expect(first.received.map(\.seq) == [1, 2, 3, 4, 5])
    #expect(first.received.map(\.destination.mode) == [.addition, .whole, .whole, .whole, .whole])
    #expect(first.received.map(\.destination.round) == [nil, "r1", "r2", nil, nil])
    #expect(first.left.isEmpty)
    disk.drop("Inbox/a/a.csv", "later")
    #expect(try take().received.map(\.seq) == [6])
  }

  @Test func aPassThatIsNotEndedGoesOnUnderItsNumber() throws {
    disk.drop("Inbox/a/1.csv", "1")
    #expect(try take().received.map(\.pass) == [1])
    disk.drop("Inbox/a/2.csv", "2")
    let ledger = try Ledger(disk, workspace: Scenario.workspace)
    #expect(try ledger.take(by: rules).received.map(\.pass) == [1])
    try ledger.endPass()
    #expect(ledger.pass == 2)
    try ledger.endPass()
    #expect(ledger.pass == 2, "a pass without arrivals leaves no trace")
  }

  @Test(
    arguments: [
      (".x", .hidden), ("~$9A1.xlsx", .owner), ("a.tmp", .temporary), ("a.PART", .temporary),
      ("a.crdownload", .temporary), ("a.filepart", .temporary), (".in.a.csv", .temporary),
      ("a.camelLock", .temporary),
      ("Thumbs.db", .system), (".DS_Store", .system), ("desktop.ini", .system), ("0A1b2C3d", .temporary),
      (".making-x", .hidden),
    ] as [(String, InboxItem.Ignored)])
  func namesOfNobodyAreListedAndLeft(name: String, reason: InboxItem.Ignored) throws {
    disk.drop("Inbox/a/\(name)", "x")
    let intake = try take()
    #expect(intake.received.isEmpty)
    #expect(intake.left == [InboxItem(path: InboxPath(["a"], FileName(name)), state: .ignored(reason))])
  }

  @Test("F40, F41: what is no file of a sender is listed and left")
  func placesOfNobodyAreListedAndLeft() throws {
    disk.drop("Inbox/README.md", "x")
    disk.drop("Inbox/loose.csv", "x")
    disk.drop("Inbox/a/r/bo-sung/more/x.csv", "x")
    disk.drop("Inbox/a/0A1b2C3d.csv", "x")
    disk.drop("Inbox/la/x.csv", "x")
    disk.file("Inbox/a")?.names["link"] = disk.make(.link)
    disk.file("Inbox/a")?.names["pipe"] = disk.make(.other)
    let intake = try take()
    #expect(intake.received.map(\.path.escaped) == ["a/0A1b2C3d.csv"])
    #expect(state("README.md", in: intake) == .ignored(.guide))
    #expect(state("loose.csv", in: intake) == .ignored(.outsideUnit))
    #expect(state("a/r/bo-sung/more", in: intake) == .ignored(.tooDeep))
    #expect(state("a/link", in: intake) == .ignored(.link))
    #expect(state("a/pipe", in: intake) == .ignored(.notAFile))
    #expect(state("la/x.csv", in: intake) == .waiting(reason: "unknown-unit"))
    #expect(intake.left.count == 6)
  }

  @Test func onlyContentThatConcernsUsLeavesAnUnknownSubfolder() throws {
    disk.drop("Inbox/so/dot-la/rounds.csv", "rounds")
    disk.drop("Inbox/so/dot-la/roster.csv", "roster")
    let intake = try take()
    #expect(intake.received.map(\.path.name) == ["rounds.csv"])
    #expect(state("so/dot-la/roster.csv", in: intake) == .waiting(reason: "unknown-round"))
    #expect(disk.files(below: ".ledger/tmp").isEmpty)
  }

  @Test("F42: any name is a file of its own")
  func anyNameIsAFileOfItsOwn() throws {
    disk.drop("Inbox/a/x", "")
    let names: [FileName] = [
      "\u{1EC3}", "e\u{302}\u{309}", "A.csv", "a.csv", "x\ny", "x\ty", "-rf", FileName([0xFF]), "CON.csv",
      "a.csv ", "a.csv.", "an\u{202E}vsc.csv", FileName([UInt8](repeating: 0x61, count: 255)),
    ]
    for (index, name) in names.enumerated() {
      let file = disk.make(.file)
      file.bytes = Array("\(index)".utf8)
      disk.file("Inbox/a")?.names[name] = file
    }
    let received = try take().received
    #expect(received.map(\.path.name) == names.sorted())
    #expect(Set(received.map(\.hash)).count == names.count)
    let again = try Ledger(disk, workspace: Scenario.workspace).received
    #expect(again == received, "names survive the journal")
  }

  @Test("F25: equal bytes are one object and two arrivals")
  func equalBytesAreOneObjectAndTwoArrivals() throws {
    disk.drop("Inbox/a/1.csv", "same")
    disk.drop("Inbox/a/2.csv", "same")
    let intake = try take()
    #expect(intake.received.map(\.hash).count == 2)
    #expect(disk.files(below: ".ledger/objects").count == 1)
    #expect(disk.files(below: "Inbox").isEmpty)
  }

  @Test("F25: two names of one file are two arrivals, and both go")
  func twoNamesOfOneFileGoAtOnce() throws {
    disk.drop("Inbox/a/1.csv", "same")
    let file = try #require(disk.file("Inbox/a/1.csv"))
    file.links = 2
    disk.file("Inbox/a")?.names["2.csv"] = file
    #expect(try take().received.map(\.path.name) == ["1.csv", "2.csv"])
    #expect(disk.files(below: "Inbox").isEmpty)
    #expect(try take().received.isEmpty)
  }

  @Test("F23: a file that changes while it is copied is left")
  func aFileThatChangesWhileItIsCopiedIsLeft() throws {
    disk.drop("Inbox/a/x.csv", "first")
    var reads = 0
    disk.before = { [disk] call, name in
      guard call == "read", name == "x.csv", let node = disk.file("Inbox/a/x.csv") else { return }
      reads += 1
      // After the ends were looked at, in the midst of the copy.
      if reads == 4 {
        node.bytes = Array("other".utf8)
        node.changed = disk.tick()
      }
    }
    let intake = try take()
    disk.before = nil
    #expect(reads >= 4)
    #expect(intake.received.isEmpty)
    #expect(state("a/x.csv", in: intake) == .settling(.changing))
    #expect(disk.files(below: ".ledger/tmp").isEmpty)
    let next = try take()
    #expect(next.received.map(\.size) == [5])
    #expect(
      disk.files(below: ".ledger/objects").values.map { String(decoding: $0, as: UTF8.self) } == ["other"])
  }

  /// Between the last look and the removal a new version takes the name.
  @Test("F23: a file that is replaced at the last moment is put back")
  func aFileThatIsReplacedAtTheLastMomentIsPutBack() throws {
    disk.drop("Inbox/a/x.csv", "first")
    disk.before = { [disk] call, name in
      if call == "rename", name == "x.csv", disk.file("Inbox/a/x.csv")?.bytes == Array("first".utf8) {
        disk.drop("Inbox/a/x.csv", "second")
      }
    }
    #expect(try take().received.count == 1)
    disk.before = nil
    #expect(disk.files(below: "Inbox") == ["a/x.csv": Array("second".utf8)])
    #expect(try take().received.map(\.seq) == [2])
    #expect(disk.files(below: ".ledger/objects").count == 2)
  }

  /// Whoever has it open by then would write where nobody reads.
  @Test("F20, F23: a file that somebody opens for writing before its name goes is put back")
  func aFileThatIsOpenedAtTheLastMomentIsPutBack() throws {
    disk.drop("Inbox/a/x.csv", "first")
    disk.beingWritten = ["gone-1"]
    #expect(try take().received.count == 1)
    #expect(disk.files(below: "Inbox") == ["a/x.csv": Array("first".utf8)])
    disk.file("Inbox/a/x.csv")?.bytes += Array(", second".utf8)
    disk.beingWritten = []
    #expect(try take().received.map(\.seq) == [2])
    #expect(disk.files(below: ".ledger/objects").values.contains(Array("first, second".utf8)))
    #expect(disk.files(below: "Inbox").isEmpty)
  }

  /// There it cannot be moved aside first.
  @Test("F17, F23: nor is the name of such a file removed on another file system than the ledger's")
  func aFileThatIsOpenedAtTheLastMomentElsewhereStays() throws {
    disk.drop("Inbox/a/x.csv", "first")
    var isOpened = true
    let apart = FaultyDisk(disk, with: EXDEV) { [disk] call, name in
      guard call == "rename", name == "x.csv" else { return false }
      if isOpened { disk.beingWritten = [name] }
      return true
    }
    func take() throws -> Intake { try Ledger(apart, workspace: Scenario.workspace).take(by: rules) }
    #expect(try take().left.map(\.state) == [.taken(seq: 1)])
    (isOpened, disk.beingWritten) = (false, [])
    disk.file("Inbox/a/x.csv")?.bytes += Array(", second".utf8)
    #expect(try take().received.map(\.seq) == [2])
    #expect(disk.files(below: ".ledger/objects").values.contains(Array("first, second".utf8)))
    #expect(disk.files(below: "Inbox").isEmpty)
  }

  @Test func aNameThatCannotBeRemovedIsKnownAgain() throws {
    disk.drop("Inbox/a/x.csv", "x")
    let readOnly = FaultyDisk(disk) { call, name in call == "rename" && name == "x.csv" }
    let ledger = try Ledger(readOnly, workspace: Scenario.workspace)
    #expect(try ledger.take(by: rules).left.map(\.state) == [.taken(seq: 1)])
    let again = try ledger.take(by: rules)
    #expect(again.received.isEmpty)
    #expect(again.left.map(\.state) == [.taken(seq: 1)])
  }

  @Test func theViewShowsEveryNameWithoutTouchingIt() throws {
    disk.drop("Inbox/a/x.csv", "x")
    let view = try #require(try LedgerView(disk, workspace: Scenario.workspace))
    #expect(try view.survey(by: rules).map(\.state) == [.settling(.changing)])
    _ = try take()
    #expect(try view.survey(by: rules).isEmpty)
  }

  @Test("F45: a file over the limit is not opened")
  func aFileOverTheLimitIsNotOpened() throws {
    disk.drop("Inbox/a/x.csv", String(repeating: "x", count: 1001))
    var opened = false
    disk.before = { call, name in if call == "openat", name == "x.csv" { opened = true } }
    let intake = try take()
    disk.before = nil
    #expect(intake.left.map(\.state) == [.tooLarge(1001)])
    #expect(!opened)
  }

  @Test("F13, F43: one unreadable file stops no other")
  func oneUnreadableFileStopsNoOther() throws {
    disk.drop("Inbox/a/1.csv", "1")
    disk.drop("Inbox/a/2.csv", "2")
    let error = DiskError("openFile", number: EACCES, name: "1.csv")
    let refusing = FaultyDisk(disk) { call, name in call == "openFile" && name == "1.csv" }
    let ledger = try Ledger(refusing, workspace: Scenario.workspace)
    let intake = try ledger.take(by: rules)
    #expect(intake.received.map(\.path.name) == ["2.csv"])
    #expect(state("a/1.csv", in: intake) == .unreadable(error))
  }

  @Test("F29: more files than a batch are all taken")
  func moreFilesThanABatchAreAllTaken() throws {
    for index in 0..<1203 { disk.drop("Inbox/a/\(index).csv", "\(index)") }
    let intake = try take()
    #expect(intake.received.map(\.seq) == Array(1...1203))
    #expect(disk.files(below: "Inbox").isEmpty)
    #expect(disk.files(below: ".ledger/objects").count == 1203)
    #expect(disk.openHandles == 0)
  }
}
