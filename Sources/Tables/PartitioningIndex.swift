extension RandomAccessCollection {
  /// The first position at which something is true, as it is at all behind it; `endIndex` where it is at none.
  /// It looks at as many as the count has binary digits.
  public func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
    var start = startIndex
    var left = count
    while left > 0 {
      let half = left / 2
      let middle = index(start, offsetBy: half)
      if isBehind(self[middle]) {
        left = half
      } else {
        start = index(after: middle)
        left -= half + 1
      }
    }
    return start
  }
}
