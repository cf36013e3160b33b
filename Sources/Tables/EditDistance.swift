/// The number of insertions, deletions, replacements and swaps of neighbours
/// that make one text the other, no part of it edited twice (the optimal string
/// alignment of Damerau and Levenshtein); nil above `limit`.
public func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    var least = i + 1
    for j in 0..<b.count {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
      least = min(least, cost)
    }
    // A swap reaches back two rows; both must be beyond the limit.
    if least > limit, (last.min() ?? 0) > limit { return nil }
    beforeLast = last
    last = row
  }
  return last[b.count] <= limit ? last[b.count] : nil
}

/// The position of the text nearest to `text`: "did you mean …?".
///
/// Texts are compared folded. At most a third of the text may differ, and never
/// more than three characters; among equally near ones the first. Nil for none.
public func nearest(to text: String, among candidates: some Sequence<String>) -> Int? {
  nearest(to: folded(text.utf8), among: candidates.lazy.map { folded($0.utf8) })
}

/// The same for texts that are in the form in which they are compared.
public func nearest(to wanted: [UInt8], among candidates: some Sequence<[UInt8]>) -> Int? {
  var limit = min(3, wanted.count / 3)
  var best: Int?
  for (index, candidate) in candidates.enumerated() {
    guard limit >= 0, let distance = editDistance(wanted, candidate, atMost: limit) else {
      continue
    }
    best = index
    limit = distance - 1
  }
  return best
}
