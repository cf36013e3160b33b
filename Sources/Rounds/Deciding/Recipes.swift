import Admission
import Tables

/// Score recipes, tie chains and grants, made from the rows that stand for each
/// program; programs with the same share one.
struct Recipes {
  private(set) var recipes: [Recipe] = []
  private(set) var tieChains: [[TieCriterion]] = []
  private(set) var priorityTables: [[Int32: PriorityGrant]] = []
  /// By program; nil for none.
  private(set) var recipeOf: [Int?] = []
  private(set) var tieChainOf: [Int?] = []
  private(set) var priorityTableOf: [Int?] = []

  /// Reads the three tables. What is wrong with a field is noted in `fields`.
  init(
    _ reader: SetupReader, _ directory: ProgramDirectory, _ fields: inout ScoreFields, _ claims: inout Claims
  ) {
    let scoring = reader.mostSpecific(.scoring, for: directory)
    recipeOf = Recipes.shared(scoring, &recipes, apart: { fields.readsWish($0) }) { rows, program in
      Recipes.recipe(rows, &fields, at: program)
    }
    let ties = reader.mostSpecific(.tieBreaks, for: directory)
    tieChainOf = Recipes.shared(ties, &tieChains) { rows, _ in Recipes.chain(rows, &fields) }
    // A row that more specific ones replace everywhere must be right all the same.
    for row in Recipes.unused(reader.rows(.scoring), scoring) { _ = fields.scored(row, at: 0) }
    for row in Recipes.unused(reader.rows(.tieBreaks), ties) { _ = fields.compared(row) }
    priorityTableOf = Recipes.shared(reader.mostSpecificByCode(.priorities, for: directory), &priorityTables)
    { rows, _ in
      Recipes.grants(rows, &claims)
    }
  }

  /// Which rows a program has: their files and places.
  private struct Rows: Hashable {
    var places: [Place]

    struct Place: Hashable {
      var seq: Int
      var sheet: String
      var row: Int32
    }

    init(_ rows: [SetupRow]) {
      places = rows.map { Place(seq: $0.layer.seq, sheet: $0.layer.table.sheet, row: $0.row) }
    }
  }

  /// The rows that are in none of the sets.
  private static func unused(_ rows: [SetupRow], _ sets: [[SetupRow]]) -> [SetupRow] {
    let used = Set(sets.flatMap { Rows($0).places })
    return rows.filter { !used.isSuperset(of: Rows([$0]).places) }
  }

  /// - Parameter apart: a row that means something else at each program.
  private static func shared<Made>(
    _ sets: [[SetupRow]], _ made: inout [Made], apart: (SetupRow) -> Bool = { _ in false },
    _ make: ([SetupRow], _ program: Int) -> Made
  ) -> [Int?] {
    var known: [Rows: Int] = [:]
    return sets.enumerated().map { program, rows in
      guard !rows.isEmpty else { return nil }
      let key = Rows(rows)
      if let position = known[key] { return position }
      made.append(make(rows, program))
      if !rows.contains(where: apart) { known[key] = made.count - 1 }
      return made.count - 1
    }
  }

  private static func recipe(
    _ rows: [SetupRow], _ fields: inout ScoreFields, at program: Int
  ) -> Recipe {
    var recipe = Recipe(terms: [], usesExam: false)
    for row in rows {
      guard let (field, exam) = fields.scored(row, at: program), let coefficient = row.exact("coefficient")
      else {
        continue
      }
      guard !recipe.terms.contains(where: { $0.field == field }) else {
        fields.note(row, .fieldTwice)
        continue
      }
      recipe.terms.append(.init(field: field, coefficient: coefficient, above: row.exact("above")))
      recipe.usesExam = recipe.usesExam || exam
    }
    return recipe
  }

  private static func chain(_ rows: [SetupRow], _ fields: inout ScoreFields) -> [TieCriterion] {
    let ordered = rows.enumerated().sorted { a, b in
      (a.element.number("order") ?? .max, a.offset) < (b.element.number("order") ?? .max, b.offset)
    }
    return ordered.compactMap { _, row in
      fields.compared(row).map {
        TieCriterion(source: $0, descending: row.choice("direction") == "descending")
      }
    }
  }

  private static func grants(_ rows: [SetupRow], _ claims: inout Claims) -> [Int32: PriorityGrant] {
    var table: [Int32: PriorityGrant] = [:]
    for row in rows {
      let kind: PriorityGrant.Kind =
        switch row.choice("kind") {
        case "direct": .direct
        case "incentive": .incentive
        default: .priority
        }
      let code = claims.code(ArraySlice(row.text("code").utf8))
      table[code] = PriorityGrant(kind: kind, points: row.exact("points") ?? .zero)
    }
    return table
  }
}
