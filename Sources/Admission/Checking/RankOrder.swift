import Tables

/// Whether the ranks of a result are those of the keys, for the checks alone: by
/// comparing what contract.md 4 (Key) compares, in its order.
///
/// Of each rank of a program the first wish met stands for it. The others of
/// the rank must equal it, and from the smallest rank on each key must be
/// better than the next, whose rank is 1 + the number of wishes before.
struct RankOrder {
  private let input: Input
  private let recount: Recount
  private let outcome: Outcome
  /// What the council concluded, where it counts.
  private let rulings: [Int32: [Int32: Ruling]]

  init(_ recount: Recount, _ outcome: Outcome) {
    self.recount = recount
    self.outcome = outcome
    input = recount.input
    let leavesTies =
      input.rules.tiePolicy == .council || (input.rules.tiePolicy == .lottery && input.drawOrder == nil)
    rulings = leavesTies && input.rules.method != .given ? input.rulings : [:]
  }

  /// Wishes whose rank is not theirs: at least one where there are any.
  func mistaken(jobs: Int) -> [Int] {
    let (input, eligible, rank) = (input, recount.eligible, outcome.rank)
    let ranked = inParallel(input.stretches(jobs), jobs: jobs) { applicants in
      input.wishes(of: applicants).filter { !eligible[$0] && rank[$0] != 0 }
    }
    return ranked.flatMap(\.self)
      + recount.contenders.perProgram(jobs: jobs) { mistaken($1, at: $0) }.flatMap(\.self)
  }

  private func mistaken(_ rows: ArraySlice<Contender>, at program: Int) -> [Int] {
    var mistaken: [Int] = []
    // By rank, from 1: which row was met first, and how many were.
    var first = [Int32](repeating: -1, count: rows.count + 1)
    var count = [Int32](repeating: 0, count: rows.count + 1)
    for number in rows.indices {
      let row = rows[number]
      let rank = Int(row.rank)
      guard rank >= 1, rank <= rows.count else {
        mistaken.append(Int(row.wish))
        continue
      }
      if first[rank] < 0 {
        first[rank] = Int32(truncatingIfNeeded: number - rows.startIndex)
      } else if compare(rows[rows.startIndex + Int(first[rank])], row, program) != .equal {
        mistaken.append(Int(row.wish))
      }
      count[rank] += 1
    }
    func met(first rank: Int) -> Contender { rows[rows.startIndex + Int(first[rank])] }
    // The rank before, and the next one that there must be.
    var (last, next) = (0, 1)
    for rank in 1..<first.count {
      let stands = first[rank] >= 0
      var isRight = stands == (rank == next)
      if isRight, stands, last > 0 {
        isRight = compare(met(first: last), met(first: rank), program) == .better
      }
      // Where nothing stands, the row before tells; where none does, a later one will.
      let telling = stands ? rank : last
      if !isRight, telling > 0 { mistaken.append(Int(met(first: telling).wish)) }
      if stands { (last, next) = (rank, rank + Int(count[rank])) }
    }
    return mistaken
  }

  private enum Order { case better, equal, worse }

  /// How the key of `a` stands to that of `b`: direct, tier, wish number if `lần
  /// lượt`, score less margin, tie chain, draw or rulings.
  private func compare(_ a: Contender, _ b: Contender, _ program: Int) -> Order {
    let (wishA, wishB) = (Int(a.wish), Int(b.wish))
    let (directA, directB) = (outcome.direct[wishA], outcome.direct[wishB])
    if directA != directB { return directA ? .better : .worse }
    let (tierA, tierB) = (outcome.tier[wishA], outcome.tier[wishB])
    if tierA != tierB { return tierA < tierB ? .better : .worse }
    if input.rules.method == .sequential, input.wishNumber[wishA] != input.wishNumber[wishB] {
      return input.wishNumber[wishA] < input.wishNumber[wishB] ? .better : .worse
    }
    if a.score != b.score { return a.score > b.score ? .better : .worse }
    let (childA, childB) = (Int(a.child), Int(b.child))
    if let chain = input.programs[program].tieChain {
      for criterion in input.tieChains[chain] {
        var (valueA, valueB) = (Int64(input.wishNumber[wishA]), Int64(input.wishNumber[wishB]))
        if case .field(let field) = criterion.source {
          (valueA, valueB) = (input.fields[field][childA], input.fields[field][childB])
          let (missingA, missingB) = (valueA <= FieldValue.lastMark, valueB <= FieldValue.lastMark)
          if missingA && missingB { continue }
          if missingA != missingB { return missingB ? .better : .worse }
        }
        if valueA != valueB { return (valueA > valueB) == criterion.descending ? .better : .worse }
      }
    }
    if a.draw != b.draw { return a.draw < b.draw ? .better : .worse }
    guard !rulings.isEmpty, let concluded = rulings[Int32(program)] else { return .equal }
    return compare(concluded[a.child], concluded[b.child])
  }

  /// `nhận` by order, those without one last; then of whom nothing is said; then `không nhận`.
  private func compare(_ a: Ruling?, _ b: Ruling?) -> Order {
    func place(_ ruling: Ruling?) -> (Int, Int32) {
      switch ruling {
      case .admit(let order?): (0, order)
      case .admit(nil): (1, 0)
      case nil: (2, 0)
      case .refuse: (3, 0)
      }
    }
    return place(a) == place(b) ? .equal : place(a) < place(b) ? .better : .worse
  }
}
