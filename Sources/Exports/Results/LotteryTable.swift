import Rounds
import Sheets

/// `boc-tham.csv`: ticket, draw, order; nil where no lottery was drawn. It names
/// nobody: anyone can draw again from the tickets and the seed.
func lotteryTable(_ round: DecidedRound) -> OutputFile? {
  let lottery = round.lottery
  let drawn = (0..<round.cohort.count).compactMap { applicant in
    lottery.place(applicant).map { (place: $0, ticket: lottery.ticket(applicant), applicant: applicant) }
  }
  guard !drawn.isEmpty else { return nil }
  var csv = CSVWriter(guardsFormulas: false)
  for label in ["ticket", "draw", "order"] { csv.text(label) }
  csv.endRow()
  for entry in drawn.sorted(by: { ($0.place, $0.ticket) < ($1.place, $1.ticket) }) {
    csv.text(entry.ticket)
    csv.text(lottery.draw(entry.applicant))
    csv.integer(Int64(entry.place))
    csv.endRow()
  }
  return OutputFile("boc-tham.csv", bytes: csv.bytes, rows: drawn.count)
}
