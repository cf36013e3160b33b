import Disk
import Foundation
import TestDisks
import Testing

@testable import Ledger

/// What has outlived its time goes for good, and the journal says so.
@Suite struct PurgeTests {
  private let purge = { (ledger: Ledger) in
    let arrival = ledger.received[0]
    return Purge(
      rule: "refusedDays", seqs: [arrival.seq], hashes: [arrival.hash],
      outbox: [["so", "lop10"]], files: [Purge.Files(in: ["so", "bien-nhan"], of: [arrival.seq])])
  }

  private func workspace() throws -> MemoryDisk {
    let disk = MemoryDisk()
    Scenario.fill(disk)
    try Scenario.pass(on: disk)
    return disk
  }

  private func check(_ disk: MemoryDisk, on other: (any Disk)? = nil, _ what: String) throws {
    let ledger = try Ledger(other ?? disk, workspace: Scenario.workspace)
    #expect(ledger.purged == [1], "\(what)")
    #expect(disk.files(below: ".ledger/objects").count == 2, "\(what)")
    #expect(ledger.received.map(\.isNameless) == [true, false, false] && ledger.namesLost == 0, "\(what)")
    #expect(disk.file(".ledger/names")?.bytes.count { $0 == 0x0A } == 2, "\(what)")
    #expect(disk.files(below: "Outbox").keys.allSatisfy { $0.hasPrefix("thcs-a/") }, "\(what)")
    #expect(ledger.entries.filter { $0.kind == Purge.begun }.count == 1, "\(what)")
    #expect(ledger.entries.filter { $0.kind == Purge.done }.count == 1, "\(what)")
  }

  @Test func aTombstoneStaysAndTheSameBytesAreANewArrival() throws {
    let disk = try workspace()
    let arrival: Received
    do {
      let ledger = try Ledger(disk, workspace: Scenario.workspace)
      arrival = ledger.received[0]
      ledger.shelf.put([1], as: arrival.hash + "-x")
      try ledger.purge(purge(ledger))
    }
    try check(disk, "purged")
    let ledger = try Ledger(disk, workspace: Scenario.workspace)
    #expect(ledger.shelf.get(arrival.hash + "-x") == nil)
    disk.drop("Inbox/so/dot.csv", Scenario.dropped["Inbox/so/dot.csv"] ?? "")
    #expect(try ledger.take(by: Scenario.rules()).received.map(\.seq) == [4])
    #expect(throws: Never.self) { try ledger.objects.read(arrival.hash) }
  }

  @Test func filesGoByTheirNumberAndTheJournalHasNoNames() throws {
    let disk = try workspace()
    let names = [
      "000001-canary-tu-choi.xlsx", "000001-canary-tu-choi-goc.csv", "0000010-canary.xlsx", "000001canary",
      "000002-canary-nhan.xlsx",
    ]
    for name in names { disk.drop("Outbox/so/bien-nhan/\(name)", "x") }
    disk.drop(".ledger/looks", "canary.csv")
    let ledger = try Ledger(disk, workspace: Scenario.workspace)
    func purge(_ part: String) throws -> [String] {
      try ledger.purge(
        Purge(
          rule: "x",
          files: [.init(in: ["so", "bien-nhan"], of: [1], part: part), .init(in: ["ai"], of: [1])]))
      return disk.files(below: "Outbox/so/bien-nhan").keys.filter { $0.contains("canary") }.sorted()
    }
    #expect(try purge("-goc.") == [names[0], names[2], names[3], names[4]])
    #expect(try purge("") == [names[2], names[3], names[4]])
    let journal = try #require(disk.file(".ledger/journal")).bytes
    #expect(!String(decoding: journal, as: UTF8.self).contains("canary"))
    #expect(disk.file(".ledger/looks") == nil, "what was seen names files too")
  }

