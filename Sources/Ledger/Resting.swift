import Disk

/// Names that were set aside and rest. Where the machine does not tell who writes a file, because it is somebody
/// else's, a name is not let go when it was taken but by a later process, once it has been what was kept for five
/// seconds more (unless files need not settle): whoever writes on meanwhile has it back in the Inbox.
struct Resting {
  var inboxAccess = Access()
  /// The last arrival before this opening.
  var lastSeq = 0
  var asides: [(name: FileName, arrival: Received)] = []
  /// The uptime at which they were what was kept.
  var since: Int64 = 0
}

extension Ledger {
  /// Whether something was taken before this opening; then returns once it has rested long enough since.
  func hasRested(_ arrival: Received, by rules: IntakeRules) -> Bool {
    guard arrival.seq <= resting.lastSeq else { return false }
    // However long files have to be the same: nothing else goes on meanwhile.
    let end = resting.since &+ Settling.nanoseconds(of: min(5, rules.forRemoteFolders.settleSeconds))
    while disk.uptime() < end { disk.sleep(nanoseconds: end &- disk.uptime()) }
    return true
  }

  /// Lets go what has rested, or puts it back.
  func letRestedGo(by rules: IntakeRules) throws {
    for (name, arrival) in resting.asides where hasRested(arrival, by: rules) {
      try finish(name, of: arrival, hasRested: true)
    }
    resting.asides = []
  }
}
