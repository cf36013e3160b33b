import Tables

/// The round counted again from the input alone, for the checks: who is
/// eligible where, and where a result says otherwise.
///
/// That score, tier and direct admission are those of the rules is found out
/// wish by wish on the way (P2), and that the ranks are those of the keys in
/// ``RankOrder`` (P11); what follows may compare the ranks of the result.
struct Recount {
  let input: Input
  /// By wish.
  let eligible: [Bool]
  /// Wishes of which the result says something else.
  let mistaken: [Int]
  /// By wish: 1 + the number of better keys among those eligible at the program;
  /// 0 for the ineligible. Whose rank is smaller has the better key.
  let rank: [Int32]
  /// By program: the seats that kept children leave, never below 0.
  let seatsLeft: [Int]
  /// By program.
  let phase: [Int]
  private let refusal: Refusal

  init(_ input: Input, _ outcome: Outcome, jobs: Int) {
    self.input = input
    rank = outcome.rank
    phase = input.programs.map(\.phase)
    var mistaken: [Int] = []
    eligible = Array(unsafeUninitializedCapacity: input.wishProgram.count) { cells, count in
      // Every thread fills its own stretch of them.
      nonisolated(unsafe) let eligible = cells
      let found = inParallel(input.stretches(jobs), jobs: jobs) { applicants in
        Recount.recount(applicants, input, outcome, into: eligible)
      }
      mistaken = found.flatMap(\.self)
      count = cells.count
    }
    self.mistaken = mistaken
    var seats = input.programs.map(\.quota)
    for applicant in input.kept.indices {
      if let keeper = input.keeper(of: applicant) { seats[keeper] -= 1 }
    }
    seatsLeft = seats.map { max(0, $0) }
    refusal = Refusal(input)
  }

  private static func recount(
    _ applicants: Range<Int>, _ input: Input, _ outcome: Outcome,
    into eligible: UnsafeMutableBufferPointer<Bool>
  ) -> [Int] {
    var refusal = Refusal(input)
    var mistaken: [Int] = []
    for applicant in applicants {
      for wish in input.wishes(of: applicant) {
        let found = refusal.find(applicant, wish)
        eligible[wish] = found.reasons.isEmpty
        let verdict = outcome.verdict[wish]
        var right = found.reasons.bear(out: verdict)
        if verdict == .eligible {
          right =
            right && outcome.score[wish] == found.score?.raw && outcome.tier[wish] == found.tier
            && outcome.direct[wish] == found.direct
        }
        if !right { mistaken.append(wish) }
      }
    }
    return mistaken
  }

  func isEligible(_ wish: Int) -> Bool { eligible[wish] }

  /// The tier of a wish; nil where the child stands in no row.
  func tier(_ wish: Int, of applicant: Int) -> Int32? {
    refusal.tier(applicant, Int(input.wishProgram[wish]))
  }
}
