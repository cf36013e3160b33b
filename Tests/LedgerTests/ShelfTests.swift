import Disk
import Ledger
import TestDisks
import Testing

/// What is kept at hand is believed only if it is what was put there.
@Suite struct ShelfTests {
  @Test func whatIsDamagedOrMisplacedIsNotBelieved() throws {
    let disk = MemoryDisk()
    let shelf = try Ledger(disk, workspace: Scenario.workspace).shelf
    shelf.put([1, 2, 3], as: "a")
    shelf.put([4], as: "b")
    #expect(shelf.get("a") == [1, 2, 3] && shelf.get("b") == [4] && shelf.get("c") == nil)
    let file = try #require(disk.file(".ledger/shelf/a"))
    let whole = file.bytes
    for index in whole.indices {
      file.bytes = whole
      file.bytes[index] ^= 1
      #expect(shelf.get("a") == nil, "byte \(index)")
      file.bytes = Array(whole.prefix(index))
      #expect(shelf.get("a") == nil, "cut at \(index)")
    }
    file.bytes = try #require(disk.file(".ledger/shelf/b")).bytes
    #expect(shelf.get("a") == nil, "another one's bytes")
    shelf.put([5], as: "a")
    #expect(shelf.get("a") == [5])
    try shelf.remove(prefix: "a")
    #expect(shelf.get("a") == nil && shelf.get("b") == [4])
  }

  @Test func aFullDiskCostsTimeAlone() throws {
    let disk = MemoryDisk()
    _ = try Ledger(disk, workspace: Scenario.workspace)
    let full = FaultyDisk(disk, at: 1, .full)
    let shelf = try Ledger(full, workspace: Scenario.workspace).shelf
    shelf.put([1], as: "a")
    #expect(shelf.get("a") == nil)
    #expect(disk.files(below: ".ledger/tmp").isEmpty)
  }
}
