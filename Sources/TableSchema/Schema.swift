public import Tables

/// What a kind of table holds: the content of `Schemas/tables/<kind>.json`.
public struct Schema: Sendable {
  /// What its rows are about.
  public var kind: TableKind
  /// What people call such a table.
  public var title: String
  /// What a row is, in one sentence.
  public var description = ""
  /// In the order of templates.
  public var fields: [Field] = []
  /// Keys whose values together part the rows of one sender; a blank counts as a value.
  public var uniqueKeys: [[String]] = []
  /// Who may send it; the rest is refused (`not-allowed`).
  public var senders: [Sender] = []
  /// A school sends only rows about itself.
  public var schoolsAboutThemselves = false
  /// The unit of replacement.
  public var replaces = Replacement.round
  /// A newer table always adds and updates, and removes nothing.
  public var adds = false
  /// Rows are about persons; at least one identifier is needed unless `personOptional`.
  public var person = Person.none
  /// Columns that nobody knows are subjects with marks.
  public var subjects = false
  /// What says in the place of a mark that somebody did not come.
  var absenceWords: [String] = []
  /// How labels about other persons than the row's are told.
  var otherPersons = OtherPersons()

  /// A kind without columns.
  public init(kind: TableKind, title: String) {
    self.kind = kind
    self.title = title
  }

  /// The roles of tables.md, units.
  public enum Sender: String, Sendable, CaseIterable {
    case department, authority, school, portal, finance
  }

  /// contract.md 2: what a newer file of the same sender takes the place of.
  public enum Replacement: String, Sendable, CaseIterable {
    case round
    /// Of a roster with classes, the same source school and class only.
    case sourceClass
  }

  /// Whether rows are about persons.
  public enum Person: String, Sendable, CaseIterable {
    /// Rows are not about persons.
    case none
    /// One of ``identifierKeys`` is filled in each row.
    case required
    /// Rows are about persons who may lack every identifier; two rows of one
    /// person are left to the round's rule.
    case optional
  }

  /// The columns that name a person, the strongest first.
  public static let identifierKeys = ["personalId", "moetId", "examNo", "applicationNo"]

  /// The field of a key, and its number in its family (0 outside one).
  public func field(_ key: String) -> (field: Field, number: Int)? {
    if let field = fields.first(where: { $0.numbered == 0 && $0.name == key }) { return (field, 0) }
    for field in fields where field.numbered > 0 && key.hasPrefix(field.name) {
      guard let number = Int(key.dropFirst(field.name.count)) else { continue }
      if (1...field.numbered).contains(number), field.key(number) == key { return (field, number) }
    }
    return nil
  }

  /// The value that the code gives to the word in a choice column of a table of
  /// this kind; nil for a blank or a word that is not allowed.
  public func choice(_ key: String, in table: Table, row: Int) -> String? {
    guard let (field, _) = field(key), let index = table.number(key, row),
      field.choices.indices.contains(Int(index))
    else { return nil }
    return field.choices[Int(index)].value
  }
}

/// The schemas of a workspace, by kind.
public struct SchemaSet: Sendable {
  /// In the order of tables.md.
  public let schemas: [Schema]
  let search: HeaderSearch

  /// Puts the kinds in order and learns their labels.
  public init(_ schemas: [Schema]) {
    self.schemas = schemas.sorted { $0.kind < $1.kind }
    search = HeaderSearch(
      schemas: self.schemas, labels: KnownLabels(self.schemas), others: OtherPersons(self.schemas))
  }

  /// How many columns of a sheet's header are known; 0 where it has none.
  public func knownColumns(of grid: Grid) -> Int { search.knownColumns(of: grid) }

  /// The header of a sheet as people read it, column by column, and its sheet rows; nil where none is known.
  public func headerLabels(of grid: Grid) -> (rows: ClosedRange<Int>, labels: [String])? {
    search.header(of: grid).map { header in
      var labels: [String] = []
      // A label over the parts of a field names each of them.
      for column in header.columns where column.label != labels.last { labels.append(column.label) }
      let first = min(header.firstRow, header.lastRow)
      return (Int(first)...Int(header.lastRow), labels)
    }
  }

  /// The schema of a kind, if it is offered.
  public subscript(kind: TableKind) -> Schema? { schemas.first { $0.kind == kind } }
}
