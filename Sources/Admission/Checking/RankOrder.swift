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
  /// The numbers of the draw, where it counts.
  private let draw: [Int32]?
  /// What the council concluded, where it counts.
  private let rulings: [Int32: [Int32: Ruling]]

  init(_ recount: Recount, _ outcome: Outcome) {
    self.recount = recount
    self.outcome = outcome
    input = recount.input
    draw = input.rules.tiePolicy == .lottery ? input.drawOrder : nil
    let councilDecides =
      input.rules.tiePolicy == .council || (input.rules.tiePolicy == .lottery && input.drawOrder == nil)
    rulings = councilDecides ? input.rulings : [:]
  }

  /// The wishes that have one rank of one program, and the parts of the key of the first.
  private struct Row {
    var score: Int64 = 0
    var child: Int32 = 0
    var count: Int32 = 0
    var tier: Int32 = 0
    var number: UInt8 = 0
    var direct = false
  }

  /// Wishes whose rank is not theirs: at least one where there are any.
  func mistaken(jobs: Int) -> [Int] {
    let input = input
    var count = [Int](repeating: 0, count: input.programs.count)
    for (wish, program) in input.wishProgram.enumerated() where recount.eligible[wish] {
      count[Int(program)] += 1
    }
    // The programs in as many stretches as threads, with about as many rows each.
    let share = count.reduce(0, +) / jobs + 1
    var stretches: [Range<Int>] = []
    var (first, rows) = (0, 0)
    for program in count.indices {
      rows += count[program]
      if rows >= share || program == count.count - 1 {
        stretches.append(first..<program + 1)
        (first, rows) = (program + 1, 0)
      }
    }
    let counts = count
    return inParallel(stretches, jobs: jobs) { mistaken($0, counts) }.flatMap(\.self)
  }

  private func mistaken(_ programs: Range<Int>, _ count: [Int]) -> [Int] {
    var start = [Int](repeating: 0, count: programs.count + 1)
    for (number, program) in programs.enumerated() { start[number + 1] = start[number] + count[program] }
    var rows = [Row](repeating: Row(), count: start[programs.count])
    var mistaken: [Int] = []
    let (wishProgram, rank, eligible) = (input.wishProgram.span, outcome.rank.span, recount.eligible.span)
    var span = rows.mutableSpan
    for child in 0..<input.applicantCount {
      for wish in input.wishes(of: child) {
        let program = Int(wishProgram[wish])
        guard programs.contains(program) else { continue }
        let place = Int(rank[wish])
        guard eligible[wish], place >= 1, place <= count[program] else {
          if eligible[wish] || place != 0 { mistaken.append(wish) }
          continue
        }
        let slot = start[program - programs.lowerBound] + place - 1
        if span[slot].count == 0 {
          span[slot] = row(wish, of: child)
        } else if compare(span[slot], row(wish, of: child), program) != .equal {
          mistaken.append(wish)
        }
        span[slot].count += 1
      }
    }
    for program in programs {
      let first = start[program - programs.lowerBound]
      var last = first
      var next = first
      for place in first..<first + count[program] {
        let isRight =
          place < next
          ? rows[place].count == 0
          : rows[place].count > 0 && (place == first || compare(rows[last], rows[place], program) == .better)
        // Where nothing stands, the row before tells; where none does, a later one will.
        let telling = rows[place].count > 0 ? place : last
        if !isRight, rows[telling].count > 0 {
          mistaken.append(wish(of: Int(rows[telling].child), at: program))
        }
        if rows[place].count > 0 { (last, next) = (place, place + Int(rows[place].count)) }
      }
    }
    return mistaken
  }

  private func wish(of child: Int, at program: Int) -> Int {
    input.wishes(of: child).first { Int(input.wishProgram[$0]) == program && recount.eligible[$0] } ?? 0
  }

  private func row(_ wish: Int, of child: Int) -> Row {
    let number = input.wishNumber[wish]
    var score = outcome.score[wish]
    if input.rules.method == .margin, !input.wishSpecial[wish], number >= 1,
      Int(number) <= input.rules.margins.count
    {
      let margin = input.rules.margins[Int(number) - 1].raw
      let (less, overflow) = score.subtractingReportingOverflow(margin)
      score = overflow ? (margin > 0 ? .min : .max) : less
    }
    return Row(
      score: score, child: Int32(child), tier: outcome.tier[wish], number: number,
      direct: outcome.direct[wish])
  }

  private enum Order { case better, equal, worse }

  /// How the key of `a` stands to that of `b`: direct, tier, wish number if `lần
  /// lượt`, score less margin, tie chain, draw or rulings.
  private func compare(_ a: Row, _ b: Row, _ program: Int) -> Order {
    if a.direct != b.direct { return a.direct ? .better : .worse }
    if a.tier != b.tier { return a.tier < b.tier ? .better : .worse }
    if input.rules.method == .sequential, a.number != b.number {
      return a.number < b.number ? .better : .worse
    }
    if a.score != b.score { return a.score > b.score ? .better : .worse }
    let (childA, childB) = (Int(a.child), Int(b.child))
    if let chain = input.programs[program].tieChain {
      for criterion in input.tieChains[chain] {
        var (valueA, valueB) = (Int64(a.number), Int64(b.number))
        if case .field(let field) = criterion.source {
          (valueA, valueB) = (input.fields[field][childA], input.fields[field][childB])
          let (missingA, missingB) = (valueA <= FieldValue.lastMark, valueB <= FieldValue.lastMark)
          if missingA && missingB { continue }
          if missingA != missingB { return missingB ? .better : .worse }
        }
        if valueA != valueB { return (valueA > valueB) == criterion.descending ? .better : .worse }
      }
    }
    if let draw, draw[childA] != draw[childB] { return draw[childA] < draw[childB] ? .better : .worse }
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
