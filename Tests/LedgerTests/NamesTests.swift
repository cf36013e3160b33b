import Disk
import Glibc
import TestDisks
import Testing

@testable import Ledger

/// What files were called stands beside the journal, as long as their bytes are kept and no longer.
@Suite struct NamesTests {
  private let disk = MemoryDisk()
  private let names: [FileName] = [
    "Lê Thị Canary 080207000999.csv", "9A2.csv", FileName([0xFF, 0x0A, 0x2E]),
  ]

  init() throws {
    _ = try open()
    disk.drop("Inbox/a/x", "")
    let folder = try #require(disk.file("Inbox/a"))
    folder.names["x"] = nil
    for (index, name) in names.enumerated() {
      let file = disk.make(.file)
      file.bytes = Array("\(index)".utf8)
      folder.names[name] = file
    }
    #expect(try open().take(by: Scenario.rules()).received.map(\.path.name) == names.sorted())
  }

  private func open() throws -> Ledger { try Ledger(disk, workspace: Scenario.workspace) }

  /// The files of the ledger that have a name of a file in them, as it is or in hexadecimal digits; but for what
  /// was seen of the Inbox, which is seen again at the next pass.
  private func tellers(of name: FileName) -> [String] {
    let digits = Array(
      name.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().utf8)
    return disk.files(below: ".ledger").filter { $0.key != "looks" }.filter { file in
      [name.bytes, digits].contains { !file.value.ranges(of: $0).isEmpty }
    }.keys.sorted()
  }

  private func number(of name: FileName) -> Int? {
    let ledger = try? open()
    return ledger?.received.first { $0.path.name == name }?.seq
  }

  @Test func noJournalHasAName() throws {
    for name in names { #expect(tellers(of: name) == ["names"]) }
    #expect(try open().received.map(\.path.name) == names.sorted())
    #expect(
      try LedgerView(disk, workspace: Scenario.workspace)?.received.map(\.path.name)
        == names.sorted())
  }

