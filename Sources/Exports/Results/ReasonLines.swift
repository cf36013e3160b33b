import Admission
import Rounds
import Tables
import Wording

extension RoundContent {
  /// Why there is no place by a wish, in a parent's words.
  func text(_ reason: ReasonCode, ofWish wish: Int) -> String {
    reasonText(reason, shortfall(reason, ofWish: wish), in: words.language)
  }

  /// Why an applicant has no place, a line for each wish; empty for one that has a place.
  func reasons(of applicant: Int) -> String {
    var lines = ReasonLines(self, separator: "\n")
    return String(decoding: lines.line(of: applicant), as: UTF8.self)
  }

  /// What was lacking at a wish that others came before.
  fileprivate func shortfall(_ reason: ReasonCode, ofWish wish: Int) -> Shortfall? {
    guard reason == .belowCutoff else {
      return reason == .belowMinimum ? minimum(ofWish: wish) : nil
    }
    let program = Int(round.input.wishProgram[wish])
    let taken = cutoffs.taken(
      program, wish: Int(round.input.wishNumber[wish]), alike: round.input.rules.method == .simultaneous)
    switch taken.cutoff {
    case .none: return nil
    case .all: return .nobodyAtWish
    case .score(let cutoff):
      let own = Exact(raw: round.outcome.score[wish])
      if let last = taken.tier, round.outcome.tier[wish] > last {
        return .tier(own: Int(round.outcome.tier[wish]), last: Int(last))
      }
      if own < cutoff { return .score(own: printed(own), cutoff: printed(cutoff)) }
      // A kept child's score parts nobody.
      let isByKey = round.seats(atWish: wish).left[program] == round.input.programs[program].quota
      return own == cutoff && isByKey ? .tieBreaks(score: isScored(program) ? printed(own) : nil) : nil
    }
  }

  private func minimum(ofWish wish: Int) -> Shortfall? {
    round.plan(ofWish: wish).minimum.map { minimum in
      .score(own: printed(Exact(raw: round.outcome.score[wish])), cutoff: printed(minimum))
    }
  }

  private func printed(_ number: Exact) -> String {
    number.text(point: words.language == .vi ? "," : ".")
  }
}

/// The reasons of many applicants, each sentence made once.
struct ReasonLines {
  private let content: RoundContent
  /// Between the wishes.
  private let separator: [UInt8]
  private var sentences: [Case: [UInt8]] = [:]
  private var prefixes: [WishLabel: [UInt8]] = [:]

  /// What a sentence is made of.
  private struct Case: Hashable {
    var reason: ReasonCode
    var program: Int32 = -1
    var wish: UInt8 = 0
    var score: Int64 = 0
    var tier: Int32 = 0
  }

  private struct WishLabel: Hashable {
    var number: UInt8
    var special: Bool
  }

  init(_ content: RoundContent, separator: String = "; ") {
    self.content = content
    self.separator = Array(separator.utf8)
  }

  /// Why an applicant has no place, in one line: what holds of it as a whole,
  /// else the reason at each wish, `NV1: …; NV2: …`. Of one that was assigned by what paper and why;
  /// empty for the other admitted.
  mutating func line(of applicant: Int) -> ArraySlice<UInt8> {
    let (round, input) = (content.round, content.round.input)
    if let assigned = round.assigned[Int32(applicant)] {
      let text = content.words.assigned(document: assigned.document, reason: assigned.reason)
      return ArraySlice(text.utf8)
    }
    guard round.outcome.status[applicant] != .admitted else { return [] }
    let wishes = input.wishes(of: applicant)
    let isWhole =
      round.outcome.status[applicant] == .held || input.states[applicant] == .withdrawn
      || round.left[Int32(applicant)] != nil
    if isWhole || wishes.isEmpty {
      return round.reason(of: applicant).map { ArraySlice(sentence($0, ofWish: nil)) } ?? []
    }
    var line: [UInt8] = []
    for wish in wishes {
      guard let reason = round.reason(wish, of: applicant) else { continue }
      if !line.isEmpty { line += separator }
      if wishes.count > 1 { line += prefix(ofWish: wish) }
      line += sentence(reason, ofWish: wish)
    }
    return line[...]
  }

  private mutating func sentence(_ reason: ReasonCode, ofWish wish: Int?) -> [UInt8] {
    var made = Case(reason: reason)
    if let wish, reason == .belowCutoff || reason == .belowMinimum {
      let (input, outcome) = (content.round.input, content.round.outcome)
      made.program = input.wishProgram[wish]
      made.wish = input.wishNumber[wish]
      made.score = outcome.score[wish]
      made.tier = outcome.tier[wish]
    }
    if let known = sentences[made] { return known }
    let text = wish.map { content.text(reason, ofWish: $0) } ?? reasonText(reason, in: content.words.language)
    sentences[made] = Array(text.utf8)
    return Array(text.utf8)
  }

  private mutating func prefix(ofWish wish: Int) -> [UInt8] {
    let label = WishLabel(
      number: content.round.input.wishNumber[wish], special: content.round.input.wishSpecial[wish])
    if let known = prefixes[label] { return known }
    let prefix = Array((content.wishName(wish) + ": ").utf8)
    prefixes[label] = prefix
    return prefix
  }
}
