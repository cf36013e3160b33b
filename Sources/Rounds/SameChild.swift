import TableSchema
import Tables

/// Whether two rows with one identifier can be about one child.
///
/// Where they cannot, both are in error and the child waits, whoever sent them, a school's roster and the
/// portal's application among them: an identifier that names two children would give one of them the marks
/// and the place of the other. Texts are compared folded, so that case, accents and spaces part nobody.
struct SameChild {
  /// What a child has once, and nobody mends by sending it from elsewhere.
  static let keys = ["fullName", "birthDate", "gender"]
  private let columns: [Column?]

  /// Of the rows of a table; `check:` before the keys of what a table that is no roster says of its children.
  init(_ table: Table, prefix: String = "") { columns = SameChild.keys.map { table.column(prefix + $0) } }

  /// The key by which row `row` is about another child than row `otherRow` of another table; nil
  /// where both may be about one.
  func difference(_ row: Int, from other: SameChild, _ otherRow: Int) -> String? {
    for (key, pair) in zip(SameChild.keys, zip(columns, other.columns)) {
      guard let own = pair.0, let others = pair.1 else { continue }
      if own.contradicts(row, others, otherRow) { return key }
    }
    return nil
  }
}

extension Column {
  private func items(_ row: Int) -> [[UInt8]] { listItems(texts.string(row)).map { folded($0.utf8) } }

  /// Both cells say something, and not the same: numbers and days as such, texts folded. What is no
  /// number where one should be has been told, and says nothing.
  func contradicts(_ row: Int, _ other: Column, _ otherRow: Int) -> Bool {
    if !numbers.isEmpty, !other.numbers.isEmpty {
      guard let number = number(row), let otherNumber = other.number(otherRow) else { return false }
      return number != otherNumber
    }
    let (a, b) = (texts[row], other.texts[otherRow])
    if type == .list, other.type == .list {
      let (own, others) = (Set(items(row)), Set(other.items(otherRow)))
      return !own.isEmpty && !others.isEmpty && own != others
    }
    return !a.isEmpty && !b.isEmpty && a != b && folded(a) != folded(b)
  }
}
