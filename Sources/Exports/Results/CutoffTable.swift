import Admission
import Rounds
import Sheets
import Tables

/// `diem-chuan.csv` (contract.md 5): a row for each program and wish.
func cutoffFile(_ round: DecidedRound) -> OutputFile {
  var csv = CSVWriter(guardsFormulas: true)
  for label in ["school", "program", "wish", "quota", "applicants", "admitted", "cutoff", "tier", "last"] {
    csv.text(label)
  }
  csv.endRow()
  for row in cutoffTable(round.input, round.outcome) {
    let plan = round.tables.programs[Int(row.program)]
    csv.text(plan.school)
    csv.text(plan.program)
    csv.integer(Int64(row.wish))
    csv.integer(Int64(row.quota))
    csv.integer(Int64(row.applicants))
    csv.integer(Int64(row.admitted))
    switch row.cutoff {
    case .everyoneIn: csv.blank()
    case .nobodyIn: csv.word("-")
    case .score(let score): csv.decimal(score)
    }
    if let tier = row.tier { csv.integer(Int64(tier)) } else { csv.blank() }
    csv.text(row.last.map(lastText) ?? "")
    csv.endRow()
  }
  return OutputFile("diem-chuan.csv", bytes: csv.bytes, rows: csv.rows - 1)
}
