import Tables

/// The rows in force of a round's rosters one after the other, each with what
/// decides how it counts.
struct RosterRows: Sendable {
  private(set) var refs: [Cohort.RowRef] = []
  /// Four a row: see ``Identifiers``.
  private(set) var identifiers: [Int32] = []
  private(set) var traits: [RowTraits] = []
  private(set) var wishes: [WishColumns] = []

  var count: Int { refs.count }

  init(_ layers: [Layer], identifiers texts: inout Identifiers) {
    for (index, layer) in layers.enumerated() {
      let persons = PersonColumns(layer.table)
      let reader = TraitReader(layer)
      wishes.append(reader.wishes)
      for row in layer.rows {
        refs.append(Cohort.RowRef(layer: Int32(index), row: row))
        texts.take(persons, Int(row), into: &identifiers)
        traits.append(reader.traits(Int(row)))
      }
    }
  }
}

/// What a roster row is.
struct RowTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// It has an error.
  static let held = RowTraits(rawValue: 1)
  /// It names a wish: an application.
  static let wishes = RowTraits(rawValue: 2)
  /// `Rút hồ sơ`.
  static let withdrawn = RowTraits(rawValue: 4)
  /// Its sender is the source school of the child.
  static let own = RowTraits(rawValue: 8)
  /// Sent by the department or an authority.
  static let office = RowTraits(rawValue: 16)
  static let portal = RowTraits(rawValue: 32)

  /// A withdrawal in it withdraws the child, not only the application.
  var speaksForChild: Bool { !isDisjoint(with: [.own, .office, .portal]) }
}

/// The wish columns of a table, by group and number.
struct WishColumns: Sendable {
  struct Entry: Sendable {
    var number: UInt8
    var special: Bool
    var texts: TextColumn
  }

  /// Specialised wishes before ordinary ones, each group by number.
  let entries: [Entry]

  init(_ table: Table) {
    var entries: [Entry] = []
    for column in table.columns {
      for (prefix, special) in [("specialWish", true), ("wish", false)] where column.key.hasPrefix(prefix) {
        guard let number = UInt8(column.key.dropFirst(prefix.count)), number > 0 else { continue }
        entries.append(Entry(number: number, special: special, texts: column.texts))
      }
    }
    self.entries = entries.sorted { ($0.special ? 0 : 1, $0.number) < ($1.special ? 0 : 1, $1.number) }
  }

  func any(_ row: Int) -> Bool { entries.contains { !$0.texts.isBlank(row) } }

  /// Whether a row wishes for a program of the school.
  func anyFor(_ school: ArraySlice<UInt8>, _ row: Int) -> Bool {
    entries.contains { entry in
      let wish = entry.texts[row]
      return equalsWithoutCase(wish.prefix { $0 != UInt8(ascii: "/") }, school)
    }
  }

  /// The key of the first wish in which a row differs from one of another table; nil where it names the same.
  func difference(_ row: Int, from other: WishColumns, _ otherRow: Int) -> String? {
    let (own, others) = (list(row), other.list(otherRow))
    let isSame = zip(own, others).prefix { a, b in
      a.special == b.special && a.number == b.number && equalsWithoutCase(a.text, b.text)
    }
    let count = isSame.reduce(0) { count, _ in count + 1 }
    guard let wish = count < own.count ? own[count] : count < others.count ? others[count] : nil else {
      return nil
    }
    return (wish.special ? "specialWish" : "wish") + String(wish.number)
  }

  /// The wishes of a row that are there.
  func list(_ row: Int) -> [(special: Bool, number: UInt8, text: ArraySlice<UInt8>)] {
    entries.compactMap { $0.texts.isBlank(row) ? nil : ($0.special, $0.number, $0.texts[row]) }
  }
}

/// Tells the traits of the rows of one layer.
private struct TraitReader {
  let wishes: WishColumns
  private let held: [Bool]
  private let withdrawn: Column?
  private let sourceSchool: TextColumn?
  private let sourceClass: TextColumn?
  private let sender: ArraySlice<UInt8>
  private let role: Unit.Role

  init(_ layer: Layer) {
    wishes = WishColumns(layer.table)
    held = layer.table.held
    withdrawn = layer.table.column("withdrawn")
    sourceSchool = layer.table.column("sourceSchool")?.texts
    sourceClass = layer.table.column("sourceClass")?.texts
    sender = ArraySlice(layer.sender.utf8)
    role = layer.role
  }

  func traits(_ row: Int) -> RowTraits {
    var traits: RowTraits = []
    if held[row] { traits.insert(.held) }
    if wishes.any(row) { traits.insert(.wishes) }
    if withdrawn?.number(row) == 1 { traits.insert(.withdrawn) }
    switch role {
    case .department, .authority: traits.insert(.office)
    case .portal: traits.insert(.portal)
    case .school: if isOwn(row) { traits.insert(.own) }
    case .finance: break
    }
    return traits
  }

  /// tables.md: a blank source school is the sender, except on a row that wishes
  /// for the sender and has no class.
  private func isOwn(_ row: Int) -> Bool {
    if let source = sourceSchool?[row], !source.isEmpty { return equalsWithoutCase(source, sender) }
    return !(sourceClass?.isBlank(row) ?? true) || !wishes.anyFor(sender, row)
  }
}
