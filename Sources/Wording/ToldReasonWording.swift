public import Audit
import Rounds
import Tables

/// What a published reason has to say, in the words in which it is published: one of several texts, each with
/// gaps where something is told that no table holds.
public func toldTexts(_ told: ToldReason, in language: Language) -> [ToldText] {
  let words = ListWording(language)
  func name(_ place: ToldReason.Place) -> String {
    place.name + " (\(words.wish(number: place.number, special: place.special)))"
  }
  switch told {
  case .whole(let part): return [ToldText([sentence(part, language)])]
  case .held:
    let reasons: [ReasonCode] = [
      .heldRow, .personDisagrees, .differentWishes, .twoSourceSchools, .sharedIdentifier, .repeatedRow,
      .withdrawn,
    ]
    return reasons.map { ToldText([reasonText($0, in: language)]) }
  case .declinedWhileHeld(let declined, let open):
    return [ToldText([declinedWhileHeldText(declined.map(name), open: open.map(name), in: language)])]
  case .tie(let taken, let left):
    // A lottery without a seed is published as what it is decided as: left to the council.
    return [false, true].map { awaitsDraw in
      ToldText([
        tieText(
          awaitsDraw: awaitsDraw, admittedTo: taken.map(name), elseTo: left.map(name), in: language)
      ])
    }
  case .assigned:
    let gap = "\u{0}"
    let pieces = words.assigned(document: gap, reason: gap).split(
      separator: gap, omittingEmptySubsequences: false)
    return [ToldText(pieces.map(String.init))]
  case .wishes(let wishes):
    var pieces = [""]
    for (index, wish) in wishes.enumerated() {
      if index > 0 { pieces[pieces.count - 1] += "; " }
      if wishes.count > 1 {
        pieces[pieces.count - 1] += words.wish(number: wish.number, special: wish.special) + ": "
      }
      pieces[pieces.count - 1] += sentence(wish.part, language)
      if wish.part.hasGap { pieces.append("") }
    }
    return [ToldText(pieces)]
  }
}

extension ToldReason.Part {
  /// Something follows that no table holds.
  fileprivate var hasGap: Bool {
    switch self {
    case .papers, .unknown: true
    default: false
    }
  }
}

extension ToldReason.Parting {
  fileprivate var decisive: Decisive {
    switch self {
    case .chain: .tieBreaks
    case .lottery: .lottery
    case .council(let minutes): .council(minutes: minutes)
    }
  }
}

/// The sentence, up to its gap.
private func sentence(_ part: ToldReason.Part, _ language: Language) -> String {
  func text(_ number: Exact) -> String { number.text(point: language == .vi ? "," : ".") }
  switch part {
  case .left(let code):
    return LeavingReason(rawValue: code).map { reasonText(ReasonCode($0), in: language) } ?? ""
  case .code(let code), .papers(let code):
    return ReasonCode(rawValue: code).map { reasonText($0, in: language) } ?? ""
  case .age(let born, let from, let to):
    let shortfall = born.map { Shortfall.born($0.text, from: from?.text, to: to?.text) }
    return reasonText(.age, shortfall, in: language)
  case .takes(let numbers, let special):
    let names = numbers.map { ListWording(language).wish(number: $0, special: special) }
    return reasonText(.wishNotTaken, .takes(names), in: language)
  case .belowMinimum(let own, let minimum):
    return reasonText(.belowMinimum, .score(own: text(own), cutoff: text(minimum)), in: language)
  case .behind: return reasonText(.belowCutoff, in: language)
  case .tiedOut: return reasonText(.tiedOut, in: language)
  case .noSeats: return reasonText(.noSeats, in: language)
  case .seatsKept: return reasonText(.seatsKept, in: language)
  case .otherWish: return reasonText(.otherWish, in: language)
  case .notConsidered: return reasonText(.notConsidered, in: language)
  case .score, .tier, .nobodyAtWish, .seatsHeld, .groupOut, .nobodyOnThese, .needed, .equal, .direct, .parted:
    return reasonText(.belowCutoff, shortfall(part, language), in: language)
  case .seats(let reason, let row, let lacking):
    let code: ReasonCode =
      switch reason {
      case .behind: .belowCutoff
      case .reservedForOthers: .reservedForOthers
      case .categoryFull: .categoryFull
      }
    let named = row.map { row in
      NamedReservation(
        isCap: row.isCap, category: NamedReservation.Category(rawValue: row.category) ?? .tier,
        value: row.value, name: row.name, seats: row.seats)
    }
    return reasonText(code, .part(named, lacking.flatMap { shortfall($0, language) }), in: language)
  case .beyondReserve(let part, let reserve):
    return sentence(part, language) + " (" + beyondReserveText(reserve, in: language) + ")"
  case .unknown: return ""
  }
}

/// The numbers of what was lacking; nil of what has none.
private func shortfall(_ part: ToldReason.Part, _ language: Language) -> Shortfall? {
  func text(_ number: Exact) -> String { number.text(point: language == .vi ? "," : ".") }
  return switch part {
  case .score(let own, let cutoff): .score(own: text(own), cutoff: text(cutoff))
  case .tier(let own, let last): .tier(own: own, last: last)
  case .nobodyAtWish: .nobodyAtWish
  case .seatsHeld: .unseated(.seatsHeld)
  case .groupOut: .unseated(.groupOut)
  case .nobodyOnThese: .unseated(.partEmpty)
  case .needed(let own, let needed): .needed(own: text(own), needed: text(needed))
  case .equal(let score, let parting): .equal(score: text(score), by: parting.decisive)
  case .direct: .direct
  case .parted(let score, let parting): .tieBreaks(score: score.map(text), by: parting.decisive)
  default: nil
  }
}
