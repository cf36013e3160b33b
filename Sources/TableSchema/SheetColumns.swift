import Tables

/// The columns of a header that a table is made of: for each, the field that it
/// is read as.
struct SheetColumns {
  struct Source {
    var field: Field
    /// The column's key in the table.
    var key: String
    var place: ColumnPlace
    /// Position in ``Schema/fields``; after them all for a subject that no field names.
    var order: Int
    /// Other readings of the same sheet column, when the content must decide.
    var alternatives: [(field: Field, key: String)] = []
    /// What a value in this column says besides.
    var says: Header.Column.Saying?
  }

  var sources: [Source] = []
  var unknown: [ColumnPlace] = []
  /// The sheet column of the running number.
  var ordinal: Int?

  init(_ header: Header, schema: Schema) {
    for column in header.columns {
      let place = ColumnPlace(label: column.label, sheetColumn: column.sheetColumn)
      let readings = column.targets.map { target in
        (field: schema.fields[Int(target.field)], number: Int(target.number), order: Int(target.field))
      }
      guard let first = readings.first else {
        unknown.append(place)
        continue
      }
      switch first.field.use {
      case .leftOut: continue
      case .ordinal: ordinal = ordinal ?? column.sheetColumn
      case .stored, .checked, .part:
        sources.append(
          Source(
            field: first.field, key: first.field.columnKey(first.number), place: place, order: first.order,
            alternatives: readings.dropFirst().map { ($0.field, $0.field.columnKey($0.number)) },
            says: column.says))
      }
    }
  }

  /// The label of the one column that is a part of `field`, where the others are not there: it may hold the whole.
  func onlyPart(of field: Field) -> String? {
    let parts = sources.filter { $0.field.whole == field.name }
    return parts.count == 1 ? parts.first?.place.label : nil
  }

  /// The sheet columns in which something stands by its name or code.
  var naming: Set<Int> { Set(sources.filter { $0.field.reference != nil }.map(\.place.sheetColumn)) }

  /// The sheet columns with names of persons, in one or in parts.
  var names: Set<Int> {
    Set(
      sources.filter { $0.field.name == "fullName" || $0.field.whole == "fullName" }.map(\.place.sheetColumn))
  }

  /// The sheet columns with identifiers of persons, and with their telephones.
  var identifiers: Set<Int> {
    Set(
      sources.filter { Schema.identifierKeys.contains($0.field.name) || $0.field.identifier != nil }
        .map(\.place.sheetColumn))
  }

  /// The sheet columns in which a text is what may stand there: not those of names and identifiers, nor of a class
  /// where it may be filled in before anybody is.
  func worded(_ schema: Schema) -> Set<Int> {
    let types: [ValueType] = [.text, .code, .list, .choice, .flag]
    let beforehand = prefilled(schema)
    return Set(
      sources.filter { source in
        types.contains(source.field.type)
          && !(source.field.name == schema.replaces.rawValue && beforehand.contains(source.place.sheetColumn))
      }.map(\.place.sheetColumn)
    ).subtracting(names).subtracting(identifiers)
  }

  /// The sheet columns with numbers.
  var numbers: Set<Int> {
    Set(sources.filter { [.integer, .decimal].contains($0.field.type) }.map(\.place.sheetColumn))
  }

  /// The sheet columns that may be filled in before anybody is, in a list of children with their names: of the class,
  /// and of a few words.
  func prefilled(_ schema: Schema) -> Set<Int> {
    guard schema.person == .optional, !names.isEmpty else { return [] }
    return Set(
      sources.filter { source in
        let type = source.field.type
        return source.field.reference == nil
          && (type == .flag || type == .choice || source.field.name == schema.replaces.rawValue)
      }.map(\.place.sheetColumn))
  }

  /// By sheet column: it means something here.
  var known: [Bool] {
    let width = (sources.map(\.place.sheetColumn).max() ?? -1) + 1
    var result = [Bool](repeating: false, count: width)
    for source in sources { result[source.place.sheetColumn] = true }
    return result
  }

  /// Takes the unknown columns of marks for subjects: those in which at least
  /// half of what is filled in is a decimal.
  mutating func adoptSubjects(_ grid: Grid, view: CellView, firstRow: Int, of schema: Schema) {
    var filled: [Int: Int] = [:]
    var marks: [Int: Int] = [:]
    let candidates = Set(unknown.map(\.sheetColumn))
    guard !candidates.isEmpty, firstRow < grid.rows.count else { return }
    for cell in grid.cells[Int(grid.rows[firstRow].firstCell)...] {
      let column = Int(cell.column)
      guard candidates.contains(column) else { continue }
      let text = cleaned(view.text(cell), collapsing: true).bytes
      guard !text.isEmpty else { continue }
      filled[column, default: 0] += 1
      if text.withUnsafeBufferPointer(isDecimal) { marks[column, default: 0] += 1 }
    }
    let subjects = unknown.filter { place in
      let count = filled[place.sheetColumn] ?? 0
      return 2 * (marks[place.sheetColumn] ?? 0) >= count
    }
    unknown.removeAll { place in subjects.contains { $0.sheetColumn == place.sheetColumn } }
    for place in subjects {
      let key = subjectPrefix + folded(place.label)
      var field = Field(name: key, title: place.label, type: .decimal)
      field.constraints.absenceWords = schema.absenceWords
      sources.append(Source(field: field, key: key, place: place, order: schema.fields.count))
    }
    sources.sort { $0.place.sheetColumn < $1.place.sheetColumn }
  }
}

/// What the key of a subject column begins with.
let subjectPrefix = "subject:"

extension Field {
  /// The name of the field that this is a part of.
  var whole: String? {
    if case .part(let whole, _) = use { whole } else { nil }
  }

  /// A column that is only compared with a roster.
  var isChecked: Bool {
    switch use {
    case .checked, .part(_, checked: true): true
    default: false
    }
  }

  /// The key of number `n` in a table.
  func columnKey(_ n: Int = 0) -> String { (isChecked ? "check:" : "") + key(n) }
}
