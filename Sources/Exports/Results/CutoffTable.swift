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
    let plan = round.tables.programs[row.program]
    csv.text(plan.school)
    csv.text(plan.program)
    csv.integer(Int64(row.wish))
    csv.integer(Int64(row.quota))
    csv.integer(Int64(row.applicants))
    csv.integer(Int64(row.admitted))
    switch row.cutoff {
    case .none: csv.blank()
    case .all: csv.word("-")
    case .score(let score): csv.decimal(score)
    }
    if let tier = row.tier { csv.integer(Int64(tier)) } else { csv.blank() }
    csv.text(row.last.map(lastText) ?? "")
    csv.endRow()
  }
  return OutputFile("diem-chuan.csv", bytes: csv.bytes, rows: csv.rows - 1)
}

/// `tier/score/tie values` of the last one in; the tier is left out where there are no zones.
private func lastText(_ last: CutoffRow.LastIn) -> String {
  let tier = last.tier.map { [String($0)] } ?? []
  return (tier + [last.score.text] + last.ties.map { $0.map { Exact(raw: $0).text } ?? "" }).joined(separator: "/")
}
