import Admission
import Rounds
import Sheets
import Tables

/// `giai-trinh.csv`: a row for each person and wish, in codes and numbers: what
/// the key was made of, the cut-off it was compared with, and the rank.
func explanationTable(_ round: DecidedRound) -> OutputFile {
  let outcome = round.outcome
  var csv = CSVWriter(guardsFormulas: true)
  for label in [
    "personalId", "moetId", "examNo", "applicationNo", "school", "program", "wish", "special", "verdict", "direct",
    "tier", "score", "priority", "incentive", "margin", "ties", "draw", "rank", "waiting", "admitted", "cutoffDirect",
    "cutoffTier", "cutoffScore", "cutoffTies", "cutoffDraw",
  ] { csv.text(label) }
  csv.endRow()
  for applicant in applicantsInOrderOfIdentifiers(round) {
    for wish in round.input.wishes(of: applicant) {
      let plan = round.plan(ofWish: wish)
      for kind in 0..<4 { csv.text(round.cohort.identifier(kind, of: applicant)) }
      csv.text(plan.school)
      csv.text(plan.program)
      csv.integer(Int64(round.input.wishNumber[wish]))
      csv.integer(round.input.wishSpecial[wish] ? 1 : 0)
      csv.text(outcome.verdict[wish].rawValue)
      let isEligible = outcome.verdict[wish] == .eligible
      writeKey(of: wish, applicant, isEligible ? round : nil, withParts: true, to: &csv)
      if isEligible { csv.integer(Int64(outcome.rank[wish])) } else { csv.blank() }
      if outcome.waitingPlace[wish] > 0 { csv.integer(Int64(outcome.waitingPlace[wish])) } else { csv.blank() }
      csv.integer(Int(outcome.place[applicant]) == wish ? 1 : 0)
      let cutoff = Int(outcome.cutoff[Int(round.input.wishProgram[wish])])
      writeKey(
        of: cutoff, cutoff < 0 ? -1 : owner(ofWish: cutoff, in: round.input), cutoff < 0 ? nil : round, withParts: false,
        to: &csv)
      csv.endRow()
    }
  }
  return OutputFile("giai-trinh.csv", bytes: csv.bytes, rows: csv.rows - 1)
}

/// The parts of a wish's key; blanks where there is no round to take them from.
private func writeKey(
  of wish: Int, _ applicant: Int, _ round: DecidedRound?, withParts: Bool, to csv: inout CSVWriter
) {
  guard let round else {
    for _ in 0..<(withParts ? 8 : 5) { csv.blank() }
    return
  }
  let outcome = round.outcome
  csv.integer(outcome.direct[wish] ? 1 : 0)
  if round.plan(ofWish: wish).zoned { csv.integer(Int64(outcome.tier[wish])) } else { csv.blank() }
  csv.decimal(Exact(raw: outcome.score[wish]))
  if withParts {
    csv.decimal(Exact(raw: outcome.priority[wish]))
    csv.decimal(Exact(raw: outcome.incentive[wish]))
    csv.decimal(margin(of: wish, in: round.input))
  }
  csv.text(tieTexts(of: wish, applicant, in: round).joined(separator: ";"))
  if round.input.drawOrder != nil, let place = round.lottery.place(applicant) {
    csv.integer(Int64(place))
  } else {
    csv.blank()
  }
}

/// What `chênh lệch` takes off the score at this wish.
func margin(of wish: Int, in input: Input) -> Exact {
  let number = Int(input.wishNumber[wish])
  guard input.rules.method == .margin, !input.wishSpecial[wish], number <= input.rules.margins.count else {
    return .zero
  }
  return input.rules.margins[number - 1]
}

/// The applicant that a wish belongs to.
func owner(ofWish wish: Int, in input: Input) -> Int {
  var low = 0
  var high = input.applicantCount
  while low + 1 < high {
    let middle = (low + high) / 2
    if Int(input.wishStart[middle]) <= wish { low = middle } else { high = middle }
  }
  return low
}

/// The values that break ties at a wish, as they are published; blank where missing.
func tieTexts(of wish: Int, _ applicant: Int, in round: DecidedRound) -> [String] {
  let program = round.input.programs[Int(round.input.wishProgram[wish])]
  guard let chain = program.tieChain else { return [] }
  return round.input.tieChains[chain].map { criterion in
    switch criterion.source {
    case .wishNumber: return String(round.input.wishNumber[wish])
    case .field(let field):
      let value = round.input.fields[field][applicant]
      return value <= FieldValue.unconvertible ? "" : Exact(raw: value).text
    }
  }
}
