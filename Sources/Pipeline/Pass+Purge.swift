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
  /// Of the Outbox and of `.ledger/recovered`, from the workspace on: what could not be removed, and is due again
  /// the next time.
  public var left: [String] = []
  /// Rounds of which nothing is kept any longer.
  public var rounds: [String] = []

  /// Nothing was removed.
  public var isEmpty: Bool { refused + finalized + outbox == 0 }

  /// All was removed that is not to be kept.
  public var isComplete: Bool { left.isEmpty }
}

extension Pass {
  /// Removes what the settings say is not to be kept any longer (`retention`). What is not settled yet,
  /// and whatever a round still needs, stays.
  public mutating func purge() throws -> PurgeReport {
    try finishInterrupted()
    let retention = configuration.settings.retention
    guard
      [retention.refusedDays, retention.finalizedDays, retention.outboxDays].contains(where: { $0 != nil })
    else { return PurgeReport() }
    try checkEnd()
    let standing = try self.standing()
    var report = PurgeReport()
    if let days = retention.refusedDays {
      let seqs = standing.outcomes.filter { outcome in
        outcome.result == .refused && standing.canTell(outcome) && !ledger.purged.contains(outcome.seq)
          && !standing.stillCounts(outcome) && isOver(arrival: outcome.seq, days: days)
      }.map(\.seq)
      report.refused = seqs.count
      // What came back as it was is the refused file itself.
      try remove(
        Purge(
          rule: "refusedDays", seqs: seqs, hashes: hashes(of: seqs),
          files: try receipts(of: seqs, part: returnedEnding).files))
    }
    if let days = retention.finalizedDays {
      let over = chronicle.roundsFinalized { isOver($0, days: days) }
      let outcomes = standing.outcomes.filter { outcome in
        !outcome.mayBeFor.isEmpty && over.isSuperset(of: outcome.mayBeFor)
          && !ledger.purged.contains(outcome.seq)
      }
      if !outcomes.isEmpty {
        report.finalized = outcomes.count
        report.rounds = over.sorted()
        let groups = Dictionary(grouping: outcomes) { Set($0.mayBeFor).sorted() }
        for rounds in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
          let seqs = (groups[rounds] ?? []).map(\.seq)
          let places = Set(rounds.flatMap { chronicle.ownContents[$0] ?? [] }).sorted()
          try remove(
            Purge(rule: Purge.finalizedRule, seqs: seqs, rounds: rounds, hashes: hashes(of: seqs) + places))
        }
      }
    }
    if let days = retention.outboxDays {
      let over = chronicle.roundsFinalized { isOver($0, days: days) }
      let folders = try outboxFolders(of: over)
      let receipts = try receipts(of: arrivalsOver(days: days, over, standing))
      report.left = try remove(Purge(rule: "outboxDays", outbox: folders, files: receipts.files))
      report.outbox = folders.count + receipts.count - report.left.count
    }
    report.left += try ledger.removeLaidOut()
    return report
  }

  @discardableResult private func remove(_ purge: Purge) throws -> [String] {
    // What was found in rounds names files too, and can be found again.
    if !purge.seqs.isEmpty { try ledger.shelf.remove(prefix: KeptDecision.prefix) }
    return try ledger.purge(purge)
  }

  private func isOver(arrival seq: Int, days: Int) -> Bool {
    ledger.arrival(seq).map { isOver($0.utc, days: days) } ?? false
  }

  /// Whether so many days have passed since a time of the journal.
  private func isOver(_ utc: String, days: Int) -> Bool {
    let zone = configuration.zone
    guard let day = localDay(utc, in: zone) else { return false }
    return Int(today(workspace.disk.now(), in: zone).number) - Int(day.number) >= days
  }

  private func hashes(of seqs: [Int]) -> [String] { seqs.compactMap { ledger.arrival($0)?.hash } }

  /// The folders of these rounds that are still in the Outbox.
  private func outboxFolders(of rounds: Set<String>) throws -> [[String]] {
    try ledger.outboxNames([]).flatMap { unit in
      try ledger.outboxNames([unit]).filter(rounds.contains).map { [unit, $0] }
    }
  }

  /// The arrivals whose receipts have outlived their time: so many days after their rounds were finalized,
  /// and where they belong to none because they were refused, after they came.
  private func arrivalsOver(days: Int, _ rounds: Set<String>, _ standing: InForce) -> [Int] {
    let known = ledger.purges.rounds
    return standing.outcomes.filter { outcome in
      let isPurged = ledger.purged.contains(outcome.seq)
      // Of an arrival whose bytes are gone only the removal itself still tells the rounds.
      let own = isPurged ? known[outcome.seq] ?? [] : outcome.rounds
      if !own.isEmpty { return rounds.isSuperset(of: own) }
      return (isPurged || outcome.result == .refused) && isOver(arrival: outcome.seq, days: days)
    }.map(\.seq)
  }

  /// The receipts of these arrivals that are still there, and how many files they are.
  private func receipts(of seqs: [Int], part: String = "") throws -> (files: [Purge.Files], count: Int) {
    var found: [Purge.Files] = []
    var count = 0
    let units = Dictionary(grouping: seqs) { ledger.arrival($0)?.destination.unit ?? "" }
    for unit in units.keys.sorted() {
      for folder in [[unit, "bien-nhan"], [unit, "bien-nhan", "may-doc"]] {
        let wanted = Purge.Files(in: folder, of: units[unit] ?? [], part: part)
        let names = try ledger.outboxNames(folder).filter(wanted.hold)
        guard !names.isEmpty else { continue }
        count += names.count
        let there = Set(names.compactMap(arrivalNumber))
        found.append(Purge.Files(in: folder, of: there.sorted(), part: part))
      }
    }
    return (found, count)
  }
}

extension InForce {
  /// Whether what was refused still means something: setup stops its round until it is corrected, and says nothing
  /// of children; a list may stand once more is declared, until its rounds are finalized.
  fileprivate func stillCounts(_ outcome: ArrivalOutcome) -> Bool {
    let undecided = Set(rounds.filter { !$0.state.isOfficial }.map(\.round.code))
    return rounds.contains { $0.refusedSetup.contains { $0.seq == outcome.seq } }
      || outcome.inForce
        && outcome.places.contains {
          $0.mayStand == true && ($0.round.isEmpty ? !undecided.isEmpty : undecided.contains($0.round))
        }
  }
}

extension Chronicle {
  /// The rounds that are finalized, and were before a time for which `isOver` holds.
  func roundsFinalized(_ isOver: (String) -> Bool) -> Set<String> {
    Set(finalizedAt.filter { isOver($0.value) }.keys)
  }
}
