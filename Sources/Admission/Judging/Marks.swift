import Tables

/// The sums of recipes. A child's wishes mostly share a recipe, so a sum is
/// made once for a child.
struct Marks {
  /// Σ coefficient × field for one child.
  struct Sum {
    var total: Int64 = 0
    /// `eligible` if every mark is there; else the first of absent, missing
    /// mark and no conversion that holds.
    var lacking = Verdict.eligible
    /// A mark is at or below the failing one.
    var fails = false
    /// The total left the range.
    var overflows = false
  }

  /// The terms of all recipes; recipe r has `start[r]..<start[r + 1]`.
  private let terms: [Recipe.Term]
  private let start: [Int]
  private let fields: [[Int64]]
  /// By recipe: the last applicant, and its sum.
  private var applicants: [Int]
  private var sums: [Sum]

  init(_ input: Input) {
    terms = input.recipes.flatMap(\.terms)
    start = input.recipes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.terms.count) }
    fields = input.fields
    applicants = input.recipes.map { _ in -1 }
    sums = input.recipes.map { _ in Sum() }
  }

  /// The child's sum by the recipe.
  mutating func sum(of applicant: Int, recipe: Int) -> Sum {
    if applicants[recipe] != applicant {
      applicants[recipe] = applicant
      sums[recipe] = made(applicant, start[recipe]..<start[recipe + 1])
    }
    return sums[recipe]
  }

  private func made(_ applicant: Int, _ numbers: Range<Int>) -> Sum {
    var sum = Sum()
    var absent = false
    var missing = false
    var unconvertible = false
    var total = Exact.zero
    let terms = terms.span
    let fields = fields.span
    for number in numbers {
      let term = terms[number]
      let value = fields[term.field][applicant]
      switch value {
      case FieldValue.absent: absent = true
      case FieldValue.missing: missing = true
      case FieldValue.unconvertible: unconvertible = true
      default:
        if let above = term.above, value <= above.raw { sum.fails = true }
        do throws(Exact.Overflow) {
          total = try total.plus(Exact(raw: value).times(term.coefficient))
        } catch {
          sum.overflows = true
        }
      }
    }
    sum.total = total.raw
    sum.lacking = absent ? .absent : missing ? .missingMark : unconvertible ? .noConversion : .eligible
    return sum
  }
}