  @Test func aPurgeRemovesTheNamesOfWhatGoesAndNoOther() throws {
    let seq = try #require(number(of: names[0]))
    do {
      let ledger = try open()
      let hash = try #require(ledger.arrival(seq)?.hash)
      try ledger.purge(Purge(rule: "refusedDays", seqs: [seq], hashes: [hash]))
    }
    #expect(tellers(of: names[0]).isEmpty)
    for name in names.dropFirst() { #expect(tellers(of: name) == ["names"]) }
    do {
      let ledger = try open()
      #expect(ledger.notes.isEmpty && ledger.namesLost == 0)
      #expect(ledger.arrival(seq)?.path == InboxPath(["a"], ""))
      // Others come after it, and are called as they are.
      disk.drop("Inbox/a/9A3.csv", "3")
      #expect(try ledger.take(by: Scenario.rules()).received.map(\.path.escaped) == ["a/9A3.csv"])
    }
    #expect(try open().received.count { !$0.isNameless } == 3)
  }

  /// By the newer one it is known that nobody need mend the older.
  @Test func aNameStaysAsLongAsAnotherFileOfThatName() throws {
    disk.drop("Inbox/a/9A2.csv", "again")
    #expect(try open().take(by: Scenario.rules()).received.map(\.seq) == [4])
    let older = try #require(number(of: "9A2.csv"))
    for (seq, named) in [(4, 2), (older, 0)] {
      let ledger = try open()
      try ledger.purge(Purge(rule: "x", seqs: [seq], hashes: [try #require(ledger.arrival(seq)).hash]))
      let view = try LedgerView(disk, workspace: Scenario.workspace)
      #expect(view?.received.count { $0.path.name == "9A2.csv" } == named, "\(seq)")
    }
    #expect(tellers(of: "9A2.csv").isEmpty)
  }

  /// Its name could not be removed from the Inbox, and is still there when its time is over.
  @Test func aFileWithoutItsNameIsKnownByItsVersion() throws {
    disk.drop("Inbox/a/bo.csv", "x")
    let stuck = FaultyDisk(disk) { call, name in
      ["rename", "removeFile"].contains(call) && name == "bo.csv"
    }
    let seq = 4
    do {
      let ledger = try Ledger(stuck, workspace: Scenario.workspace)
      #expect(try ledger.take(by: Scenario.rules()).left.map(\.state) == [.taken(seq: seq)])
      try ledger.purge(
        Purge(rule: "refusedDays", seqs: [seq], hashes: [ledger.received[seq - 1].hash]))
    }
    do {
      let ledger = try Ledger(stuck, workspace: Scenario.workspace)
      let intake = try ledger.take(by: Scenario.rules())
      #expect(intake.received.isEmpty && intake.left.map(\.state) == [.taken(seq: seq)])
    }
    let intake = try open().take(by: Scenario.rules())
    #expect(intake.received.isEmpty && intake.left.isEmpty && disk.files(below: "Inbox").isEmpty)
  }

  @Test func wherePartOfTheFileIsLostTheRestIsKnownAndAllIsTold() throws {
    let whole = try #require(disk.file(".ledger/names")).bytes
    for length in 0..<whole.count {
      disk.file(".ledger/names")?.bytes = Array(whole.prefix(length))
      let known = whole.prefix(length).count { $0 == 0x0A }
      do {
        let ledger = try open()
        #expect(
          ledger.namesLost == 3 - known && ledger.notes == [.namesLost(3 - known)], "\(length)")
        #expect(ledger.received.map(\.seq) == [1, 2, 3])
      }
      if length % 40 == 0 {
        let copy = MemoryDisk(copyOf: disk)
        copy.drop("Inbox/a/moi.csv", "4")
        _ = try Ledger(copy, workspace: Scenario.workspace).take(by: Scenario.rules())
        let ledger = try Ledger(copy, workspace: Scenario.workspace)
        #expect(
          ledger.received.last?.path.name == "moi.csv" && ledger.namesLost == 3 - known, "\(length)"
        )
      }
    }
  }

  @Test("F01: a name that a death left without an arrival goes with the next pass")
  func aNameWithoutAnArrivalGoes() throws {
    do {
      let ledger = try open()
      try ledger.purge(Purge(rule: "refusedDays", seqs: [1], hashes: [ledger.received[0].hash]))
      _ = try ledger.writeDown(["Mồ côi.csv"])
    }
    _ = try open()
    #expect(tellers(of: "Mồ côi.csv") == ["names"], "at the opening it is not known whose it is")
    disk.drop("Inbox/a/moi.csv", "4")
    do {
      let ledger = try open()
      _ = try ledger.take(by: Scenario.rules())
      try ledger.endPass()
    }
    #expect(tellers(of: "Mồ côi.csv").isEmpty)
    #expect(try open().received.map(\.path.name) == [""] + names.sorted().dropFirst() + ["moi.csv"])
  }

  @Test func namesThatWereLostCanBeLearntAgain() throws {
    let received = try open().received
    let folder = try disk.openFolder(Places.ledgerName, in: try disk.openFolder(path: Scenario.workspace))
    for _ in 0..<2 {
      try disk.removeFile(Names.file, in: folder)
      let ledger = try open()
      #expect(ledger.nameless.map(\.seq) == [1, 2, 3])
      try ledger.learn([1: received[0].path.name, 3: received[2].path.name])
      #expect(ledger.nameless.map(\.seq) == [2] && ledger.namesLost == 1)
    }
    let again = try open()
    #expect(again.received.map(\.path.name) == [received[0].path.name, "", received[2].path.name])
    #expect(again.notes == [.namesLost(1)])
    // They go with a purge like others.
    try again.purge(Purge(rule: "refusedDays", seqs: [1], hashes: [received[0].hash]))
    #expect(tellers(of: received[0].path.name).isEmpty)
  }

  @Test("F67: an older journal, with names in it, is read and goes on as a newer one")
  func anOlderJournalIsRead() throws {
    var received = try open().received
    let ledger = try disk.openFolder(
      Places.ledgerName, in: try disk.openFolder(path: Scenario.workspace))
    let journal = try #require(disk.file(".ledger/journal"))
    var founding = try #require(try Journal(journal.bytes).founding())
    founding.version = 1
    for name: FileName in [Journal.name, Journal.copyName, Names.file] {
      try disk.removeFile(name, in: ledger)
    }
    for index in received.indices { received[index].seal = "" }
    var older = try Journal([])
    _ = try older.append(
      [Entry.Draft(Founding.kind, founding)] + received.map { try Entry.Draft(Received.kind, $0) }
        + [Entry.Draft(PassEnd.kind, PassEnd(pass: 1))], utc: "",
      to: try disk.openLog(Journal.name, in: ledger), on: disk)
    do {
      let opened = try open()
      #expect(opened.received == received && opened.namesLost == 0 && !opened.hasBegun)
      disk.drop("Inbox/a/moi.csv", "4")
      #expect(try opened.take(by: Scenario.rules()).received.map(\.seq) == [4])
    }
    let again = try open()
    #expect(again.received.map(\.path.name) == received.map(\.path.name) + ["moi.csv"])
    #expect(again.entries.filter { $0.kind == Founding.kind }.map(\.seq) == [1, 6])
    #expect(try again.entries[5].decode(Founding.self).version == Founding.current)
  }
}
