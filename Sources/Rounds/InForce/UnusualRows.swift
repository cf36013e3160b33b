import TableSchema
import Tables

extension TableJudging {
  /// Notes on a roster that need the round: communes that no zone names, ages
  /// that are unusual for the grade.
  mutating func noteUnusual(_ rows: [Int32], _ names: RoundNames) {
    if !names.communes.isEmpty {
      for key in ["permanentCommune", "currentCommune"] {
        if let column = position(key) { noteCommunes(column, rows, names) }
      }
    }
    if let grade = names.round.entryGrade, let column = position("birthDate") {
      noteAges(column, rows, names.round, grade)
    }
  }

  /// Once for each commune in a column.
  private mutating func noteCommunes(_ column: Int, _ rows: [Int32], _ names: RoundNames) {
    var distinct = Interner()
    let texts = table.columns[column].texts
    for row in rows {
      let row = Int(row)
      if texts[row].isEmpty { continue }
      let known = distinct.count
      guard Int(distinct.number(texts[row])) == known else { continue }
      if names.communes.contains(folded(texts[row])) { continue }
      let value = texts.string(row)
      var facts: [String: String] = [:]
      if let near = nearest(to: value, among: names.communeNames) {
        facts["suggestion"] = names.communeNames[near]
      }
      add(.unknownCommune, .note, row, column, value: value, facts: facts)
    }
  }

  /// A year younger, or up to three years older, is ordinary (a grade is entered at grade + 5).
  private mutating func noteAges(_ column: Int, _ rows: [Int32], _ round: Round, _ grade: Int) {
    guard let year = round.startYear else { return }
    for row in rows {
      guard let number = table.columns[column].number(Int(row)).flatMap({ Int32(exactly: $0) }) else {
        continue
      }
      let birth = Day(number: number)
      let age = year - birth.components.year
      if (grade + 4...grade + 8).contains(age) { continue }
      add(
        .ageGrade, .note, Int(row), column, value: birth.text,
        facts: ["age": String(age), "grade": String(grade)])
    }
  }
}
