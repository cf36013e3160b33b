import Tables

extension Input {
  /// Whether an applicant who has the same score, tier and directness wherever it
  /// is eligible has the same key there: nothing else in a key (contract.md 4)
  /// looks at the wish or the program. Reservations part a program's seats, and
  /// given cut-offs have no keys; both are left to the general way.
  var comparesAlike: Bool {
    guard let first = programs.first, rules.method == .simultaneous, !isCouncil || rulings.isEmpty else {
      return false
    }
    let chain = first.tieChain.map { tieChains[$0] } ?? []
    return !chain.contains { $0.source == .wishNumber }
      && programs.allSatisfy { $0.tieChain == first.tieChain && $0.reservations.isEmpty }
  }
}

/// Where every applicant has one key at all programs: the order of them all, in
/// which each program ranks its own.
struct CommonOrder: Sendable {
  /// An applicant who is eligible somewhere.
  struct Turn: Sendable {
    var applicant: Int32 = 0
    /// Its first wish, and how many it has.
    var wish: Int32 = 0
    var count: Int32 = 0
    /// Where the programs of its wishes stand in ``CommonOrder/programs``.
    var cell: Int32 = 0

    var cells: Range<Int> { Int(cell)..<Int(cell) + Int(count) }

    /// The wish whose program stands in a cell.
    @inline(__always)
    func wish(of cell: Int) -> Int32 { wish + Int32(truncatingIfNeeded: cell) - self.cell }
  }

  /// The best key first.
  let turns: [Turn]
  /// By place in that order: how many equal keys begin there; 0 where one goes on.
  let groups: [Int32]
  /// What is wished for; −1 where the wish is not eligible. Those who follow one
  /// another in the order stand near one another, so that nothing is fetched
  /// from all over memory.
  let programs: [Int32]

  /// So many places in the order, as a power of two, share a stretch of ``programs``.
  private static let shelfBits: Int32 = 13

  private static func shelf(_ place: Int32) -> Int { Int(place >> shelfBits) }

