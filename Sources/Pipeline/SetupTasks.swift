import Rounds
import Tables
import Wording

extension [LocatedFinding] {
  /// What the department has to do where these stop a round.
  var setupTasks: [TaskWording.Task] {
    if let otherwise = decidedOtherwise {
      return [.decidedOtherwise(otherwise.count, programs: otherwise.programs)]
    }
    let undeclared = count { $0.finding.awaitsSetup }
    return (count > undeclared ? [.setup(count - undeclared)] : [])
      + (undeclared > 0 ? [.undeclared(undeclared)] : [])
  }
}

extension [RoundReport] {
  /// The arrivals with something by which a round cannot be decided.
  var stoppedBy: Set<Int> {
    Set(
      flatMap { report in
        if case .stopped(let errors) = report.standing { errors.map(\.seq) } else { [Int]() }
      })
  }
}
