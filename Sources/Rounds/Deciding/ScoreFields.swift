import Admission
import Tables

/// The fields that scores and tie-breaks read, each computed once for all
/// applicants.
struct ScoreFields {
  /// How a field is made from its sources.
  private struct Making: Hashable {
    var sources: [FieldSource]
    /// The conversion table, or empty.
    var conversion: String
    /// Of the number of the wish: at which program; −1 for what is the same at all.
    var program = -1
  }

  private let cohort: Cohort
  private let names: FieldNames
  private let marks: ExamMarks
  private let wishes: WishLists
  private let plans: [ProgramPlan]
  /// Made when the first field asks for it.
  private var wishNumbers: WishNumbers?
  private var conversions: Conversions
  private var positions: [Making: Int] = [:]
  /// For ``Input/fields``.
  private(set) var values: [[Int64]] = []
  /// By field: the text by which it was declared first.
  private(set) var labels: [String] = []
  /// By field: its numbers are those of days.
  private(set) var areDays: [Bool] = []
  /// By field that is made through a conversion: the roster columns whose words or numbers it converts.
  private(set) var wordKeys: [Int: [String]] = [:]
  private(set) var problems: [LocatedFinding]

  init(
    _ cohort: Cohort, names: FieldNames, marks: ExamMarks, conversions: Conversions, wishes: WishLists,
    of plans: [ProgramPlan]
  ) {
    self.cohort = cohort
    self.wishes = wishes
    self.plans = plans
    self.names = names
    self.marks = marks
    self.conversions = conversions
    problems = conversions.problems
  }

  /// Whether a field of `scoring` reads the number of the wish: then each program has one of its own.
  func readsWish(_ row: SetupRow) -> Bool {
    names.sources(row.text("field"))?.contains(.wishNumber) ?? false
  }

  /// What a field of `scoring` reads at a program; nil with a problem noted.
  mutating func scored(_ row: SetupRow, at program: Int) -> (field: Int, exam: Bool)? {
    guard let sources = sources(row) else { return nil }
    if sources.contains(.wishNumber) {
      guard sources.count == 1 else { return fail(row, .wishInSum, at: "field") }
      return wishField(row, program).map { ($0, false) }
    }
    let name = row.text("conversion")
    guard !name.isEmpty else {
      guard let field = field(sources, "", row) else { return nil }
      return (field, sources.contains(where: isExam))
    }
    guard let table = conversions.table(name) else { return fail(row, .unknownConversion, at: "conversion") }
    guard sources.count <= 2 else { return fail(row, .conversionOfSum, at: "field") }
    guard let field = field(sources, table, row) else { return nil }
    return (field, sources.contains(where: isExam))
  }

  /// The number of the wish by which a child names the program, or the points that it converts to.
  private mutating func wishField(_ row: SetupRow, _ program: Int) -> Int? {
    let name = row.text("conversion")
    let table = name.isEmpty ? "" : conversions.table(name)
    guard let table else { return fail(row, .unknownConversion, at: "conversion") }
    let making = Making(sources: [.wishNumber], conversion: table, program: program)
    if let known = positions[making] { return known }
    var made = [Int64](repeating: FieldValue.missing, count: cohort.count)
    let numbers = wishNumbers ?? WishNumbers(wishes, plans)
    wishNumbers = numbers
    for (applicant, number) in numbers.numbers(ofProgram: program) {
      guard let value = Exact(whole: Int64(number)) else { continue }
      made[Int(applicant)] =
        table.isEmpty
        ? value.raw
        : conversions.points(table, conversions.number(value)) ?? FieldValue.unconvertible
    }
    positions[making] = values.count
    values.append(made)
    labels.append(row.text("field"))
    areDays.append(false)
    return values.count - 1
  }

  /// What a field of `tieBreaks` reads; nil with a problem noted.
  mutating func compared(_ row: SetupRow) -> TieCriterion.Source? {
    guard let sources = sources(row) else { return nil }
    if sources == [.wishNumber] { return .wishNumber }
    guard !sources.contains(.wishNumber) else { return fail(row, .wishInSum, at: "field") }
    guard !sources.contains(where: isWord) else { return fail(row, .wordsInTieBreak, at: "field") }
    return field(sources, "", row).map { .field($0) }
  }

  private mutating func sources(_ row: SetupRow) -> [FieldSource]? {
    names.sources(row.text("field")) ?? fail(row, .unknownField, at: "field")
  }

