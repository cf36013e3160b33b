import Tables

/// Between which values the parts of the keys of all eligible wishes lie.
struct KeySpans {
  private(set) var anyDirect = false
  private(set) var lowestTier: Int32 = .max
  private(set) var highestTier: Int32 = .min
  private(set) var firstWish: UInt8 = .max
  private(set) var lastWish: UInt8 = .min
  /// After the margin.
  private(set) var scores = SteppedSpan()
  private var error: DecisionError?

  /// - Parameter wishes: of each stretch of applicants, eligible wishes that all
  ///   keys stand for.
  init<Wishes: Sequence<Int> & Sendable>(
    _ input: Input, _ outcome: Outcome, of wishes: [Wishes], margins: [Int64], jobs: Int
  ) throws(DecisionError) {
    let (score, tier, direct) = (outcome.score, outcome.tier, outcome.direct)
    let parts = inParallel(wishes, jobs: jobs) { wishes in
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
        spans.scores.include(less)
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
    if scores.isEmpty {
      (lowestTier, highestTier, firstWish, lastWish) = (1, 1, 1, 1)
      scores.include(0)
    }
  }

  private init() {}

  private mutating func include(_ part: KeySpans) {
    scores.include(part.scores)
    firstWish = min(firstWish, part.firstWish)
    lastWish = max(lastWish, part.lastWish)
    lowestTier = min(lowestTier, part.lowestTier)
    highestTier = max(highestTier, part.highestTier)
    anyDirect = anyDirect || part.anyDirect
  }
}
