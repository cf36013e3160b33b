import Disk
import TestDisks
import Testing

@testable import Ledger

@Suite struct JournalTests {
  /// The bytes of a journal of three entries.
  private func three() throws -> [UInt8] {
    let disk = MemoryDisk()
    let file = try disk.openLog("journal", in: try disk.openFolder(path: "/"))
    var journal = try Journal([])
    _ = try journal.append([Entry.Draft("ledger", ["a": 1])], utc: "2025-06-01T08:30:00Z", to: file, on: disk)
    _ = try journal.append(
      [Entry.Draft("received", ["t": "x\ty\nz"]), Entry.Draft("anything", [1, 2])], utc: "", to: file,
      on: disk)
    return try disk.readAll(file)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let journal = try Journal(try three())
    #expect(journal.entries.map(\.seq) == [1, 2, 3])
    #expect(journal.entries.map(\.kind) == ["ledger", "received", "anything"])
    #expect(journal.entries[0].utc == "2025-06-01T08:30:00Z")
    #expect(try journal.entries[1].decode([String: String].self) == ["t": "x\ty\nz"])
    #expect(journal.torn == 0)
  }

  @Test func aLineHasItsSixFields() throws {
    let line = String(decoding: try three().prefix { $0 != 0x0A }, as: UTF8.self).split(separator: "\t")
    #expect(line[0...3] == ["1", "2025-06-01T08:30:00Z", "ledger", "{\"a\":1}"])
    #expect(line[4].allSatisfy { $0 == "0" } && line[4].count == 64)
    #expect(crc32c(Array("123456789".utf8)) == 0xE306_9283)
  }

  /// Every prefix is either whole lines, or whole lines and a torn end.
  @Test("F19: a torn end is cut at every length")
  func aTornEndIsCutAtEveryLength() throws {
    let bytes = try three()
    for length in 0...bytes.count {
      let prefix = Array(bytes.prefix(length))
      let journal = try Journal(prefix)
      #expect(journal.entries.count == prefix.filter { $0 == 0x0A }.count)
      #expect(journal.torn == prefix.reversed().prefix { $0 != 0x0A }.count)
    }
  }

  /// Every flipped bit inside is found, and only a flip that breaks the last line's end looks torn.
  @Test("F19: any changed byte of the journal is damage")
  func anyChangedByteIsDamage() throws {
    let bytes = try three()
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x04
      let line = bytes[..<index].filter { $0 == 0x0A }.count + 1
      if index == bytes.count - 1 {
        #expect(try Journal(changed).torn > 0)
      } else {
        #expect(throws: LedgerError.damaged(line: line)) { try Journal(changed) }
      }
    }
  }

  @Test("F19: a missing or repeated line is damage")
  func aMissingOrRepeatedLineIsDamage() throws {
    let lines = try three().split(separator: 0x0A).map { Array($0) + [0x0A] }
    #expect(throws: LedgerError.damaged(line: 2)) { try Journal(lines[0] + lines[2]) }
    #expect(throws: LedgerError.damaged(line: 1)) { try Journal(lines[1] + lines[2]) }
    #expect(throws: LedgerError.damaged(line: 4)) { try Journal(lines[0] + lines[1] + lines[2] + lines[2]) }
    #expect(throws: LedgerError.damaged(line: 2)) {
      try Journal(lines[0] + Array("garbage\n".utf8) + lines[1])
    }
  }

  /// Nothing is written after a line whose fate is unknown.
  @Test("F11: after a failure the journal is not used again")
  func afterAFailureTheJournalIsNotUsedAgain() throws {
    let disk = MemoryDisk()
    let file = try disk.openLog("journal", in: try disk.openFolder(path: "/"))
    var journal = try Journal([])
    _ = try journal.append([Entry.Draft("ledger", 1)], utc: "", to: file, on: disk)
    let before = try disk.readAll(file)
    for at in 1...2 {
      var copy = journal
      let faulty = FaultyDisk(disk, at: at, .error(5))
      #expect(throws: DiskError.self) {
        try copy.append([Entry.Draft("x", 2)], utc: "", to: file, on: faulty)
      }
      #expect(try disk.readAll(file) == before, "the end is cut back")
      #expect(throws: LedgerError.stopped) {
        try copy.append([Entry.Draft("x", 2)], utc: "", to: file, on: disk)
      }
    }
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_748_766_600, "2025-06-01T08:30:00Z"), (-1, "1969-12-31T23:59:59Z"),
  ])
  func timesAreWrittenInUTC(seconds: Int64, text: String) { #expect(utcText(seconds) == text) }
}
