/// Sorts words ascending by their bits from `lowest` up, digit by digit, in
/// borrowed memory and as much spare memory. Words that those bits do not part
/// keep their order. Bits that are the same everywhere cost nothing.
func radixSort(
  _ words: UnsafeMutableBufferPointer<UInt64>, spare: UnsafeMutableBufferPointer<UInt64>, from lowest: UInt64
) {
  guard words.count > fewWords else { return insertionSort(words, from: lowest) }
  var differing: UInt64 = 0
  for word in words { differing |= word ^ words[0] }
  differing = (differing >> lowest) << lowest
  guard differing != 0 else { return }
  let first = UInt64(differing.trailingZeroBitCount)
  let bits = 64 - UInt64(differing.leadingZeroBitCount) - first
  // As few digits as possible whose counts stay in the first cache and are soon summed.
  let widest: UInt64 = words.count < 2048 ? 8 : 11
  let digits = (bits + widest - 1) / widest
  let width = (bits + digits - 1) / digits
  var (from, to) = (words, spare.extracting(0..<words.count))
  for digit in 0..<digits {
    scatter(from, into: to, byDigitAt: first + digit * width, width: width)
    swap(&from, &to)
  }
  if from.baseAddress != words.baseAddress { _ = words.update(from: from) }
}

/// Up to this many, inserting is faster than counting.
private let fewWords = 48

private func insertionSort(_ words: UnsafeMutableBufferPointer<UInt64>, from lowest: UInt64) {
  for sorted in words.indices.dropFirst() {
    let word = words[sorted]
    var hole = sorted
    while hole > 0, words[hole - 1] >> lowest > word >> lowest {
      words[hole] = words[hole - 1]
      hole -= 1
    }
    words[hole] = word
  }
}

private func scatter(
  _ words: UnsafeMutableBufferPointer<UInt64>, into other: UnsafeMutableBufferPointer<UInt64>,
  byDigitAt shift: UInt64, width: UInt64
) {
  let mask: UInt64 = 1 << width - 1
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(mask) + 1) { next in
    next.initialize(repeating: 0)
    for word in words { next[Int(truncatingIfNeeded: word &>> shift & mask)] += 1 }
    var sum: UInt32 = 0
    for digit in next.indices { (next[digit], sum) = (sum, sum + next[digit]) }
    for word in words {
      let digit = Int(truncatingIfNeeded: word &>> shift & mask)
      other[Int(next[digit])] = word
      next[digit] += 1
    }
  }
}
