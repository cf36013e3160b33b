/// Sorts words ascending, byte by byte from the lowest, and a companion along
/// with them; equal words keep their order. Bytes that are the same everywhere
/// cost nothing.
struct RadixSort {
  private var spareWords: [UInt64] = []
  private var spareCompanions: [Int32] = []

  /// Below this many, inserting is faster than counting.
  private static let few = 48

  mutating func sort(_ range: Range<Int>, of words: inout [UInt64], with companions: inout [Int32]) {
    let count = range.count
    if count > spareWords.count {
      spareWords = Array(repeating: 0, count: count)
      spareCompanions = Array(repeating: 0, count: count)
    }
    words.withUnsafeMutableBufferPointer { words in
      companions.withUnsafeMutableBufferPointer { companions in
        let here = Pairs(words.extracting(range), companions.extracting(range))
        guard count > RadixSort.few else { return here.insertionSort() }
        spareWords.withUnsafeMutableBufferPointer { words in
          spareCompanions.withUnsafeMutableBufferPointer { companions in
            here.sort(with: Pairs(words.extracting(0..<count), companions.extracting(0..<count)))
          }
        }
      }
    }
  }
}

/// Words and companions in borrowed memory, of equal count.
private struct Pairs {
  let words: UnsafeMutableBufferPointer<UInt64>
  let companions: UnsafeMutableBufferPointer<Int32>

  init(_ words: UnsafeMutableBufferPointer<UInt64>, _ companions: UnsafeMutableBufferPointer<Int32>) {
    self.words = words
    self.companions = companions
  }

  func insertionSort() {
    var sorted = 1
    while sorted < words.count {
      let (word, companion) = (words[sorted], companions[sorted])
      var hole = sorted
      while hole > 0, words[hole - 1] > word {
        words[hole] = words[hole - 1]
        companions[hole] = companions[hole - 1]
        hole -= 1
      }
      words[hole] = word
      companions[hole] = companion
      sorted += 1
    }
  }

  /// Sorts with the help of equally large spare memory.
  func sort(with spare: Pairs) {
    var differing: UInt64 = 0
    for word in words { differing |= word ^ words[0] }
    var (from, to) = (self, spare)
    var shift: UInt64 = UInt64(differing.trailingZeroBitCount)
    while shift < 64 {
      if differing >> shift & 0xFF != 0 {
        from.scatter(into: to, byByteAt: shift)
        swap(&from, &to)
      }
      shift += 8
    }
    guard from.words.baseAddress != words.baseAddress else { return }
    for index in words.indices {
      words[index] = from.words[index]
      companions[index] = from.companions[index]
    }
  }

  private func scatter(into other: Pairs, byByteAt shift: UInt64) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { next in
      next.initialize(repeating: 0)
      for word in words { next[Int(word >> shift & 0xFF)] += 1 }
      var sum = 0
      for byte in 0..<256 { (next[byte], sum) = (sum, sum + next[byte]) }
      for index in words.indices {
        let word = words[index]
        let byte = Int(word >> shift & 0xFF)
        other.words[next[byte]] = word
        other.companions[next[byte]] = companions[index]
        next[byte] += 1
      }
    }
  }
}
