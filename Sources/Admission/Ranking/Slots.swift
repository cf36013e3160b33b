/// Each program's own stretch of numbered slots, one for each eligible wish.
/// While wishes are ranked they stand there in their order of rows; afterwards
/// the slot of a wish is the program's first plus its rank − 1: the best first,
/// and equal keys share their group's first slot.
struct Slots: ~Copyable {
  /// Program p's slots are `start[p]..<start[p + 1]`.
  let start: [Int]
  /// The most that a program has.
  let largest: Int
  /// By slot; of use to ranking alone.
  var words: Cells<UInt64>

  init(_ input: Input, _ outcome: Outcome) {
    var start = [Int](repeating: 0, count: input.programs.count + 1)
    for wish in input.wishProgram.indices where outcome.verdict[wish] == .eligible {
      start[Int(input.wishProgram[wish]) + 1] += 1
    }
    largest = start.max() ?? 0
    for program in input.programs.indices { start[program + 1] += start[program] }
    words = Cells(repeating: 0, count: start[input.programs.count])
    self.start = start
  }

  /// The rank that was set for the `number`th wish of a program.
  @inline(__always)
  func rank(_ number: Int, of program: Int) -> Int32 {
    let pair = words[start[program] + number / 2]
    return Int32(truncatingIfNeeded: number % 2 == 0 ? pair : pair >> 32)
  }

  /// Sets the ranks of a program, in order, in place of its words: two in each,
  /// so that reading them all takes half as much memory.
  @inline(__always)
  mutating func set(_ rank: Int32, _ number: Int, of program: Int) {
    let word = UInt64(truncatingIfNeeded: rank)
    let place = start[program] + number / 2
    words[place] = number % 2 == 0 ? word : words[place] | word << 32
  }
}
