import Tables

/// A place that was given over and above the decision.
public struct Assignment: Hashable, Sendable {
  /// The position among the round's programs.
  public var program: Int32
  /// `Số văn bản`.
  public var document: String
  /// `Lý do`.
  public var reason: String
}

/// Children who are given a place over and above the decision (tables.md, assignments).
struct Assigned {
  /// By applicant: the place.
  private(set) var places: [Int32: Assignment] = [:]
  private(set) var notes: [LocatedFinding] = []

  /// - Parameter hasPlace: whether an applicant was admitted, and keeps what it has.
  init(
    _ tables: RoundTables, _ directory: ProgramDirectory, _ applicants: ApplicantLookup,
    _ enrolments: Enrolments, hasPlace: (Int) -> Bool
  ) {
    for layer in tables.layers[.assignments] ?? [] {
      for (row, applicant) in applicants.rows(of: layer) {
        let school = layer.table.text("school", row)
        let program = directory.program(school: school, program: layer.table.text("program", row))
        guard program >= 0 else { continue }
        if hasPlace(Int(applicant)) {
          notes.append(layer.finding(.assignmentIdle, .note, row: Int32(row)))
        } else if enrolments.status(of: Int(applicant), at: school)?.leaving == nil {
          places[applicant] = Assignment(
            program: program, document: layer.table.text("document", row),
            reason: layer.table.text("reason", row))
        }
      }
    }
  }
}
