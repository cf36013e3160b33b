import Tables

/// The round counted again from the input alone, for the checks: who is
/// eligible where, with which score and tier, and which of two keys is better.
struct Recount {
  let input: Input
  /// By wish.
  private(set) var applicant: [Int32] = []
  private(set) var eligible: [Bool] = []
  private(set) var score: [Int64] = []
  private(set) var tier: [Int32] = []
  private(set) var direct: [Bool] = []
  /// By program: the seats that kept children leave, never below 0.
  private(set) var seatsLeft: [Int]
  let refusal: Refusal

  init(_ input: Input) {
    self.input = input
    refusal = Refusal(input)
    seatsLeft = input.programs.map(\.quota)
    let wishes = input.wishProgram.count
    applicant.reserveCapacity(wishes)
    eligible.reserveCapacity(wishes)
    score.reserveCapacity(wishes)
    tier.reserveCapacity(wishes)
    direct.reserveCapacity(wishes)
    for applicant in 0..<input.applicantCount {
      if let keeper = input.keeper(of: applicant) { seatsLeft[keeper] -= 1 }
      for wish in input.wishes(of: applicant) {
        let program = Int(input.wishProgram[wish])
        self.applicant.append(Int32(applicant))
        eligible.append(refusal.holds(.eligible, applicant, wish))
        score.append(refusal.score(applicant, program)?.raw ?? 0)
        tier.append(refusal.tier(applicant, program) ?? 0)
        direct.append(refusal.isDirect(applicant, program))
      }
    }
    seatsLeft = seatsLeft.map { max(0, $0) }
  }

  enum Order { case better, equal, worse }

  /// How the key of `a` stands to that of `b`, both wishes for one program:
  /// direct, tier, wish number if `lần lượt`, score less margin, tie chain, draw.
  func compare(_ a: Int, to b: Int) -> Order {
    if direct[a] != direct[b] { return direct[a] ? .better : .worse }
    if tier[a] != tier[b] { return tier[a] < tier[b] ? .better : .worse }
    let (numberA, numberB) = (input.wishNumber[a], input.wishNumber[b])
    if input.rules.method == .sequential, numberA != numberB { return numberA < numberB ? .better : .worse }
    let (scoreA, scoreB) = (compared(a), compared(b))
    if scoreA != scoreB { return scoreA > scoreB ? .better : .worse }
    let (childA, childB) = (Int(applicant[a]), Int(applicant[b]))
    if let chain = input.programs[Int(input.wishProgram[a])].tieChain {
      for criterion in input.tieChains[chain] {
        var (valueA, valueB) = (Int64(numberA), Int64(numberB))
        if case .field(let field) = criterion.source {
          (valueA, valueB) = (input.fields[field][childA], input.fields[field][childB])
          let (missingA, missingB) = (valueA <= FieldValue.lastMark, valueB <= FieldValue.lastMark)
          if missingA && missingB { continue }
          if missingA != missingB { return missingB ? .better : .worse }
        }
        if valueA != valueB { return (valueA > valueB) == criterion.descending ? .better : .worse }
      }
    }
    guard input.rules.tiePolicy == .lottery, let draw = input.drawOrder, draw[childA] != draw[childB] else {
      return .equal
    }
    return draw[childA] < draw[childB] ? .better : .worse
  }

  /// The score that is compared, in a width that cannot overflow.
  private func compared(_ wish: Int) -> Int128 {
    let number = Int(input.wishNumber[wish])
    guard input.rules.method == .margin, !input.wishSpecial[wish], number >= 1,
      number <= input.rules.margins.count
    else { return Int128(score[wish]) }
    return Int128(score[wish]) - Int128(input.rules.margins[number - 1].raw)
  }
}
