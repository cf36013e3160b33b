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
  /// Wishes against which nothing speaks but that the child has declined the school.
  let declined: Set<Int>
  /// Wishes of which the result says something else.
  let mistaken: [Int]
  /// By wish: 1 + the number of better keys among those eligible at the program;
  /// 0 for the ineligible. Whose rank is smaller has the better key.
  let rank: [Int32]
  /// The applicants, cut for several threads.
  let stretches: [Range<Int>]
  /// By stretch, by program: how many wishes are eligible.
  let counts: [[Int]]
  /// All scores are whole multiples of what an `Int32` counts, and take 30 bits.
  let scoresAreShort: Bool
  /// By program: the seats that kept children leave, never below 0.
  let seatsLeft: [Int]
  /// By program.
  let phase: [Int]
  private let zones: TiersOfChildren

  init(_ input: Input, _ outcome: Outcome, jobs: Int) {
    self.input = input
    rank = outcome.rank
    phase = input.programs.map(\.phase)
    let stretches = input.stretches(jobs)
    self.stretches = stretches
    var found: [Found] = []
    let eligible = [Bool](unsafeUninitializedCapacity: input.wishProgram.count) { cells, count in
      // Every thread fills its own stretch of them.
      nonisolated(unsafe) let eligible = cells
      found = inParallel(stretches, jobs: jobs) { applicants in
        Recount.recount(applicants, input, outcome, into: eligible)
      }
      count = cells.count
    }
    self.eligible = eligible
    declined = Set(found.flatMap(\.declined))
    mistaken = found.flatMap(\.mistaken)
    counts = found.map(\.counts)
    scoresAreShort = found.allSatisfy(\.scoresAreShort)
    var seats = input.programs.map(\.quota)
    for applicant in input.kept.indices {
      if let keeper = input.keeper(of: applicant) { seats[keeper] -= 1 }
    }
    seatsLeft = seats.map { max(0, $0) }
    zones = TiersOfChildren(input)
  }

  /// What was found of a stretch of applicants.
  private struct Found: Sendable {
    var mistaken: [Int] = []
    var declined: [Int] = []
    /// By program: its eligible wishes.
    var counts: [Int]
    var scoresAreShort: Bool
  }

  /// Whether points (``Exact/raw``) are short.
  @inline(__always)
  static func isShort(_ points: Int64) -> Bool {
    points % Int32.unit == 0 && points.magnitude < Int32.unit.magnitude << 29
  }

  private static func recount(
    _ applicants: Range<Int>, _ input: Input, _ outcome: Outcome,
    into eligible: UnsafeMutableBufferPointer<Bool>
  ) -> Found {
    var refusal = Refusal(input)
    var (mistaken, declined): ([Int], [Int]) = ([], [])
    var counts = Cells(repeating: 0, count: input.programs.count)
    var scoresAreShort = true
    let (program, score) = (input.wishProgram.span, outcome.score.span)
    for applicant in applicants {
      for wish in input.wishes(of: applicant) {
        let found = refusal.find(applicant, wish)
        eligible[wish] = found.reasons.isEmpty
        if found.reasons.isEmpty { counts[Int(program[wish])] += 1 }
        if found.reasons == .schoolDeclined { declined.append(wish) }
        scoresAreShort = scoresAreShort && isShort(score[wish])
        let verdict = outcome.verdict[wish]
        var right = found.reasons.bear(out: verdict)
        if [.eligible, .schoolDeclined, .leftElsewhere].contains(verdict) {
          right =
            right && score[wish] == found.score?.raw && outcome.tier[wish] == found.tier
            && outcome.direct[wish] == found.direct
        }
        if !right { mistaken.append(wish) }
      }
    }
    return Found(
      mistaken: mistaken, declined: declined, counts: input.programs.indices.map { counts[$0] },
      scoresAreShort: scoresAreShort)
  }

  func isEligible(_ wish: Int) -> Bool { eligible[wish] }

  /// The tier of a wish; nil where the child stands in no row.
  func tier(_ wish: Int, of applicant: Int) -> Int32? {
    zones.tier(applicant, Int(input.wishProgram[wish]))
  }
}
