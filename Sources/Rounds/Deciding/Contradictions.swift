import Tables

/// contract.md 4, Setup: what the rows of programs say against themselves. It stops the round.
struct Contradictions {
  let problems: [LocatedFinding]

  init(_ plans: [ProgramPlan], _ rows: ProgramRows) {
    let backwards = plans.filter { plan in
      guard let from = plan.bornFrom, let to = plan.bornTo else { return false }
      return from > to
    }
    problems = backwards.map { rows.finding(.bornBackwards, .error, $0, at: "bornFrom") }
  }
}
