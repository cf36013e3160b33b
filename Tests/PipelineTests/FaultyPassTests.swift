import Disk
import Glibc
import Ledger
import TestDisks
import TestSupport
import Testing

/// Every operation of the disk in real passes (setup, receipts, lists, tasks, orders, `chốt`, the shelf) fails,
/// is the last one, or is the last before the power fails. With `--long` it is every one, built for speed; else a
/// dozen of each pass, from another one on each time: the seed is in what a failed test prints.
@Suite struct FaultyPassTests {
  private static let casesOfAPass = 12

  /// Carries a pass with a fault at many operations; `then` is given each disk afterwards.
  private func manyOperations(
    _ what: String, _ fault: FaultyDisk.Fault, in steps: [MemorySeason.Step]? = nil,
    _ then: (MemoryDisk, MemorySeason.Step, String, inout Chance) throws -> Void
  ) throws {
    var chance = Chance()
    var faults = 0
    for (number, step) in try (steps ?? MemorySeason.undisturbed.get()).enumerated() {
      #expect(step.operations > (steps == nil ? 300 : 100), "the loop must not become hollow")
      let pace = hasMillions ? 1 : max(1, step.operations / FaultyPassTests.casesOfAPass)
      var at = 1 + chance.next(below: pace)
      while true {
        let place = "pass \(number + 1), operation \(at), \(fault), \(chance)"
        let disk = MemoryDisk(copyOf: step.start)
        let faulty = FaultyDisk(disk, at: at, fault)
        do {
          try MemorySeason.pass(on: faulty)
        } catch let error as DiskError {
          #expect(faulty.wasMet, "\(place): \(error)")
        }
        #expect(disk.openHandles == 0, "\(place)")
        try then(disk, step, place, &chance)
        if !faulty.wasMet {
          // One has come to its end untouched.
          #expect(at > step.operations, "\(place)")
          break
        }
        faults += 1
        at += pace
      }
    }
    tell("\(what), \(fault): \(faults) faults, nothing lost; \(chance)")
  }

  /// Carries the pass that finishes a disturbed one, and checks what must hold before and after it. Whether some
  /// file was left by the first, and whether the journal said so of a part of the sending.
  private func finish(
    _ disk: MemoryDisk, _ step: MemorySeason.Step, _ what: String, leavesOut: Bool = false
  ) throws -> (isLate: Bool, isTorn: Bool) {
    MemorySeason.checkConserved(disk, what)
    let isTorn = try MemorySeason.isPartlyTaken(disk, step)
    try MemorySeason.pass(on: disk)
    return (try MemorySeason.check(disk, after: step, what, leavesOut: leavesOut), isTorn)
  }

  @Test(
    "F01, F10, F12, F14, F15: a real pass that a fault interrupts at any operation is finished by the next one",
    arguments: [FaultyDisk.Fault.death, .error(EIO), .full]
      + (hasMillions ? [.error(ENOSPC), .error(EACCES), .error(EMFILE)] : []))
  func theNextPassFinishesARealOne(_ fault: FaultyDisk.Fault) throws {
    var late = 0
    var all = 0
    try manyOperations("interrupted", fault) { disk, step, what, _ in
      let (isLate, isTorn) = try finish(disk, step, what, leavesOut: fault == .error(EACCES))
      all += 1
      if isLate { late += 1 }
      // A file that could not be read is taken later; else a sending is taken whole or not at all, but where
      // the very lines of the journal that say so are torn: those that are whole stand.
      if case .error = fault {} else { #expect(isLate == isTorn, "\(what)") }
    }
    #expect(late < all / 2)
  }

  @Test("F01, F18: a real pass that brings back a lost content, and dies anywhere, changes nothing else")
  func aRealPassThatBringsBack() throws {
    let step = try MemorySeason.healing.get()
    try manyOperations("bringing back", .death, in: [step]) { disk, step, what, _ in
      #expect(try finish(disk, step, what).isLate == false, "\(what)")
      let received = try LedgerView(disk, workspace: MemorySeason.root)?.received ?? []
      #expect(received.map(\.bringsBack) == received.map { $0.seq == received.count }, "\(what)")
    }
  }

  @Test("F02: a real pass that dies, and dies again while it is finished")
  func aRealPassThatDiesTwice() throws {
    try manyOperations("dying twice", .death) { disk, step, what, chance in
      let isTorn = try MemorySeason.isPartlyTaken(disk, step)
      let at = 1 + chance.next(below: step.operations)
      _ = try? MemorySeason.pass(on: FaultyDisk(disk, at: at, .death))
      let (isLate, isTornAgain) = try finish(disk, step, "\(what), then \(at)")
      #expect(isLate == (isTorn || isTornAgain), "\(what), then \(at)")
    }
  }

  @Test("F03: a real pass forgets in a power failure only what was not promised")
  func aRealPassSurvivesAPowerFailure() throws {
    try manyOperations("power failure", .death) { disk, step, what, chance in
      disk.afterPowerFailure { chance.next(below: 3) }
      let (isLate, isTorn) = try finish(disk, step, what)
      #expect(isLate == isTorn, "\(what)")
    }
  }

  @Test(
    "F02: what a dead pass was giving its name, and somebody tidied away, is made again and published once")
  func whatSomebodyTidiesAway() throws {
    let step = try #require(try MemorySeason.undisturbed.get().last)
    var named = 0
    while true {
      let disk = MemoryDisk(copyOf: step.start)
      var names = 0
      let failing = FaultyDisk(disk, with: EIO) { call, name in
        guard call == "rename", name.hasPrefix(".making-") else { return false }
        names += 1
        return names > named
      }
      do { try MemorySeason.pass(on: failing) } catch is DiskError {}
      guard names > named else { break }
      let outbox = try #require(disk.file("Outbox"))
      for unit in outbox.names.values {
        for name in unit.names.keys where name.hasPrefix(".making-") { unit.names[name] = nil }
      }
      #expect(try finish(disk, step, "after \(named) names").isLate == false)
      named += 1
    }
    #expect(named > 2)
  }
}
