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
  /// All scores lie whole steps apart, of 2^`evenBits` times an odd number; its inverse modulo 2⁶⁴.
  private var evenBits: UInt64 = 0
  private var inverse: UInt64 = 1

  init(_ input: Input, _ outcome: Outcome, margins: [Int64]) throws(DecisionError) {
    var first: Int64?
    var step: UInt64 = 0
    var previous: Int64 = .min
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
        if score != previous {
          previous = score
          let apart = score < base ? distance(score, base) : distance(base, score)
          if step == 0 || apart % step != 0 { step = greatestCommonDivisor(step, apart) }
        }
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
    step = max(step, 1)
    evenBits = UInt64(step.trailingZeroBitCount)
    let odd = step >> evenBits
    // Newton's iteration: each doubles the number of right bits, from 3.
    inverse = odd
    for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
  }

  /// How many steps a score lies below the highest. The division is exact, so
  /// that multiplying by the inverse does it.
  @inline(__always)
  func steps(below score: Int64) -> UInt64 { (distance(score, highestScore) >> evenBits) &* inverse }
}
