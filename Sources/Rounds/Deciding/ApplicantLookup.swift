import Tables

/// Finds the applicant whom a row of another table names.
struct ApplicantLookup {
  private let people: People
  /// By person; −1 for somebody who is no applicant.
  private let applicantOf: [Int32]

  init(_ cohort: Cohort) {
    people = cohort.people
    var applicantOf = [Int32](repeating: -1, count: cohort.people.count)
    for (applicant, person) in cohort.persons.enumerated() { applicantOf[Int(person)] = Int32(applicant) }
    self.applicantOf = applicantOf
  }

  /// The applicant of some identifiers; nil for nobody, and where they name two people.
  func applicant(_ key: PersonKey) -> Int32? { applicant(people.find(key)) }

  /// The rows of a layer that are not held, each with its applicant.
  func rows(of layer: Layer) -> [(row: Int, applicant: Int32)] {
    let columns = PersonColumns(layer.table)
    return layer.rows.compactMap { row in
      guard !layer.table.held[Int(row)] else { return nil }
      return applicant(people.find(columns, Int(row))).map { (Int(row), $0) }
    }
  }

  /// By applicant: what the last row about it says in a column.
  func texts(_ key: String, in layers: [Layer]) -> [Int32: String] {
    var texts: [Int32: String] = [:]
    for layer in layers {
      guard let column = layer.table.column(key) else { continue }
      for (row, applicant) in rows(of: layer) where !column.texts.isBlank(row) {
        texts[applicant] = column.texts.string(row)
      }
    }
    return texts
  }

  /// Rows about somebody who is not, or not yet, an applicant, or about two people.
  func notes(on layer: Layer) -> [LocatedFinding] {
    let columns = PersonColumns(layer.table)
    return layer.rows.compactMap { row in
      guard !layer.table.held[Int(row)] else { return nil }
      let match = people.find(columns, Int(row))
      if match == .disagree {
        let own = columns.list(Int(row)).joined(separator: "; ")
        return layer.finding(.personDisagrees, .error, row: row, facts: ["other": own])
      }
      return applicant(match) == nil ? layer.finding(.notApplicant, .note, row: row) : nil
    }
  }

  private func applicant(_ match: People.Match) -> Int32? {
    guard case .person(let person) = match, applicantOf[Int(person)] >= 0 else { return nil }
    return applicantOf[Int(person)]
  }
}
