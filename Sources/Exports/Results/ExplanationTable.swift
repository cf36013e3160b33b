import Admission
import Rounds
import Sheets
import TableSchema

extension RoundContent {
  /// `giai-trinh.csv`: a row for each person and wish, in codes and numbers:
  /// `verdict` says `eligible` or why not; then the parts of the key (`score`
  /// before its `margin`, of it `priority` and `incentive`; `ties` joined by `;`;
  /// `draw` as the order in `boc-tham.csv`), the rank, the place on the waiting
  /// list, whether it is the child's place, whether it keeps it from an earlier
  /// result, what is undecided about it (`out`: the place if a tied group stays
  /// out, `in`: if it comes in, `documents`: the seat is kept until they are
  /// reviewed), whether it took part in the newest run of the rules (`part`), what
  /// the council concluded (an order, `admit` or `refuse`), and the key of the
  /// cut-off that it was compared with, blank where nobody was turned away.
  /// Where some seats are for some: the rows of the reservations, by their number
  /// in `kiem-chung.json`, that the child belongs to (`rows`); the one on whose
  /// seat it is (`seat`, and `seatIn` if a tied group comes in), `0` for an open
  /// seat; and the one whose cut-off it was compared with (`cutoffRow`, likewise).
  /// Last, why the child has left the place that it had (`declined`, `absent`,
  /// `unconfirmed`), the number of the minutes in which the council concluded, and
  /// how the child has declined a school for which it does not compete (`declined`,
  /// `absent`), or `1` where it has declined it since, and so does not wait there.
  func explanationTable(jobs: Int) -> OutputFile {
    let (cohort, lottery, round) = (round.cohort, round.lottery, round)
    var about = ExplanationRows.About(
      programs: round.tables.programs.map { ($0.school, $0.program) }, fieldsAreDays: round.fieldsAreDays,
      cutoff: round.seats.cutoff,
      identifiers: { applicant, row in
        for kind in Schema.identifierKeys.indices { row.text(cohort.identifier(kind, of: applicant)) }
      }, drawn: { lottery.place($0) })
    about.cutoffs.before = (round.seatsBefore ?? round.seats).cutoff
    about.takesPart = round.takesPart
    about.hasParts = round.reservations.map { !$0.isEmpty }
    about.part = { wish, applicant in
      round.seatPart(ofWish: wish, of: applicant).map { ($0.row, $0.cutoff) }
    }
    about.rows = { round.reservationRows(ofWish: $0, of: $1) }
    let left = round.left.mapValues(\.rawValue)
    about.left = { left[Int32(truncatingIfNeeded: $0)] }
    let rulings = round.rulings
    about.hasMinutes = !rulings.isEmpty
    about.minutes = { rulings[Int32($1)]?[Int32($0)]?.minutes ?? "" }
    let input = round.input
    if !round.left.isEmpty || !input.declined.isEmpty || !input.declinedSince.isEmpty {
      about.declined = { wish, applicant in
        let verdict = round.verdict(wish, of: applicant)
        if verdict == .schoolDeclined { return (verdict, round.refusal(wish, of: applicant).rawValue) }
        return (verdict, round.hasDeclinedSince(wish, applicant) ? "1" : "")
      }
    }
    let rows = ExplanationRows(round.input, round.outcome, about)
    var header = CSVWriter(guardsFormulas: true)
    for label in [
      "personalId", "moetId", "examNo", "applicationNo", "school", "program", "wish", "special", "verdict",
      "direct", "tier", "score", "priority", "incentive", "margin", "ties", "draw", "rank", "waiting",
      "admitted", "kept", "undecided", "part", "ruling", "cutoffDirect", "cutoffTier", "cutoffWish",
      "cutoffScore", "cutoffMargin", "cutoffTies", "cutoffDraw", "cutoffRuling", "rows", "seat", "seatIn",
      "cutoffRow", "left", "minutes", "declined",
    ] { header.text(label) }
    header.endRow()
    return OutputFile("giai-trinh.csv", header: header, of: cohort.count, jobs: jobs) { rows.rows(of: $0) }
  }
}
