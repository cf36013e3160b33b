import Rounds
import Sheets

extension RoundContent {
  /// `boc-tham.csv`: ticket, draw, order; nil where no lottery decided. It names
  /// nobody: anyone can draw again from the tickets and the seed.
  func lotteryTable() -> OutputFile? {
    let lottery = round.lottery
    let drawn = (0..<round.cohort.count).compactMap { applicant in
      lottery.place(applicant).map { (place: $0, applicant: applicant) }
    }
    guard !drawn.isEmpty else { return nil }
    var csv = CSVWriter(guardsFormulas: false)
    for label in ["ticket", "draw", "order"] { csv.text(label) }
    csv.endRow()
    // Equal draws are those of equal tickets: their rows are the same.
    for entry in drawn.sorted(by: { $0.place < $1.place }) {
      csv.text(lottery.ticketBytes(entry.applicant))
      csv.text(lottery.draw(entry.applicant))
      csv.integer(Int64(entry.place))
      csv.endRow()
    }
    return OutputFile("boc-tham.csv", csv)
  }
}
