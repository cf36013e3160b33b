import Admission
import TableSchema
import Tables

/// Why the papers of a child keep it out of a program.
public struct LackingPapers: Hashable, Sendable {
  /// By program and applicant.
  typealias OfPrograms = [Int32: [Int32: LackingPapers]]

  /// What is missing, by name: of `Thiếu` what is required before admission, of `Không đạt` whatever is named.
  public var names: [String]
  /// What the school noted.
  public var note: String
}

/// What was found of documents, for ``Input``: `Thiếu` passes where nothing missing is required
/// before admission.
struct DocumentDecisions {
  private(set) var ofProgram: [Int32: [Int32: DocumentDecision]] = [:]
  private(set) var papers: LackingPapers.OfPrograms = [:]

  init(_ reader: SetupReader, _ directory: ProgramDirectory, _ applicants: ApplicantLookup) {
    let reviewing = directory.plans.indices.filter { directory.plans[$0].reviewsDocuments }
    guard !reviewing.isEmpty else { return }
    let listed = reader.mostSpecificByCode(.documents, for: directory)
    let needed = listed.map { rows in
      Set(rows.filter { $0.choice("required") == "admission" }.map { $0.code("code") })
    }
    guard let schema = reader.schemas[.decisions] else { return }
    // What is said of all programs of a school first: what is said of one stands before it.
    for whole in [true, false] {
      for layer in reader.tables.layers[.decisions] ?? [] {
        for (row, applicant) in applicants.rows(of: layer) {
          let ofProgramAlone = layer.table.text("program", row)
          guard ofProgramAlone.isEmpty == whole else { continue }
          let school = loweredCode(layer.table.text("school", row))
          let named = listItems(layer.table.text("missing", row)).map(loweredCode)
          let missing = Set(named)
          for program in reviewing {
            let plan = directory.plans[program]
            guard loweredCode(plan.school) == school,
              whole || loweredCode(plan.program) == loweredCode(ofProgramAlone)
            else { continue }
            let decision: DocumentDecision
            switch schema.choice("status", in: layer.table, row: row) {
            case "failed": decision = .failed
            case "lacking": decision = missing.isDisjoint(with: needed[program]) ? .passed : .lacking
            default: decision = .passed
            }
            ofProgram[Int32(program), default: [:]][applicant] = decision
            papers[Int32(program), default: [:]][applicant] = lacking(
              named.filter { decision == .failed || needed[program].contains($0) }, decision,
              listed[program], note: layer.table.text("note", row))
          }
        }
      }
    }
  }

  /// What is lacking of the papers of a child that is kept out by them; nil of one that is not.
  private func lacking(
    _ codes: [String], _ decision: DocumentDecision, _ listed: [SetupRow], note: String
  ) -> LackingPapers? {
    guard decision != .passed else { return nil }
    let names = codes.map { code in listed.first { $0.code("code") == code }?.text("name") ?? code }
    return LackingPapers(names: names, note: note)
  }
}
