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
    let held = HeldCutoffs(reader, directory)
    for (program, plan) in directory.plans.enumerated() {
      let taken = plan.wishes.isEmpty ? Array(1...max(1, round.wishes)) : plan.wishes
      for wish in taken where ofProgram[program][wish] == nil && !held.mayGive(program, wish) {
        problems.append(rows.finding(.missingCutoff, .error, plan, at: "wishes", ["wish": String(wish)]))
      }
    }
  }
}

/// For which wishes cut-offs were given in rows that have an error: they are none that are lacking.
private struct HeldCutoffs {
  private var wishes: Set<[Int]> = []
  /// Programs of which a row names no wish that can be read.
  private var programs: Set<Int> = []
  /// A row names no program that can be found, or whole tables were refused.
  private var mayGiveAny: Bool

  init(_ reader: SetupReader, _ directory: ProgramDirectory) {
    mayGiveAny = !reader.tables.refusedSetup.isEmpty
    for row in reader.heldRows(.cutoffs) {
      let program = directory.program(school: row.text("school"), program: row.text("program"))
      if program < 0 {
        mayGiveAny = true
      } else if let wish = row.number("wish") {
        wishes.insert([Int(program), Int(clamping: wish)])
      } else {
        programs.insert(Int(program))
      }
    }
  }

  func mayGive(_ program: Int, _ wish: Int) -> Bool {
    mayGiveAny || programs.contains(program) || wishes.contains([program, wish])
  }
}
