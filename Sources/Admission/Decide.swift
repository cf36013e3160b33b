import Tables

/// Decides a round (contract.md 4): judges every wish, orders the eligible of
/// each program by their keys, and seats by cut-offs.
///
/// **It ends.** A cut-off is only ever raised, to one of the finitely many keys
/// of its program.
///
/// **It is the best for the children.** Call a result stable if the quotas hold
/// as the tie policy says and nobody turned away has a key as good as somebody
/// seated. A child leaves a wish only when the program's cut-off has passed its
/// key; then, by induction over these steps, no stable result seats it there:
/// those who chose the program have lost all their better wishes in every
/// stable result too, and they alone leave the child, with all whose key
/// equals its own, no seat. So each child ends at the best wish that any stable
/// result gives it (Gale and Shapley 1962; with ties, the lowest score limits
/// of Biró and Kiselgof 2015).
///
/// **The order of rows does not matter.** Whichever of the programs with too
/// many choosers is looked at first, raising its cut-off takes no chooser away
/// from another; the other's next cut-off can only be as high or higher. So all
/// orders of work end at the same least cut-offs. Equal keys are never parted
/// by position: they share a rank, a seat or its loss, and a waiting place.
/// `Xét hết NV1 mới đến NV2` needs no method of its own: with the wish number
/// before the score in the key, the cut-offs give immediate acceptance.
///
/// **One order for all.** Where every child has the same key at all programs, as
/// with one score for all, seating the children one after another along that order
/// gives the same cut-offs at a fraction of the work (``Walk``).
///
/// **Reservations.** A part of a program's seats (a row, or the open seats) has a
/// cut-off of its own, which only rises too: the open seats become fewer while
/// rows fill, never more, so who was refused once stays refused, and it ends
/// likewise. Caps are rows of one category, so that a child is under one cap at
/// most, and its tier or source school shares every row: whoever a cap refused
/// finds those before it in the cap or, with it, behind every other cut-off.
///
/// - Throws: ``DecisionError/overflow(applicant:program:)`` where a score, or a
///   score after its margin, leaves the range of ``Tables/Exact``; nothing is
///   rounded, and nothing is decided then.
/// - Complexity: linear in wishes but for the sorting of each program's eligible.
///
/// - Parameter jobs: how many threads work at it; the result is the same.
public func decide(_ input: Input, jobs: Int = 1) throws(DecisionError) -> Outcome {
  try decide(input, jobs: jobs, mayWalk: true)
}

/// - Parameter mayWalk: whether a round all of whose programs share one order is
///   decided by a ``Walk`` along it; the result is the same.
func decide(_ input: Input, jobs: Int, mayWalk: Bool) throws(DecisionError) -> Outcome {
  let jobs = max(1, jobs)
  let stretches = input.stretches(jobs)
  var outcome = Outcome(
    applicants: input.applicantCount, wishes: input.wishProgram.count, programs: input.programs.count)
  let eligible = try judgeAll(input, stretches, jobs: jobs, into: &outcome)
  if mayWalk, input.comparesAlike, eligible.areAlike {
    let order = try CommonOrder(input, outcome, eligible, jobs: jobs)
    try outcome.decide(input, by: order, jobs: jobs)
    return outcome
  }
  let slots = try rankEligible(input, stretches, jobs: jobs, into: &outcome)
  let kept = try keptPlaces(input)
  if input.rules.method == .given {
    outcome.place = placesByGivenCutoffs(input, outcome, kept: kept)
  } else {
    var competition = Competition(input, outcome, slots, kept: kept)
    outcome.take(input) { competition.run(groups: $0) }
    settleCutoffs(input, in: &outcome)
  }
  holdUnreviewed(input, kept: kept, in: &outcome)
  fillWaitingLists(input, jobs: jobs, into: &outcome)
  settleStatuses(input, into: &outcome)
  return outcome
}

extension Outcome {
  /// Ranks, seats and waiting lists where all programs share one order: the ranks
  /// at the same time as everything else, which does not need them.
  fileprivate mutating func decide(
    _ input: Input, by order: CommonOrder, jobs: Int
  ) throws(DecisionError) {
    let kept = try keptPlaces(input)
    let judged = self
    var ranks: [Int32] = []
    for part in inParallel(
      [true, false], jobs: jobs,
      { isRanks in
        if isRanks { return (ranks: order.ranks(input), decided: Outcome?.none) }
        var decided = judged
        decided.take(input) { Walk(input, order, kept: kept, groups: $0).run() }
        holdUnreviewed(input, kept: kept, in: &decided)
        order.fillWaitingLists(input, into: &decided)
        settleStatuses(input, into: &decided)
        return (ranks: [], decided: decided)
      })
    {
      if let decided = part.decided { self = decided } else { ranks = part.ranks }
    }
    rank = ranks
    settleCutoffs(input, in: &self)
  }
}
