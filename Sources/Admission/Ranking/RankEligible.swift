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
}

/// Fills in the rank by wish: 1 + the number of better keys among those
/// eligible there. Within a program ranks compare as keys do, and equal ranks
/// are equal keys, so that whatever follows need not look at a key again.
func rankEligible(_ input: Input, into outcome: inout Outcome) throws(DecisionError) -> Slots {
  let keys = try Keys(input, outcome)
  let slots = Slots(input, outcome)
  let count = slots.start[input.programs.count]
  var words = [UInt64](repeating: 0, count: count)
  var wishes = [Int32](repeating: 0, count: count)
  var filled = slots.start
  let firstWords = keys.firstWords
  for applicant in 0..<input.applicantCount {
    for wish in input.wishes(of: applicant) where outcome.verdict[wish] == .eligible {
      let program = Int(input.wishProgram[wish])
      let slot = filled[program]
      filled[program] = slot + 1
      words[slot] = keys.word(firstWords[program], wish: wish, applicant: applicant)
      wishes[slot] = Int32(truncatingIfNeeded: wish)
    }
  }
  var sorter = KeySorter(input: input, keys: keys, words: words, wishes: wishes)
  (words, wishes) = ([], [])
  for program in input.programs.indices {
    sorter.rank(
      slots.start[program]..<slots.start[program + 1], by: keys.layout(of: program), into: &outcome.rank)
  }
  return slots
}
