import Admission
import Rounds
import Tables
import Wording

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
    /// How many may wait, where it is too few for it.
    var reserve: Int?
    /// What decided where the score is that of the last one in.
    var decisive = Decisive.tieBreaks
    var tookPart = true
    /// The wish of the last one in.
    var last: Int?
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
    if let places = round.declinedWhileHeld(applicant) {
      func names(_ wishes: [Int]) -> [String] { wishes.compactMap { content.place(Int32($0)) } }
      let text = declinedWhileHeldText(
        names(places.declined), open: names(places.open), in: content.words.language)
      return ArraySlice(text.utf8)
    }
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
    if let wish, reason.isOfKeys || reason == .belowMinimum {
      let (input, outcome) = (content.round.input, content.round.outcome)
      made.program = input.wishProgram[wish]
      made.wish = input.wishNumber[wish]
      made.score = outcome.score[wish]
      made.tier = outcome.tier[wish]
      made.direct = outcome.direct[wish]
      if reason != .belowMinimum {
        made.decisive = content.decisive(ofWish: wish)
        made.unseated = content.unseated(reason, ofWish: wish)
        made.last = content.lastIn.wish(
          ofWish: wish, of: input.applicant(ofWish: wish), isBehindKept: reason == .belowCutoff)
      }
      made.tookPart = content.round.tookPart(wish)
      let rows = content.round.reservations[Int(made.program)].count
      if rows > 0 {
        let part = content.round.seatPart(ofWish: wish, of: content.round.input.applicant(ofWish: wish))
        made.part = part.map { Int16(clamping: $0.row ?? rows) } ?? -1
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
    made.reserve = round.reservePassed(by: wish, of: applicant)
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
