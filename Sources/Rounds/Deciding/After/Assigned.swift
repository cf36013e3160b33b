import Tables

/// Children who are given a place over and above the decision (tables.md, assignments).
struct Assigned {
  /// By applicant: the program.
  private(set) var programs: [Int32: Int32] = [:]
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
          programs[applicant] = program
        }
      }
    }
  }
}
