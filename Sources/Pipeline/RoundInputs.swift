import Rounds
import Tables

/// Everything that a round is decided from and its lists are made of, as one hash: the same hash, the same
/// lists.
enum RoundInputs {
  /// Nil for a round that is stopped: it is looked at anew each time.
  ///
  /// - Parameter key: stands for the Schemas and the program.
  static func hash(of tables: RoundTables, key: String) -> String? {
    guard tables.refusedSetup.isEmpty,
      let settled = try? RoundRecords.bytes(RoundRecord(settled: tables.settled, admitted: [:])),
      let classes = try? RoundRecords.bytes(classes: tables.fixedClasses)
    else { return nil }
    var hasher = SHA256()
    func take(_ write: (inout ByteWriter) -> Void) {
      var writer = ByteWriter()
      write(&writer)
      hasher.update(writer.bytes)
    }
    take { writer in
      writer.add(key)
      writer.add("\(tables.round)")
      writer.add(tables.department)
      writer.add(tables.units.values.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }, unit)
      writer.add(tables.programs) { $0.add("\($1)") }
      writer.add(tables.state.rawValue)
      writer.add(tables.seedIsOpen)
      writer.add(tables.wasReopened)
      writer.add(tables.fixed.sorted()) { $0.add($1) }
      writer.add(tables.approvals.sorted { $0.key < $1.key }) { $0.add("\($1.key) \($1.value)") }
      writer.add(classes)
      writer.add(settled)
    }
    for (kind, layers) in tables.layers.sorted(by: { $0.key < $1.key }) {
      take { $0.add(kind.rawValue) }
      for layer in layers { take { RoundInputs.layer(&$0, layer) } }
    }
    return hexText(hasher.finalize())
  }

  private static func unit(_ writer: inout ByteWriter, _ unit: Unit) {
    for text in [
      unit.code, unit.name, unit.role.rawValue, unit.parent, unit.system, unit.printedAs, unit.head,
      unit.place,
    ] { writer.add(text) }
    for texts in [unit.levels, unit.otherNames] { writer.add(texts) { $0.add($1) } }
  }

  private static func layer(_ writer: inout ByteWriter, _ layer: Layer) {
    writer.add(layer.seq)
    writer.add(layer.sender)
    writer.add(layer.role.rawValue)
    writer.add(layer.file)
    writer.add(layer.day?.text ?? "")
    ContentForm.write(&writer, layer.table)
    writer.add(numbers: layer.rows)
  }
}
