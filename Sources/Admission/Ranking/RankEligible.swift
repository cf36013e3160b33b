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
  // In the same order, and so from the same slots.
  met = Cells(repeating: 0, count: input.programs.count)
  outcome.rank.withUnsafeMutableBufferPointer { rank in
    for wish in rank.indices where outcome.verdict[wish] == .eligible {
      let program = Int(input.wishProgram[wish])
      rank[wish] = slots.rank(met[program], of: program)
      met[program] += 1
    }
  }
  return slots
}
