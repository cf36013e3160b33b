import Tables

/// The sums of recipes.
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

  private struct Term {
    let field: Int
    let coefficient: Exact
    /// The coefficient where it is a whole number, as most are, else 0: a
    /// product by it needs no scaling.
    let whole: Int64
    /// ``Exact/raw``; `Int64.min`, which no mark reaches, for none.
    let above: Int64

    init(_ term: Recipe.Term) {
      field = term.field
      coefficient = term.coefficient
      whole = Exact(whole: term.coefficient.wholePart) == term.coefficient ? term.coefficient.wholePart : 0
      above = term.above?.raw ?? .min
    }
  }

  /// The terms of all recipes; recipe r has `start[r]..<start[r + 1]`.
  private let terms: [Term]
  private let start: [Int]
  private let fields: [[Int64]]

  init(_ input: Input) {
    terms = input.recipes.flatMap { $0.terms.map(Term.init) }
    start = input.recipes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.terms.count) }
    fields = input.fields
  }

  /// The child's sum by the recipe.
  func sum(of applicant: Int, recipe: Int) -> Sum {
    var sum = Sum()
    var absent = false
    var missing = false
    var unconvertible = false
    var total = Exact.zero
    let terms = terms.span
    let fields = fields.span
    for number in start[recipe]..<start[recipe + 1] {
      let term = terms[number]
      let value = fields[term.field][applicant]
      switch value {
      case FieldValue.absent: absent = true
      case FieldValue.missing: missing = true
      case FieldValue.unconvertible: unconvertible = true
      default:
        if value <= term.above { sum.fails = true }
        let (product, overflow) = value.multipliedReportingOverflow(by: term.whole)
        do throws(Exact.Overflow) {
          total = try total.plus(
            term.whole != 0 && !overflow
              ? Exact(raw: product) : Exact(raw: value).times(term.coefficient))
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
