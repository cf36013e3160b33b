import Tables

/// A place that was given over and above the decision.
public struct Assignment: Hashable, Sendable {
  /// The position among the round's programs.
  public var program: Int32
  /// `Số văn bản`.
  public var document: String
  /// `Lý do`.
  public var reason: String
}

/// Children who are given a place over and above the decision (tables.md, assignments), unless the
/// decision gives them one.
struct Assigned {
  private struct Row {
    var layer: Layer
    var row: Int32
    var applicant: Int32
    /// Nil where the school has said that the child does not take it.
    var place: Assignment?
  }

  private var rows: [Row] = []

  init(
    _ tables: RoundTables, _ directory: ProgramDirectory, _ applicants: ApplicantLookup,
    _ enrolments: Enrolments
  ) {
    for layer in tables.layers[.assignments] ?? [] {
      for (row, applicant) in applicants.rows(of: layer) {
        let school = layer.table.text("school", row)
        let program = directory.program(school: school, program: layer.table.text("program", row))
        guard program >= 0 else { continue }
        let refused = enrolments.status(of: Int(applicant), at: school)?.leaving != nil
        let place = Assignment(
          program: program, document: layer.table.text("document", row),
          reason: layer.table.text("reason", row))
        rows.append(
          Row(layer: layer, row: Int32(row), applicant: applicant, place: refused ? nil : place))
      }
    }
  }

  /// By applicant: it is given a place if it has none. Empty where nobody is.
  func flags(count: Int) -> [Bool] {
    guard rows.contains(where: { $0.place != nil }) else { return [] }
    var flags = [Bool](repeating: false, count: count)
    for row in rows where row.place != nil { flags[Int(row.applicant)] = true }
    return flags
  }

  /// By applicant: the place that it is given.
  ///
  /// - Parameter hasPlace: whether an applicant was admitted, and keeps what it has.
  func places(hasPlace: (Int) -> Bool) -> [Int32: Assignment] {
    var places: [Int32: Assignment] = [:]
    for row in rows where !hasPlace(Int(row.applicant)) {
      if let place = row.place { places[row.applicant] = place }
    }
    return places
  }

  /// Rows about children who have a place.
  func notes(hasPlace: (Int) -> Bool) -> [LocatedFinding] {
    rows.filter { hasPlace(Int($0.applicant)) }.map { $0.layer.finding(.assignmentIdle, .note, row: $0.row) }
  }
}
