import Disk
import Ledger
import Rounds
import Wording

extension Pass {
  /// What stands in force now: the fold of everything that was received and has happened.
  mutating func standing() throws -> InForce {
    if !knowsJournal {
      chronicle = try Chronicle(ledger.entries)
      knowsJournal = true
    }
    let unread = Array(ledger.received.dropFirst(arrivals.count))
    for start in stride(from: 0, to: unread.count, by: Pass.readAtOnce) {
      try step(.reading, start, unread.count)
      let batch = Array(unread[start..<min(start + Pass.readAtOnce, unread.count)])
      arrivals += try configuration.read(
        batch, purged: ledger.purged, ledger.objects, ledger.shelf, jobs: workspace.jobs)
    }
    try step(.reading, unread.count, unread.count)
    return try configuration.standing(
      arrivals, chronicle, ledger.objects, pass: ledger.pass, now: workspace.disk.now())
  }

  /// Between two reports of progress.
  private static let readAtOnce = 50

  /// The rounds that are declared.
  public mutating func roundCodes() throws -> [String] { try standing().rounds.map(\.round.code) }
}
