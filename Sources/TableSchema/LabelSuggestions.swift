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
  /// The labels of single columns that are there, as they are compared.
  private let taken: Set<[UInt8]>
  private let others: OtherPersons

  /// - Parameters:
  ///   - present: the columns of the header that are known.
  ///   - others: what is about them is asked about as theirs alone.
  init(_ schema: Schema, present: [KnownLabels.Target], others: OtherPersons) {
    self.others = others
    let names = schema.namesThere(present)
    taken = Set(
      schema.fields.filter { $0.numbered == 0 && names.contains($0.name) }
        .flatMap { field in field.labels(0).map { labelKey($0.utf8) } })
    labels = schema.fields.indices.flatMap { index in
      let field = schema.fields[index]
      if field.numbered == 0, names.contains(field.name) { return [String]() }
      return Self.numbers(of: index, in: schema, present: present).flatMap { field.labels($0) }
    }
    keys = labels.map { folded($0.utf8) }
    bare = Dictionary(labels.enumerated().map { (bareKey($1.utf8), $0) }) { first, _ in first }
  }

  /// The known label that `label` resembles most.
  func suggestion(for label: String) -> String? {
    guard !taken.contains(labelKey(label.utf8)),
      let index = bare[bareKey(label.utf8)] ?? bare[bareKey(Self.withoutRemark(label).utf8)]
        ?? nearest(to: folded(label.utf8), among: keys) ?? oneOf(label),
      others.areNamed(in: labels[index]) || !others.areNamed(in: label)
    else { return nil }
    return labels[index]
  }

  /// Of a label that names two things, `Số CCCD/Mã định danh`, the first that is known.
  private func oneOf(_ label: String) -> Int? {
    guard label.contains("/") else { return nil }
    return label.split(separator: "/").lazy.compactMap { bare[bareKey($0.utf8)] }.first
  }

  /// A label without what stands in brackets at its end: `Số CCCD (12 số)`.
  private static func withoutRemark(_ label: String) -> Substring {
    guard let bracket = label.firstIndex(of: "("), label.hasSuffix(")") else { return label[...] }
    return label[..<bracket]
  }

  /// The numbers of a family, the likeliest first. Of a row of wishes or of combinations that is the first that
  /// is not there; of marks of a grade the grade that other columns are about.
  private static func numbers(of index: Int, in schema: Schema, present: [KnownLabels.Target]) -> [Int] {
    let field = schema.fields[index]
    func has(_ number: Int, field: Int) -> Bool {
      present.contains { Int($0.field) == field && Int($0.number) == number }
    }
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

extension Schema {
  /// The names of the fields that a header has: also those that its parts make, and the parts of what is there whole.
  fileprivate func namesThere(_ present: [KnownLabels.Target]) -> Set<String> {
    var names = Set(present.map { fields[Int($0.field)].name })
    for field in fields {
      let parts = parts(of: field).filter { !$0.isOptionalPart }
      if !parts.isEmpty, parts.allSatisfy({ names.contains($0.name) }) { names.insert(field.name) }
    }
    return names.union(fields.filter { $0.whole.map(names.contains) == true }.map(\.name))
  }
}
