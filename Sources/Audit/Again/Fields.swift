import Tables

/// What a field of `scoring` or `tieBreaks` holds for a child.
enum FieldContent: Equatable {
  case value(Int64)
  case missing, absent, unconvertible
}

/// Reads the fields that scores and tie-breaks name (tables.md): a subject of the marks; a roster
/// column of number or date type; another roster column; `Nguyện vọng`; or several joined by ` + `.
struct Fields {
  enum Source: Equatable {
    case subject(String)
    case number(String)
    case word(String)
    case wish
  }

  private var subjects: [String: String] = [:]
  private var columns: [String: AskedRound.RosterColumn] = [:]
  private var keys: [String: AskedRound.RosterColumn] = [:]
  /// By person: subject key → mark.
  private var marks: [Int: [String: Int64]] = [:]
  /// By person: subjects absent from, `x` for all.
  private var absences: [Int: Set<String>] = [:]
  private(set) var violations: Set<Int> = []
  /// Table, value 1, value 2 → points.
  private var conversions: [[String]: Int64] = [:]

  init(_ asked: AskedRound, _ gathered: Gathered) {
    let carried = Set((asked.tables["roster"] ?? []).flatMap { $0.table.columns.map(\.key) })
    // Of two columns with one label the one of numbers stands; so it is written last.
    for isNumber in [false, true] {
      for column in asked.rosterColumns.reversed() where carried.contains(column.key) {
        guard Fields.isNumber(column.type) == isNumber else { continue }
        for label in column.labels + [column.key] { columns[plain(label)] = column }
      }
    }
    keys = Dictionary(asked.rosterColumns.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for table in asked.tables["scores"] ?? [] {
      for column in table.table.columns where column.key.hasPrefix("subject:") {
        subjects[plain(String(column.key.dropFirst("subject:".count)))] = column.key
      }
    }
    for row in asked.rows("scores") where !row.isHeld {
      guard let person = gathered.person(row.ids) else { continue }
      for key in subjects.values {
        if let mark = row.number(key) { marks[person, default: [:]][key] = mark }
      }
      let absent = row.text("absent").split { $0 == ";" || $0 == "," }.map { plain(String($0)) }
      absences[person, default: []].formUnion(absent.filter { !$0.isEmpty })
      if row.number("violation") == 1 { violations.insert(person) }
    }
    for row in asked.rows("conversions") where !row.isHeld {
      let key = [folded(row.text("table")), converted(row.text("value1")), converted(row.text("value2"))]
      conversions[key] = row.number("points")
    }
  }

  private static func isNumber(_ type: ValueType) -> Bool { [.integer, .decimal, .date].contains(type) }

  /// What a label or key means; several for a sum.
  func sources(_ field: String) -> [Source] {
    if let one = source(field) { return [one] }
    return field.split(separator: "+").compactMap { source(String($0)) }
  }

  private func source(_ field: String) -> Source? {
    let label = plain(field)
    if let subject = subjects[label] { return .subject(subject) }
    if let column = columns[label] {
      return Fields.isNumber(column.type) ? .number(column.key) : .word(column.key)
    }
    return label == "nguyenvong" ? .wish : nil
  }

  /// The sum of the sources for a child: absent before missing.
  func value(
    _ sources: [Source], of index: Int, _ person: Person, wish: Int
  ) throws(Exact.Overflow) -> FieldContent {
    let values = sources.map { value($0, of: index, person, wish: wish) }
    if values.contains(.absent) { return .absent }
    var sum = Exact.zero
    for value in values {
      guard case .value(let raw) = value else { return .missing }
      sum = try sum.plus(Exact(raw: raw))
    }
    return .value(sum.raw)
  }

  private func value(_ source: Source, of index: Int, _ person: Person, wish: Int) -> FieldContent {
    switch source {
    case .subject(let key):
      let subject = plain(String(key.dropFirst("subject:".count)))
      if let absent = absences[index], absent.contains(subject) || absent.contains("x") { return .absent }
      return marks[index]?[key].map { .value($0) } ?? .missing
    case .number(let key):
      guard let number = person.row(key)?.number(key) else { return .missing }
      if keys[key]?.type == .decimal { return .value(number) }
      return Exact(whole: number).map { .value($0.raw) } ?? .missing
    case .wish: return Exact(whole: Int64(wish)).map { .value($0.raw) } ?? .missing
    case .word: return .missing
    }
  }

  /// The points of a value, or of a pair, by a conversion table.
  func points(
    _ sources: [Source], _ table: String, of index: Int, _ person: Person, wish: Int
  ) -> FieldContent {
    var key = [folded(table)]
    for source in sources {
      switch source {
      case .word(let name), .number(let name):
        guard let row = person.row(name) else { return .missing }
        key.append(converted(shown(row, name)))
      case .subject, .wish:
        switch value(source, of: index, person, wish: wish) {
        case .absent: return .absent
        case .value(let raw): key.append(converted(Exact(raw: raw).text))
        default: return .missing
        }
      }
    }
    while key.count < 3 { key.append("") }
    return conversions[key].map { .value($0) } ?? .unconvertible
  }

  /// A cell as conversion tables name it.
  private func shown(_ row: AskedRow, _ key: String) -> String {
    guard let column = keys[key], let number = row.number(key) else { return row.text(key) }
    switch column.type {
    case .decimal: return Exact(raw: number).text
    case .integer: return String(number)
    case .date: return Day(number: Int32(clamping: number)).text
    case .flag: return number == 1 ? "co" : "khong"
    case .choice: return column.words.indices.contains(Int(number)) ? column.words[Int(number)] : ""
    default: return row.text(key)
    }
  }

  /// Values match folded; decimals as numbers.
  private func converted(_ text: String) -> String { exact(text)?.text ?? folded(text) }
}

/// A label without case, diacritics, spaces, colons and marks of a required column.
private func plain(_ label: String) -> String {
  String(folded(label).filter { !" :*()".contains($0) })
}
