/// The whole steps that distances are counted in: their greatest common
/// divisor. Dividing by it is exact, so that multiplying does it, at a
/// fraction of the time.
struct Steps {
  /// The step is an odd number times 2^`evenBits`; `inverse` is the odd number's modulo 2⁶⁴.
  private var evenBits: UInt64 = 0
  private var inverse: UInt64 = 1
  private var step: UInt64 = 0
  /// The largest multiple of the step, in steps.
  private var most: UInt64 = .max

  /// Makes the step fit a further distance too.
  @inline(__always)
  mutating func include(_ distance: UInt64) {
    // Multiplied by the inverse and rotated, the multiples of the step, and only
    // they, become small (H. S. Warren, Hacker's Delight, 10–17).
    let turned = distance &* inverse
    if step == 0 || (turned &>> evenBits | turned &<< (64 &- evenBits)) > most { narrow(distance) }
  }

  /// Makes the steps fit all that others fit.
  mutating func include(_ other: Steps) {
    if other.step != 0 { include(other.step) }
  }

  /// How many steps a multiple of the step has.
  @inline(__always)
  func count(_ distance: UInt64) -> UInt64 { (distance &>> evenBits) &* inverse }

  private mutating func narrow(_ distance: UInt64) {
    var (a, b) = (step, distance)
    while a != 0 { (a, b) = (b % a, a) }
    guard b != 0 else { return }
    step = b
    most = .max / step
    evenBits = UInt64(step.trailingZeroBitCount)
    let odd = step >> evenBits
    // Newton's iteration: each doubles the number of right bits, from 3.
    inverse = odd
    for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
  }
}

/// `high − low`, for `low ≤ high`, also where it leaves Int64.
@inline(__always)
func distance(_ low: Int64, _ high: Int64) -> UInt64 { UInt64(bitPattern: high &- low) }
