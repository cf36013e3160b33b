import Foundation
import Disk
import Ledger
import Rounds
import TableSchema
import Tables

extension Pass {
  /// What stands in force now: the fold of everything that was received and has happened.
  mutating func standing() throws -> InForce {
    try readArrivals()
    return Rounds.standing(
      History(
        arrivals: arrivals, facts: chronicle.facts, events: chronicle.events, settings: configuration.settings,
        pass: ledger.pass, today: today(workspace.disk.now(), in: configuration.zone)),
      schemas: configuration.schemas)
  }

  /// Reads the arrivals that have not been read yet, several at a time.
  private mutating func readArrivals() throws {
    let unread = Array(ledger.received.dropFirst(arrivals.count))
    guard !unread.isEmpty else { return }
    let (objects, configuration) = (ledger.objects, configuration)
    let read = inParallel(unread, jobs: workspace.jobs) { received in
      Result { Arrival(received, FileContent(try objects.read(received.hash), configuration), configuration) }
    }
    arrivals += try read.map { try $0.get() }
  }
}

extension Arrival {
  /// A file that was taken, with its content.
  init(_ received: Received, _ content: FileContent, _ configuration: Configuration) {
    self.init(
      seq: received.seq, pass: received.pass, unit: received.destination.unit,
      roundFolder: received.destination.round, mode: Mode(received.destination.mode),
      file: received.path.name.escaped, sha256: received.hash,
      received: localTime(received.utc, in: configuration.zone), isCSV: content.isCSV, tables: content.tables,
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

extension Configuration {
  /// The workspace's time zone; UTC if the machine does not know it.
  var zone: TimeZone { TimeZone(identifier: settings.timeZone) ?? .gmt }
}
