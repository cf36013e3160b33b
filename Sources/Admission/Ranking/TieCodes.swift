/// What one tie criterion on a field is worth for each applicant, as small
/// whole numbers: 0 for the best value, the largest where there is none.
///
/// Values are counted in steps of their greatest common divisor, so that
/// averages to one decimal need 7 bits.
struct TieCodes {
  /// By applicant; smaller is better.
  let codes: [UInt64]
  let largest: UInt64

  init(_ values: [Int64], descending: Bool) {
    var lowest = Int64.max
    var highest = Int64.min
    var anyMissing = false
    for value in values {
      if value <= FieldValue.lastMark {
        anyMissing = true
      } else {
        lowest = min(lowest, value)
        highest = max(highest, value)
      }
    }
    var step: UInt64 = 0
    for value in values where value > FieldValue.lastMark {
      step = greatestCommonDivisor(step, distance(lowest, value))
    }
    step = max(step, 1)
    let span = lowest <= highest ? distance(lowest, highest) / step : 0
    // Without any value there is nothing to rank below.
    let last = anyMissing && lowest <= highest ? span + 1 : span
    codes = values.map { value in
      guard value > FieldValue.lastMark else { return last }
      return (descending ? distance(value, highest) : distance(lowest, value)) / step
    }
    largest = last
  }
}

/// `high − low`, for `low ≤ high`, also where it leaves Int64.
func distance(_ low: Int64, _ high: Int64) -> UInt64 { UInt64(bitPattern: high &- low) }

private func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
  var (a, b) = (a, b)
  while a != 0 { (a, b) = (b % a, a) }
  return b
}
