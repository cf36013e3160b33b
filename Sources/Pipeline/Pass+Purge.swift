import Disk
import Foundation
import Ledger
import Rounds
import TableSchema
import Tables

/// What a purge removed.
public struct PurgeReport: Encodable, Sendable {
  /// Arrivals that were refused so long ago.
  public var refused = 0
  /// Arrivals of rounds that were finalized so long ago.
  public var finalized = 0
  /// Files and folders of the Outbox.
  public var outbox = 0
  /// Rounds of which nothing is kept any longer.
  public var rounds: [String] = []
}

extension Pass {
  /// Removes what the settings say is not to be kept any longer (`retention`). What is not settled yet,
  /// and whatever a round still needs, stays.
  public mutating func purge() throws -> PurgeReport {
    try finishInterrupted()
    let standing = try self.standing()
    let retention = configuration.settings.retention
    var report = PurgeReport()
    if let days = retention.refusedDays {
      let seqs = standing.outcomes.filter { outcome in
        outcome.result == .refused && !ledger.purged.contains(outcome.seq)
          && (ledger.arrival(outcome.seq).map { isOver($0.utc, days: days) } ?? false)
      }.map(\.seq)
      report.refused = seqs.count
      try ledger.purge(Purge(rule: "refusedDays", seqs: seqs, hashes: hashes(of: seqs), outbox: []))
    }
    if let days = retention.finalizedDays {
      let over = chronicle.roundsFinalized { isOver($0, days: days) }
      let seqs = standing.outcomes.filter { outcome in
        !outcome.rounds.isEmpty && over.isSuperset(of: outcome.rounds) && !ledger.purged.contains(outcome.seq)
      }.map(\.seq)
      let places = over.flatMap { chronicle.ownContents[$0] ?? [] }
      if !seqs.isEmpty {
        report.finalized = seqs.count
        report.rounds = over.sorted()
        try ledger.purge(Purge(rule: "finalizedDays", seqs: seqs, hashes: hashes(of: seqs) + places.sorted()))
      }
    }
    if let days = retention.outboxDays {
      let over = chronicle.roundsFinalized { isOver($0, days: days) }
      let paths = try outboxPaths(of: over, standing)
      report.outbox = paths.count
      try ledger.purge(Purge(rule: "outboxDays", outbox: paths))
    }
    return report
  }

  /// Whether so many days have passed since a time of the journal.
  private func isOver(_ utc: String, days: Int) -> Bool {
    let zone = configuration.zone
    guard let day = localDay(utc, in: zone) else { return false }
    return Int(today(workspace.disk.now(), in: zone).number) - Int(day.number) >= days
  }

  private func hashes(of seqs: [Int]) -> [String] { seqs.compactMap { ledger.arrival($0)?.hash } }

  /// The folders of these rounds that are still in the Outbox, and the receipts of their files.
  private func outboxPaths(of rounds: Set<String>, _ standing: InForce) throws -> [[String]] {
    var paths: [[String]] = []
    for unit in try ledger.outboxNames([]) {
      for round in try ledger.outboxNames([unit]) where rounds.contains(round) {
        paths.append([unit, round])
      }
    }
    for outcome in standing.outcomes {
      // Of an arrival whose bytes are gone the rounds are not known any more: it went with them.
      let isOver =
        ledger.purged.contains(outcome.seq)
        || (!outcome.rounds.isEmpty && rounds.isSuperset(of: outcome.rounds))
      guard isOver, let unit = ledger.arrival(outcome.seq)?.destination.unit else { continue }
      for folder in [[unit, "bien-nhan"], [unit, "bien-nhan", "may-doc"]] {
        for name in try ledger.outboxNames(folder) where receiptSeq(name) == outcome.seq {
          paths.append(folder + [name])
        }
      }
    }
    return paths
  }
}

extension Chronicle {
  /// The rounds that are finalized, and were before a time for which `isOver` holds.
  func roundsFinalized(_ isOver: (String) -> Bool) -> Set<String> {
    Set(finalizedAt.filter { isOver($0.value) }.keys)
  }
}
