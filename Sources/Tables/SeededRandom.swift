/// A reproducible stream of pseudo-random numbers: SplitMix64 (G. Steele, D. Lea,
/// C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
///
/// For made-up data and tests. No decision about a child uses it: a lottery is
/// drawn by SHA-256 from published values.
public struct SeededRandom: Sendable {
  private var state: UInt64

  /// The stream of a seed: the same numbers on every machine.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 to `bound` − 1, each equally likely; 0 if `bound` is below 1.
  public mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let bound = UInt64(bound)
    // D. Lemire, "Fast Random Integer Generation in an Interval", 2019.
    let threshold = (0 &- bound) % bound
    while true {
      let (high, low) = next().multipliedFullWidth(by: bound)
      if low >= threshold { return Int(high) }
    }
  }

  /// A number of the range, each equally likely.
  public mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True in `percent` of 100 cases.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// Puts the elements in a random order, each equally likely (Fisher–Yates).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }

  /// A stream of its own for the part `number`: what one part draws leaves the others as they are.
  public func stream(_ number: Int) -> SeededRandom {
    var mixed = SeededRandom(seed: state ^ UInt64(bitPattern: Int64(number)) &* 0xD6E8_FEB8_6659_FD93)
    return SeededRandom(seed: mixed.next())
  }
}
