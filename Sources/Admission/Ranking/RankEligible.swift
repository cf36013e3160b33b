import Tables

/// Fills in the rank by wish: 1 + the number of better keys among those
/// eligible there. Within a program ranks compare as keys do, and equal ranks
/// are equal keys, so that whatever follows need not look at a key again.
func rankEligible(
  _ input: Input, _ stretches: [Range<Int>], jobs: Int, into outcome: inout Outcome
) throws(DecisionError) -> Slots {
  let slots = Slots(input, outcome, stretches, jobs: jobs)
  let (shared, before, verdict) = (slots.shared, slots.before, outcome.verdict)
  let keys = try Keys(
    input, outcome, of: stretches.map { EligibleWishes(wishes: input.wishes(of: $0), verdict: verdict) },
    most: slots.largest, jobs: jobs)
  let sorting = KeySorting(input, keys, shared)
  _ = inParallel(Array(stretches.indices), jobs: jobs) { stretch in
    // By program: how many of its wishes have been met.
    var met = Cells(before[stretch])
    var filling = SlotFilling(shared)
    for applicant in stretches[stretch] {
      for wish in input.wishes(of: applicant) where verdict[wish] == .eligible {
        let program = Int(input.wishProgram[wish])
        sorting.put(wish, of: applicant, for: program, at: met[program], by: &filling)
        met[program] += 1
      }
    }
    filling.finish()
  }
  let start = slots.start
  _ = inParallel(Admission.stretches(of: start, jobs), jobs: jobs) { programs in
    let sorter = KeySorter(sorting, largest: programs.map { start[$0 + 1] - start[$0] }.max() ?? 0)
    for program in programs { sorter.rank(program) }
  }
  outcome.rank = Array(unsafeUninitializedCapacity: input.wishProgram.count) { cells, count in
    // Every thread fills its own stretch of them.
    nonisolated(unsafe) let rank = cells
    _ = inParallel(Array(stretches.indices), jobs: jobs) { stretch in
      readRanks(input.wishes(of: stretches[stretch]), input, verdict, shared, before[stretch], into: rank)
    }
    count = cells.count
  }
  return slots
}

/// Those of some wishes that compete, in order.
private struct EligibleWishes: Sequence, Sendable {
  let wishes: Range<Int>
  let verdict: ByWish<Verdict>

  func makeIterator() -> Iterator { Iterator(left: wishes, verdict: verdict) }

  struct Iterator: IteratorProtocol {
    var left: Range<Int>
    let verdict: ByWish<Verdict>

    mutating func next() -> Int? {
      while let wish = left.popFirst() {
        if verdict[wish] == .eligible { return wish }
      }
      return nil
    }
  }
}

/// In the order in which the wishes were put into the slots, and so from the
/// same ones. Where the ranks of many stand is found before any is fetched:
/// fetches that wait for nothing overlap.
private func readRanks(
  _ wishes: Range<Int>, _ input: Input, _ verdict: ByWish<Verdict>, _ slots: SharedSlots, _ before: [Int],
  into rank: UnsafeMutableBufferPointer<Int32>
) {
  // By program: where the rank of its next wish stands.
  var next = Cells(before.indices.map { slots.place(before[$0], of: $0) })
  var places = Cells<Int>(repeating: 0, count: 256)
  for first in stride(from: wishes.lowerBound, to: wishes.upperBound, by: places.count) {
    let some = first..<min(first + places.count, wishes.upperBound)
    for wish in some {
      places[wish - first] = -1
      guard verdict[wish] == .eligible else { continue }
      let program = Int(input.wishProgram[wish])
      places[wish - first] = next[program]
      next[program] += 1
    }
    for wish in some {
      rank[wish] = places[wish - first] < 0 ? 0 : slots.rank(at: places[wish - first])
    }
  }
}
