import Tables

/// The cut-offs given for a round without a competition, by program and wish number.
struct GivenCutoffs {
  private(set) var ofProgram: [[Int: Exact]]
  /// A cut-off is missing for a wish that a program takes.
  private(set) var problems: [LocatedFinding] = []

  init(_ reader: SetupReader, _ directory: ProgramDirectory) {
    ofProgram = directory.plans.map { _ in [:] }
    let round = reader.tables.round
    guard round.method == .given else { return }
    for row in reader.rows(.cutoffs) {
      let program = directory.program(school: row.text("school"), program: row.text("program"))
      guard program >= 0, let wish = row.number("wish"), let score = row.exact("score") else { continue }
      ofProgram[Int(program)][Int(wish)] = score
    }
    let rows = ProgramRows(reader)
    for (program, plan) in directory.plans.enumerated() {
      let taken = plan.wishes.isEmpty ? Array(1...max(1, round.wishes)) : plan.wishes
      for wish in taken where ofProgram[program][wish] == nil {
        problems.append(rows.finding(.missingCutoff, .error, plan, at: "wishes", ["wish": String(wish)]))
      }
    }
  }
}
