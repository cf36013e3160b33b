import Rounds
import Sheets

/// `boc-tham.csv`: ticket, draw, order; nil where no lottery was drawn. It names
/// nobody: anyone can draw again from the tickets and the seed.
func lotteryTable(_ round: DecidedRound) -> OutputFile? {
  guard let order = round.input.drawOrder, !round.draws.isEmpty else { return nil }
  let applicants = round.tickets.indices.sorted {
    (order[$0], round.tickets[$0]) < (order[$1], round.tickets[$1])
  }
  var csv = CSVWriter(guardsFormulas: false)
  for label in ["ticket", "draw", "order"] { csv.text(label) }
  csv.endRow()
  for (position, applicant) in applicants.enumerated() {
    csv.text(round.tickets[applicant])
    csv.text(round.draws[applicant])
    csv.integer(Int64(position + 1))
    csv.endRow()
  }
  return OutputFile("boc-tham.csv", bytes: csv.bytes, rows: applicants.count)
}
