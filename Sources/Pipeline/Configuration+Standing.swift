import Disk
import Foundation
import Ledger
import Rounds
import TableSchema
import Tables

extension Configuration {
  /// The files that were taken with their tables, several at a time; in their order.
  ///
  /// - Parameter purged: of these arrivals nothing is left but that they came.
  func read(
    _ received: [Received], purged: Set<Int>, _ library: Library, jobs: Int
  ) throws -> [(arrival: Arrival, content: FileContent)] {
    let read = inParallel(received, jobs: jobs) { received in
      Result {
        let content =
          purged.contains(received.seq) ? FileContent.gone : try contentIfKept(of: received, library)
        return (arrival: Arrival(received, content, library.configuration), content: content)
      }
    }
    return try read.map { try $0.get() }
  }

  /// What a file holds, or that it is lost.
  private func contentIfKept(of received: Received, _ library: Library) throws -> FileContent {
    do {
      return try library.content(of: received)
    } catch LedgerError.objectMissing, LedgerError.objectDamaged {
      return .lost
    }
  }

  /// What stands in force.
  ///
  /// Where a content is lost, the rounds that need it are withheld; throws if everything may hang on it.
  ///
  /// - Parameters:
  ///   - lost: the arrivals whose contents are lost.
  ///   - objects: nil in a new workspace.
  ///   - day: closes rounds; nil where nothing may happen.
  func standing(
    _ arrivals: [Arrival], lost: Set<Int> = [], _ chronicle: Chronicle, _ objects: Objects?, pass: Int,
    day: Day?
  ) throws -> InForce {
    var roundsWithoutRecord: Set<String> = []
    func kept<Value>(_ own: [String: String], _ read: ([UInt8]) throws -> Value) throws -> [String: Value] {
      var found: [String: Value] = [:]
      for (round, hash) in own {
        // What was purged with its round is nobody's any more.
        guard let objects, try !chronicle.purgedContents.contains(hash) || objects.holds(hash) else {
          continue
        }
        do {
          found[round] = try read(try objects.read(hash))
        } catch LedgerError.objectMissing, LedgerError.objectDamaged {
          roundsWithoutRecord.insert(round)
        }
      }
      return found
    }
    let records = try kept(chronicle.records, RoundRecords.record)
    let classes = try kept(chronicle.fixedClasses, RoundRecords.classes)
    var history = History(
      arrivals: arrivals, facts: chronicle.facts, events: chronicle.events, records: records,
      fixedClasses: classes, settings: settings, pass: pass, today: day)
    history.purgedRounds = chronicle.purgedRounds
    history.profiles = Set(profiles.keys)
    history.places = chronicle.places
    history.unjudged = chronicle.unjudged
    var standing = Rounds.standing(history, schemas: schemas)
    var lostByRound: [String: [Arrival]] = [:]
    let missing = lost.isEmpty ? [] : arrivals.filter { lost.contains($0.seq) }
    if !missing.isEmpty {
      // Older journals do not tell the word of a receipt.
      let answers = chronicle.receipts.mapValues { $0.outcome.map { ArrivalOutcome.Result($0) } ?? .taken }
      let need = NeedOfLost(history, standing, schemas, lost: lost, answers: answers)
      for arrival in missing {
        if chronicle.overtaken.contains(arrival.seq), !need.mayStandAgain(arrival.seq) { continue }
        guard let rounds = need.rounds(of: arrival.seq) else {
          let others = missing.filter { $0.seq != arrival.seq }
          throw LedgerError.arrivalLost(LostArrival(arrival), others: others.map { LostArrival($0) })
        }
        for round in rounds { lostByRound[round, default: []].append(arrival) }
      }
    }
    if !lostByRound.isEmpty || !roundsWithoutRecord.isEmpty {
      standing.withhold(lostByRound, withoutRecord: roundsWithoutRecord)
    }
    return standing
  }

  /// The workspace's time zone; UTC if the machine does not know it.
  var zone: TimeZone { TimeZone(identifier: settings.timeZone) ?? .gmt }
}

extension Arrival {
  /// A file that was taken, with its content.
  fileprivate init(_ received: Received, _ content: FileContent, _ configuration: Configuration) {
    self.init(
      seq: received.seq, pass: received.pass, unit: received.destination.unit,
      roundFolder: received.destination.round, mode: Mode(received.destination.mode),
      file: configuration.called(received), sha256: received.hash,
      received: localTime(received.utc, in: configuration.zone),
      day: localDay(received.utc, in: configuration.zone), isCSV: content.isCSV, tables: content.tables,
      refused: content.refused, fileFindings: content.findings)
    bringsBack = received.bringsBack
  }
}

extension Arrival.Mode {
  /// What the Inbox's folder says.
  init(_ mode: IntakeRules.Mode) {
    switch mode {
    case .whole: self = .normal
    case .addition: self = .supplement
    case .replacement: self = .replace
    }
  }
}

extension LostArrival {
  fileprivate init(_ received: Received) {
    self.init(seq: received.seq, unit: received.destination.unit, hash: received.hash)
  }

  fileprivate init(_ arrival: Arrival) {
    self.init(seq: arrival.seq, unit: arrival.unit, hash: arrival.sha256)
  }
}

extension InForce {
  /// Whether a round waits for an arrival whose content is lost.
  func waits(for seq: Int) -> Bool {
    rounds.contains { $0.refusedSetup.contains { $0.loss == .contentLost && $0.seq == seq } }
  }

  /// Those of some arrivals that wait to be told their round: what they were called matters.
  func waiting(_ nameless: [Received]) -> [Received] {
    guard !nameless.isEmpty else { return [] }
    let unclear = outcomes.filter { outcome in
      outcome.inForce && outcome.findings.contains { $0.code == .roundUnclear && $0.severity == .error }
    }
    let known = Set(unclear.map(\.seq))
    return nameless.filter { known.contains($0.seq) }
  }

  /// A note, with whether a round waits for what it tells of as lost.
  func saying(_ note: Ledger.Note, nameless: [Received]) -> Ledger.Note {
    switch note {
    case .namesLost(let count, _): .namesLost(count, needed: waiting(nameless).map { LostArrival($0) })
    case .contentLost(let seq, let unit), .unneededLost(let seq, let unit):
      waits(for: seq) ? .contentLost(seq: seq, unit: unit) : .unneededLost(seq: seq, unit: unit)
    default: note
    }
  }

  /// Adds what deciding found to the outcomes of the arrivals that it is about.
  mutating func tell(_ results: [RoundResult]) { tell(results.flatMap(\.findings)) }

  /// The same of what deciding them came to before.
  mutating func tell(_ findings: [LocatedFinding]) {
    let bySeq = Dictionary(grouping: findings, by: \.seq)
    for index in outcomes.indices {
      if let located = bySeq[outcomes[index].seq] { outcomes[index].add(located.map(\.finding)) }
    }
  }
}
