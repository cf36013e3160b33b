import Tables

extension KeySorting {
  /// Cuts the slots of a program, all of them filled, into about as many parts as
  /// there are threads, for each to sort its own: no key of a part is better than
  /// one of the part before.
  ///
  /// - Parameter stretches: of the program's slots, one for each thread.
  func parted(_ program: Int, _ stretches: [Range<Int>]) -> [Range<Int>] {
    let first = slots.start[program]
    nonisolated(unsafe) let words = slots.words.extracting(first..<slots.start[program + 1])
    guard stretches.count > 1 else { return [first..<first + words.count] }
    let digit = TopDigit(words, from: keys.reservedBits)
    let counts = inParallel(stretches, jobs: stretches.count) { digit.counts(words.extracting($0)) }
    // Each part ends with the digit that reaches its share.
    var partOfDigit = [Int](repeating: 0, count: counts[0].count)
    var sizes = [0]
    for digit in partOfDigit.indices {
      if sizes.reduce(0, +) * stretches.count >= words.count * sizes.count, sizes.count < stretches.count {
        sizes.append(0)
      }
      partOfDigit[digit] = sizes.count - 1
      sizes[sizes.count - 1] += counts.reduce(0) { $0 + $1[digit] }
    }
    let ends = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    // Where the words of each stretch begin in each part.
    var next = Array(ends.dropLast())
    let starts = counts.map { counts in
      let own = next
      for digit in counts.indices { next[partOfDigit[digit]] += counts[digit] }
      return own
    }
    let spare = Cells<UInt64>(repeating: 0, count: words.count)
    let (cells, parts) = (spare.part(0..<words.count), partOfDigit)
    nonisolated(unsafe) let to = cells
    _ = inParallel(Array(stretches.indices), jobs: stretches.count) { stretch in
      var next = Cells(starts[stretch])
      for word in words.extracting(stretches[stretch]) {
        let part = parts[digit.of(word)]
        to[next[part]] = word
        next[part] += 1
      }
    }
    _ = words.update(from: to)
    return zip(ends, ends.dropFirst()).map { first + $0..<first + $1 }
  }
}

/// The highest bits in which words differ, from `lowest` up; of few enough values to count.
private struct TopDigit {
  private let shift: UInt64

  init(_ words: UnsafeMutableBufferPointer<UInt64>, from lowest: UInt64) {
    var differing: UInt64 = 0
    for word in words { differing |= word ^ words[0] }
    let bits = 64 - UInt64(differing.leadingZeroBitCount)
    shift = max(lowest, bits < TopDigit.width ? 0 : bits - TopDigit.width)
  }

  private static let width: UInt64 = 11

  /// A word's digit.
  @inline(__always)
  func of(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word &>> shift & (1 << TopDigit.width - 1)) }

  /// By digit, how many words have it.
  func counts(_ words: UnsafeMutableBufferPointer<UInt64>) -> [Int] {
    var counts = [Int](repeating: 0, count: 1 << TopDigit.width)
    for word in words { counts[of(word)] += 1 }
    return counts
  }
}
