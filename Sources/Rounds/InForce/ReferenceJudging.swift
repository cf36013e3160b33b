import TableSchema
import Tables

extension TableJudging {
  /// Judges the rows for one round: what they refer to, and whether the sender may send them.
  mutating func judge(_ rows: [Int32], _ names: RoundNames, _ sender: Unit) {
    let kind = schema.kind
    judgeSecondColumns(rows, names)
    if schema.person == .required { requirePerson(rows) }
    if kind == .roster {
      judgeRoster(rows, names, sender)
      return
    }
    for (column, reference) in references {
      switch reference {
      case .school: judge(column, rows, in: names.schools, .school, of: names)
      case .unit: judge(column, rows, in: names.parents, .unit, of: names)
      case .member: judge(column, rows, in: names.members, .member, of: names)
      case .conversion: judge(column, rows, in: names.conversions, .conversion, of: names)
      case .priority: judgeList(column, rows, in: names.priorities, .priority, of: names)
      case .document: judgeList(column, rows, in: names.documents, .document, of: names)
      case .field where kind == .forms: judgeRosterField(column, rows, names.rosterLabels)
      case .field: judgeField(column, rows)
      default: continue
      }
    }
    if kind == .units { judgeSystems(rows, names) }
    if kind == .reservations { judgeCategories(rows, names) }
    if kind == .documents { fillOwnSchool(rows, sender) }
    if kind != .rounds, kind != .units { judgeSchools(rows, names, sender) }
    judgePrograms(rows, names)
    judgeContradictions(rows, names.round)
  }

  /// The columns that name something.
  private var references: [(Int, Field.Reference)] {
    table.columns.enumerated().compactMap { position, column in
      schema.field(column.key)?.field.reference.map { (position, $0) }
    }
  }

  /// A person is named by at least one identifier.
  private mutating func requirePerson(_ rows: [Int32]) {
    let columns = Schema.identifierKeys.compactMap { position($0) }
    let told = Set(table.findings.filter { $0.code == .personMissing }.map(\.place.row))
    for row in rows {
      let row = Int(row)
      if columns.contains(where: { !text($0, row).isEmpty }) { continue }
      if told.contains(Int(table.rowNumbers[row])) { continue }
      hold(row, .personMissing, key: Schema.identifierKeys[0])
    }
  }

  /// Judges a column that names one thing.
  mutating func judge(
    _ column: Int, _ rows: [Int32], in catalogue: Catalogue, _ kind: Field.Reference, of names: RoundNames
  ) {
    judge(column, rows) { text, judging in
      switch names.find(text, in: catalogue, kind: kind) {
      case .code(let code, let byName):
        (
          .canonical(judging.number(code)),
          named: byName ? NamedCode(code: code, asDeclared: catalogue.isDeclared(text)) : nil
        )
      case .failed(let code, let facts): (.failed(code, facts), named: nil)
      }
    }
  }

  /// Judges a list of things with codes: codes joined by `;`.
  mutating func judgeList(
    _ column: Int, _ rows: [Int32], in catalogue: Catalogue, _ kind: Field.Reference, of names: RoundNames
  ) {
    judge(column, rows) { text, judging in
      var codes: [String] = []
      var (anyByName, asDeclared) = (false, true)
      for item in listItems(text) {
        switch names.find(item, in: catalogue, kind: kind) {
        case .code(let code, let byName):
          if !codes.contains(code) { codes.append(code) }
          anyByName = anyByName || byName
          asDeclared = asDeclared && catalogue.isDeclared(item)
        case .failed(let code, let facts):
          return (.failed(code, facts.merging(["item": item]) { own, _ in own }), named: nil)
        }
      }
      let list = codes.joined(separator: ";")
      return (
        .canonical(judging.number(list)),
        named: anyByName ? NamedCode(code: list, asDeclared: asDeclared) : nil
      )
    }
  }

  /// `field` is a label or key, or several joined by ` + `. Whether something carries it is known when the
  /// round is decided.
  private mutating func judgeField(_ column: Int, _ rows: [Int32]) {
    for row in rows {
      let row = Int(row)
      let text = string(column, row)
      if text.isEmpty { continue }
      if fieldParts(text).contains("") {
        hold(row, .foreignKey, column, value: text, facts: ["kind": Field.Reference.field.rawValue])
      }
    }
  }

  /// `system` names an export profile; one that there is not leaves the unit with the default.
  private mutating func judgeSystems(_ rows: [Int32], _ names: RoundNames) {
    guard let column = position("system"), !names.profiles.isEmpty else { return }
    let known = names.profiles.sorted()
    for row in rows {
      let text = string(column, Int(row))
      if text.isEmpty || names.profiles.contains(text) { continue }
      var facts = ["known": known.joined(separator: "; ")]
      if let near = nearest(to: text, among: known) { facts["suggestion"] = known[near] }
      add(.unknownProfile, .note, Int(row), column, value: text, facts: facts)
    }
  }

  /// contract.md: a school's rows are about itself, an authority's about its schools.
  private mutating func judgeSchools(_ rows: [Int32], _ names: RoundNames, _ sender: Unit) {
    guard let column = position("school"), schema.field("school")?.field.reference == .school else { return }
    guard sender.role == .authority || (sender.role == .school && schema.schoolsAboutThemselves) else {
      return
    }
    for row in rows {
      let school = string(column, Int(row))
      if school.isEmpty || names.isOwn(school, sender) { continue }
      // A school that does not exist has been told already.
      guard names.units[school] != nil else { continue }
      hold(
        Int(row), .otherSchool, column, value: table.columns[column].texts.string(Int(row)),
        facts: ["school": school])
    }
  }
}

/// The items of a list, without blanks around them.
func listItems(_ text: String) -> [String] {
  text.utf8.split(separator: UInt8(ascii: ";")).map { trimmed($0) }.filter { !$0.isEmpty }
}

/// The columns that a field sums, or pairs: `Toán + Ngữ văn`.
func fieldParts(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  let space = UInt8(ascii: " ")
  var parts: [String] = []
  var start = 0
  for plus in bytes.indices where bytes[plus] == UInt8(ascii: "+") {
    guard plus == 0 || bytes[plus - 1] == space, plus + 1 == bytes.count || bytes[plus + 1] == space else {
      continue
    }
    parts.append(trimmed(bytes[start..<plus]))
    start = plus + 1
  }
  return parts + [trimmed(bytes[start...])]
}

/// A text without spaces at its ends.
private func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> String {
  let space = UInt8(ascii: " ")
  guard let first = bytes.firstIndex(where: { $0 != space }),
    let last = bytes.lastIndex(where: { $0 != space })
  else { return "" }
  return String(decoding: bytes[first...last], as: UTF8.self)
}
