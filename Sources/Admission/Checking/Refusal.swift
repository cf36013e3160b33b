import Tables

/// The reasons against a wish, each told for itself from the input: written to
/// be read beside contract.md 4, for the checks alone.
struct Refusal: ~Copyable {
  private let input: Input
  private let zones: TiersOfChildren
  /// What programs ask, alike ones once: few differ, so that what every wish needs lies near.
  private let asked: [Asked]
  /// By program: which of them.
  private let askedNumber: [Int32]
  /// What matters of the programs' scores.
  private let terms: [Marking.Terms]
  /// By terms: the child whose marking was last asked for, and the marking.
  private var known: Cells<Known>

  private struct Known: BitwiseCopyable {
    var child = -1
    var marking = Marking()
  }

  /// What a program asks, as far as one word tells it.
  private struct Asked: Hashable {
    var special: Bool
    var takesAll: Bool
    var limitsAge: Bool
    var zoned: Bool
    var reviewsDocuments: Bool
    var scoredBySchool: Bool
    var minimum: Exact?
    /// Which of the terms are its own.
    var terms: Int
  }

  init(_ input: Input) {
    self.input = input
    zones = TiersOfChildren(input)
    let scoredBySchool = input.programs.indices.map { input.programScores[Int32($0)] != nil }
    let all = zip(input.programs, scoredBySchool).map { Marking.Terms($0, scoredBySchool: $1) }
    let (terms, termsNumber) = eachOnce(all)
    self.terms = terms
    (asked, askedNumber) = eachOnce(
      input.programs.enumerated().map { number, program in
        Asked(
          special: program.special, takesAll: program.acceptedWishes == nil,
          limitsAge: program.bornFrom != nil || program.bornTo != nil, zoned: program.zoned,
          reviewsDocuments: program.reviewsDocuments, scoredBySchool: scoredBySchool[number],
          minimum: program.minimum, terms: Int(termsNumber[number]))
      })
    known = Cells(repeating: Known(), count: terms.count)
  }

  /// What the rules give a wish.
  struct Finding {
    var reasons: Reasons
    var score: Exact?
    var tier: Int32?
    var direct: Bool
  }

  /// All reasons that hold against the wish, whichever comes first.
  mutating func find(_ applicant: Int, _ wish: Int) -> Finding {
    let number = Int(input.wishProgram[wish])
    let asked = asked[Int(askedNumber[number])]
    let marking = marking(applicant, asked.terms)
    var found = Finding(
      reasons: marking.reasons, score: marking.score, tier: asked.zoned ? zones.tier(applicant, number) : 1,
      direct: marking.direct)
    if input.states[applicant] == .withdrawn { found.reasons.insert(.withdrawn) }
    if input.states[applicant] == .held { found.reasons.insert(.held) }
    if asked.special != input.wishSpecial[wish] { found.reasons.insert(.wrongGroup) }
    if !asked.takesAll, let accepted = input.programs[number].acceptedWishes,
      !accepted.contains(Int(input.wishNumber[wish]))
    {
      found.reasons.insert(.wishNotTaken)
    }
    if !input.declined.isEmpty,
      input.declined[Int32(applicant)]?.contains(input.programs[number].school) == true
    {
      found.reasons.insert(.schoolDeclined)
    } else if input.states[applicant] == .left {
      found.reasons.insert(.leftElsewhere)
    }
    if asked.limitsAge, !isOfAge(applicant, number) { found.reasons.insert(.age) }
    if found.tier == nil { found.reasons.insert(.outOfZone) }
    if asked.reviewsDocuments {
      let decision = input.documents[Int32(number)]?[Int32(applicant)]
      if decision == .lacking { found.reasons.insert(.documentsLacking) }
      if decision == .failed { found.reasons.insert(.documentsFailed) }
    }
    if asked.scoredBySchool {
      found.score = input.programScores[Int32(number)]?[Int32(applicant)]
      if found.score == nil { found.reasons.insert(.noProgramScore) }
    }
    if let minimum = asked.minimum, let score = found.score, score < minimum, !found.direct {
      found.reasons.insert(.belowMinimum)
    }
    return found
  }

  @inline(__always)
  private mutating func marking(_ applicant: Int, _ number: Int) -> Marking {
    if known[number].child == applicant { return known[number].marking }
    let marking = Marking(applicant, terms[number], input)
    known[number] = Known(child: applicant, marking: marking)
    return marking
  }

  private func isOfAge(_ applicant: Int, _ program: Int) -> Bool {
    let (from, to) = (input.programs[program].bornFrom, input.programs[program].bornTo)
    guard from != nil || to != nil else { return true }
    let claims = input.claims.isEmpty ? [] : input.claimSets[Int(input.claims[applicant])]
    if claims.contains(where: { input.programs[program].ageExempt.contains($0) }) { return true }
    guard !input.birthDays.isEmpty, let born = input.birthDays[applicant] else { return false }
    return born >= from?.number ?? .min && born <= to?.number ?? .max
  }
}

/// What differs among some values, and by value which of it that is.
private func eachOnce<Value: Hashable>(_ values: [Value]) -> (different: [Value], numbers: [Int32]) {
  let different = Array(Set(values))
  let numbers = Dictionary(uniqueKeysWithValues: zip(different, Int32(0)...))
  return (different, values.map { numbers[$0] ?? 0 })
}
