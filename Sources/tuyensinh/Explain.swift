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
      Terminal.complain(
        words.noSuchRound(arguments.operands[0], known: view.inForce.rounds.map(\.round.code)))
      return .unusable
    }
    switch view.decide(tables) {
    case .notReady: Terminal.complain(words.roundNotReady)
    case .stopped(let errors, _): Terminal.complain(words.roundStopped(errors.count))
    case .violated(let broken, _): Terminal.complain(words.roundViolated(broken))
    case .decided(let round):
      guard let applicant = applicant(of: arguments.operands[1], in: round.cohort) else {
        Terminal.complain(words.noSuchPerson(arguments.operands[1]))
        return .findings
      }
      let explanation = Explanations(round).explanation(of: applicant)
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
