import Tables

/// Something of the eligible wishes, program by program; of each in the order of the wishes. For the
/// checks alone.
struct Grouped<Element: BitwiseCopyable & Sendable>: Sendable {
  private let start: [Int]
  private let elements: [Element]

  /// - Parameters:
  ///   - eligible: by wish.
  ///   - counts: by stretch of applicants, by program: how many are eligible.
  ///   - element: what is gathered of a wish.
  @inline(__always)
  init(
    _ input: Input, eligible: [Bool], counts: [[Int]], jobs: Int,
    _ element: @Sendable (_ applicant: Int, _ wish: Int) -> Element
  ) {
    let stretches = input.stretches(jobs)
    // By stretch: where its first element of each program stands.
    var places = counts
    var start = [0]
    start.reserveCapacity(input.programs.count + 1)
    for program in input.programs.indices {
      var next = start[program]
      for stretch in counts.indices {
        (places[stretch][program], next) = (next, next + counts[stretch][program])
      }
      start.append(next)
    }
    let (size, first) = (start[input.programs.count], places)
    self.start = start
    elements = Array(unsafeUninitializedCapacity: size) { cells, count in
      // Every thread fills its own places.
      nonisolated(unsafe) let cells = cells
      _ = inParallel(Array(stretches.indices), jobs: jobs) { stretch in
        var next = Cells(first[stretch])
        let (eligible, program) = (eligible.span, input.wishProgram.span)
        for applicant in stretches[stretch] {
          for wish in input.wishes(of: applicant) where eligible[wish] {
            let own = Int(program[wish])
            cells[next[own]] = element(applicant, wish)
            next[own] += 1
          }
        }
      }
      count = size
    }
  }

  /// Those of a program.
  subscript(program: Int) -> ArraySlice<Element> { elements[start[program]..<start[program + 1]] }

  /// What `body` tells of each program, several at a time.
  func perProgram<Result: Sendable>(
    jobs: Int, _ body: @Sendable (_ program: Int, _ elements: ArraySlice<Element>) -> Result
  ) -> [Result] {
    inParallel(stretches(jobs), jobs: jobs) { programs in programs.map { body($0, self[$0]) } }
      .flatMap(\.self)
  }

  /// The programs, in stretches with about as many elements each, for as many threads.
  private func stretches(_ jobs: Int) -> [Range<Int>] {
    let share = elements.count / max(jobs, 1) + 1
    var stretches: [Range<Int>] = []
    var first = 0
    for program in 0..<(start.count - 1)
    where start[program + 1] - start[first] >= share || program == start.count - 2 {
      stretches.append(first..<program + 1)
      first = program + 1
    }
    return stretches
  }
}
