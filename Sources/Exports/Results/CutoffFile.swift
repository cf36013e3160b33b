import Admission
import Rounds
import Sheets
import Tables

extension RoundContent {
  /// `diem-chuan.csv` (contract.md 5): a row for each program and wish.
  func cutoffFile() -> OutputFile {
    var csv = CSVWriter(guardsFormulas: true)
    for label in [
      "school", "program", "wish", "quota", "applicants", "admitted", "cutoff", "tier", "last",
    ] { csv.text(label) }
    csv.endRow()
    for row in cutoffs.rows {
      let plan = round.tables.programs[row.program]
      csv.text(plan.school)
      csv.text(plan.program)
      for number in [row.wish, row.quota, row.applicants, row.admitted] { csv.integer(Int64(number)) }
      switch row.cutoff {
      case .none: csv.blank()
      case .all: csv.word("-")
      case .score(let score): csv.decimal(score)
      }
      csv.positive(row.tier ?? 0)
      csv.text(row.last.map { text($0, of: row.program) } ?? "")
      csv.endRow()
    }
    return OutputFile("diem-chuan.csv", csv)
  }

  /// `tier/score/tie values` of the last one in; the tier is blank where there are no zones.
  private func text(_ last: CutoffRow.LastIn, of program: Int) -> String {
    let chain = round.input.programs[program].tieChain.map { round.input.tieChains[$0] } ?? []
    let ties = zip(chain, last.ties).map { criterion, value in
      value.map { tieText($0, criterion, round.fieldsAreDays) } ?? ""
    }
    return ([last.tier.map { String($0) } ?? "", last.score.text] + ties).joined(separator: "/")
  }
}

/// The value that a criterion of a tie chain compares, as it is published: a
/// number, or a date `dd/mm/yyyy`.
func tieText(_ value: Int64, _ criterion: TieCriterion, _ fieldsAreDays: [Bool]) -> String {
  switch criterion.source {
  case .wishNumber: String(value)
  case .field(let field) where fieldsAreDays[field]:
    Day(number: Int32(clamping: Exact(raw: value).wholePart)).text
  case .field: Exact(raw: value).text
  }
}
