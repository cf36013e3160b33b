extension Input {
  /// The applicants cut into so many stretches, with about as many wishes each,
  /// for as many threads.
  func stretches(_ count: Int) -> [Range<Int>] {
    let count = max(1, min(count, applicantCount))
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
