import Tables

/// Into how many stretches work is cut for so many threads: more than threads, so that
/// one on a slower core leaves more to the others.
func stretchCount(_ jobs: Int) -> Int { jobs > 1 ? 8 * jobs : 1 }

/// So many things, of which each has its own part of a list, cut into stretches with
/// about as much of the list each.
///
/// - Parameter starts: where each begins in the list, and last where the list ends.
func stretches<Place: FixedWidthInteger>(of starts: [Place], _ jobs: Int) -> [Range<Int>] {
  let things = starts.count - 1
  let count = max(1, min(stretchCount(jobs), things))
  let share = Int(starts[things]) / count
  let ends = (0..<count).map { number in
    number == 0 ? 0 : starts.partitioningIndex { Int($0) >= share * number }
  }
  return zip(ends, ends.dropFirst() + [things]).map { $0..<$1 }
}

extension Input {
  /// The applicants cut into stretches with about as many wishes each.
  func stretches(_ jobs: Int) -> [Range<Int>] { Admission.stretches(of: wishStart, jobs) }

  /// All wishes of a stretch of applicants.
  func wishes(of stretch: Range<Int>) -> Range<Int> {
    Int(wishStart[stretch.lowerBound])..<Int(wishStart[stretch.upperBound])
  }
}
