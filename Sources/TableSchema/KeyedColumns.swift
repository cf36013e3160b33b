import Tables

/// The columns of a table while it is made: one for each key.
struct KeyedColumns {
  /// In the order of the sheet.
  private(set) var columns: [Column] = []
  /// The columns of the sheet that are about other persons than the row's.
  private let others: [Header.Column]
  private let persons: OtherPersons
  /// The keys of the columns with names of persons, whole and in parts.
  private let nameKeys: Set<String>
  /// The sheet column from which on a second list of persons stands beside the first: its names are other ones.
  private var secondList: Int?

  /// Of a sheet with such columns; `persons` tells those that are about other persons than the row's.
  init(_ columns: [Header.Column], _ schema: Schema, persons: OtherPersons) {
    others = columns.filter { persons.areNamed(in: $0.label) }
    self.persons = persons
    nameKeys = Set(
      schema.fields.filter { $0.name == "fullName" || $0.whole == "fullName" }.map { $0.columnKey() })
  }

  /// The keys of which a column is what the place of a date says.
  private var said: Set<String> = []

  private func index(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }

  /// Adds a column, or merges it with the one that the key has.
  /// `naming`: its texts are codes or names of something. `says`: they are what the place of a date says. `isContact`:
  /// of several there may be one for each parent.
  mutating func add(
    _ column: Column, naming: Bool = false, says: Bool = false, isContact: Bool = false,
    findings: inout FindingList
  ) {
    if says { said.insert(column.key) }
    if let index = index(column.key) {
      let person = others.last { $0.sheetColumn < column.sheetColumn }?.label
      let whose = person.flatMap(persons.name(in:)) ?? (isContact ? persons.example : nil)
      if secondList == nil, nameKeys.contains(column.key), columns[index].namesOthers(than: column) {
        secondList = column.sheetColumn
      }
      let (one, second) = merged(
        columns[index], column, naming: naming, says: said.contains(column.key), person: person, whose: whose,
        areTwoLists: secondList.map { column.sheetColumn >= $0 } ?? false, findings: &findings)
      columns[index] = one
      if let second { columns.append(second) }
    } else {
      columns.append(column)
    }
  }

  /// Puts together every field whose parts are all there. The parts go, the whole
  /// stands where the first of them stood, or is merged with a column of its own.
  mutating func composeParts(
    of schema: Schema, findings: inout FindingList, unheard: inout FindingList
  ) {
    let wholes = Set(schema.fields.compactMap(\.whole))
    for whole in schema.fields where wholes.contains(whole.name) {
      let fields = schema.parts(of: whole)
      let keys = fields.map { $0.columnKey() }
      let parts = keys.compactMap { key in index(key).map { columns[$0] } }
      guard !parts.isEmpty, let place = keys.compactMap(index).min() else { continue }
      let alone = index(whole.columnKey()) == nil
      var column: Column?
      if fields.allSatisfy({ $0.isOptionalPart || index($0.columnKey()) != nil }) {
        let composed = PartColumns(whole: whole, parts: parts)
        column =
          whole.isChecked
          ? composed.column(alone: alone, findings: &unheard)
          : composed.column(alone: alone, findings: &findings)
      }
      if let column, alone { columns.insert(column, at: place) }
      columns.removeAll { keys.contains($0.key) }
      guard let column, !alone else { continue }
      if whole.isChecked { add(column, findings: &unheard) } else { add(column, findings: &findings) }
    }
  }

  /// The column of a key, or the one that is only compared.
  private func beside(_ key: String) -> Column? {
    columns.first { $0.key == key } ?? columns.first { $0.key == "check:" + key }
  }

  /// Judges the personal ids, and drops a column of ids that only a shared label gave.
  mutating func judgeIds(of schema: Schema, findings: inout FindingList) {
    for field in schema.fields where field.identifier == .personal {
      guard let index = index(field.columnKey()) else { continue }
      let choices = schema.fields.first { $0.name == "gender" }?.choices ?? []
      let ids = PersonalIds(
        field: field, birthDate: beside("birthDate"), gender: beside("gender"),
        requiresBirthDate: schema.field("birthDate")?.field.constraints.required == true,
        female: choices.firstIndex { $0.value == "female" }.map(Int64.init))
      columns[index] = ids.judged(columns[index], findings: &findings)
    }
    var places: Set<Int> = []
    columns.removeAll { column in
      let isSecond = !places.insert(column.sheetColumn).inserted && column.sheetColumn >= 0
      return isSecond && column.texts.bytes.isEmpty
    }
  }
}
