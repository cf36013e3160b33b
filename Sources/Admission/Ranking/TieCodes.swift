/// What tie criteria on fields, and the draw, are worth for each applicant, as
/// small whole numbers: 0 for the best value, the largest where there is none.
///
/// Values are counted in steps of their greatest common divisor, so that
/// averages to one decimal need 7 bits.
struct TieCodes {
  /// By criterion, by applicant; smaller is better.
  private var codes: [UInt64] = []
  /// By criterion.
  private(set) var largest: [UInt64] = []
  private let applicants: Int

  init(applicants: Int) { self.applicants = applicants }

  /// What the applicant's value is worth by a criterion added before.
  @inline(__always)
  func code(_ criterion: Int, of applicant: Int) -> UInt64 { codes[criterion * applicants + applicant] }

  /// Adds a criterion on these values; its number.
  mutating func add(_ values: [Int64], descending: Bool) -> Int {
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
    var steps = Steps()
    for value in values where value > FieldValue.lastMark { steps.include(distance(lowest, value)) }
    let span = lowest <= highest ? steps.count(distance(lowest, highest)) : 0
    // Where nobody has a value there is nothing to rank below.
    let last = anyMissing && lowest <= highest ? span + 1 : span
    for value in values {
      let isMissing = value <= FieldValue.lastMark
      let behind = descending ? distance(value, highest) : distance(lowest, value)
      codes.append(isMissing ? last : steps.count(behind))
    }
    largest.append(last)
    return largest.count - 1
  }
}
