import Tables

/// What tie criteria on fields, and the draw, are worth for each applicant, as
/// small whole numbers: 0 for the best value, the largest where there is none.
///
/// Values are counted in steps of their greatest common divisor, so that
/// averages to one decimal need 7 bits.
struct TieCodes {
  /// By criterion, by applicant; smaller is better.
  private var codes: [[UInt64]] = []
  /// By criterion.
  private(set) var largest: [UInt64] = []
  private let stretches: [Range<Int>]
  private let jobs: Int

  init(_ input: Input, jobs: Int) {
    stretches = input.stretches(jobs)
    self.jobs = jobs
  }

  /// What the applicant's value is worth by a criterion added before.
  @inline(__always)
  func code(_ criterion: Int, of applicant: Int) -> UInt64 { codes[criterion][applicant] }

  /// Adds a criterion on these values, by applicant; its number.
  mutating func add(_ values: [Int64], descending: Bool) -> Int {
    var span = SteppedSpan()
    var anyMissing = false
    for part in inParallel(stretches, jobs: jobs, { TieCodes.span(of: values[$0]) }) {
      span.include(part.span)
      anyMissing = anyMissing || part.anyMissing
    }
    // Where nobody has a value there is nothing to rank below.
    let last = span.isEmpty ? 0 : span.steps(above: span.highest) + (anyMissing ? 1 : 0)
    let whole = span
    codes.append(
      Array(unsafeUninitializedCapacity: values.count) { cells, count in
        // Every thread fills its own stretch of them.
        nonisolated(unsafe) let cells = cells
        _ = inParallel(stretches, jobs: jobs) { stretch in
          for applicant in stretch {
            let value = values[applicant]
            cells[applicant] =
              if value <= FieldValue.lastMark { last } else {
                descending ? whole.steps(below: value) : whole.steps(above: value)
              }
          }
        }
        count = cells.count
      })
    largest.append(last)
    return largest.count - 1
  }

  /// Where the values lie that are there, and whether any is not.
  private static func span(of values: ArraySlice<Int64>) -> (span: SteppedSpan, anyMissing: Bool) {
    var span = SteppedSpan()
    var anyMissing = false
    for value in values {
      if value <= FieldValue.lastMark { anyMissing = true } else { span.include(value) }
    }
    return (span, anyMissing)
  }
}
