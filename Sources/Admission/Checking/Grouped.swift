import Tables

/// Elements of wishes, program by program; of each in the order of the applicants. For the checks alone.
struct Grouped<Element: BitwiseCopyable & Sendable>: Sendable {
  private let start: [Int]
  private let elements: [Element]

  /// - Parameters:
  ///   - counts: by stretch of applicants, by program: how many elements there are.
  ///   - jobs: how many threads work at it.
  ///   - fill: puts those of a stretch, no more and no fewer.
  @inline(__always)
  init(
    counts: [[Int]], programs: Int, jobs: Int,
    _ fill: @Sendable (_ stretch: Int, _ places: inout Places) -> Void
  ) {
    // By stretch: where its first element of each program stands.
    var places = counts
    var start = [0]
    start.reserveCapacity(programs + 1)
    for program in 0..<programs {
      var next = start[program]
      for stretch in counts.indices {
        (places[stretch][program], next) = (next, next + counts[stretch][program])
      }
      start.append(next)
    }
    let (size, first) = (start[programs], places)
    self.start = start
    elements = Array(unsafeUninitializedCapacity: size) { cells, count in
      // Every thread fills its own places.
      nonisolated(unsafe) let cells = cells
      _ = inParallel(Array(first.indices), jobs: jobs) { stretch in
        var places = Places(cells: cells, next: Cells(first[stretch]))
        fill(stretch, &places)
      }
      count = size
    }
  }

  /// Where the next element of each program goes.
  struct Places: ~Copyable {
    fileprivate let cells: UnsafeMutableBufferPointer<Element>
    fileprivate var next: Cells<Int>

    @inline(__always)
    mutating func put(_ element: Element, at program: Int) {
      cells[next[program]] = element
      next[program] += 1
    }
  }

  /// Those of a program.
  subscript(program: Int) -> ArraySlice<Element> { elements[start[program]..<start[program + 1]] }

  /// What `body` tells of each program, several at a time.
  func perProgram<Result: Sendable>(
    jobs: Int, _ body: @Sendable (_ program: Int, _ elements: ArraySlice<Element>) -> Result
  ) -> [Result] {
    inParallel(stretches(of: start, jobs), jobs: jobs) { programs in programs.map { body($0, self[$0]) } }
      .flatMap(\.self)
  }
}
