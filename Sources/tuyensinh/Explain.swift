import Admission
import Pipeline
import Rounds
import Tables
import Wording

/// `explain ROUND ID`: why a child has this result, wish by wish.
extension Command {
  func explain() throws -> Program.Status {
    let view = try View(workspace)
    let words = terminal.words
    guard let tables = view.round(arguments.operands[0]) else {
      return noSuchRound(in: view.inForce)
    }
    switch view.decide(tables) {
    case .notReady: Terminal.complain(words.roundNotReady)
    case .stopped(let errors, _): Terminal.complain(words.stopped(by: errors))
    case .violated(let broken, _): Terminal.complain(words.roundViolated(broken))
    case .decided(let round):
      guard let applicant = applicant(of: arguments.operands[1], in: round.cohort) else {
        guard round.cohort.hasRecordOnly(arguments.operands[1]) else {
          Terminal.complain(words.noSuchPerson(arguments.operands[1]))
          return .findings
        }
        if terminal.speaksJSON {
          try terminal.say(json: ["round": tables.round.code, "status": "no-application"])
        } else {
          try terminal.say(words.noApplication(arguments.operands[1]))
        }
        return .allWell
      }
      let explanation = Explanations(round, schemas: view.configuration.schemas).explanation(of: applicant)
      if terminal.speaksJSON {
        try terminal.say(json: ExplanationJSON(round, applicant, explanation))
      } else {
        for line in words.explanation(of: applicant, explanation, in: round) { try terminal.say(line) }
      }
      return .allWell
    }
    return .findings
  }

  private func applicant(of id: String, in cohort: Cohort) -> Int? {
    let wanted = Array(id.utf8)
    return (0..<cohort.count).first { applicant in
      (0..<4).contains { cohort.identifier($0, of: applicant).elementsEqual(wanted) }
    }
  }
}
