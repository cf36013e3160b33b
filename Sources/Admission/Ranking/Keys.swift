import Tables

/// The keys of contract.md 4 as whole numbers.
struct Keys {
  private let input: Input
  private let direct: [Bool]
  private let tier: [Int32]
  private let score: [Int64]
  private let spans: KeySpans
  /// `margins[k]` for ordinary wish k; all 0 unless the method is `chênh lệch`.
  private let margins: [Int64]
  private let tieCodes: [TieCodes]
  /// By tie chain, and last for programs without one.
  private let layouts: [KeyLayout]

  init(_ input: Input, _ outcome: Outcome) throws(DecisionError) {
    self.input = input
    direct = outcome.direct
    tier = outcome.tier
    score = outcome.score
    margins = (0..<256).map { number in
      let margins = input.rules.margins
      guard input.rules.method == .margin, number >= 1, number <= margins.count else { return 0 }
      return margins[number - 1].raw
    }
    spans = try KeySpans(input, outcome, margins: margins)

    var coded: [TieCriterion: Int] = [:]
    var tieCodes: [TieCodes] = []
    var layouts: [KeyLayout] = []
    let wishSpan = UInt64(spans.lastWish - spans.firstWish)
    for chain in input.tieChains + [[]] {
      var parts: [(source: KeyLayout.Source, largest: UInt64)] = [
        (.direct, spans.anyDirect ? 1 : 0),
        (.tier, UInt64(Int64(spans.highestTier) - Int64(spans.lowestTier))),
        (.sequentialWish, input.rules.method == .sequential ? wishSpan : 0),
        (.score, spans.steps(below: spans.lowestScore)),
      ]
      for criterion in chain {
        switch criterion.source {
        case .wishNumber:
          parts.append((criterion.descending ? .lastWishFirst : .firstWishFirst, wishSpan))
        case .field(let field):
          let index = coded[criterion] ?? tieCodes.count
          if index == tieCodes.count {
            tieCodes.append(TieCodes(input.fields[field], descending: criterion.descending))
            coded[criterion] = index
          }
          parts.append((.tieCode(index), tieCodes[index].largest))
        }
      }
      if input.rules.tiePolicy == .lottery { parts.append((.draw, spans.drawSpan)) }
      layouts.append(KeyLayout(parts))
    }
    self.tieCodes = tieCodes
    self.layouts = layouts
  }

  /// The layout of a program's keys.
  func layout(of program: Int) -> KeyLayout {
    layouts[input.programs[program].tieChain ?? layouts.count - 1]
  }

  /// By program: the parts of its keys' first word.
  var firstWords: [[KeyLayout.Part]] {
    input.programs.indices.map { layout(of: $0).words[0] }
  }

  /// One word of the key of an eligible wish.
  @inline(__always)
  func word(_ parts: [KeyLayout.Part], wish: Int, applicant: Int) -> UInt64 {
    var word: UInt64 = 0
    for part in parts {
      let value =
        switch part.source {
        case .direct: direct[wish] ? 0 : 1 as UInt64
        case .tier: UInt64(Int64(tier[wish]) - Int64(spans.lowestTier))
        case .sequentialWish, .firstWishFirst: UInt64(input.wishNumber[wish] - spans.firstWish)
        case .lastWishFirst: UInt64(spans.lastWish - input.wishNumber[wish])
        case .score: spans.steps(below: score[wish] - margin(wish))
        case .tieCode(let index): tieCodes[index].codes[applicant]
        case .draw: input.drawOrder.map { distance(Int64(spans.firstDraw), Int64($0[applicant])) } ?? 0
        }
      word |= value << part.shift
    }
    return word
  }

  @inline(__always)
  private func margin(_ wish: Int) -> Int64 {
    input.wishSpecial[wish] ? 0 : margins[Int(input.wishNumber[wish])]
  }
}