  /// - Parameter eligible: by stretch, those who are eligible, all of them alike.
  init(_ input: Input, _ outcome: Outcome, _ eligible: [EligibleApplicants]) throws(DecisionError) {
    let starts = eligible.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.applicants.count) }
    let count = starts[eligible.count]
    guard count > 0 else {
      (turns, groups, programs) = ([], [], [])
      return
    }
    let ranks = try CommonOrder.ranks(input, outcome, eligible, starts)
    var groups = [Int32](repeating: 0, count: count)
    let places = ranks.map { rank in
      let first = rank - 1
      groups[Int(first)] += 1
      return first + groups[Int(first)] - 1
    }
    self.groups = groups

    // How many wishes of each stretch stand on each shelf; then, where its first programs stand.
    var shelves = eligible.map { _ in
      [Int](repeating: 0, count: CommonOrder.shelf(Int32(clamping: count)) + 1)
    }
    for (stretch, own) in eligible.enumerated() {
      for (index, applicant) in own.applicants.enumerated() {
        shelves[stretch][CommonOrder.shelf(places[starts[stretch] + index])] +=
          input.wishes(of: Int(applicant)).count
      }
    }
    var sum = 0
    for shelf in shelves[0].indices {
      for stretch in shelves.indices { (shelves[stretch][shelf], sum) = (sum, sum + shelves[stretch][shelf]) }
    }
    (turns, programs) = CommonOrder.laidOut(
      input, outcome.verdict, eligible, starts, places, shelves, size: sum)
  }

  /// By number: 1 + how many keys are better.
  private static func ranks(
    _ input: Input, _ outcome: Outcome, _ eligible: [EligibleApplicants], _ starts: [Int]
  ) throws(DecisionError) -> [Int32] {
    let count = starts[eligible.count]
    let keys = try Keys(input, outcome, of: eligible.map(FirstWishes.init), most: count)
    let words = Cells<UInt64>(repeating: 0, count: count)
    // All stand in the slots of one program: the first, as good as any.
    let slots = SharedSlots(start: [0, count], words: words.part(0..<count))
    let sorting = KeySorting(input, keys, slots, largest: count)
    _ = inParallel(Array(eligible.indices), jobs: eligible.count) { stretch in
      let (applicants, wishes) = (eligible[stretch].applicants, eligible[stretch].firstWish)
      var filling = SlotFilling(slots)
      for index in applicants.indices {
        sorting.put(
          Int(wishes[index]), of: Int(applicants[index]), for: 0, at: starts[stretch] + index, by: &filling)
      }
      filling.finish()
    }
    var sorter = KeySorter(sorting)
    sorter.rank(0)
    return (0..<count).map { slots.rank(at: slots.place($0, of: 0)) }
  }

  /// ``turns`` and ``programs``.
  private static func laidOut(
    _ input: Input, _ verdict: ByWish<Verdict>, _ eligible: [EligibleApplicants], _ starts: [Int],
    _ places: [Int32], _ shelves: [[Int]], size: Int
  ) -> ([Turn], [Int32]) {
    var programs: [Int32] = []
    let turns = [Turn](unsafeUninitializedCapacity: places.count) { turns, count in
      programs = Array(unsafeUninitializedCapacity: size) { programs, count in
        // Every thread has its own places and cells.
        nonisolated(unsafe) let (turns, programs) = (turns, programs)
        _ = inParallel(Array(eligible.indices), jobs: eligible.count) { stretch in
          var next = Cells(shelves[stretch])
          let (start, program) = (input.wishStart.span, input.wishProgram.span)
          for (index, applicant) in eligible[stretch].applicants.enumerated() {
            let place = places[starts[stretch] + index]
            let wishes = Int(start[Int(applicant)])..<Int(start[Int(applicant) + 1])
            let cell = next[shelf(place)]
            next[shelf(place)] += wishes.count
            turns[Int(place)] = Turn(
              applicant: applicant, wish: Int32(truncatingIfNeeded: wishes.lowerBound),
              count: Int32(truncatingIfNeeded: wishes.count), cell: Int32(truncatingIfNeeded: cell))
            for wish in wishes {
              programs[cell + wish - wishes.lowerBound] = verdict[wish] == .eligible ? program[wish] : -1
            }
          }
        }
        count = size
      }
      count = places.count
    }
    return (turns, programs)
  }

  /// The rank by wish: 1 + the number of better keys among those eligible there.
  func ranks(_ input: Input) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: input.wishProgram.count)
    var met = Cells(repeating: Met(), count: input.programs.count)
    let (turns, groups, programs) = (turns.span, groups.span, programs.span)
    var group: Int32 = 0
    for place in turns.indices {
      if groups[place] > 0 { group = Int32(truncatingIfNeeded: place) }
      let turn = turns[place]
      for cell in turn.cells where programs[cell] >= 0 {
        ranks[Int(turn.wish(of: cell))] = met[Int(programs[cell])].rank(ofNextIn: group)
      }
    }
    return ranks
  }

  /// Those of a program who were met on the way along the order.
  struct Met: BitwiseCopyable {
    private var all: Int32 = 0
    /// Of them, those whose keys are better than that of the group met last, and which it is.
    private var better: Int32 = 0
    private var group: Int32 = -1

    /// Meets one of a group of equal keys: 1 + how many have better ones.
    @inline(__always)
    mutating func rank(ofNextIn group: Int32) -> Int32 {
      if self.group != group { (better, self.group) = (all, group) }
      all += 1
      return better + 1
    }
  }
}

/// The first eligible wish of each applicant of a stretch.
private struct FirstWishes: Sequence, Sendable {
  let eligible: EligibleApplicants

  func makeIterator() -> Iterator { Iterator(wishes: eligible.firstWish.makeIterator()) }

  struct Iterator: IteratorProtocol {
    var wishes: IndexingIterator<[Int32]>

    mutating func next() -> Int? { wishes.next().map(Int.init) }
  }
}
