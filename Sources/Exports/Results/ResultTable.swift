import Admission
import Rounds
import Sheets
import TableSchema
import Tables
import Wording

extension RoundContent {
  /// `ket-qua.csv` (contract.md 5): one row for each applicant, in the order of
  /// ``Cohort``: byte order of the identifiers.
  func resultTable() -> OutputFile {
    let cohort = round.cohort
    let (births, origins) = (cohort.column("birthDate"), cohort.column("sourceSchool"))
    let texts = EncodedTexts(round)
    let statuses = EncodedCodes<Status>()
    var reasons = ReasonLines(self)
    var csv = CSVWriter(guardsFormulas: true)
    for label in [
      "personalId", "moetId", "examNo", "applicationNo", "fullName", "birthDate", "sourceSchool", "status",
      "school", "program", "wish", "score", "tier", "rank", "ticket", "class", "reason",
    ] { csv.text(label) }
    csv.endRow()
    for applicant in 0..<cohort.count {
      for kind in Schema.identifierKeys.indices { csv.text(cohort.identifier(kind, of: applicant)) }
      csv.text(names.fullNameBytes(applicant))
      csv.date(births.number(applicant))
      csv.text(origins.bytes(applicant))
      csv.text(statuses[round.outcome.status[applicant]])
      writePlace(of: applicant, texts, to: &csv)
      csv.text(round.lottery.ticketBytes(applicant))
      csv.text(texts.className(applicant))
      csv.text(reasons.line(of: applicant))
      csv.endRow()
    }
    return OutputFile("ket-qua.csv", csv)
  }

  /// School, program, wish, score, tier and rank: of the place; of the best wish
  /// where the applicant waits; blank otherwise.
  private func writePlace(of applicant: Int, _ texts: EncodedTexts, to csv: inout CSVWriter) {
    let outcome = round.outcome
    if round.place(of: applicant) == nil, let program = round.program(of: applicant) {
      // Over and above the decision: no wish, no score, no rank.
      csv.text(texts.schools[program])
      csv.text(texts.programs[program])
      for _ in 0..<4 { csv.blank() }
      return
    }
    guard let wish = round.place(of: applicant) ?? round.bestWait(of: applicant) else {
      for _ in 0..<6 { csv.blank() }
      return
    }
    let program = Int(round.input.wishProgram[wish])
    let isAdmitted = round.place(of: applicant) != nil
    csv.text(texts.schools[program])
    csv.text(texts.programs[program])
    csv.integer(Int64(round.input.wishNumber[wish]))
    csv.decimal(Exact(raw: outcome.score[wish]))
    csv.positive(round.input.programs[program].zoned ? outcome.tier[wish] : 0)
    csv.positive(isAdmitted ? outcome.rank[wish] : outcome.waitingPlace[wish])
  }
}

extension DecidedRound {
  /// The first wish on whose waiting list an applicant stands, in the order in which its wishes
  /// are considered; nil for one that is not waiting.
  func bestWait(of applicant: Int) -> Int? {
    guard outcome.status[applicant] == .waiting else { return nil }
    return input.wishes(of: applicant).first { outcome.waitingPlace[$0] > 0 }
  }
}

extension CSVWriter {
  /// A number from 1 on; 0 is a blank.
  mutating func positive(_ number: Int32) {
    if number > 0 { integer(Int64(number)) } else { blank() }
  }

  /// A ``Day/number``, or a blank.
  mutating func date(_ number: Int64?) {
    if let number { date(Day(number: Int32(clamping: number))) } else { blank() }
  }
}
