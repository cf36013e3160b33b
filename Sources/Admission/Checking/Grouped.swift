import Tables

/// Something of wishes, gathered in groups that are numbered from 0; in each group
/// in the order of the wishes. For the checks alone.
struct Grouped<Element: BitwiseCopyable & Sendable>: Sendable {
  private let start: [Int]
  private let elements: [Element]

  /// - Parameters:
  ///   - group: which group a wish of an applicant goes to; −1 for none.
  ///   - element: what of it is gathered.
  @inline(__always)
  init(
    _ input: Input, groups: Int, jobs: Int, _ group: @Sendable (_ applicant: Int, _ wish: Int) -> Int,
    _ element: @Sendable (_ applicant: Int, _ wish: Int) -> Element
  ) {
    let stretches = input.stretches(jobs)
    let counts = inParallel(stretches, jobs: jobs) { applicants in
      var counts = [Int](repeating: 0, count: groups)
      for applicant in applicants {
        for wish in input.wishes(of: applicant) {
          let number = group(applicant, wish)
          if number >= 0 { counts[number] += 1 }
        }
      }
      return counts
    }
    // By stretch: where its first element of each group stands.
    var places = counts
    var start = [0]
    start.reserveCapacity(groups + 1)
    for number in 0..<groups {
      var next = start[number]
      for stretch in counts.indices {
        (places[stretch][number], next) = (next, next + counts[stretch][number])
      }
      start.append(next)
    }
    let (size, first) = (start[groups], places)
    self.start = start
    elements = Array(unsafeUninitializedCapacity: size) { cells, count in
      // Every thread fills its own places.
      nonisolated(unsafe) let cells = cells
      _ = inParallel(Array(stretches.indices), jobs: jobs) { stretch in
        var next = Cells(first[stretch])
        for applicant in stretches[stretch] {
          for wish in input.wishes(of: applicant) {
            let number = group(applicant, wish)
            guard number >= 0 else { continue }
            cells[next[number]] = element(applicant, wish)
            next[number] += 1
          }
        }
      }
      count = size
    }
  }

  /// The elements of a group.
  subscript(group: Int) -> ArraySlice<Element> { elements[start[group]..<start[group + 1]] }

  /// How many elements a group has.
  func count(_ group: Int) -> Int { start[group + 1] - start[group] }

  /// The groups, in stretches with about as many elements each, for as many threads.
  func stretches(_ jobs: Int) -> [Range<Int>] {
    let share = elements.count / max(jobs, 1) + 1
    var stretches: [Range<Int>] = []
    var first = 0
    for group in 0..<(start.count - 1)
    where start[group + 1] - start[first] >= share || group == start.count - 2 {
      stretches.append(first..<group + 1)
      first = group + 1
    }
    return stretches
  }
}
