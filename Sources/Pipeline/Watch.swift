public import Disk
import Foundation
import Ledger
import Rounds
import Tables

/// `watch`: passes for as long as the process lives.
///
/// A look at all names is the truth, and hints of the kernel only say when to
/// look. Between passes the ledger is not locked, so that a person's order can
/// be carried out. A pass is made when a file has settled, when a new day begins
/// in the workspace's time zone, and from time to time for what could not be done.
public struct Watch {
  /// What there is to tell.
  public enum News {
    case passed(PassReport)
    /// What had outlived its time was removed.
    case purged(PurgeReport)
    /// The pass could not be made and will be tried again.
    case trouble(any Error)
  }

  private let workspace: Workspace
  private let waiting: any Waiting
  private let tell: (News) throws -> Void

  private var lookout: Lookout?
  private var rules: IntakeRules?
  private var zone = TimeZone.gmt
  private var lastDay: Day?
  /// The day on which one was tried last: what has failed then is tried again in its time.
  private var triedDay: Day?
  /// The day on which what had outlived its time was removed last.
  private var lastPurge: Day?
  /// When a pass is to be made whatever is seen.
  private var passAt: Int64?
  /// How often in a row something was left undone.
  private var failures = 0
  private var lastTrouble = ""
  /// The trouble is such that files are taken all the same.
  private var takesStill = false
  /// The units that the last pass left out.
  private var leftOut: [UnitFolders] = []
  /// The contents of which it has told that they are lost, and what stood for them and all others then.
  private var lostContents: [String] = []
  private var contentsThen: String?
  /// When it is looked again whether somebody has mended either.
  private var mendLookAt: Int64 = 0
  private var rest = LookingRest()

  private static let second: Int64 = 1_000_000_000
  private static let minute = 60 * second

  /// Watches a workspace; `tell` is called after each pass.
  public init(_ workspace: Workspace, _ waiting: any Waiting, tell: @escaping (News) throws -> Void) {
    self.workspace = workspace
    self.waiting = waiting
    self.tell = tell
  }

  /// Returns when it is asked to stop; throws what no waiting can mend.
  public mutating func run() throws {
    passAt = workspace.disk.uptime()
    while !waiting.mustStop {
      if isDue {
        try pass()
      } else {
        try lookAndWait()
      }
    }
  }

  private var isDue: Bool {
    if let passAt, passAt <= workspace.disk.uptime() { return true }
    return triedDay.map { $0 != today(workspace.disk.now(), in: zone) } ?? false
  }

  // MARK: Passes

  private mutating func pass() throws {
    passAt = nil
    triedDay = today(workspace.disk.now(), in: zone)
    var manner = PassManner()
    manner.patience = 0
    manner.lookout = lookout
    manner.showsProvisionalOnceADay = true
    manner.mustStop = { [waiting] in waiting.mustStop }
    do {
      var pass = try Pass(workspace, wait: false, manner: manner)
      zone = pass.configuration.zone
      rules = pass.configuration.settlingRules()
      let report = try pass.run()
      lastDay = today(workspace.disk.now(), in: zone)
      triedDay = lastDay
      if lookout == nil { lookout = try Lookout(workspace.disk, workspace: workspace.root) }
      lookout?.passEnded()
      (lastTrouble, takesStill) = ("", false)
      note(leftOut: report.leftOut, lost: report.lostContents)
      try tell(.passed(report))
      if lastPurge != lastDay {
        let purge = try pass.purge()
        lastPurge = lastDay
        if !purge.isEmpty || !purge.isComplete { try tell(.purged(purge)) }
      }
    } catch is Pass.Stopped {
      return
    } catch LedgerError.busy {
      // Somebody's order is being carried out.
      passAt = workspace.disk.uptime() &+ Watch.second
    } catch {
      guard Watch.canPass(error) else { throw error }
      // What came was taken: whatever is left was seen, and what comes next may be what is lost.
      takesStill = false
      if case LedgerError.arrivalLost(let lost, let others) = error {
        takesStill = true
        if lookout == nil { lookout = try? Lookout(workspace.disk, workspace: workspace.root) }
        lookout?.passEnded()
        // Who is to be left out the pass finds that goes on.
        note(leftOut: [], lost: ([lost] + others).map(\.hash))
      }
      let trouble = String(describing: error)
      if trouble != lastTrouble { try tell(.trouble(error)) }
      lastTrouble = trouble
      // Whoever mends it is not kept waiting: a loss by what comes, or by contents that are there again.
      if takesStill { tryAgainLater() } else { passAt = workspace.disk.uptime() &+ Watch.minute }
    }
  }

