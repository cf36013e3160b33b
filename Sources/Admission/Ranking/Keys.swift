import Tables

/// The keys of contract.md 4 as whole numbers.
struct Keys {
  private let input: Input
  private let direct: ByWish<Bool>
  private let tier: ByWish<Int32>
  private let score: [Int64]
  private let spans: KeySpans
  /// `margins[k]` for ordinary wish k; all 0 unless the method is `chênh lệch`.
  private let margins: [Int64]
  private let tieCodes: TieCodes
  private let rulings: RulingCodes
  /// By tie chain, and last for programs without one; then the same for programs with rulings.
  let layouts: [KeyLayout]
  /// Bits at the end of each word for the number of a wish among those of its program.
  let reservedBits: UInt64

  /// - Parameters:
  ///   - wishes: of each stretch of applicants, eligible wishes that all keys stand for.
  ///   - most: no more keys are sorted at once.
  ///   - jobs: how many threads work at it.
  init<Wishes: Sequence<Int> & Sendable>(
    _ input: Input, _ outcome: Outcome, of wishes: [Wishes], most: Int, jobs: Int
  ) throws(DecisionError) {
    self.input = input
    direct = outcome.direct
    tier = outcome.tier
    score = outcome.score
    margins = (0..<256).map { number in
      let margins = input.rules.margins
      guard input.rules.method == .margin, number >= 1, number <= margins.count else { return 0 }
      return margins[number - 1].raw
    }
    spans = try KeySpans(input, outcome, of: wishes, margins: margins, jobs: jobs)
    reservedBits = UInt64(64 - UInt64(max(most, 1) - 1).leadingZeroBitCount)

    var coded: [TieCriterion: Int] = [:]
    var tieCodes = TieCodes(input, jobs: jobs)
    var layouts: [KeyLayout] = []
    var draw: Int?
    if input.rules.tiePolicy == .lottery, let order = input.drawOrder {
      draw = tieCodes.add(order.map(Int64.init), descending: false)
    }
    let wishSpan = UInt64(spans.lastWish - spans.firstWish)
    rulings = RulingCodes(input)
    let chains = input.tieChains + [[]]
    for (number, chain) in (rulings.isEmpty ? chains : chains + chains).enumerated() {
      var parts: [(source: KeyLayout.Source, largest: UInt64)] = [
        (.direct, spans.anyDirect ? 1 : 0),
        (.tier, UInt64(Int64(spans.highestTier) - Int64(spans.lowestTier))),
        (.sequentialWish, input.rules.method == .sequential ? wishSpan : 0),
        (.score, spans.scores.steps(below: spans.scores.lowest)),
      ]
      for criterion in chain {
        switch criterion.source {
        case .wishNumber:
          parts.append((criterion.descending ? .lastWishFirst : .firstWishFirst, wishSpan))
        case .field(let field):
          let number =
            coded[criterion] ?? tieCodes.add(input.fields[field], descending: criterion.descending)
          coded[criterion] = number
          parts.append((.tieCode(number), tieCodes.largest[number]))
        }
      }
      if let draw { parts.append((.tieCode(draw), tieCodes.largest[draw])) }
      if number >= chains.count { parts.append((.ruling, rulings.largest)) }
      layouts.append(KeyLayout(parts, reserved: reservedBits))
    }
    self.tieCodes = tieCodes
    self.layouts = layouts
  }

  /// Which of the layouts a program's keys have.
  func layoutNumber(of program: Int) -> Int {
    let chain = input.programs[program].tieChain ?? input.tieChains.count
    return rulings.has(program) ? chain + input.tieChains.count + 1 : chain
  }

  /// The number that was put into the reserved bits of a word.
  @inline(__always)
  func number(in word: UInt64) -> Int { Int(truncatingIfNeeded: word & (1 &<< reservedBits &- 1)) }

  /// One word of the key of an eligible wish.
  @inline(__always)
  func word(_ parts: ArraySlice<KeyLayout.Part>, wish: Int, applicant: Int) -> UInt64 {
    var word: UInt64 = 0
    for part in parts {
      let value =
        switch part.source {
        case .direct: direct[wish] ? 0 : 1 as UInt64
        case .tier: UInt64(Int64(tier[wish]) - Int64(spans.lowestTier))
        case .sequentialWish, .firstWishFirst: UInt64(input.wishNumber[wish] - spans.firstWish)
        case .lastWishFirst: UInt64(spans.lastWish - input.wishNumber[wish])
        case .score: spans.scores.steps(below: score[wish] - margin(wish))
        case .tieCode(let number): tieCodes.code(number, of: applicant)
        case .ruling: rulings.code(of: applicant, at: input.wishProgram[wish])
        }
      word |= (value &>> part.dropped) &<< part.shift
    }
    return word
  }

  @inline(__always)
  private func margin(_ wish: Int) -> Int64 {
    input.wishSpecial[wish] ? 0 : margins[Int(input.wishNumber[wish])]
  }
}
