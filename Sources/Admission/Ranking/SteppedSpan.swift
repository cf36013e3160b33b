/// Between which values some whole numbers lie, and the steps they are counted in.
struct SteppedSpan {
  private(set) var lowest = Int64.max
  private(set) var highest = Int64.min
  /// One of them; nil while there are none.
  private var base: Int64?
  private var steps = Steps()

  var isEmpty: Bool { base == nil }

  @inline(__always)
  mutating func include(_ value: Int64) {
    lowest = min(lowest, value)
    highest = max(highest, value)
    let base = base ?? value
    self.base = base
    steps.include(value < base ? distance(value, base) : distance(base, value))
  }

  mutating func include(_ other: SteppedSpan) {
    guard let base = other.base else { return }
    for value in [base, other.lowest, other.highest] { include(value) }
    steps.include(other.steps)
  }

  /// How many steps a value lies above the lowest.
  @inline(__always)
  func steps(above value: Int64) -> UInt64 { steps.count(distance(lowest, value)) }

  /// How many steps a value lies below the highest.
  @inline(__always)
  func steps(below value: Int64) -> UInt64 { steps.count(distance(value, highest)) }
}
