/// Fills in the rank by wish: 1 + the number of better keys among those
/// eligible there. Within a program ranks compare as keys do, and equal ranks
/// are equal keys, so that whatever follows need not look at a key again.
func rankEligible(_ input: Input, into outcome: inout Outcome) throws(DecisionError) -> Slots {
  var slots = Slots(input, outcome)
  let keys = try Keys(input, outcome, most: slots.largest)
  var sorter = KeySorter(input, keys, slots)
  // By program: how many of its wishes have been met.
  var met = Cells<Int>(repeating: 0, count: input.programs.count)
  for applicant in 0..<input.applicantCount {
    for wish in input.wishes(of: applicant) where outcome.verdict[wish] == .eligible {
      let program = Int(input.wishProgram[wish])
      sorter.put(wish, of: applicant, for: program, at: met[program], into: &slots)
      met[program] += 1
    }
  }
  for program in input.programs.indices { sorter.rank(program, in: &slots) }
  // In the same order, and so from the same slots. Where the ranks of many
  // wishes stand is found before any is fetched: fetches that wait for nothing overlap.
  met = Cells(repeating: 0, count: input.programs.count)
  var places = Cells<Int>(repeating: 0, count: 256)
  var ranks: [Int32] = []
  swap(&ranks, &outcome.rank)
  var rank = ranks.mutableSpan
  for first in stride(from: 0, to: input.wishProgram.count, by: places.count) {
    let some = first..<min(first + places.count, input.wishProgram.count)
    for wish in some {
      places[wish - first] = -1
      guard outcome.verdict[wish] == .eligible else { continue }
      let program = Int(input.wishProgram[wish])
      places[wish - first] = slots.place(met[program], of: program)
      met[program] += 1
    }
    for wish in some where places[wish - first] >= 0 {
      rank[wish] = slots.rank(at: places[wish - first])
    }
  }
  outcome.rank = ranks
  return slots
}
