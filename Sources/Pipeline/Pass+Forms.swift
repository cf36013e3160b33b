import Exports
import Ledger
import Rounds
import Tables
import Wording

extension Pass {
  /// Gives every unit its forms for every round: from the moment a round is taken, and again when what they
  /// show has changed.
  mutating func giveForms(_ standing: InForce) throws {
    for tables in standing.rounds where !standing.withheld.contains(tables.round.code) {
      let forms = RoundForms(
        tables, schemas: configuration.schemas, language: configuration.language, version: programVersion)
      let code = tables.round.code
      let due = forms.units.map { (unit: $0, digest: forms.digest(for: $0)) }.filter {
        !inTheWay.blocks($0.unit.code) && chronicle.forms(unit: $0.unit.code, round: code) != $0.digest
      }
      guard !due.isEmpty else { continue }
      let choices = forms.choices
      for start in stride(from: 0, to: due.count, by: Pass.formsAtOnce) {
        try step(.forms, start, due.count)
        let batch = Array(due[start..<min(start + Pass.formsAtOnce, due.count)])
        let (configuration, disk) = (configuration, workspace.disk)
        let files = inParallel(batch, jobs: workspace.jobs) { unit, _ in
          forms.files(for: unit, choices).map { file in
            OutboxFile(
              path: [unit.code, code, "bieu-mau", file.path], bytes: file.bytes, replaces: true,
              access: configuration.outboxAccess(for: unit.code, on: disk))
          }
        }
        try ledger.write(files.flatMap { $0 })
        let given = Chronicle.Forms(
          round: code, units: batch.map { .init(unit: $0.unit.code, digest: $0.digest) })
        try ledger.append([try Entry.Draft(Chronicle.Kind.forms, given)])
        chronicle.add(given)
      }
      try step(.forms, due.count, due.count)
    }
  }

  /// So many units' forms are made durable together.
  private static let formsAtOnce = 100
}
