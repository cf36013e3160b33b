import Tables

/// The check of ``Property/waitingLists`` alone, of lists that were made from a result of several runs.
///
/// - Parameter input: who has left a place waits nowhere, as those who are assigned one.
public func verifyWaitingLists(_ input: Input, _ outcome: Outcome, jobs: Int = 1) -> PropertyReport {
  checkWaitingLists(Recount(input, outcome, jobs: jobs), outcome, jobs: jobs)
}

/// Checks a result against every ``Property``, in order, by code that shares
/// nothing with the algorithm. A result is to be published only if no report
/// has a violation.
///
/// - Parameter jobs: how many threads work at it; the reports are the same.
public func verify(_ input: Input, _ outcome: Outcome, jobs: Int = 1) -> [PropertyReport] {
  let recount = Recount(input, outcome, jobs: jobs)
  let ranks = checkRanks(recount, outcome, jobs: jobs)
  let waitingLists = checkWaitingLists(recount, outcome, jobs: jobs)
  let views = SeatingView.all(recount, outcome, jobs: jobs)
  return inParallel(Property.allCases, jobs: jobs) { property in
    switch property {
    case .quota: checkQuota(recount, views)
    case .eligibility: checkEligibility(recount, outcome)
    case .nobodyPassedOver: checkNobodyPassedOver(recount, views)
    case .cutoffs: checkCutoffs(recount, outcome, views)
    case .ties: checkTies(recount, outcome, views)
    case .reservations: checkReservations(recount, outcome, views)
    case .phases: checkPhases(recount, views)
    case .onePlace: checkOnePlace(recount, outcome)
    case .everyoneAccounted: checkEveryoneAccounted(recount, outcome)
    case .waitingLists: waitingLists
    case .ranks: ranks
    }
  }
}
