/// An exact decimal number: a whole count of units of 10⁻¹⁰.
///
/// Marks carry at most 4 decimals and coefficients at most 6, so that every
/// product of the two is exact. The range is ±922,337,203; leaving it is an
/// ``Overflow``, never a wrong number.
public struct Exact: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The number times 10¹⁰.
  public let raw: Int64

  /// The number 0.
  public static let zero = Exact(raw: 0)
  @usableFromInline static let fractionDigits = 10
  @usableFromInline static let unit: Int64 = 10_000_000_000

  /// The number whose units of 10⁻¹⁰ are already counted.
  public init(raw: Int64) { self.raw = raw }

  /// A whole number, or nil outside the range.
  public init?(whole: Int64) {
    let (raw, overflow) = whole.multipliedReportingOverflow(by: Exact.unit)
    guard !overflow else { return nil }
    self.raw = raw
  }

  /// Reads `-12`, `8.5` or `8,5`: digits with at most one point or comma and
  /// at least one digit on each side of it. Nil for anything else, for more
  /// than `maxFraction` significant decimals, and outside the range.
  @inlinable
  public init?(parsing bytes: some Sequence<UInt8>, maxFraction: Int = 4) {
    var negative = false
    var magnitude: Int64 = 0
    var wholeDigits = 0
    var fraction = -1
    var trailingZeros = 0
    var first = true
    for byte in bytes {
      defer { first = false }
      switch byte {
      case UInt8(ascii: "-") where first: negative = true
      case UInt8(ascii: "+") where first: break
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard fraction < 0, wholeDigits > 0 else { return nil }
        fraction = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if fraction < 0 {
          wholeDigits += 1
        } else {
          fraction += 1
          if byte == UInt8(ascii: "0") {
            trailingZeros += 1
            continue
          }
          // Zeros held back count once a digit follows them.
          guard fraction <= maxFraction, fraction <= Exact.fractionDigits else { return nil }
          for _ in 0..<trailingZeros { magnitude *= 10 }
          trailingZeros = 0
        }
        let (tens, o1) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, o2) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !o1, !o2 else { return nil }
        magnitude = sum
      default: return nil
      }
    }
    guard wholeDigits > 0, fraction != 0 else { return nil }
    var scale = Exact.fractionDigits - (max(fraction, 0) - trailingZeros)
    while scale > 0 {
      let (next, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      magnitude = next
      scale -= 1
    }
    raw = negative ? -magnitude : magnitude
  }

  /// By value.
  public static func < (a: Exact, b: Exact) -> Bool { a.raw < b.raw }

  /// Thrown when a result leaves the range of ``Exact``.
  public struct Overflow: Error, Hashable, Sendable {
    /// Names no number: whoever catches it knows the cell.
    public init() {}
  }

  /// The exact sum.
  public func plus(_ other: Exact) throws(Overflow) -> Exact {
    let (sum, overflow) = raw.addingReportingOverflow(other.raw)
    guard !overflow else { throw Overflow() }
    return Exact(raw: sum)
  }

  /// The exact difference.
  public func minus(_ other: Exact) throws(Overflow) -> Exact {
    let (difference, overflow) = raw.subtractingReportingOverflow(other.raw)
    guard !overflow else { throw Overflow() }
    return Exact(raw: difference)
  }

  /// The exact product; a product that needs more than ten decimals counts as
  /// overflow too, because it could only be rounded.
  public func times(_ other: Exact) throws(Overflow) -> Exact {
    // A value with 4 decimals by a coefficient with 6 needs no wide arithmetic.
    let (a, rest) = raw.quotientAndRemainder(dividingBy: 1_000_000)
    let (b, otherRest) = other.raw.quotientAndRemainder(dividingBy: 10_000)
    if rest == 0, otherRest == 0 {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      guard !overflow else { throw Overflow() }
      return Exact(raw: product)
    }
    let (high, low) = raw.multipliedFullWidth(by: other.raw)
    let product = (Int128(high) << 64) | Int128(low)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(Exact.unit))
    guard remainder == 0, let raw = Int64(exactly: quotient) else { throw Overflow() }
    return Exact(raw: raw)
  }

  /// With a point and no trailing zeros: `36.75`, `40`, `-0.5`.
  public var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same with another decimal mark, and at least `minFraction` decimals.
  public func text(point: String, minFraction: Int = 0) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, point: point.utf8, minFraction: minFraction)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8], point: some Sequence<UInt8>, minFraction: Int) {
    if raw < 0 { bytes.append(UInt8(ascii: "-")) }
    var whole = raw.magnitude / UInt64(Exact.unit)
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(whole % 10))
      whole /= 10
    } while whole > 0
    bytes[start...].reverse()

    let decimals = max(fractionDigitsNeeded, min(minFraction, Exact.fractionDigits))
    guard decimals > 0 else { return }
    bytes.append(contentsOf: point)
    var rest = raw.magnitude % UInt64(Exact.unit)
    var place = UInt64(Exact.unit)
    for _ in 0..<decimals {
      place /= 10
      bytes.append(UInt8(ascii: "0") + UInt8(rest / place))
      rest %= place
    }
  }

  /// Adds ``text`` to bytes, for writers of many numbers.
  public func append(to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Exact.longestText) { text in
      guard let place = text.baseAddress else { return }
      bytes.append(contentsOf: text[..<write(to: place)])
    }
  }

  /// The sign, ten digits, the point and ten decimals are the most.
  public static let longestText = 22

  /// Writes ``text`` where there is room for ``longestText`` bytes; how many they are.
  public func write(to place: UnsafeMutablePointer<UInt8>) -> Int {
    let (whole, fraction) = raw.magnitude.quotientAndRemainder(dividingBy: UInt64(Exact.unit))
    var count = 0
    if raw < 0 {
      place[0] = UInt8(ascii: "-")
      count = 1
    }
    count += (place + count).writeDigits(of: whole)
    guard fraction != 0 else { return count }
    var (rest, decimals) = (fraction, Exact.fractionDigits)
    // Marks have four decimals at most.
    if rest % 1_000_000 == 0 { (rest, decimals) = (rest / 1_000_000, decimals - 6) }
    while rest % 10 == 0 { (rest, decimals) = (rest / 10, decimals - 1) }
    place[count] = UInt8(ascii: ".")
    (place + count + 1).writeDigits(of: rest, count: decimals)
    return count + 1 + decimals
  }

  /// The number without its decimals.
  public var wholePart: Int64 { raw / Exact.unit }

  /// How many decimals the number needs.
  public var fractionDigitsNeeded: Int {
    var rest = raw.magnitude % UInt64(Exact.unit)
    var digits = rest == 0 ? 0 : Exact.fractionDigits
    while rest != 0, rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    return digits
  }
}

extension Exact: CustomStringConvertible {
  /// The same as ``text``.
  public var description: String { text }
}
