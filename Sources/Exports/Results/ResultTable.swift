import Admission
import Rounds
import Sheets
import Tables
import Wording

/// `ket-qua.csv` (contract.md 5): one row for each applicant, in byte order of
/// the identifiers.
func resultTable(_ round: DecidedRound, _ people: People) -> OutputFile {
  let cohort = round.cohort
  let outcome = round.outcome
  let birth = cohort.column("birthDate")
  let source = cohort.column("sourceSchool")
  let names = cohort.names
  var csv = CSVWriter(guardsFormulas: true)
  for label in [
    "personalId", "moetId", "examNo", "applicationNo", "fullName", "birthDate", "sourceSchool", "status", "school",
    "program", "wish", "score", "tier", "rank", "ticket", "class", "reason",
  ] { csv.text(label) }
  csv.endRow()
  for applicant in applicantsInOrderOfIdentifiers(round) {
    for kind in 0..<4 { csv.text(cohort.identifier(kind, of: applicant)) }
    csv.text(names.fullName(applicant))
    if let day = birth.number(applicant) { csv.date(Day(number: Int32(day))) } else { csv.blank() }
    csv.text(source.bytes(applicant))
    csv.text(outcome.status[applicant].rawValue)
    writePlace(of: applicant, in: round, to: &csv)
    csv.text(round.lottery.ticket(applicant))
    csv.text(round.classes.name(of: applicant))
    csv.text(people.reasonLine(of: applicant))
    csv.endRow()
  }
  return OutputFile("ket-qua.csv", bytes: csv.bytes, rows: csv.rows - 1)
}

/// School, program, wish, score, tier and rank: of the place, or of the best
/// wish where the applicant waits; blank otherwise.
private func writePlace(of applicant: Int, in round: DecidedRound, to csv: inout CSVWriter) {
  let outcome = round.outcome
  let wish: Int
  let rank: Int32
  switch outcome.status[applicant] {
  case .admitted:
    wish = Int(outcome.place[applicant])
    rank = wish >= 0 ? outcome.rank[wish] : 0
  case .waiting:
    wish = round.input.wishes(of: applicant).first { outcome.waitingPlace[$0] > 0 } ?? -1
    rank = wish >= 0 ? outcome.waitingPlace[wish] : 0
  default:
    wish = -1
    rank = 0
  }
  guard wish >= 0 else {
    for _ in 0..<6 { csv.blank() }
    return
  }
  let plan = round.plan(ofWish: wish)
  csv.text(plan.school)
  csv.text(plan.program)
  csv.integer(Int64(round.input.wishNumber[wish]))
  csv.decimal(Exact(raw: outcome.score[wish]))
  if plan.zoned { csv.integer(Int64(outcome.tier[wish])) } else { csv.blank() }
  csv.integer(Int64(rank))
}

/// The applicants in byte order of personalId (blank first), moetId, examNo, applicationNo.
func applicantsInOrderOfIdentifiers(_ round: DecidedRound) -> [Int] {
  let cohort = round.cohort
  return (0..<cohort.count).sorted { a, b in
    for kind in 0..<4 {
      let (x, y) = (cohort.identifier(kind, of: a), cohort.identifier(kind, of: b))
      if x != y { return x.lexicographicallyPrecedes(y) }
    }
    return a < b
  }
}
