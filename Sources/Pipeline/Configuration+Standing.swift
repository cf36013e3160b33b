import Disk
import Foundation
import Ledger
import Rounds
import TableSchema
import Tables

extension Configuration {
  /// Reads files that were taken, several at a time; in their order.
  func read(_ received: [Received], _ objects: Objects, jobs: Int) throws -> [Arrival] {
    let configuration = self
    let read = inParallel(received, jobs: jobs) { received in
      Result { Arrival(received, FileContent(try objects.read(received.hash), configuration), configuration) }
    }
    return try read.map { try $0.get() }
  }

  /// What stands in force.
  ///
  /// - Parameters:
  ///   - objects: nil in a new workspace.
  ///   - now: seconds since 1970, to close rounds by their day; nil where nothing may happen.
  func standing(
    _ arrivals: [Arrival], _ chronicle: Chronicle, _ objects: Objects?, pass: Int, now: Int64?
  ) throws -> InForce {
    let records = try chronicle.records.compactMapValues { hash in
      try objects.map { try RoundRecords.record(try $0.read(hash)) }
    }
    let classes = try chronicle.fixedClasses.compactMapValues { hash in
      try objects.map { try RoundRecords.classes(try $0.read(hash)) }
    }
    var history = History(
      arrivals: arrivals, facts: chronicle.facts, events: chronicle.events, records: records,
      fixedClasses: classes, settings: settings, pass: pass, today: now.map { today($0, in: zone) })
    history.profiles = Set(profiles.keys)
    return Rounds.standing(history, schemas: schemas)
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
      file: received.path.name.escaped, sha256: received.hash,
      received: localTime(received.utc, in: configuration.zone),
      day: localDay(received.utc, in: configuration.zone), isCSV: content.isCSV, tables: content.tables,
      fileFindings: content.findings)
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

extension InForce {
  /// Adds what deciding found to the outcomes of the arrivals that it is about.
  mutating func tell(_ results: [RoundResult]) {
    let bySeq = Dictionary(grouping: results.flatMap(\.findings), by: \.seq)
    for index in outcomes.indices {
      if let located = bySeq[outcomes[index].seq] { outcomes[index].add(located.map(\.finding)) }
    }
  }
}
