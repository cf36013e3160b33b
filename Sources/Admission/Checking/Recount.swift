import Tables

/// The round counted again from the input alone, for the checks: who is
/// eligible where, with which score, tier and rank.
struct Recount {
  let input: Input
  // By wish.
  private(set) var reasons: [Reasons]
  private(set) var score: [Int64]
  private(set) var tier: [Int32]
  private(set) var direct: [Bool]
  /// 1 + the number of better keys among those eligible at the program; 0 for
  /// the ineligible. Whose rank is smaller has the better key.
  private(set) var rank: [Int32]
  /// By program: the seats that kept children leave, never below 0.
  private(set) var seatsLeft: [Int]

  /// - Parameter claimed: Ranks as a result has them. They change nothing but
  ///   how fast it goes (``KeyOrder``).
  init(_ input: Input, claimed: [Int32]) {
    self.input = input
    let wishes = input.wishProgram.count
    reasons = Array(repeating: [], count: wishes)
    score = Array(repeating: 0, count: wishes)
    tier = Array(repeating: 0, count: wishes)
    direct = Array(repeating: false, count: wishes)
    rank = []
    seatsLeft = input.programs.map(\.quota)
    var refusal = Refusal(input)
    for applicant in 0..<input.applicantCount {
      if let keeper = input.keeper(of: applicant) { seatsLeft[keeper] -= 1 }
      for wish in input.wishes(of: applicant) {
        let found = refusal.find(applicant, wish)
        reasons[wish] = found.reasons
        score[wish] = found.score?.raw ?? 0
        tier[wish] = found.tier ?? 0
        direct[wish] = found.direct
      }
    }
    seatsLeft = seatsLeft.map { max(0, $0) }
    rank = KeyOrder(self).ranks(claimed: claimed)
  }

  func isEligible(_ wish: Int) -> Bool { reasons[wish].isEmpty }
}
