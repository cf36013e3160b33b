import Admission
import Tables

/// The conversion tables of a round (tables.md, conversions): one value or a
/// pair to points. Values match folded, decimals as numbers.
struct Conversions {
  private struct Entry: Hashable {
    var table: String
    var first: Int32
    /// −1 for a blank.
    var second: Int32
  }

  private var points: [Entry: Int64] = [:]
  private var names: Set<String> = []
  private(set) var values = ConvertedValues()
  private(set) var problems: [LocatedFinding] = []

  init(_ reader: SetupReader) {
    for row in reader.rows(.conversions) {
      guard let points = row.number("points") else { continue }
      let table = folded(row.text("table"))
      names.insert(table)
      let entry = Entry(
        table: table, first: values.number(row.text("value1")), second: values.number(row.text("value2")))
      if let known = self.points.updateValue(points, forKey: entry), known != points {
        problems.append(row.problem(.conversionTwice, at: "value1"))
      }
    }
  }

  /// The name by which a table is known; nil if there is no such table.
  func table(_ name: String) -> String? {
    let name = folded(name)
    return names.contains(name) ? name : nil
  }

  /// The numbers of an applicant's values in a column, −1 for a blank.
  mutating func numbers(_ column: CohortColumn, count: Int) -> [Int32] {
    if column.type == .text || column.type == .code || column.type == .list {
      return (0..<count).map { values.number(column.bytes($0)) }
    }
    var known: [Int64: Int32] = [:]
    return (0..<count).map { applicant in
      guard let number = column.number(applicant) else { return -1 }
      if let value = known[number] { return value }
      let value = values.number(column.type == .flag ? flagWord(number) : column.text(applicant))
      known[number] = value
      return value
    }
  }

  /// The numbers of marks, −1 for none.
  mutating func numbers(_ marks: [Int64]) -> [Int32] {
    var known: [Int64: Int32] = [:]
    return marks.map { mark in
      guard mark > FieldValue.unconvertible else { return -1 }
      if let value = known[mark] { return value }
      let value = values.number(Exact(raw: mark).text)
      known[mark] = value
      return value
    }
  }

  /// The number of a value that a table can name.
  mutating func number(_ value: Exact) -> Int32 { values.number(value.text) }

  /// The points of a value, or of a pair.
  func points(_ table: String, _ first: Int32, _ second: Int32 = -1) -> Int64? {
    points[Entry(table: table, first: first, second: second)]
  }

  /// How a conversion table names the two values of a yes/no column.
  private func flagWord(_ number: Int64) -> String { number == 1 ? "co" : "khong" }
}

/// Numbers for values that convert alike.
struct ConvertedValues {
  private var spellings = Interner()
  private var valueOf: [Int32] = []
  private var values = Interner()

  /// The number of a value, or −1 for a blank.
  mutating func number(_ text: ArraySlice<UInt8>) -> Int32 {
    guard !text.isEmpty else { return -1 }
    let spelling = spellings.number(text)
    if Int(spelling) == valueOf.count {
      let form = Exact(parsing: text).map { Array($0.text.utf8) } ?? folded(text)
      valueOf.append(form.isEmpty ? -1 : values.number(form))
    }
    return valueOf[Int(spelling)]
  }

  mutating func number(_ text: String) -> Int32 { number(ArraySlice(text.utf8)) }
}
