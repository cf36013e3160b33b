import Disk
import Foundation
import Glibc
import Ledger
import Pipeline
import Tables
import TestDisks
import Testing

/// `watch` on a disk that fails for a while: it goes on by itself when that is over.
@Suite struct WatchTroubleTests {
  /// Waits as long as it is asked to, by a clock of our own, until something is true.
  private final class Patience: Waiting {
    private let clock: ClockDisk.Clock
    private let isOver: () -> Bool
    private let before: (Int) throws -> Void
    private var waits = 0
    /// The kernel tells of everything that happens in the folders.
    var hasHints = true

    init(_ clock: ClockDisk.Clock, before: @escaping (Int) throws -> Void, until isOver: @escaping () -> Bool)
    {
      self.clock = clock
      self.before = before
      self.isOver = isOver
    }

    var mustStop: Bool { waits > 300 || isOver() }

    func watch(_ folder: Handle) -> Bool { hasHints }

    func wait(nanoseconds: Int64) {
      waits += 1
      do { try before(waits) } catch { Issue.record("\(error)") }
      clock.slept += nanoseconds
    }
  }

  /// What fails at the moment, and how often it has.
  private final class Trouble {
    var isOn = false
    var told = 0
  }

  /// Whoever tries without a pause never waits, and would try for ever here.
  private static let mostTries = 200

  private let minute: Int64 = 60_000_000_000

  private func receipts(_ season: Season) -> Int { season.files("Outbox/so/bien-nhan/may-doc").count }

  @Test("F13: a file that cannot be read is tried again after 1, 2, 4, … minutes; the others go on")
  func anUnreadableFileIsTriedAgainLessAndLess() throws {
    let season = try Season()
    let clock = ClockDisk.Clock(1_658_293_200)
    let trouble = Trouble()
    trouble.isOn = true
    season.disk = FaultyDisk(ClockDisk(clock), with: EIO) { call, name in
      trouble.isOn && call == "openFile" && name == "hong.csv"
    }
    try season.drop("so/hong.csv", "không,phải", "1,2")
    try season.drop("so/khac.csv", "không,phải", "3,4")
    var passes: [Int64] = []
    let patience = Patience(clock, before: { _ in }, until: { receipts(season) == 2 })
    var watch = Watch(season.workspace, patience) { news in
      guard case .passed(let report) = news else {
        Issue.record("\(news)")
        return
      }
      guard report.left.contains(where: { if case .unreadable = $0.state { true } else { false } }) else {
        return
      }
      #expect(receipts(season) == 1, "the other file is taken")
      passes.append(clock.slept)
      if passes.count == 5 { trouble.isOn = false }
    }
    try watch.run()
    let pauses = zip(passes.dropFirst(), passes).map { ($0 - $1 + minute / 2) / minute }
    #expect(pauses == [1, 2, 4, 8])
    #expect(receipts(season) == 2)
    season.checkConserved()
  }

