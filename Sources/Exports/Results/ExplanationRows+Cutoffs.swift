import Admission
import Rounds
import Sheets
import Tables

/// The key of a cut-off, which stands in every row that was compared with it.
extension ExplanationRows {
  /// By program, for the newest run of the rules and then for the one before: the cut-off, and what stands
  /// in the columns about parts of seats.
  static func keys(_ input: Input, _ outcome: Outcome, _ about: About) -> CSVCellList {
    let blank = cells { csv in for _ in 0..<12 { csv.blank() } }
    return CSVCellList(
      (about.cutoffs.newest + about.cutoffs.before).map { wish in
        guard wish >= 0 else { return blank }
        let key = cutoffKey(Int(wish), input, outcome, about)
        return cells { csv in
          csv.put(key)
          for _ in 0..<4 { csv.blank() }
        }
      })
  }

  /// The parts of a cut-off as they are written in each row of its program.
  static func cutoffKey(
    _ wish: Int, _ input: Input, _ outcome: Outcome, _ about: About
  ) -> CSVCells {
    let applicant = input.applicant(ofWish: wish)
    let program = Int(input.wishProgram[wish])
    return cells { csv in
      csv.integer(outcome.direct[wish] ? 1 : 0)
      csv.text(input.programs[program].zoned ? String(outcome.tier[wish]) : "")
      csv.integer(Int64(input.wishNumber[wish]))
      csv.text(Exact(raw: outcome.score[wish]).text)
      csv.text(input.margin(ofWish: wish).text)
      csv.text(tieTexts(of: wish, applicant, input, about))
      if let draw = about.drawn(applicant) { csv.integer(Int64(draw)) } else { csv.blank() }
      csv.text(ruling(of: applicant, program, input))
    }
  }

  /// The tie values, a missing one blank.
  static func tieTexts(
    of wish: Int, _ applicant: Int, _ input: Input, _ about: About
  ) -> String {
    let program = input.programs[Int(input.wishProgram[wish])]
    let chain = program.tieChain.map { input.tieChains[$0] } ?? []
    return chain.map { criterion in
      switch criterion.source {
      case .wishNumber: return String(input.wishNumber[wish])
      case .field(let field):
        let value = input.fields[field][applicant]
        return value <= FieldValue.unconvertible ? "" : tieText(value, criterion, about.fieldsAreDays)
      }
    }.joined(separator: ";")
  }

  /// What the council concluded of an applicant at a program.
  static func ruling(of applicant: Int, _ program: Int, _ input: Input) -> String {
    switch input.rulings[Int32(truncatingIfNeeded: program)]?[Int32(truncatingIfNeeded: applicant)] {
    case .admit(let order?): String(order)
    case .admit(nil): "admit"
    case .refuse: "refuse"
    case nil: ""
    }
  }

  /// Cells of a file that people open.
  static func cells(_ write: (inout CSVWriter) -> Void) -> CSVCells {
    CSVWriter.cells(guardsFormulas: true, write)
  }
}
