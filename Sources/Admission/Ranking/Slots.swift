import Tables

/// Each program's own stretch of numbered slots, one for each eligible wish.
/// While wishes are ranked they stand there in their order of rows; afterwards
/// the slot of a wish is the program's first plus its rank − 1: the best first,
/// and equal keys share their group's first slot.
struct Slots: ~Copyable {
  /// Program p's slots are `start[p]..<start[p + 1]`.
  let start: [Int]
  /// The most that a program has.
  let largest: Int
  /// By stretch of applicants, by program: how many of its wishes stand before
  /// those of the stretch.
  let before: [[Int]]
  /// By slot; of use to ranking alone.
  var words: Cells<UInt64>

  init(_ input: Input, _ outcome: Outcome, _ stretches: [Range<Int>], jobs: Int) {
    let verdict = outcome.verdict
    let counts = inParallel(stretches, jobs: jobs) { stretch in
      var counts = [Int](repeating: 0, count: input.programs.count)
      for wish in input.wishes(of: stretch) where verdict[wish] == .eligible {
        counts[Int(input.wishProgram[wish])] += 1
      }
      return counts
    }
    var sums = [Int](repeating: 0, count: input.programs.count)
    var before: [[Int]] = []
    for own in counts {
      before.append(sums)
      for program in sums.indices { sums[program] += own[program] }
    }
    largest = sums.max() ?? 0
    start = sums.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    words = Cells(repeating: 0, count: start[input.programs.count], jobs: jobs)
    self.before = before
  }

  /// The slots, to be worked on by several threads as long as they live.
  var shared: SharedSlots { SharedSlots(start: start, words: words.part(0..<words.count)) }
}

/// The same memory for threads that never touch the same words: each works at
/// the wishes of its own applicants, or at its own programs or parts of one.
struct SharedSlots: @unchecked Sendable {
  let start: [Int]
  let words: UnsafeMutableBufferPointer<UInt64>

  /// Where the rank of the `number`th wish of a program is set.
  @inline(__always)
  func place(_ number: Int, of program: Int) -> Int { 2 * start[program] + number }

  /// The rank that was set there.
  @inline(__always)
  func rank(at place: Int) -> Int32 {
    Int32(truncatingIfNeeded: words[place / 2] &>> UInt64(truncatingIfNeeded: place % 2 * 32))
  }

  /// Sets the ranks of a program, in order, in place of its words: two in each,
  /// so that reading them all takes half as much memory.
  @inline(__always)
  func set(_ rank: Int32, _ number: Int, of program: Int) {
    let word = UInt64(truncatingIfNeeded: rank)
    let place = place(number, of: program)
    words[place / 2] = place % 2 == 0 ? word : words[place / 2] | word << 32
  }
}
