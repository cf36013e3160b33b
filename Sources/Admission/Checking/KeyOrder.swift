import Tables

/// Puts the eligible wishes of each program in the order of their keys, for the
/// checks alone: by comparing what contract.md 4 (Key) compares, in its order.
struct KeyOrder {
  private let recount: Recount
  private let input: Input
  /// The numbers of the draw, where it counts.
  private let draw: [Int32]?
  /// What the council concluded, where it counts.
  private let rulings: [Int32: [Int32: Ruling]]

  init(_ recount: Recount) {
    self.recount = recount
    input = recount.input
    draw = input.rules.tiePolicy == .lottery ? input.drawOrder : nil
    let councilDecides =
      input.rules.tiePolicy == .council || (input.rules.tiePolicy == .lottery && input.drawOrder == nil)
    rulings = councilDecides ? input.rulings : [:]
  }

  /// A wish and the parts of its key.
  private struct Row {
    var score: Int64
    var tier: Int32
    var draw: Int32
    var child: Int32
    var wish: Int32
    var claimed: Int32
    var number: UInt8
    var direct: Bool
  }

  /// By wish: 1 + the number of better keys; 0 for the ineligible.
  ///
  /// Sorting what is already sorted takes one comparison for each row. So the
  /// rows are laid out as a result claims that they stand, and then sorted.
  func ranks(claimed: [Int32]) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: claimed.count)
    var count = [Int](repeating: 0, count: input.programs.count)
    for wish in claimed.indices where recount.isEligible(wish) { count[Int(input.wishProgram[wish])] += 1 }
    var first = 0
    while first < input.programs.count {
      // Some programs at a time: the rows of all would take too much room.
      var (end, rows) = (first, 0)
      while end < count.count, end == first || rows + count[end] <= KeyOrder.roomy {
        rows += count[end]
        end += 1
      }
      rank(first..<end, count, claimed, into: &ranks)
      first = end
    }
    return ranks
  }

  private static let roomy = 4_000_000

  private func rank(_ programs: Range<Int>, _ count: [Int], _ claimed: [Int32], into ranks: inout [Int32]) {
    var next = [Int](repeating: 0, count: count.count)
    var total = 0
    for program in programs {
      next[program] = total
      total += count[program]
    }
    let none = Row(score: 0, tier: 0, draw: 0, child: 0, wish: 0, claimed: 0, number: 0, direct: false)
    var rows = [Row](repeating: none, count: total)
    for child in 0..<input.applicantCount {
      for wish in input.wishes(of: child) {
        let program = Int(input.wishProgram[wish])
        guard programs.contains(program), recount.isEligible(wish) else { continue }
        rows[next[program]] = row(wish, of: child, claimed: claimed[wish])
        next[program] += 1
      }
    }
    for program in programs where count[program] > 0 {
      let rulings = rulings[Int32(program)] ?? [:]
      let chain = input.programs[program].tieChain.map { input.tieChains[$0] } ?? []
      var own = laid(rows[(next[program] - count[program])..<next[program]])
      own.sort { compare($0, $1, chain, rulings) == .better }
      var rank = 1
      for index in own.indices {
        if index > 0, compare(own[index - 1], own[index], chain, rulings) == .better { rank = index + 1 }
        ranks[Int(own[index].wish)] = Int32(rank)
      }
    }
  }

  private func row(_ wish: Int, of child: Int, claimed: Int32) -> Row {
    let number = input.wishNumber[wish]
    var score = recount.score[wish]
    if input.rules.method == .margin, !input.wishSpecial[wish], number >= 1,
      Int(number) <= input.rules.margins.count
    {
      let margin = input.rules.margins[Int(number) - 1].raw
      let (less, overflow) = score.subtractingReportingOverflow(margin)
      score = overflow ? (margin > 0 ? .min : .max) : less
    }
    return Row(
      score: score, tier: recount.tier[wish], draw: draw?[child] ?? 0, child: Int32(child), wish: Int32(wish),
      claimed: claimed, number: number, direct: recount.direct[wish])
  }

  /// The rows by their claimed ranks.
  private func laid(_ rows: ArraySlice<Row>) -> [Row] {
    func place(_ row: Row) -> Int { min(max(Int(row.claimed), 0), rows.count) }
    var next = [Int](repeating: 0, count: rows.count + 2)
    for row in rows { next[place(row) + 1] += 1 }
    for place in 1..<next.count { next[place] += next[place - 1] }
    var laid = Array(rows)
    for row in rows {
      laid[next[place(row)]] = row
      next[place(row)] += 1
    }
    return laid
  }

  private enum Order { case better, equal, worse }

  /// How the key of `a` stands to that of `b`: direct, tier, wish number if `lần
  /// lượt`, score less margin, tie chain, draw or rulings.
  private func compare(_ a: Row, _ b: Row, _ chain: [TieCriterion], _ rulings: [Int32: Ruling]) -> Order {
    if a.direct != b.direct { return a.direct ? .better : .worse }
    if a.tier != b.tier { return a.tier < b.tier ? .better : .worse }
    if input.rules.method == .sequential, a.number != b.number {
      return a.number < b.number ? .better : .worse
    }
    if a.score != b.score { return a.score > b.score ? .better : .worse }
    for criterion in chain {
      var (valueA, valueB) = (Int64(a.number), Int64(b.number))
      if case .field(let field) = criterion.source {
        (valueA, valueB) = (input.fields[field][Int(a.child)], input.fields[field][Int(b.child)])
        let (missingA, missingB) = (valueA <= FieldValue.lastMark, valueB <= FieldValue.lastMark)
        if missingA && missingB { continue }
        if missingA != missingB { return missingB ? .better : .worse }
      }
      if valueA != valueB { return (valueA > valueB) == criterion.descending ? .better : .worse }
    }
    if a.draw != b.draw { return a.draw < b.draw ? .better : .worse }
    return rulings.isEmpty ? .equal : compare(rulings[a.child], rulings[b.child])
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
