import Admission
import TableSchema
import Tables

/// What was found of documents, for ``Input``: `Thiếu` passes where nothing missing is required
/// before admission.
struct DocumentDecisions {
  private(set) var ofProgram: [Int32: [Int32: DocumentDecision]] = [:]

  init(_ reader: SetupReader, _ directory: ProgramDirectory, _ applicants: ApplicantLookup) {
    let reviewing = directory.plans.indices.filter { directory.plans[$0].reviewsDocuments }
    guard !reviewing.isEmpty else { return }
    let needed = reader.mostSpecificByCode(.documents, for: directory).map { rows in
      Set(rows.filter { $0.choice("required") == "admission" }.map { $0.code("code") })
    }
    guard let schema = reader.schemas[.decisions] else { return }
    // What is said of all programs of a school first: what is said of one stands before it.
    for whole in [true, false] {
      for layer in reader.tables.layers[.decisions] ?? [] {
        for (row, applicant) in applicants.rows(of: layer) {
          let named = layer.table.text("program", row)
          guard named.isEmpty == whole else { continue }
          let school = loweredCode(layer.table.text("school", row))
          let missing = Set(listItems(layer.table.text("missing", row)).map(loweredCode))
          for program in reviewing {
            let plan = directory.plans[program]
            guard loweredCode(plan.school) == school, whole || loweredCode(plan.program) == loweredCode(named)
            else { continue }
            let decision: DocumentDecision
            switch schema.choice("status", in: layer.table, row: row) {
            case "failed": decision = .failed
            case "lacking": decision = missing.isDisjoint(with: needed[program]) ? .passed : .lacking
            default: decision = .passed
            }
            ofProgram[Int32(program), default: [:]][applicant] = decision
          }
        }
      }
    }
  }
}
