/// Each program's own stretch of numbered slots, one for each eligible wish.
/// The slot of a wish is the program's first plus its rank − 1: the best first,
/// and equal keys share their group's first slot.
struct Slots {
  /// Program p's slots are `start[p]..<start[p + 1]`.
  let start: [Int]

  init(_ input: Input, _ outcome: Outcome) {
    var start = [Int](repeating: 0, count: input.programs.count + 1)
    for wish in input.wishProgram.indices where outcome.verdict[wish] == .eligible {
      start[Int(input.wishProgram[wish]) + 1] += 1
    }
    for program in input.programs.indices { start[program + 1] += start[program] }
    self.start = start
  }

  /// The first slot of each program, to count up from.
  var cursors: Cells<Int> {
    var cursors = Cells(repeating: 0, count: start.count)
    for program in start.indices { cursors[program] = start[program] }
    return cursors
  }
}

/// Fills in the rank by wish: 1 + the number of better keys among those
/// eligible there. Within a program ranks compare as keys do, and equal ranks
/// are equal keys, so that whatever follows need not look at a key again.
func rankEligible(_ input: Input, into outcome: inout Outcome) throws(DecisionError) -> Slots {
  let keys = try Keys(input, outcome)
  let slots = Slots(input, outcome)
  var sorter = KeySorter(input, keys, count: slots.start[input.programs.count])
  var next = slots.cursors
  for applicant in 0..<input.applicantCount {
    for wish in input.wishes(of: applicant) where outcome.verdict[wish] == .eligible {
      let program = Int(input.wishProgram[wish])
      sorter.put(wish, of: applicant, for: program, at: next[program])
      next[program] += 1
    }
  }
  for program in input.programs.indices {
    sorter.sort(slots.start[program]..<slots.start[program + 1], of: program)
  }
  next = slots.cursors
  outcome.rank.withUnsafeMutableBufferPointer { rank in
    for wish in rank.indices where outcome.verdict[wish] == .eligible {
      let program = Int(input.wishProgram[wish])
      rank[wish] = sorter.rank(at: next[program])
      next[program] += 1
    }
  }
  return slots
}