  @Test("F18: who watches takes what comes while a declaration is lost, and goes on at once when that comes")
  func aLossWhileWatching() throws {
    let season = try Season()
    let clock = ClockDisk.Clock(1_658_293_200)
    season.disk = ClockDisk(clock)
    try season.declareTwo()
    let declaration = try season.lose("dot-hai.csv")
    let second = minute / 60
    var (sent, taken, healed): (Int64?, Int64?, Int64?)
    var troubles = 0
    let patience = Patience(
      clock,
      before: { wait in
        let isEmpty = !season.files("Inbox").contains { $0.hasSuffix(".csv") }
        if wait == 3 {
          sent = clock.slept
          try season.dropChild(of: "hai")
        } else if sent != nil, taken == nil, isEmpty {
          taken = clock.slept
          try season.drop("so/dot-hai.csv", bytes: declaration)
        }
      }, until: { healed != nil })
    patience.hasHints = false
    var watch = Watch(season.workspace, patience) { news in
      switch news {
      case .trouble: troubles += 1
      case .passed: if taken != nil { healed = clock.slept }
      case .purged: break
      }
    }
    try watch.run()
    let (start, middle, end) = (try #require(sent), try #require(taken), try #require(healed))
    #expect(middle - start <= 3 * second && end - middle <= 3 * second, "\(start) \(middle) \(end)")
    #expect(troubles == 1, "told once")
    #expect(season.files("Outbox/T/bien-nhan").contains { $0.contains("9a1") })
  }

  @Test("F14: who watches makes no pass for a name in the way until it is moved away, and one at once then")
  func aNameInTheWayIsOnlyLookedAt() throws {
    let season = try Season()
    let clock = ClockDisk.Clock(1_658_293_200)
    season.disk = ClockDisk(clock)
    try season.declare()
    try season.pass()
    let (folder, aside) = (season.url("Outbox/T").path, season.url("T-cu").path)
    try FileManager.default.moveItem(atPath: folder, toPath: aside)
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder))
    var (passes, freed): ([Int64], Int64?) = ([], nil)
    let patience = Patience(
      clock,
      before: { _ in
        guard freed == nil, clock.slept > 30 * minute else { return }
        try FileManager.default.removeItem(atPath: folder)
        try FileManager.default.moveItem(atPath: aside, toPath: folder)
        freed = clock.slept
      }, until: { freed != nil && passes.count > 1 })
    var watch = Watch(season.workspace, patience) { news in
      guard case .passed(let report) = news else { return }
      #expect(report.inTheWay == (passes.isEmpty ? ["Outbox/T"] : []))
      passes.append(clock.slept)
    }
    try watch.run()
    let end = try #require(freed)
    #expect(passes.count == 2 && passes[1] - end <= 2 * minute, "\(passes) \(end)")
  }

  @Test(
    "F18: who watches makes few passes while something is lost, and one at once when its bytes are put back",
    arguments: ["dot-hai.csv", "9A1.csv"], [false, true])
  func contentsThatArePutBack(_ name: String, isDamaged: Bool) throws {
    let season = try Season()
    let clock = ClockDisk.Clock(1_658_293_200)
    var opened = 0
    season.disk = FaultyDisk(ClockDisk(clock)) { call, name in
      if call == "openLog", name == "journal" { opened += 1 }
      return false
    }
    try season.declareTwo()
    try season.dropChild(of: "hai")
    try season.pass()
    let bytes = try season.lose(name)
    let object = season.url(".ledger/objects/" + SHA256.hex([UInt8](bytes)))
    // In place, as a copy over it is written: the folder does not change by that.
    if isDamaged { try Data("x".utf8).write(to: object) }
    opened = 0
    var (restored, healed): (Int64?, Int64?)
    let patience = Patience(
      clock,
      before: { _ in
        guard restored == nil, clock.slept > 30 * minute else { return }
        #expect(opened < 10, "not one each minute")
        try bytes.write(to: object)
        restored = clock.slept
      }, until: { healed != nil })
    var watch = Watch(season.workspace, patience) { news in
      if case .passed(let report) = news, !report.tellsOfLoss { healed = clock.slept }
    }
    try watch.run()
    let (start, end) = (try #require(restored), try #require(healed))
    #expect(end - start <= 2 * minute, "\(start) \(end)")
  }

  @Test func aTroubleAtTheChangeOfDay() throws {
    let season = try Season()
    // 23:55 in Vietnam.
    let clock = ClockDisk.Clock(1_658_336_100)
    let start = clock.time
    var opened = 0
    season.disk = FaultyDisk(ClockDisk(clock)) { call, name in
      if call == "openLog", name == "journal" { opened += 1 }
      return false
    }
    try season.declareTwo()
    try season.lose("dot-hai.csv")
    opened = 0
    let patience = Patience(
      clock, before: { _ in clock.time = start + clock.slept / 1_000_000_000 },
      until: { clock.slept > 20 * minute || opened > 50 })
    var watch = Watch(season.workspace, patience) { _ in }
    try watch.run()
    #expect(clock.slept > 20 * minute && opened < 12, "\(opened) passes")
  }

  @Test("F10: who watches goes on by himself when a full disk has space again, and complains once")
  func aFullDiskHasSpaceAgain() throws {
    let season = try Season()
    let clock = ClockDisk.Clock(1_658_293_200)
    let trouble = Trouble()
    season.disk = FaultyDisk(ClockDisk(clock), with: ENOSPC) { call, _ in
      guard trouble.isOn, ["createFile", "makeFolder", "write", "reserve", "link"].contains(call) else {
        return false
      }
      trouble.told += 1
      if trouble.told > WatchTroubleTests.mostTries { trouble.isOn = false }
      return true
    }
    var troubles: [any Error] = []
    let patience = Patience(
      clock,
      before: { wait in
        if wait == 1 {
          try season.drop("so/tep.csv", "không,phải", "1,2")
          trouble.isOn = true
        }
        if clock.slept > 10 * minute { trouble.isOn = false }
        if trouble.isOn { #expect(receipts(season) == 0) }
        season.checkConserved()
      }, until: { receipts(season) == 1 })
    var watch = Watch(season.workspace, patience) { news in
      if case .trouble(let error) = news { troubles.append(error) }
    }
    try watch.run()
    #expect(receipts(season) == 1 && season.files("Inbox").allSatisfy { !$0.hasSuffix("tep.csv") })
    #expect(trouble.told > 1, "it was tried again while there was no space")
    #expect(trouble.told < WatchTroubleTests.mostTries, "and not all the time")
    #expect(troubles.count == 1 && (troubles.first as? DiskError)?.code == .full, "\(troubles)")
  }
}
