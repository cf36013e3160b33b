/// Sorts words ascending, digit by digit from the lowest, and remembers where
/// each stood. Digits that are the same everywhere cost nothing.
struct RadixSort {
  /// What is sorted; `origins[i]` is where `words[i]` stood when it was loaded.
  var words: [UInt64] = []
  private(set) var origins: [Int32] = []
  private var spareWords: [UInt64] = []
  private var spareOrigins: [Int32] = []

  /// Below this many, inserting is faster than counting.
  private static let few = 48

  /// Takes other words, to stand in the first places; what is beyond them is left over.
  @inline(__always)
  mutating func load(_ count: Int, word: (Int) -> UInt64) {
    if count > words.count {
      words = Array(repeating: 0, count: count)
      origins = Array(repeating: 0, count: count)
      spareWords = words
      spareOrigins = origins
    }
    for index in 0..<count {
      words[index] = word(index)
      origins[index] = Int32(truncatingIfNeeded: index)
    }
  }

  /// Sorts a range of the loaded words.
  mutating func sort(_ range: Range<Int>) {
    let count = range.count
    words.withUnsafeMutableBufferPointer { words in
      origins.withUnsafeMutableBufferPointer { origins in
        let here = Pairs(words: words.extracting(range), origins: origins.extracting(range))
        guard count > RadixSort.few else { return here.insertionSort() }
        spareWords.withUnsafeMutableBufferPointer { words in
          spareOrigins.withUnsafeMutableBufferPointer { origins in
            here.sort(
              with: Pairs(words: words.extracting(0..<count), origins: origins.extracting(0..<count)))
          }
        }
      }
    }
  }
}

/// Words and where they stood, in borrowed memory, of equal count.
private struct Pairs {
  let words: UnsafeMutableBufferPointer<UInt64>
  let origins: UnsafeMutableBufferPointer<Int32>

  /// Eight bits: the counts stay in the first cache.
  private static let digits = 256

  func insertionSort() {
    for sorted in words.indices.dropFirst() {
      let (word, origin) = (words[sorted], origins[sorted])
      var hole = sorted
      while hole > 0, words[hole - 1] > word {
        words[hole] = words[hole - 1]
        origins[hole] = origins[hole - 1]
        hole -= 1
      }
      words[hole] = word
      origins[hole] = origin
    }
  }

  /// Sorts with the help of equally large spare memory.
  func sort(with spare: Pairs) {
    var differing: UInt64 = 0
    for word in words { differing |= word ^ words[0] }
    var (from, to) = (self, spare)
    var shift = UInt64(differing.trailingZeroBitCount)
    while shift < 64, differing >> shift != 0 {
      if differing >> shift & 0xFF != 0 {
        from.scatter(into: to, byDigitAt: shift)
        swap(&from, &to)
      }
      shift += 8
    }
    guard from.words.baseAddress != words.baseAddress else { return }
    for index in words.indices {
      words[index] = from.words[index]
      origins[index] = from.origins[index]
    }
  }

  private func scatter(into other: Pairs, byDigitAt shift: UInt64) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Pairs.digits) { next in
      next.initialize(repeating: 0)
      for word in words { next[Int(word &>> shift & 0xFF)] += 1 }
      var sum = 0
      for digit in next.indices { (next[digit], sum) = (sum, sum + next[digit]) }
      for index in words.indices {
        let word = words[index]
        let digit = Int(word &>> shift & 0xFF)
        other.words[next[digit]] = word
        other.origins[next[digit]] = origins[index]
        next[digit] += 1
      }
    }
  }
}
