/// Into how many stretches work is cut for so many threads: more than threads, so that
/// one on a slower core leaves more to the others.
func stretchCount(_ jobs: Int) -> Int { jobs > 1 ? 8 * jobs : 1 }

extension Input {
  /// The applicants cut into stretches with about as many wishes each.
  func stretches(_ jobs: Int) -> [Range<Int>] {
    let count = max(1, min(stretchCount(jobs), applicantCount))
    var ends = [0]
    for number in 1..<count {
      let wishes = wishProgram.count / count * number
      var end = ends[ends.count - 1]
      while end < applicantCount, Int(wishStart[end]) < wishes { end += 1 }
      ends.append(end)
    }
    ends.append(applicantCount)
    return zip(ends, ends.dropFirst()).map { $0..<$1 }
  }

  /// All wishes of a stretch of applicants.
  func wishes(of stretch: Range<Int>) -> Range<Int> {
    Int(wishStart[stretch.lowerBound])..<Int(wishStart[stretch.upperBound])
  }
}
