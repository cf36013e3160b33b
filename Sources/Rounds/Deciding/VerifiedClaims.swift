import Tables

/// What the department or an authority has recognised of each person's priorities
/// (tables.md, verified). Under `Chỉ tính diện đã thẩm định` nothing else counts;
/// otherwise claims count as given, and nothing here does.
struct VerifiedClaims {
  /// By person; nil where claims count as given.
  private var lists: [Int32: ArraySlice<UInt8>]?

  init(_ tables: RoundTables, _ people: People) {
    guard tables.round.verifiedOnly else { return }
    var lists: [Int32: ArraySlice<UInt8>] = [:]
    for layer in tables.layers[.verified] ?? [] {
      guard let priorities = layer.table.column("priorities")?.texts else { continue }
      let columns = PersonColumns(layer.table)
      for row in layer.rows where !layer.table.held[Int(row)] {
        if case .person(let person) = people.find(columns, Int(row)) {
          lists[person] = priorities[Int(row)]
        }
      }
    }
    self.lists = lists
  }

  /// What counts of a person's claims: codes joined by `;`.
  func counted(_ person: Int32, claimed: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let lists else { return claimed }
    return lists[person] ?? []
  }
}
