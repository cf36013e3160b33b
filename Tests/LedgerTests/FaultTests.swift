import Disk
import Glibc
import Ledger
import TestDisks
import TestSupport
import Testing

/// Every operation of a pass fails or is the last one, in turn.
@Suite struct FaultTests {
  /// Runs a pass with a fault at operation 1, 2, … until one runs untouched.
  private func everyOperation(
    _ fault: FaultyDisk.Fault, on new: () -> MemoryDisk = { MemoryDisk() }, passes: Int = 1,
    then: (MemoryDisk, Int) throws -> Void
  ) throws {
    for n in 1...2000 {
      let disk = new()
      Scenario.fill(disk)
      let faulty = FaultyDisk(disk, at: n, fault)
      do {
        for _ in 1...passes { try Scenario.pass(on: faulty) }
      } catch is DiskError {
      } catch let error as LedgerError {
        Issue.record("operation \(n), \(fault): \(error)")
      }
      #expect(disk.openHandles == 0)
      Scenario.checkConserved(disk, "operation \(n), \(fault)")
      if !faulty.wasMet {
        #expect(n > 150, "the loop must not become hollow")
        return
      }
      try then(disk, n)
    }
    Issue.record("no run was left untouched")
  }

  @Test(
    "F01, F10, F12, F14, F15: the next pass finishes what any fault at any operation interrupted",
    arguments: [
      FaultyDisk.Fault.death, .error(EIO), .error(ENOSPC), .error(EACCES), .error(EMFILE), .full,
    ] + (isLong ? [.error(EDQUOT), .error(EROFS), .error(ENFILE)] : []))
  func theNextPassFinishesWhatAnyFaultInterrupted(_ fault: FaultyDisk.Fault) throws {
    try everyOperation(fault) { disk, n in
      // What could not be read or removed once is done by the next pass.
      try Scenario.pass(on: disk)
      try Scenario.check(disk, "operation \(n), \(fault)")
    }
  }

  /// What was taken rests aside until the pass after.
  @Test(
    "F01, F10, F20: so they do where nobody tells who writes a file",
    arguments: [FaultyDisk.Fault.death, .error(EIO), .error(EACCES), .error(EMFILE), .full])
  func theNextPassesFinishWhatRests(_ fault: FaultyDisk.Fault) throws {
    func silent() -> MemoryDisk {
      let disk = MemoryDisk()
      disk.tellsWriters = false
      return disk
    }
    try everyOperation(fault, on: silent, passes: 2) { disk, n in
      for _ in 1...2 { try Scenario.pass(on: disk) }
      try Scenario.check(disk, "operation \(n), \(fault)")
    }
  }

  @Test("F02: a second death during the recovery is no worse") func aSecondDeathDuringTheRecoveryIsNoWorse()
    throws
  {
    try everyOperation(.death) { disk, n in
      _ = try? Scenario.pass(on: FaultyDisk(disk, at: 1 + n * 7 % 60, .death))
      try Scenario.pass(on: disk)
      try Scenario.check(disk, "operation \(n) and \(1 + n * 7 % 60)")
    }
  }

  /// Runs that die twice or three times, at random operations.
  @Test("F02: deaths at random, one after the other") func deathsAtRandomLoseNothing() throws {
    var chance = Chance()
    for run in 0..<(isLong ? 200 : 40) {
      let disk = MemoryDisk()
      Scenario.fill(disk)
      var deaths: [Int] = []
      for _ in 0...chance.next(below: 3) {
        deaths.append(1 + chance.next(below: 220))
        _ = try? Scenario.pass(on: FaultyDisk(disk, at: deaths[deaths.count - 1], .death))
        Scenario.checkConserved(disk, "\(chance), run \(run), deaths \(deaths)")
      }
      try Scenario.pass(on: disk)
      try Scenario.check(disk, "\(chance), run \(run), deaths \(deaths)")
    }
  }

  /// Whatever was not synced is kept, dropped or cut, by a seeded choice.
  @Test("F03: a power failure loses only what was not promised", arguments: 1...(isLong ? 40 : 3))
  func powerFailureLosesOnlyWhatWasNotPromised(run: Int) throws {
    var chance = Chance()
    for _ in 1..<run { _ = chance.next(below: 3) }
    try everyOperation(.death) { disk, n in
      disk.afterPowerFailure { chance.next(below: 3) }
      Scenario.checkConserved(disk, "power, \(chance), run \(run), operation \(n)")
      try Scenario.pass(on: disk)
      try Scenario.check(disk, "power, \(chance), run \(run), operation \(n)")
    }
  }

  @Test func nothingIsPublishedTwiceByRunningAgain() throws {
    let disk = MemoryDisk()
    Scenario.fill(disk)
    try Scenario.pass(on: disk)
    let journal = disk.file(".ledger/journal")?.bytes
    try Scenario.pass(on: disk)
    #expect(disk.file(".ledger/journal")?.bytes == journal)
    try Scenario.check(disk, "twice")
  }
}
