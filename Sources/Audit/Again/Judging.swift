import Tables

/// What the rules say of one wish of a child.
struct JudgedWish {
  /// A position in the round's programs.
  var program: Int
  var number: Int
  var special: Bool
  /// Every reason that speaks against it; none for one that competes.
  var refusals: Set<String> = []
  var direct = false
  /// Nil where not zoned, or in no row.
  var tier: Int64?
  var score = Exact.zero
  /// The tie values as they are compared, larger first; `Int64.min` for a missing one.
  var ties: [Int64] = []
  /// The rows of the program's reservations that the child belongs to.
  var rows: [Int] = []

  var isEligible: Bool { refusals.isEmpty }
}

/// Eligibility, score and tier of each wish (contract.md 4), straight from the rows.
struct Judging {
  let asked: AskedRound
  let fields: Fields
  /// By program: the rows that stand for it.
  private let scoring: [[AskedRow]]
  private let tieBreaks: [[AskedRow]]
  private let priorities: [[AskedRow]]
  /// By program: the points that its school gave itself, by person; nil for none.
  private var ownPoints: [[Int: Exact]?]
  let zones: ZoneTiers
  let reserved: ReservedRows
  let documents: DocumentReview
  /// By person: the claims that were verified.
  private var verified: [Int: [String]] = [:]