  /// What may be otherwise in a while; anything else needs a person, and a start anew.
  private static func canPass(_ error: any Error) -> Bool {
    switch error {
    case is DiskError, is Configuration.Problem: true
    case LedgerError.lockLost, LedgerError.stopped, LedgerError.taken, LedgerError.notAFolder: true
    case LedgerError.objectMissing, LedgerError.objectDamaged, LedgerError.arrivalLost: true
    default: false
    }
  }

  /// After 1, 2, 4, … minutes, at most an hour.
  private mutating func tryAgainLater() {
    passAt = workspace.disk.uptime() &+ Watch.minute << min(failures, 6)
    failures += 1
  }

  // MARK: Looks

  /// Notes what somebody has to mend, and how things are while nobody has.
  private mutating func note(leftOut units: [UnitFolders], lost contents: [String]) {
    (leftOut, lostContents) = (units, contents)
    contentsThen = lookout?.contentsStamp(of: contents)
    mendLookAt = workspace.disk.uptime() &+ Watch.minute
  }

  /// Whether something that was in the way of a unit is so no longer, or contents have come back: looked for each
  /// minute.
  private mutating func isMended() -> Bool {
    let now = workspace.disk.uptime()
    guard !leftOut.isEmpty || !lostContents.isEmpty, mendLookAt <= now else { return false }
    mendLookAt = now &+ Watch.minute
    if !lostContents.isEmpty, contentsThen != lookout?.contentsStamp(of: lostContents) { return true }
    return !leftOut.isEmpty && ((try? NamesInTheWay.isAnyFree(leftOut, in: workspace)) ?? true)
  }

  private mutating func lookAndWait() throws {
    let disk = workspace.disk
    let start = disk.uptime()
    var longest = passAt.map { $0 &- start } ?? Watch.minute
    guard var lookout, let rules else { return waiting.wait(nanoseconds: longest) }
    var areHintsSure = true
    let waiting = waiting
    let look: Lookout.Look
    do {
      look = try lookout.look(by: rules) { areHintsSure = waiting.watch($0) && areHintsSure }
    } catch let error as DiskError {
      try tell(.trouble(error))
      return tryAgainLater()
    }
    self.lookout = lookout
    if lastTrouble.isEmpty || takesStill, isMended() {
      passAt = start
      return
    }
    // While no pass can be made a file that settles does not mend it: it is tried each minute.
    if look.isDue, lastTrouble.isEmpty || takesStill {
      failures = 0
      passAt = start
      return
    }
    if look.isDue || look.isWorthTryingAgain {
      if passAt == nil { tryAgainLater() }
    } else if lastTrouble.isEmpty {
      failures = 0
      passAt = nil
    }
    let cost = disk.uptime() &- start
    if let passAt { longest = passAt &- start }
    longest = min(longest, Watch.minute)
    // Where nobody tells us we look ourselves, as often as costs nothing that can be measured.
    if !areHintsSure || look.isRemote { longest = min(longest, max(Watch.second, 50 * cost)) }
    if let next = look.next { longest = min(longest, next &- disk.uptime()) }
    waiting.wait(nanoseconds: max(longest, Watch.second / 20))
    let pause = rest.after(cost: cost, waited: disk.uptime() &- start &- cost)
    if !waiting.mustStop, pause > 0 { disk.sleep(nanoseconds: pause) }
  }
}
