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

    /// The wish whose program stands in one of these cells, the `number`th from 0.
    @inline(__always)
    func wish(_ number: Int) -> Int32 { wish + Int32(truncatingIfNeeded: number) }
  }

  /// The best key first.
  let turns: [Turn]
  /// By place in that order: how many equal keys begin there; 0 where one goes on.
  let groups: [Int32]
  /// What is wished for; −1 where the wish is not eligible. The wishes of those who
  /// follow one another in the order share a shelf of cells.
  let programs: [Int32]
  /// By shelf, and last of all: in which cell it begins.
  let shelves: [Int]

  /// So many places in the order, as a power of two, share a shelf.
  private static let shelfBits: Int32 = 12

  /// The shelf of who stands in a place.
  @inline(__always)
  static func shelf(_ place: Int32) -> Int { Int(place &>> shelfBits) }

  /// - Parameter eligible: those who are eligible, all of them alike.
  init(
    _ input: Input, _ outcome: Outcome, _ eligible: EligibleApplicants, jobs: Int
  ) throws(DecisionError) {
    let count = eligible.applicants.count
    guard count > 0 else {
      (turns, groups, programs, shelves) = ([], [], [], [0])
      return
    }
    let stretches = CommonOrder.stretches(of: count, jobs)
    let keys = try Keys(
      input, outcome, of: stretches.map { FirstWishes(wishes: eligible.firstWish[$0]) }, most: count,
      jobs: jobs)
    let (places, groups) = CommonOrder.placed(input, keys, eligible, stretches)
    self.groups = groups
    (turns, programs, shelves) = CommonOrder.laidOut(
      input, outcome.verdict, eligible.applicants, stretches, places)
  }

  /// So many numbers cut into stretches of equal length, one for each thread: each
  /// counts for itself what stands on every shelf, and sorts a part of its own.
  private static func stretches(of count: Int, _ jobs: Int) -> [Range<Int>] {
    let jobs = max(1, min(jobs, count))
    return (0..<jobs).map { count * $0 / jobs..<count * ($0 + 1) / jobs }
  }

  /// The place of each of the eligible, and ``groups``.
  private static func placed(
    _ input: Input, _ keys: Keys, _ eligible: EligibleApplicants, _ stretches: [Range<Int>]
  ) -> (places: [Int32], groups: [Int32]) {
    let count = eligible.applicants.count
    let words = Cells<UInt64>(repeating: 0, count: count)
    // All stand in the slots of one program: the first, as good as any.
    let slots = SharedSlots(start: [0, count], words: words.part(0..<count))
    let sorting = KeySorting(input, keys, slots)
    _ = inParallel(stretches, jobs: stretches.count) { stretch in
      var filling = SlotFilling(slots)
      for number in stretch {
        sorting.put(
          Int(eligible.firstWish[number]), of: Int(eligible.applicants[number]), for: 0, at: number,
          by: &filling)
      }
      filling.finish()
    }
    let parts = sorting.parted(0, stretches)
    var groups = [Int32](repeating: 0, count: count)
    let places = groups.withUnsafeMutableBufferPointer { groups in
      Array<Int32>(unsafeUninitializedCapacity: count) { places, filled in
        // Every thread has its own places, and who comes to them.
        nonisolated(unsafe) let (places, groups) = (places, groups)
        _ = inParallel(parts, jobs: stretches.count) { part in
          let spare = Cells<UInt64>(repeating: 0, count: part.count)
          sorting.sort(part, of: 0, spare: spare.part(0..<part.count)) { group, better in
            let first = part.lowerBound + better
            groups[first] = Int32(truncatingIfNeeded: group.count)
            for (index, word) in group.enumerated() {
              places[keys.number(in: word)] = Int32(truncatingIfNeeded: first + index)
            }
          }
        }
        filled = count
      }
    }
    return (places, groups)
  }

  /// ``turns``, ``programs`` and ``shelves``.
  private static func laidOut(
    _ input: Input, _ verdict: ByWish<Verdict>, _ applicants: [Int32], _ stretches: [Range<Int>],
    _ places: [Int32]
  ) -> (turns: [Turn], programs: [Int32], shelves: [Int]) {
    // How many wishes of each stretch stand on each shelf; then, where its first programs stand.
    var starts = inParallel(stretches, jobs: stretches.count) { stretch in
      var sizes = [Int](repeating: 0, count: shelf(Int32(clamping: places.count)) + 1)
      for number in stretch {
        sizes[shelf(places[number])] += input.wishes(of: Int(applicants[number])).count
      }
      return sizes
    }
    var size = 0
    for shelf in starts[0].indices {
      for stretch in starts.indices {
        (starts[stretch][shelf], size) = (size, size + starts[stretch][shelf])
      }
    }
    let (cells, first) = (size, starts)
    var programs: [Int32] = []
    let turns = [Turn](unsafeUninitializedCapacity: places.count) { turns, count in
      programs = Array(unsafeUninitializedCapacity: cells) { programs, count in
        // Every thread has its own places and cells.
        nonisolated(unsafe) let (turns, programs) = (turns, programs)
        _ = inParallel(Array(stretches.indices), jobs: stretches.count) { stretch in
          var next = Cells(first[stretch])
          let (start, program) = (input.wishStart.span, input.wishProgram.span)
          for number in stretches[stretch] {
            let (applicant, place) = (applicants[number], places[number])
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
        count = cells
      }
      count = places.count
    }
    return (turns, programs, first[0] + [cells])
  }
}

/// The first eligible wish of each of some applicants.
private struct FirstWishes: Sequence, Sendable {
  let wishes: ArraySlice<Int32>

  func makeIterator() -> Iterator { Iterator(wishes: wishes.makeIterator()) }

  struct Iterator: IteratorProtocol {
    var wishes: IndexingIterator<ArraySlice<Int32>>

    mutating func next() -> Int? { wishes.next().map(Int.init) }
  }
}
