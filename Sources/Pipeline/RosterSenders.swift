import Rounds
import TableSchema
import Tables

/// Who has sent rosters for a round, and who has to.
struct RosterSenders {
  var senders: Set<String> = []
  /// Schools whose lists their authority or the department sent.
  var schools: Set<String> = []
  var admitting: Set<String>
  /// Source schools without a list, in the order of their codes.
  var missing: [Rounds.Unit] = []

  init(_ tables: RoundTables) {
    admitting = Set(tables.programs.map(\.school))
    for layer in tables.layers[.roster] ?? [] {
      senders.insert(layer.sender)
      guard layer.role == .authority || layer.role == .department,
        let column = layer.table.column("sourceSchool")
      else { continue }
      for row in layer.rows { schools.insert(column.texts.string(Int(row))) }
    }
    missing = tables.units.values.filter { owes($0) }.sorted { $0.code < $1.code }
  }

  func owes(_ unit: Rounds.Unit) -> Bool {
    unit.role == .school && !admitting.contains(unit.code) && !senders.contains(unit.code)
      && !schools.contains(unit.code)
  }
}
