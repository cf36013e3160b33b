import Admission

/// What a wish was compared with in a run of the rules.
public struct SeatFacts: Sendable {
  /// By program: see ``Outcome/cutoff``.
  public var cutoff: [Int32]
  /// By program: the seats that were to be given, without those of kept children.
  public var left: [Int]
  /// By program: how many of its seats are given, without those of kept children. One that is kept until
  /// documents are reviewed is given.
  public var taken: [Int]
  /// By program with reservations: the parts of its seats, the open ones last.
  public var parts: [Int32: [SeatPart]]
  /// By program: the wish with the worst rank that is admitted by its key, or −1: none of those kept.
  let lastIn: [Int32]
  /// The same of those kept: whom a child is behind where all seats are theirs.
  let lastKept: [Int32]
  /// By program: the worst rank of those who have a place there; 0 for none.
  let worstRank: [Int32]

  /// Seats that were kept before until documents are reviewed are none that this run gives.
  mutating func keep(_ programs: [Int]) {
    for program in programs {
      left[program] = max(0, left[program] - 1)
      taken[program] -= 1
    }
  }

  init(_ input: Input, _ outcome: Outcome) {
    cutoff = outcome.cutoff
    parts = SeatPart.all(input, outcome)
    left = input.seatsLeft
    taken = [Int](repeating: 0, count: input.programs.count)
    var (lastIn, worstRank) = (taken.map { _ in Int32(-1) }, taken.map { _ in Int32(0) })
    var lastKept = lastIn
    func isLater(_ rank: Int32, than last: Int32) -> Bool { last < 0 || rank > outcome.rank[Int(last)] }
    for (applicant, wish) in outcome.place.enumerated() where wish >= 0 {
      let (program, rank) = (Int(input.wishProgram[Int(wish)]), outcome.rank[Int(wish)])
      let isKept = input.keeper(of: applicant) != nil
      if !isKept { taken[program] += 1 }
      // Who is kept and would not be eligible now stands before nobody.
      worstRank[program] = max(worstRank[program], rank > 0 ? rank : .max)
      guard rank > 0 else { continue }
      if isKept, isLater(rank, than: lastKept[program]) { lastKept[program] = wish }
      if !isKept, isLater(rank, than: lastIn[program]) { lastIn[program] = wish }
    }
    (self.lastIn, self.lastKept, self.worstRank) = (lastIn, lastKept, worstRank)
    for wish in outcome.unreviewed.values { taken[Int(input.wishProgram[Int(wish)])] += 1 }
  }
}
