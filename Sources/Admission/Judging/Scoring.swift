import Tables

/// How programs score a child by its marks and claims. Programs that do it
/// alike share a way.
struct ScoringWay: Hashable {
  /// −1 for no scoring at all.
  let recipe: Int
  /// −1 for none.
  let priorityTable: Int
  /// Neither priority nor incentive counts.
  let noPriority: Bool
  /// The recipe reads the examination.
  let usesExam: Bool

  /// A school that scores its applicants itself needs to know of direct admission only.
  init(_ program: Program, of input: Input, ownScores: Bool) {
    recipe = ownScores ? -1 : program.recipe ?? -1
    priorityTable = program.priorityTable ?? -1
    noPriority = program.noPriority
    usesExam = recipe >= 0 && input.recipes[recipe].usesExam
  }
}

/// What a way of scoring gives a child.
struct Scored {
  /// Why the child's marks do not let it compete.
  var verdict = Verdict.eligible
  var direct = false
  /// The score left the range.
  var overflows = false
  var score: Int64 = 0
  var priority: Int64 = 0
  var incentive: Int64 = 0
}

/// Scores children, each once for each way that its wishes ask for.
struct Scoring {
  private let ways: [ScoringWay]
  private let claims: [Int32]
  private let violations: [Bool]
  private let marks: Marks
  private var grants: Grants
  /// By way: the last child asked for, and its score.
  private var children: [Int]
  private var scores: [Scored]

  init(_ input: Input, _ ways: [ScoringWay]) {
    self.ways = ways
    claims = input.claims
    violations = input.violations
    marks = Marks(input)
    grants = Grants(input)
    children = ways.map { _ in -1 }
    scores = ways.map { _ in Scored() }
  }

  /// What the way gives the child.
  @inline(__always)
  mutating func score(_ applicant: Int, way: Int) -> Scored {
    children[way] == applicant ? scores[way] : remember(applicant, way)
  }

  @inline(never)
  private mutating func remember(_ applicant: Int, _ number: Int) -> Scored {
    let way = ways[number]
    var grant = Grants.Grant()
    if way.priorityTable >= 0, !claims.isEmpty {
      grant = grants.grant(claims: claims[applicant], table: way.priorityTable)
    }
    let scored = made(applicant, way, grant)
    (children[number], scores[number]) = (applicant, scored)
    return scored
  }

  private func made(_ applicant: Int, _ way: ScoringWay, _ grant: Grants.Grant) -> Scored {
    var scored = Scored()
    scored.direct = grant.direct
    guard way.recipe >= 0 else { return scored }
    let sum = marks.sum(of: applicant, recipe: way.recipe)
    let violated = way.usesExam && !violations.isEmpty && violations[applicant]
    if violated || sum.lacking != .eligible || sum.fails {
      // Direct admission frees from marks, not from the rules of the examination.
      if grant.direct {
        if violated { scored.verdict = .violation }
      } else if violated, sum.lacking != .absent {
        scored.verdict = .violation
      } else {
        scored.verdict = sum.lacking == .eligible ? .failingMark : sum.lacking
      }
      guard scored.verdict == .eligible, sum.lacking == .eligible else { return scored }
    }
    scored.score = sum.total
    scored.overflows = sum.overflows
    if !way.noPriority, grant.priority != 0 || grant.incentive != 0 {
      scored.priority = grant.priority
      scored.incentive = grant.incentive
      let score = Int128(sum.total) + Int128(grant.priority) + Int128(grant.incentive)
      if let score = Int64(exactly: score) { scored.score = score } else { scored.overflows = true }
    }
    return scored
  }
}