  @Test func whatWasLaidOutGoesWithItsContent() throws {
    let disk = try workspace()
    let ledger = try Ledger(disk, workspace: Scenario.workspace)
    let own = try ledger.objects.read(ledger.received[0].hash)
    try ledger.layOut(own, at: ["so", "1-x.csv"])
    try ledger.layOut(own, at: ["khong-ro", "x.csv"])
    try ledger.layOut(own + [0x0A], at: ["khong-ro", "y.csv"])
    try ledger.purge(purge(ledger))
    #expect(disk.files(below: ".ledger/recovered").keys.sorted() == ["khong-ro/y.csv"])
  }

  @Test("F14: what was laid out and cannot be removed is named, and stops neither the purge nor what follows")
  func whatWasLaidOutAndCannotBeRemovedStopsNothing() throws {
    let refusals: [(call: String, name: FileName, left: [String])] = [
      ("removeFile", "1-x.csv", [".ledger/recovered/so/1-x.csv"]),
      ("openFile", "1-x.csv", [".ledger/recovered/so/1-x.csv"]),
      ("openFolder", "recovered", [".ledger/recovered"]),
      ("entries", "recovered", [".ledger/recovered"]),
      ("openFolder", "khong-ro", [".ledger/recovered/khong-ro"]),
    ]
    for refusal in refusals {
      let disk = try workspace()
      let faulty = FaultyDisk(disk) { call, name in call == refusal.call && name == refusal.name }
      do {
        let ledger = try Ledger(disk, workspace: Scenario.workspace)
        let own = try ledger.objects.read(ledger.received[0].hash)
        try ledger.layOut(own, at: ["so", "1-x.csv"])
        try ledger.layOut(own, at: ["khong-ro", "x.csv"])
      }
      do {
        let ledger = try Ledger(faulty, workspace: Scenario.workspace)
        try ledger.purge(purge(ledger))
        #expect(try ledger.removeLaidOut() == refusal.left, "\(refusal)")
      }
      try check(disk, on: faulty, "\(refusal)")
      #expect(!disk.files(below: ".ledger/recovered").isEmpty, "\(refusal)")
      #expect(try Ledger(disk, workspace: Scenario.workspace).removeLaidOut().isEmpty, "\(refusal)")
      #expect(disk.files(below: ".ledger/recovered").isEmpty, "\(refusal)")
    }
  }

  @Test func aRemovalInAnOlderJournalIsRead() throws {
    let old =
      #"{"hashes":["h"],"outbox":[["so","bien-nhan","000001-x.json"]],"rule":"refusedDays","seqs":[1]}"#
    let purge = try JSONDecoder().decode(Purge.self, from: Data(old.utf8))
    #expect(purge.seqs == [1] && purge.rounds.isEmpty && purge.files.isEmpty)
  }

  @Test func whatAnotherArrivalNeedsStays() throws {
    let disk = try workspace()
    disk.drop("Inbox/so/ban-sao.csv", Scenario.dropped["Inbox/so/dot.csv"] ?? "")
    let ledger = try Ledger(disk, workspace: Scenario.workspace)
    _ = try ledger.take(by: Scenario.rules())
    try ledger.purge(purge(ledger))
    #expect(throws: Never.self) { try ledger.objects.read(ledger.received[3].hash) }
  }

  @Test("F01: every operation of a purge may be the last")
  func everyOperationOfAPurgeMayBeTheLast() throws {
    for n in 1...300 {
      let disk = try workspace()
      do {
        let ledger = try Ledger(disk, workspace: Scenario.workspace)
        try ledger.layOut(ledger.objects.read(ledger.received[0].hash), at: ["so", "1-x.csv"])
      }
      let faulty = FaultyDisk(disk, at: n, .death)
      _ = try? {
        let ledger = try Ledger(faulty, workspace: Scenario.workspace)
        try ledger.purge(purge(ledger))
      }()
      do {
        let ledger = try Ledger(disk, workspace: Scenario.workspace)
        if ledger.purged.isEmpty { try ledger.purge(purge(ledger)) }
      }
      try check(disk, "operation \(n)")
      #expect(disk.files(below: ".ledger/recovered").isEmpty, "operation \(n)")
      if !faulty.wasMet {
        #expect(n > 20)
        return
      }
    }
    Issue.record("no run was left untouched")
  }
}
