import Admission
import Rounds
import Tables
import Wording

extension RoundContent {
  /// Why there is no place by a wish, in a parent's words.
  func text(_ reason: ReasonCode, ofWish wish: Int) -> String {
    reasonText(reason, shortfall(reason, ofWish: wish), in: words.language)
  }

  /// A place by a wish, `THPT X (NV1)`; nil for −1.
  fileprivate func place(_ wish: Int32) -> String? {
    wish < 0 ? nil : placeName(round.plan(ofWish: Int(wish))) + " (\(wishName(Int(wish))))"
  }

  /// What was lacking at a wish that others came before.
  fileprivate func shortfall(_ reason: ReasonCode, ofWish wish: Int) -> Shortfall? {
    let plan = round.plan(ofWish: wish)
    switch reason {
    case .age:
      guard let born = round.born(round.input.applicant(ofWish: wish)) else { return nil }
      return .born(born.text, from: plan.bornFrom?.text, to: plan.bornTo?.text)
    case .wishNotTaken:
      return .takes(plan.wishes.map { words.wish(number: $0, special: plan.special) })
    case .documentsLacking, .documentsFailed:
      let papers = round.lackingPapers(ofWish: wish, of: round.input.applicant(ofWish: wish))
      return papers.map { .papers($0.names) }
    default: return shortfallOfKey(reason, ofWish: wish)
    }
  }

  /// The same where a key or a score is compared.
  private func shortfallOfKey(_ reason: ReasonCode, ofWish wish: Int) -> Shortfall? {
    if !round.reservations[Int(round.input.wishProgram[wish])].isEmpty, reason != .belowMinimum {
      return partShortfall(reason, ofWish: wish)
    }
    guard reason == .belowCutoff else {
      return reason == .belowMinimum ? minimum(ofWish: wish) : nil
    }
    if let unseated = unseated(reason, ofWish: wish) { return .unseated(unseated) }
    let program = Int(round.input.wishProgram[wish])
    let taken = cutoffs.taken(
      program, wish: Int(round.input.wishNumber[wish]), alike: round.input.rules.method == .simultaneous)
    switch taken.cutoff {
    case .none: return nil
    case .all:
      return round.input.rules.method == .sequential ? .nobodyAtWish : needed(ofWish: wish)
    case .score(let cutoff):
      let own = Exact(raw: round.outcome.score[wish])
      // A cut-off that is given asks for no tier.
      if round.input.rules.method != .given, let last = taken.tier, round.outcome.tier[wish] > last {
        return .tier(own: Int(round.outcome.tier[wish]), last: Int(last))
      }
      if own < cutoff { return .score(own: printed(own), cutoff: printed(cutoff)) }
      // A kept child's score parts nobody.
      let isByKey = round.seats(atWish: wish).left[program] == round.input.programs[program].quota
      return own == cutoff && isByKey
        ? .tieBreaks(score: isScored(program) ? printed(own) : nil, by: decisive(ofWish: wish)) : nil
    }
  }

  /// What was lacking to the last one on the seats through which the wish competed.
  private func partShortfall(_ reason: ReasonCode, ofWish wish: Int) -> Shortfall? {
    let applicant = round.input.applicant(ofWish: wish)
    guard reason.comparesScores,
      let part = round.seatPart(ofWish: wish, of: applicant)
    else { return nil }
    let program = Int(round.input.wishProgram[wish])
    let row = part.row.map { round.reservations[program][$0] }
    if let unseated = unseated(reason, ofWish: wish) { return .part(row, .unseated(unseated)) }
    guard let last = lastIn.wish(ofWish: wish, of: applicant, isBehindKept: reason == .belowCutoff)
    else { return .part(row, nil) }
    guard !round.outcome.direct[last] || round.outcome.direct[wish] else { return .part(row, nil) }
    let (own, other) = (round.outcome.tier[wish], round.outcome.tier[last])
    if own != other { return .part(row, own > other ? .tier(own: Int(own), last: Int(other)) : nil) }
    let (number, lastNumber) = (round.input.wishNumber[wish], round.input.wishNumber[last])
    if round.input.rules.method == .sequential, number != lastNumber { return .part(row, .nobodyAtWish) }
    guard isScored(program) else {
      return .part(row, .tieBreaks(score: nil, by: decisive(ofWish: wish)))
    }
    let score = Exact(raw: round.outcome.score[wish])
    guard let needed = self.score(neededAt: wish, behind: last) else { return .part(row, nil) }
    return score < needed
      ? .part(row, .score(own: printed(score), cutoff: printed(needed)))
      : .part(
        row, score == needed ? .tieBreaks(score: printed(score), by: decisive(ofWish: wish)) : nil)
  }

  /// Why those next before a wish are not admitted; nil where the last one in is next.
  fileprivate func unseated(_ reason: ReasonCode, ofWish wish: Int) -> LastIn.Unseated? {
    let applicant = round.input.applicant(ofWish: wish)
    return lastIn.before(ofWish: wish, of: applicant, isBehindKept: reason == .belowCutoff)?.why
  }

