/// Checks a result against every ``Property``, in order, by code that shares
/// nothing with the algorithm. A result is to be published only if no report
/// has a violation.
public func verify(_ input: Input, _ outcome: Outcome) -> [PropertyReport] {
  let recount = Recount(input, claimed: outcome.rank)
  let views = SeatingView.all(recount, outcome)
  return Property.allCases.map { property in
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
    case .waitingLists: checkWaitingLists(recount, outcome)
    case .ranks: checkRanks(recount, outcome)
    }
  }
}
