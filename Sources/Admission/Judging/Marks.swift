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

  private let recipes: [Recipe]
  private let fields: [[Int64]]
  private var remembered: [(applicant: Int, sum: Sum)]

  init(_ input: Input) {
    recipes = input.recipes
    fields = input.fields
    remembered = recipes.map { _ in (-1, Sum()) }
  }

  /// The child's sum by the recipe.
  mutating func sum(of applicant: Int, recipe: Int) -> Sum {
    if remembered[recipe].applicant != applicant {
      remembered[recipe] = (applicant, made(applicant, recipes[recipe].terms))
    }
    return remembered[recipe].sum
  }

  private func made(_ applicant: Int, _ terms: [Recipe.Term]) -> Sum {
    var sum = Sum()
    var absent = false
    var missing = false
    var unconvertible = false
    var total = Exact.zero
    for term in terms {
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
