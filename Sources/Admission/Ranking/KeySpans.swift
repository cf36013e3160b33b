/// Between which values the parts of the keys of all eligible wishes lie.
struct KeySpans {
  private(set) var anyDirect = false
  private(set) var lowestTier: Int32 = .max
  private(set) var highestTier: Int32 = .min
  private(set) var firstWish: UInt8 = .max
  private(set) var lastWish: UInt8 = .min
  /// After the margin.
  private(set) var lowestScore: Int64 = .max
  private(set) var highestScore: Int64 = .min
  private var scoreSteps = Steps()

  init(_ input: Input, _ outcome: Outcome, margins: [Int64]) throws(DecisionError) {
    var first: Int64?
    for applicant in 0..<input.applicantCount {
      for wish in input.wishes(of: applicant) where outcome.verdict[wish] == .eligible {
        let number = input.wishNumber[wish]
        let margin = input.wishSpecial[wish] ? 0 : margins[Int(number)]
        let (score, overflow) = outcome.score[wish].subtractingReportingOverflow(margin)
        guard !overflow else {
          throw .overflow(applicant: applicant, program: Int(input.wishProgram[wish]))
        }
        lowestScore = min(lowestScore, score)
        highestScore = max(highestScore, score)
        let base = first ?? score
        first = base
        scoreSteps.include(score < base ? distance(score, base) : distance(base, score))
        firstWish = min(firstWish, number)
        lastWish = max(lastWish, number)
        lowestTier = min(lowestTier, outcome.tier[wish])
        highestTier = max(highestTier, outcome.tier[wish])
        anyDirect = anyDirect || outcome.direct[wish]
      }
    }
    if first == nil {
      (lowestTier, highestTier, firstWish, lastWish) = (1, 1, 1, 1)
      (lowestScore, highestScore) = (0, 0)
    }
  }

  /// How many steps a score lies below the highest.
  @inline(__always)
  func steps(below score: Int64) -> UInt64 { scoreSteps.count(distance(score, highestScore)) }
}
