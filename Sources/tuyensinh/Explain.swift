import Admission
import Pipeline
import Rounds
import TableSchema
import Tables
import Wording

/// `explain ROUND ID`: why a child has this result, wish by wish.
extension Command {
  func explain() throws -> Program.Status {
    let id = arguments.operands[1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !id.isEmpty else { throw Arguments.Problem.badValue("ID", value: arguments.operands[1]) }
    let view = try openViewInSpiteOfLists()
    let words = terminal.words
    guard let tables = view.round(arguments.operands[0]) else {
      return noSuchRound(in: view.inForce)
    }
    switch view.decide(tables) {
    case .notReady(let reasons, _): Terminal.complain(words.notReady(tables.round.code, reasons))
    case .stopped(let errors, _): Terminal.complain(words.stopped(by: errors))
    case .violated(let broken, _): Terminal.complain(words.roundViolated(broken))
    case .decided(let round):
      let found = applicants(of: id, in: round.cohort)
      guard let applicant = found.first?.applicant else {
        guard round.cohort.hasRecordOnly(id) else {
          Terminal.complain(words.noSuchPerson(id))
          return .findings
        }
        if terminal.speaksJSON {
          try terminal.say(json: ["round": tables.round.code, "status": "no-application"])
        } else {
          try terminal.say(words.noApplication(id))
        }
        return .allWell
      }
      guard found.count == 1 else {
        let labels = found.map { view.configuration.schemas[.roster]?.field($0.key)?.field.title ?? $0.key }
        Terminal.complain(words.severalPersons(id, labels))
        return .findings
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

  /// Who has that identifier, and which of the four it is; where nobody has, who has it but for the case of its
  /// letters (tables.md).
  private func applicants(of id: String, in cohort: Cohort) -> [(applicant: Int, key: String)] {
    func found(_ isWanted: (ArraySlice<UInt8>) -> Bool) -> [(applicant: Int, key: String)] {
      (0..<cohort.count).compactMap { applicant in
        Schema.identifierKeys.indices.first { isWanted(cohort.identifier($0, of: applicant)) }
          .map { (applicant, Schema.identifierKeys[$0]) }
      }
    }
    let exact = found { $0.elementsEqual(id.utf8) }
    let wanted = folded(id.utf8)
    return exact.isEmpty ? found { !$0.isEmpty && folded($0) == wanted } : exact
  }
}