  init(_ asked: AskedRound, _ gathered: Gathered) {
    self.asked = asked
    fields = Fields(asked, gathered)
    zones = ZoneTiers(asked)
    reserved = ReservedRows(asked)
    let required = asked.programs.map { program in
      Judging.mostSpecificByCode(asked.rows("documents"), for: program.published)
        .filter { $0.choice("required") == "admission" }.map { $0.code("code") }
    }
    documents = DocumentReview(asked, gathered, required: required)
    let programs = asked.programs.map(\.published)
    scoring = programs.map { Judging.mostSpecific(asked.rows("scoring"), for: $0) }
    tieBreaks = programs.map { program in
      let rows = Judging.mostSpecific(asked.rows("tieBreaks"), for: program)
      let ordered = rows.enumerated().sorted { a, b in
        (a.element.number("order") ?? .max, a.offset) < (b.element.number("order") ?? .max, b.offset)
      }
      return ordered.map(\.element)
    }
    priorities = programs.map { Judging.mostSpecificByCode(asked.rows("priorities"), for: $0) }
    ownPoints = programs.map { _ in nil }
    for row in asked.rows("verified") where !row.isHeld {
      guard let person = gathered.person(row.ids) else { continue }
      // An authority speaks for the children of its own schools alone.
      let isOwn =
        row.table.role != "authority"
        || gathered.people[person].schools.contains { asked.parents[$0] == row.table.sender.lowercased() }
      if isOwn { verified[person] = row.list("priorities") }
    }
    let positions = Dictionary(
      programs.enumerated().map { ($1.path.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    for row in asked.rows("programScores") {
      guard let program = positions[row.code("school") + "/" + row.code("program")] else { continue }
      // A held row names its program all the same: nobody else is eligible there.
      if ownPoints[program] == nil { ownPoints[program] = [:] }
      guard !row.isHeld, let person = gathered.person(row.ids) else { continue }
      ownPoints[program]?[person] = row.exact("points")
    }
  }

  // MARK: Which rows stand

  private static func levels(_ program: PublishedRules.Program) -> [(school: String, program: String)] {
    let (school, code) = (program.school.lowercased(), program.program.lowercased())
    return [(school, code), ("", code), (school, ""), ("", "")]
  }

  /// School and program, then program alone, then school alone, then neither: as a whole set.
  private static func mostSpecific(_ rows: [AskedRow], for program: PublishedRules.Program) -> [AskedRow] {
    for level in levels(program) {
      let found = rows.filter { row in
        !row.isHeld && row.code("school") == level.school && row.code("program") == level.program
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The same code by code.
  private static func mostSpecificByCode(
    _ rows: [AskedRow], for program: PublishedRules.Program
  ) -> [AskedRow] {
    var seen: Set<String> = []
    return levels(program).flatMap { level in
      rows.filter { row in
        !row.isHeld && row.code("school") == level.school && row.code("program") == level.program
          && seen.insert(row.code("code")).inserted
      }
    }
  }

  // MARK: One wish

  func judge(
    _ wish: (special: Bool, number: Int), program: Int, of index: Int, _ person: Person
  ) throws(Exact.Overflow) -> JudgedWish {
    let rules = asked.programs[program]
    var judged = JudgedWish(program: program, number: wish.number, special: wish.special)
    if person.isWithdrawn { judged.refusals.insert("withdrawn") }
    if person.isHeld { judged.refusals.insert("held") }
    if wish.special != rules.published.special { judged.refusals.insert("wrong-group") }
    if !rules.published.wishes.isEmpty, !rules.published.wishes.contains(wish.number) {
      judged.refusals.insert("wish-not-taken")
    }
    let claims = claims(of: index, person)
    if !fits(rules, person, claims) { judged.refusals.insert("age") }
    if rules.published.zoned {
      judged.tier = zones.tier(of: person, program)
      if judged.tier == nil { judged.refusals.insert("out-of-zone") }
    }
    if let refusal = documents.refusal(of: index, at: program) { judged.refusals.insert(refusal) }
    judged.rows = reserved.rows(of: person, claims: claims, at: judged)
    try score(&judged, index, person, claims)
    judged.ties = try ties(of: judged, index, person)
    return judged
  }

  /// What a child claims; with `Chỉ tính diện đã thẩm định` what was verified, and nothing else.
  func claims(of index: Int, _ person: Person) -> [String] {
    let list = asked.verifiedOnly ? verified[index] ?? [] : person.row("priorities")?.list("priorities") ?? []
    return list.map { $0.lowercased() }
  }

  /// Born within the years of the program, or of a claim that may deviate.
  func fits(_ program: AskedRound.Program, _ person: Person, _ claims: [String]) -> Bool {
    guard program.bornFrom != nil || program.bornTo != nil else { return true }
    if program.ageExempt.contains(where: { claims.contains($0.lowercased()) }) { return true }
    guard let born = person.row("birthDate")?.number("birthDate") else { return false }
    return born >= Int64(program.bornFrom?.number ?? .min) && born <= Int64(program.bornTo?.number ?? .max)
  }

  private func score(
    _ judged: inout JudgedWish, _ index: Int, _ person: Person, _ claims: [String]
  ) throws(Exact.Overflow) {
    let program = asked.programs[judged.program]
    let grants = priorities[judged.program].filter { claims.contains($0.code("code")) }
    judged.direct = grants.contains { $0.choice("kind") == "direct" }
    if let points = ownPoints[judged.program] {
      if let own = points[index] { judged.score = own } else { judged.refusals.insert("no-program-score") }
    } else if !scoring[judged.program].isEmpty {
      var sum = Exact.zero
      var lacking: Set<String> = []
      var isExam = false
      for row in scoring[judged.program] {
        let sources = fields.sources(row.text("field"))
        isExam = isExam || sources.contains { if case .subject = $0 { true } else { false } }
        let value =
          row.text("conversion").isEmpty
          ? try fields.value(sources, of: index, person, wish: judged.number)
          : fields.points(sources, row.text("conversion"), of: index, person, wish: judged.number)
        switch value {
        case .missing: lacking.insert("missing-mark")
        case .absent: lacking.insert("absent")
        case .unconvertible: lacking.insert("no-conversion")
        case .value(let raw):
          if let above = row.exact("above"), raw <= above.raw, !judged.direct {
            judged.refusals.insert("failing-mark")
          }
          sum = try sum.plus(try Exact(raw: raw).times(row.exact("coefficient") ?? .zero))
        }
      }
      if isExam, fields.violations.contains(index) { judged.refusals.insert("violation") }
      if lacking.isEmpty {
        judged.score = try sum.plus(try extra(program, grants))
      } else if !judged.direct {
        judged.refusals.formUnion(lacking)
      }
    }
    if let minimum = program.minimum, !judged.direct, judged.score < minimum, scoreCounts(judged) {
      judged.refusals.insert("below-minimum")
    }
  }

  /// Nothing before the minimum speaks against the score.
  private func scoreCounts(_ judged: JudgedWish) -> Bool {
    judged.refusals.isDisjoint(with: [
      "no-program-score", "missing-mark", "absent", "no-conversion", "failing-mark", "violation",
    ])
  }

  /// min(the highest `ưu tiên`, cap) and the highest `khuyến khích`.
  private func extra(_ program: AskedRound.Program, _ grants: [AskedRow]) throws(Exact.Overflow) -> Exact {
    guard !program.noPriority else { return .zero }
    func highest(_ kind: String) -> Exact? {
      grants.filter { $0.choice("kind") == kind }.map { $0.exact("points") ?? .zero }.max()
    }
    let priority = highest("priority").map { min($0, asked.priorityCap ?? $0) } ?? .zero
    return try priority.plus(highest("incentive") ?? .zero)
  }

  private func ties(of judged: JudgedWish, _ index: Int, _ person: Person) throws(Exact.Overflow) -> [Int64] {
    var ties: [Int64] = []
    for row in tieBreaks[judged.program] {
      let sources = fields.sources(row.text("field"))
      let value = try fields.value(sources, of: index, person, wish: judged.number)
      if case .value(let raw) = value {
        ties.append(row.choice("direction") == "descending" ? raw : -raw)
      } else {
        ties.append(.min)
      }
    }
    return ties
  }
}
