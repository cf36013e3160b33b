import Disk
import Ledger
import Rounds
import Sheets
import TableSchema
import Tables
import Wording

/// Who has a folder in the Inbox, and which rounds its subfolders may name.
struct KnownFolders: Sendable {
  /// Unit and round codes in lower case, to their spelling.
  private var units: [String: String] = [:]
  private var rounds: [[UInt8]: String] = [:]

  mutating func add(unit code: String) { units[code.lowercased()] = code }

  /// Rounds go by code or name, folded.
  mutating func add(round code: String, name: String = "") {
    rounds[folded(code.utf8)] = code
    if !name.isEmpty { rounds[folded(name.utf8)] = code }
  }

  /// Those that tables of the department declare.
  mutating func add(declaredIn tables: [Table]) {
    for table in tables {
      for row in 0..<table.rowCount where !table.held[row] {
        if table.kind == .units { add(unit: table.text("unit", row)) }
        if table.kind == .rounds { add(round: table.text("round", row), name: table.text("name", row)) }
      }
    }
  }

  /// Whose files lie in a folder (contract.md 2).
  func placing(of folders: [FileName]) -> IntakeRules.Placing {
    guard let first = folders.first?.text, let unit = units[first.lowercased()] else {
      return .wait(reason: InboxWord.unknownUnit.rawValue)
    }
    var destination = IntakeRules.Destination(unit: unit)
    for folder in folders.dropFirst() {
      if let mode = KnownFolders.modes[folded(folder.bytes)] {
        destination.mode = mode
      } else if destination.round == nil, destination.mode == .whole, let round = rounds[folded(folder.bytes)]
      {
        destination.round = round
      } else {
        return .inspect(destination, reason: InboxWord.unknownRound.rawValue)
      }
    }
    return .take(destination)
  }

  /// `Bổ sung` is as good as `bo-sung`.
  private static let modes: [[UInt8]: IntakeRules.Mode] = [
    folded("bo-sung".utf8): .addition, folded("bo sung".utf8): .addition,
    folded("thay-the".utf8): .replacement, folded("thay the".utf8): .replacement,
  ]
}

extension Configuration {
  /// The folders of everything that is declared.
  func knownFolders(_ standing: InForce) -> KnownFolders {
    var known = KnownFolders()
    for unit in standing.units.keys { known.add(unit: unit) }
    for round in standing.rounds { known.add(round: round.round.code, name: round.round.name) }
    return known
  }

  /// The folders of everybody who has sent or was given something, as far as the journal tells.
  func knownFolders(_ received: [Received], _ chronicle: Chronicle) -> KnownFolders {
    var known = KnownFolders()
    known.add(unit: settings.department)
    for (round, units) in chronicle.formDigests {
      if !round.isEmpty { known.add(round: round) }
      for unit in units.keys { known.add(unit: unit) }
    }
    for destination in received.map(\.destination) {
      known.add(unit: destination.unit)
      if let round = destination.round { known.add(round: round) }
    }
    for seq in chronicle.places.keys.sorted() {
      for place in chronicle.places[seq] ?? [] {
        if let name = place.name { known.add(round: place.round, name: name) }
      }
    }
    return known
  }

  /// How the ledger is to take files, for these folders.
  func intakeRules(_ known: KnownFolders, _ library: Library?) -> IntakeRules {
    var rules = IntakeRules(
      settleSeconds: settings.settleSeconds, sizeLimit: Int64(settings.limits.compressed),
      place: { known.placing(of: $0) },
      finish: { ends in
        switch FileEnding(head: ends.head, tail: ends.tail, size: ends.size) {
        case .whole: .whole
        case .unclear: .unclear
        case .unfinished: .unfinished
        }
      },
      concerns: { bytes in library?.content(of: bytes).tables.contains { $0.kind == .rounds } ?? false })
    rules.key = key
    return rules
  }

  /// The same before it is known whose a folder is: only to let files settle.
  func settlingRules() -> IntakeRules {
    var rules = intakeRules(KnownFolders(), nil)
    rules.takes = false
    rules.place = { .take(IntakeRules.Destination(unit: $0.first?.escaped ?? "")) }
    return rules
  }
}