  /// Tells what is wrong with the field that a row names, or with another of its cells.
  mutating func note(_ row: SetupRow, _ reason: SetupReason, at key: String = "field") {
    let problem = row.problem(reason, at: key)
    // A field that means something else at each program is wrong once.
    if !problems.contains(problem) { problems.append(problem) }
  }

  private mutating func fail<Result>(_ row: SetupRow, _ reason: SetupReason, at key: String) -> Result? {
    note(row, reason, at: key)
    return nil
  }

  private func isExam(_ source: FieldSource) -> Bool {
    if case .subject = source { true } else { false }
  }

  private func isDay(_ source: FieldSource) -> Bool {
    if case .number(let key) = source { cohort.column(key).type == .date } else { false }
  }

  private func isWord(_ source: FieldSource) -> Bool {
    if case .word = source { true } else { false }
  }

  /// The position of a field among ``values``, computed now if it is new.
  private mutating func field(_ sources: [FieldSource], _ conversion: String, _ row: SetupRow) -> Int? {
    let making = Making(sources: sources, conversion: conversion)
    if let known = positions[making] { return known }
    let made: [Int64]
    if !conversion.isEmpty {
      made = converted(sources, conversion)
    } else if sources.contains(where: isWord) {
      return fail(row, .fieldNeedsConversion, at: "field")
    } else if let sum = sum(sources) {
      made = sum
    } else {
      return fail(row, .overflow, at: "field")
    }
    positions[making] = values.count
    if !conversion.isEmpty {
      wordKeys[values.count] = sources.compactMap { source in
        switch source {
        case .word(let key), .number(let key): key
        case .subject, .wishNumber: nil
        }
      }
    }
    values.append(made)
    labels.append(row.text("field"))
    areDays.append(conversion.isEmpty && sources.count == 1 && sources.allSatisfy(isDay))
    return values.count - 1
  }

  /// By applicant: the sum of the sources; nil on overflow.
  private func sum(_ sources: [FieldSource]) -> [Int64]? {
    var total: [Int64] = []
    for source in sources {
      guard let values = numbers(source) else { return nil }
      guard !total.isEmpty else {
        total = values
        continue
      }
      for applicant in total.indices {
        guard let sum = added(total[applicant], values[applicant]) else { return nil }
        total[applicant] = sum
      }
    }
    return total
  }

  /// The sum of two values; that of a mark is the weightier mark.
  private func added(_ a: Int64, _ b: Int64) -> Int64? {
    let marks = [a, b].filter { $0 <= FieldValue.unconvertible }
    if marks.contains(FieldValue.absent) { return FieldValue.absent }
    if let mark = marks.first { return mark }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow || sum <= FieldValue.unconvertible ? nil : sum
  }

  /// By applicant: ``Exact/raw`` of a source of numbers; nil on overflow.
  private func numbers(_ source: FieldSource) -> [Int64]? {
    switch source {
    case .subject(let key): return marks.subject(key)
    case .number(let key), .word(let key):
      let column = cohort.column(key)
      let isRaw = column.type == .decimal
      var values = [Int64](repeating: FieldValue.missing, count: cohort.count)
      for applicant in values.indices {
        guard let number = column.number(applicant) else { continue }
        guard let value = isRaw ? Exact(raw: number) : Exact(whole: number) else { return nil }
        values[applicant] = value.raw
      }
      return values
    case .wishNumber: return nil
    }
  }

  /// By applicant: the points of a value, or of a pair.
  private mutating func converted(_ sources: [FieldSource], _ table: String) -> [Int64] {
    let exam = sources.filter(isExam).map { source in numbers(source) ?? [] }
    let columns = sources.map { tokens($0) }
    return (0..<cohort.count).map { applicant in
      if exam.contains(where: { $0[applicant] == FieldValue.absent }) { return FieldValue.absent }
      guard columns.allSatisfy({ $0[applicant] >= 0 }) else { return FieldValue.missing }
      let second = columns.count > 1 ? columns[1][applicant] : -1
      return conversions.points(table, columns[0][applicant], second) ?? FieldValue.unconvertible
    }
  }

  private mutating func tokens(_ source: FieldSource) -> [Int32] {
    switch source {
    case .subject(let key): conversions.numbers(marks.subject(key))
    case .number(let key), .word(let key): conversions.numbers(cohort.column(key), count: cohort.count)
    case .wishNumber: []
    }
  }
}
