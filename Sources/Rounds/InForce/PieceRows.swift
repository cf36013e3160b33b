import TableSchema
import Tables

/// A piece with what is needed to compare its rows with others'.
struct PieceRows {
  let piece: Piece
  /// Of the file's bytes.
  let sha256: String
  /// The one in which its file came.
  let pass: Int
  let parts: [Member]

  struct Member {
    let table: Table
    let identity: RowIdentity
    let content: RowContent
    /// By position among the piece's rows: the source school and class; empty where one file replaces all.
    let units: [SourceClass]
    let child: SameChild
  }

  /// Any row names a class: the file replaces its classes alone.
  let hasClasses: Bool
  /// It is meant to add and update alone.
  let isAddition: Bool
  /// It would be a full list, and is a part of one.
  let isPartial: Bool
  /// It only adds and updates, meant so or as a part.
  var adds: Bool { isAddition || isPartial }

  init(
    _ piece: Piece, of arrival: Arrival, _ schema: Schema, names: inout SourceClassNames,
    table: (Int) -> Table
  ) {
    self.piece = piece
    sha256 = arrival.sha256
    pass = arrival.pass
    isAddition = piece.mode == .supplement || (schema.adds && piece.mode != .replace)
    isPartial = piece.isPartial && !isAddition
    var hasClasses = false
    var members: [Member] = []
    for part in piece.parts {
      let table = table(part.table)
      var units: [SourceClass] = []
      if schema.replaces == .sourceClass {
        units = names.units(of: table, rows: part.rows)
        hasClasses = hasClasses || units.contains { $0.className >= 0 }
      }
      members.append(
        Member(
          table: table, identity: RowIdentity(table, schema), content: RowContent(table), units: units,
          child: SameChild(table)))
    }
    parts = members
    self.hasClasses = hasClasses
  }

  /// The source school and class of a row.
  func unit(_ part: Int, _ position: Int) -> SourceClass {
    let units = parts[part].units
    return position < units.count ? units[position] : SourceClass(school: -1, className: -1)
  }

  /// What a full list with these rows stands in the place of.
  var scope: ReplacementScope {
    guard hasClasses else { return .everything }
    return .classes(Set(parts.flatMap(\.units)))
  }

  /// Pieces with the same content have the same sum, in whatever order their rows stand.
  var contentSum: UInt64 {
    var sum = UInt64(piece.rowCount)
    for (part, member) in zip(piece.parts, parts) {
      for row in part.rows { sum &+= KeyMixer.mixed(member.content.signature(Int(row))) }
    }
    return sum
  }
}

/// contract.md 2: the unit of replacement within one kind, sender and round.
enum ReplacementScope {
  case everything
  case classes(Set<SourceClass>)

  func contains(_ unit: SourceClass) -> Bool {
    switch self {
    case .everything: true
    case .classes(let classes): classes.contains(unit)
    }
  }

  /// Nothing of the other is outside.
  func covers(_ other: ReplacementScope) -> Bool {
    switch (self, other) {
    case (.everything, _): true
    case (.classes(let own), .classes(let others)): others.isSubset(of: own)
    case (.classes, .everything): false
    }
  }

  func overlaps(_ other: ReplacementScope) -> Bool {
    switch (self, other) {
    case (.classes(let a), .classes(let b)): !a.isDisjoint(with: b)
    default: true
    }
  }
}

/// A class of a source school, as numbers; −1 for a blank.
struct SourceClass: Hashable {
  var school: Int32
  var className: Int32
}

/// Gives classes their numbers; names are compared folded.
struct SourceClassNames {
  private var schools = FoldingInterner()
  private var classes = FoldingInterner()

  mutating func units(of table: Table, rows: [Int32]) -> [SourceClass] {
    let school = table.column("sourceSchool")?.texts
    let className = table.column("sourceClass")?.texts
    return rows.map { row in
      SourceClass(
        school: schools.number(school?[Int(row)] ?? []),
        className: classes.number(className?[Int(row)] ?? []))
    }
  }
}
