import Tables

/// What a child's marks and claims are worth, told from the input for the
/// checks alone: written to be read beside contract.md 4, Score.
struct Marking: BitwiseCopyable {
  /// Those that lie in marks and claims.
  var reasons: Reasons = []
  /// The whole score; nil where a mark is missing or the sum leaves the range.
  var score: Exact? = .zero
  var direct = false

  /// What of a program matters here.
  struct Terms: Hashable {
    /// The recipe that scores the program, unless the school does.
    var recipe: Int?
    var priorityTable: Int?
    var noPriority: Bool

    init(_ program: Program, scoredBySchool: Bool) {
      recipe = scoredBySchool ? nil : program.recipe
      priorityTable = program.priorityTable
      noPriority = program.noPriority
    }
  }

  init() {}

  init(_ applicant: Int, _ terms: Terms, _ input: borrowing Input) {
    var priority: Exact?
    var incentive: Exact?
    if let table = terms.priorityTable, !input.claims.isEmpty {
      let set = Int(input.claims[applicant])
      // By number, here and below: taking hold of a list that all threads read costs more than reading it.
      for number in input.claimSets[set].indices {
        guard let given = input.priorityTables[table][input.claimSets[set][number]] else { continue }
        switch given.kind {
        case .direct: direct = true
        case .priority: priority = max(priority ?? given.points, given.points)
        case .incentive: incentive = max(incentive ?? given.points, given.points)
        }
      }
    }
    guard let number = terms.recipe else { return }
    if input.recipes[number].usesExam, !input.violations.isEmpty, input.violations[applicant] {
      reasons.insert(.violation)
    }
    var lacks = false
    for place in input.recipes[number].terms.indices {
      let term = input.recipes[number].terms[place]
      let value = input.fields[term.field][applicant]
      switch value {
      case FieldValue.missing, FieldValue.absent, FieldValue.unconvertible:
        lacks = true
        if direct { continue }
        reasons.insert(
          value == FieldValue.absent
            ? .absent : value == FieldValue.missing ? .missingMark : .noConversion)
      default:
        if !direct, let above = term.above, Exact(raw: value) <= above { reasons.insert(.failingMark) }
        add(try? Exact(raw: value).times(term.coefficient))
      }
    }
    if lacks {
      score = direct ? .zero : nil
    } else if !terms.noPriority {
      let cap = input.rules.priorityCap
      if let priority { add(min(priority, cap ?? priority)) }
      if let incentive { add(incentive) }
    }
  }

  private mutating func add(_ part: Exact?) {
    guard let sum = score, let part else { return score = nil }
    score = try? sum.plus(part)
  }
}
