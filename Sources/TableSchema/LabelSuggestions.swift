import Tables

/// So many labels of a sheet are compared with others at most: a sheet may have many thousand, all of them unknown.
let mostComparedLabels = 100

/// What the unknown labels of a header may be meant for: to ask, never to use.
struct LabelSuggestions {
  private let labels: [String]
  /// The same in the form in which labels are compared.
  private let keys: [[UInt8]]
  /// The first label of each that is the same but for signs around it.
  private let bare: [[UInt8]: Int]

  /// - Parameter present: the columns of the header that are known.
  init(_ schema: Schema, present: [KnownLabels.Target]) {
    labels = schema.fields.indices.flatMap { index in
      let field = schema.fields[index]
      return Self.numbers(of: index, in: schema, present: present).flatMap { field.labels($0) }
    }
    keys = labels.map { folded($0.utf8) }
    bare = Dictionary(labels.enumerated().map { (bareKey($1.utf8), $0) }) { first, _ in first }
  }

  /// The known label that `label` resembles most.
  func suggestion(for label: String) -> String? {
    (bare[bareKey(label.utf8)] ?? nearest(to: folded(label.utf8), among: keys)).map { labels[$0] }
  }

  /// The numbers of a family, the likeliest first. Of a row of wishes or of combinations that is the first that
  /// is not there; of marks of a grade the grade that other columns are about.
  private static func numbers(of index: Int, in schema: Schema, present: [KnownLabels.Target]) -> [Int] {
    let field = schema.fields[index]
    func has(_ number: Int, field: Int) -> Bool {
      present.contains { Int($0.field) == field && Int($0.number) == number }
    }
    // A column may stand twice, if both say the same.
    guard field.numbered > 0 else { return Array(field.numbers) }
    let free = field.numbers.filter { !has($0, field: index) }
    guard !field.offered.contains(1) else { return free }
    let grades = schema.fields.indices.filter { other in
      schema.fields[other].numbered == field.numbered && !schema.fields[other].offered.contains(1)
    }
    func weight(_ number: Int) -> Int {
      guard field.offered.contains(number) else { return 0 }
      return grades.contains { has(number, field: $0) } ? 2 : 1
    }
    return free.sorted { (weight($0), $0) > (weight($1), $1) }
  }
}