  /// In scores of the child's own wish: what the last one had after its margin, and this wish's margin on it.
  private func score(neededAt wish: Int, behind last: Int) -> Exact? {
    guard let compared = try? Exact(raw: round.outcome.score[last]).minus(round.margin(ofWish: last))
    else { return nil }
    return try? compared.plus(round.margin(ofWish: wish))
  }

  /// Of a wish by which nobody was admitted, where no number has seats of its own: the score with which one
  /// would have been.
  private func needed(ofWish wish: Int) -> Shortfall? {
    let applicant = round.input.applicant(ofWish: wish)
    guard let last = lastIn.wish(ofWish: wish, of: applicant, isBehindKept: false),
      round.outcome.tier[last] == round.outcome.tier[wish], !round.outcome.direct[last],
      let needed = score(neededAt: wish, behind: last),
      Exact(raw: round.outcome.score[wish]) < needed
    else { return nil }
    return .needed(own: printed(Exact(raw: round.outcome.score[wish])), needed: printed(needed))
  }

  /// What parts a wish from the last one in, whose score is the same.
  fileprivate func decisive(ofWish wish: Int) -> Decisive {
    let (input, applicant) = (round.input, round.input.applicant(ofWish: wish))
    guard let last = lastIn.wish(ofWish: wish, of: applicant, isBehindKept: false) else { return .tieBreaks }
    let scores = round.outcome.score
    guard input.rules.method == .margin || scores[wish] == scores[last] else { return .tieBreaks }
    let other = input.applicant(ofWish: last)
    let chain = input.programs[Int(input.wishProgram[wish])].tieChain.map { input.tieChains[$0] } ?? []
    let differs = chain.contains { criterion in
      switch criterion.source {
      case .wishNumber: input.wishNumber[wish] != input.wishNumber[last]
      // A missing value is a missing value, whatever it lacks.
      case .field(let field):
        max(input.fields[field][applicant], FieldValue.unconvertible)
          != max(input.fields[field][other], FieldValue.unconvertible)
      }
    }
    if differs { return .tieBreaks }
    if input.drawOrder != nil { return .lottery }
    guard let rulings = round.rulings[input.wishProgram[wish]] else { return .tieBreaks }
    let ruling = rulings[Int32(applicant)] ?? rulings[Int32(other)]
    return .council(minutes: ruling?.minutes ?? "")
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

extension ReasonCode {
  /// What is lacking depends on the child's own score.
  fileprivate var comparesScores: Bool {
    switch self {
    case .belowCutoff, .belowMinimum, .reservedForOthers, .categoryFull: true
    default: false
    }
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
    /// Where some seats are for some: through which it competed (a row, the open ones, or −1), and
    /// whether it is a direct admission.
    var part: Int16 = -1
    var direct = false
    /// What decided where the score is that of the last one in.
    var decisive = Decisive.tieBreaks
    var tookPart = true
    /// Why those next before are not admitted.
    var unseated: LastIn.Unseated?
    /// The day of birth, where that decides.
    var born: Day?
    /// What is lacking of the papers.
    var papers: LackingPapers?
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
    if let tied = round.outcome.tiedPlaces[Int32(applicant)] {
      let (taken, left) = (content.place(tied.groupIn), content.place(tied.groupOut))
      let text = tieText(
        awaitsDraw: round.leavesTiesToLots, admittedTo: taken, elseTo: left,
        in: content.words.language)
      return ArraySlice(text.utf8)
    }
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

  /// The reason at a wish; nil for one that holds of the applicant as a whole.
  mutating func sentence(_ reason: ReasonCode, ofWish wish: Int?) -> [UInt8] {
    var made = Case(reason: reason)
    if let wish { tell(reason, ofWish: wish, to: &made) }
    if let wish, reason.comparesScores {
      let (input, outcome) = (content.round.input, content.round.outcome)
      made.program = input.wishProgram[wish]
      made.wish = input.wishNumber[wish]
      made.score = outcome.score[wish]
      made.tier = outcome.tier[wish]
      if reason != .belowMinimum {
        made.decisive = content.decisive(ofWish: wish)
        made.unseated = content.unseated(reason, ofWish: wish)
      }
      made.tookPart = content.round.tookPart(wish)
      let rows = content.round.reservations[Int(made.program)].count
      if rows > 0 {
        let part = content.round.seatPart(ofWish: wish, of: content.round.input.applicant(ofWish: wish))
        made.part = part.map { Int16(clamping: $0.row ?? rows) } ?? -1
        made.direct = outcome.direct[wish]
      }
    }
    if let known = sentences[made] { return known }
    let text = wish.map { content.text(reason, ofWish: $0) } ?? reasonText(reason, in: content.words.language)
    sentences[made] = Array(text.utf8)
    return Array(text.utf8)
  }

  /// What a sentence about something else than scores is made of.
  private func tell(_ reason: ReasonCode, ofWish wish: Int, to made: inout Case) {
    let (round, applicant) = (content.round, content.round.input.applicant(ofWish: wish))
    switch reason {
    case .age: made.born = round.born(applicant)
    case .documentsLacking, .documentsFailed:
      made.papers = round.lackingPapers(ofWish: wish, of: applicant)
    case .wishNotTaken: break
    default: return
    }
    made.program = round.input.wishProgram[wish]
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
