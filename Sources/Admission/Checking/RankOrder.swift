import Tables

/// Whether the ranks of a result are those of the keys, for the checks alone: by
/// comparing what contract.md 4 (Key) compares, in its order.
///
/// Of each rank of a program the first child met stands for it. The others of
/// the rank must equal it, and from the smallest rank on each key must be
/// better than the next, whose rank is 1 + the number of wishes before.
struct RankOrder {
  private let input: Input
  private let recount: Recount
  private let outcome: Outcome
  /// What the council concluded, where it counts.
  private let rulings: [Int32: [Int32: Ruling]]
  /// The order of the lottery, where there is one.
  private let draw: [Int32]
  /// Keys differ by more of a wish than its score.
  private let looksAtWishes: Bool

  init(_ recount: Recount, _ outcome: Outcome) {
    self.recount = recount
    self.outcome = outcome
    input = recount.input
    let leavesTies =
      input.rules.tiePolicy == .council || (input.rules.tiePolicy == .lottery && input.drawOrder == nil)
    rulings = leavesTies && input.rules.method != .given ? input.rulings : [:]
    draw = input.rules.tiePolicy == .lottery ? input.drawOrder ?? [] : []
    looksAtWishes =
      !outcome.direct.isUsual || !outcome.tier.isUsual || input.rules.method == .sequential
  }

  /// Wishes whose rank is not theirs: at least one where there are any.
  func mistaken(jobs: Int) -> [Int] {
    let (input, eligible, rank) = (input, recount.eligible, outcome.rank)
    let ranked = inParallel(recount.stretches, jobs: jobs) { applicants in
      input.wishes(of: applicants).filter { !eligible[$0] && rank[$0] != 0 }
    }
    let margins = input.rules.method == .margin ? input.rules.margins.map(\.raw) : []
    return ranked.flatMap(\.self)
      + (recount.scoresAreShort && margins.allSatisfy(Recount.isShort)
        ? mistaken(scores: Int32.self, margins, jobs: jobs)
        : mistaken(scores: Int64.self, margins, jobs: jobs))
  }

  private func mistaken<Score: ComparedScore>(scores: Score.Type, _ margins: [Int64], jobs: Int) -> [Int] {
    let (input, outcome, eligible, draw) = (input, outcome, recount.eligible, draw)
    let stretches = recount.stretches
    let contenders = Grouped<Contender<Score>>(
      counts: recount.counts, programs: input.programs.count, jobs: jobs
    ) { stretch, places in
      let (program, score, rank) = (input.wishProgram.span, outcome.score.span, outcome.rank.span)
      let eligible = eligible.span
      for child in stretches[stretch] {
        let drawn = draw.isEmpty ? 0 : draw[child]
        for wish in input.wishes(of: child) where eligible[wish] {
          var compared = score[wish]
          let number = Int(input.wishNumber[wish])
          if number >= 1, number <= margins.count, !input.wishSpecial[wish] {
            let (less, overflow) = compared.subtractingReportingOverflow(margins[number - 1])
            compared = overflow ? (margins[number - 1] > 0 ? .min : .max) : less
          }
          places.put(
            Contender(
              score: Score(truncatingIfNeeded: compared / Score.unit), rank: rank[wish],
              child: Int32(truncatingIfNeeded: child), draw: drawn), at: Int(program[wish]))
        }
      }
    }
    return contenders.perProgram(jobs: jobs) { mistaken($1, at: $0) }.flatMap(\.self)
  }

  private func mistaken<Score: ComparedScore>(_ rows: ArraySlice<Contender<Score>>, at program: Int) -> [Int]
  {
    var mistaken: [Int] = []
    // By rank, from 1: which row was met first, and how many were.
    var first = [Int32](repeating: -1, count: rows.count + 1)
    var count = [Int32](repeating: 0, count: rows.count + 1)
    for number in rows.indices {
      let row = rows[number]
      let rank = Int(row.rank)
      guard rank >= 1, rank <= rows.count else {
        mistaken.append(wish(of: row, at: program))
        continue
      }
      if first[rank] < 0 {
        first[rank] = Int32(truncatingIfNeeded: number - rows.startIndex)
      } else if compare(rows[rows.startIndex + Int(first[rank])], row, program) != .equal {
        mistaken.append(wish(of: row, at: program))
      }
      count[rank] += 1
    }
    func met(first rank: Int) -> Contender<Score> { rows[rows.startIndex + Int(first[rank])] }
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
      if !isRight, telling > 0 { mistaken.append(wish(of: met(first: telling), at: program)) }
      if stands { (last, next) = (rank, rank + Int(count[rank])) }
    }
    return mistaken
  }

  private enum Order { case better, equal, worse }

  /// How the key of `a` stands to that of `b`: direct, tier, wish number if `lần
  /// lượt`, score less margin, tie chain, draw or rulings.
  private func compare<Score: ComparedScore>(_ a: Contender<Score>, _ b: Contender<Score>, _ program: Int)
    -> Order
  {
    if looksAtWishes {
      let order = compareWishes(wish(of: a, at: program), wish(of: b, at: program))
      guard order == .equal else { return order }
    }
    if a.score != b.score { return a.score > b.score ? .better : .worse }
    let (childA, childB) = (Int(a.child), Int(b.child))
    if let chain = input.programs[program].tieChain {
      for criterion in input.tieChains[chain] {
        let (valueA, valueB): (Int64, Int64)
        switch criterion.source {
        case .wishNumber:
          valueA = Int64(input.wishNumber[wish(of: a, at: program)])
          valueB = Int64(input.wishNumber[wish(of: b, at: program)])
        case .field(let field):
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

  private func compareWishes(_ a: Int, _ b: Int) -> Order {
    if outcome.direct[a] != outcome.direct[b] { return outcome.direct[a] ? .better : .worse }
    if outcome.tier[a] != outcome.tier[b] { return outcome.tier[a] < outcome.tier[b] ? .better : .worse }
    let (numberA, numberB) = (input.wishNumber[a], input.wishNumber[b])
    guard input.rules.method == .sequential, numberA != numberB else { return .equal }
    return numberA < numberB ? .better : .worse
  }

  /// The wish by which the child is eligible there.
  private func wish<Score: ComparedScore>(of row: Contender<Score>, at program: Int) -> Int {
    let wishes = input.wishes(of: Int(row.child))
    return wishes.first { Int(input.wishProgram[$0]) == program && recount.eligible[$0] } ?? -1
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
