import Tables

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

  /// Some score; nil where nobody is eligible.
  private var base: Int64?
  private var error: DecisionError?

  /// - Parameter wishes: of each stretch of applicants, eligible wishes that all
  ///   keys stand for.
  init<Wishes: Sequence<Int> & Sendable>(
    _ input: Input, _ outcome: Outcome, of wishes: [Wishes], margins: [Int64]
  ) throws(DecisionError) {
    let (score, tier, direct) = (outcome.score, outcome.tier, outcome.direct)
    let parts = inParallel(wishes, jobs: wishes.count) { wishes in
      var spans = KeySpans()
      for wish in wishes {
        let number = input.wishNumber[wish]
        let margin = input.wishSpecial[wish] ? 0 : margins[Int(number)]
        let (less, overflow) = score[wish].subtractingReportingOverflow(margin)
        if overflow {
          spans.error = .overflow(
            applicant: input.applicant(ofWish: wish), program: Int(input.wishProgram[wish]))
          break
        }
        spans.include(score: less)
        spans.firstWish = min(spans.firstWish, number)
        spans.lastWish = max(spans.lastWish, number)
        spans.lowestTier = min(spans.lowestTier, tier[wish])
        spans.highestTier = max(spans.highestTier, tier[wish])
        spans.anyDirect = spans.anyDirect || direct[wish]
      }
      return spans
    }
    self.init()
    for part in parts {
      if let error = part.error { throw error }
      include(part)
    }
    if base == nil {
      (lowestTier, highestTier, firstWish, lastWish) = (1, 1, 1, 1)
      (lowestScore, highestScore) = (0, 0)
    }
  }

  private init() {}

  @inline(__always)
  private mutating func include(score: Int64) {
    lowestScore = min(lowestScore, score)
    highestScore = max(highestScore, score)
    let base = base ?? score
    self.base = base
    scoreSteps.include(score < base ? distance(score, base) : distance(base, score))
  }

  private mutating func include(_ part: KeySpans) {
    guard let base = part.base else { return }
    for score in [base, part.lowestScore, part.highestScore] { include(score: score) }
    scoreSteps.include(part.scoreSteps)
    firstWish = min(firstWish, part.firstWish)
    lastWish = max(lastWish, part.lastWish)
    lowestTier = min(lowestTier, part.lowestTier)
    highestTier = max(highestTier, part.highestTier)
    anyDirect = anyDirect || part.anyDirect
  }

  /// How many steps a score lies below the highest.
  @inline(__always)
  func steps(below score: Int64) -> UInt64 { scoreSteps.count(distance(score, highestScore)) }
}
