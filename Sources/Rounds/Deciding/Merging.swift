import Admission
import Tables

/// Which rows of one person count, and how.
struct PersonStanding: Sendable {
  /// The roster row with the records.
  var record: Int32
  /// The row with the wishes; −1 for none.
  var application: Int32
  var state = ApplicantState.competes
  /// Why the state is `held`.
  var reason: ReasonCode?
}

/// Puts the rows of each person together (tables.md, One child, several rows).
struct Merging {
  let layers: [Layer]
  let rows: RosterRows
  let duplicates: Round.Duplicates
  private let submitted: [Column?]
  private let sourceSchools: [TextColumn?]
  private let children: [SameChild]
  /// By layer: where its sender stands among all senders, by code.
  private let senderOrder: [Int]
  /// By the layers of an application and of a record: the columns of both that may decide.
  var decisiveColumns: [[Int]: [(application: Column, record: Column)]] = [:]
  private(set) var findings: [LocatedFinding] = []

  init(_ layers: [Layer], _ rows: RosterRows, duplicates: Round.Duplicates) {
    self.layers = layers
    self.rows = rows
    self.duplicates = duplicates
    submitted = layers.map { $0.table.column("submitted") }
    sourceSchools = layers.map { $0.table.column("sourceSchool")?.texts }
    children = layers.map { SameChild($0.table) }
    let senders = Set(layers.map(\.sender)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let order = Dictionary(uniqueKeysWithValues: zip(senders, senders.indices))
    senderOrder = layers.map { order[$0.sender] ?? 0 }
  }

  /// What stands of a person's rows; at least one.
  mutating func standing(of own: ArraySlice<Int32>, inConflict: Bool) -> PersonStanding {
    if own.count == 1, let row = own.first { return standing(ofOnly: row, inConflict: inConflict) }
    let all = inOrder(own)
    let applications = all.filter { traits($0).contains(.wishes) }
    var standing = PersonStanding(record: -1, application: -1)
    let isOfTwo = !inConflict && tellTwoChildren(all)
    if all.contains(where: { traits($0).contains(.held) }) {
      hold(&standing, .heldRow)
    } else if inConflict {
      hold(&standing, .personDisagrees)
    } else if isOfTwo {
      hold(&standing, .sharedIdentifier)
    } else if all.contains(where: { traits($0).contains(.withdrawn) && traits($0).speaksForChild }) {
      standing.state = .withdrawn
    }
    choose(applications, among: all, &standing)
    chooseRecord(all, &standing)
    if standing.state == .competes { tellRepeated(all, &standing) }
    if standing.state == .competes { tellOverruled(all, standing) }
    return standing
  }

  private func standing(ofOnly row: Int32, inConflict: Bool) -> PersonStanding {
    let traits = traits(row)
    var standing = PersonStanding(record: row, application: traits.contains(.wishes) ? row : -1)
    if traits.contains(.held) {
      hold(&standing, .heldRow)
    } else if inConflict {
      hold(&standing, .personDisagrees)
    } else if traits.contains(.withdrawn) {
      standing.state = .withdrawn
    }
    return standing
  }

  func hold(_ standing: inout PersonStanding, _ reason: ReasonCode) {
    standing.state = .held
    standing.reason = reason
  }

  func traits(_ row: Int32) -> RowTraits { rows.traits[Int(row)] }
  func layer(_ row: Int32) -> Layer { layers[Int(rows.refs[Int(row)].layer)] }
  func tableRow(_ row: Int32) -> Int { Int(rows.refs[Int(row)].row) }

  /// The rows in an order that does not depend on when they came: by sender, then by place in the file.
  private func inOrder(_ own: ArraySlice<Int32>) -> [Int32] {
    let (refs, senderOrder) = (rows.refs, senderOrder)
    return own.sorted { a, b in
      let first = senderOrder[Int(refs[Int(a)].layer)]
      let second = senderOrder[Int(refs[Int(b)].layer)]
      return (first, a) < (second, b)
    }
  }

  // MARK: Records

  /// The source school's row, else one without wishes, else the application.
  private mutating func chooseRecord(_ all: [Int32], _ standing: inout PersonStanding) {
    var own = all.filter { traits($0).contains(.own) }
    if let first = own.first, own.contains(where: { sender($0) != sender(first) }) {
      let named = sourceSchool(among: own, standing)
      // Who is held for another reason has been told that.
      if standing.state != .held { tell(own, .duplicateRow, named == nil ? .error : .note) }
      if named == nil, standing.state == .competes { hold(&standing, .twoSourceSchools) }
      own = own.filter { sender($0) == named ?? sender(first) }
    }
    let records = own.isEmpty ? all : own
    standing.record =
      records.first { !traits($0).contains(.wishes) }
      ?? (own.isEmpty || own.contains(standing.application) ? standing.application : own[0])
  }

  /// Of several schools that name a child their own, the one that the application of somebody else
  /// names: its place among the senders.
  private func sourceSchool(among own: [Int32], _ standing: PersonStanding) -> Int? {
    let application = standing.application
    guard application >= 0, !own.contains(application) else { return nil }
    let texts = sourceSchools[Int(rows.refs[Int(application)].layer)]
    let named = texts?[tableRow(application)] ?? []
    return own.first { equalsWithoutCase(named, ArraySlice(layer($0).sender.utf8)) }.map(sender)
  }

  func sender(_ row: Int32) -> Int { senderOrder[Int(rows.refs[Int(row)].layer)] }

  // MARK: Applications

  /// The application that stands. A withdrawn one does not, unless there is no other.
  private mutating func choose(
    _ applications: [Int32], among all: [Int32], _ standing: inout PersonStanding
  ) {
    guard let first = applications.first else { return }
    standing.application = first
    guard standing.state == .competes else { return }
    let live = applications.filter { !traits($0).contains(.withdrawn) }
    guard let firstLive = live.first else {
      standing.state = .withdrawn
      return
    }
    guard live.contains(where: { !sameWishes($0, firstLive) }) else {
      standing.application = latest(live)
      settle(live, among: all, &standing)
      return
    }
    let candidates = decisive(live)
    guard let decided = candidates.first, candidates.allSatisfy({ sameWishes($0, decided) }) else {
      standing.application = firstLive
      hold(&standing, .differentWishes)
      for (index, row) in live.enumerated() {
        let others = live[(index + 1)...] + live[..<index]
        let other = others.first { !sameWishes(row, $0) } ?? firstLive
        report(row, .differentWishes, .error, key: differingWish(row, other), other: other)
      }
      return
    }
    standing.application = decided
    tell(live, standing: decided)
  }

  /// The applications that the round's rule lets stand; it decides if their wishes are the same.
  func decisive(_ live: [Int32]) -> [Int32] {
    switch duplicates {
    case .hold: return []
    case .sourceSchool: return live.filter { traits($0).contains(.own) }
    case .portal: return live.filter { traits($0).contains(.portal) }
    case .lastSubmitted:
      let days = live.map(day)
      guard let last = days.compactMap({ $0 }).max(), days.allSatisfy({ $0 != nil }) else { return [] }
      return zip(live, days).filter { $0.1 == last }.map(\.0)
    }
  }

  private func day(_ row: Int32) -> Int64? {
    submitted[Int(rows.refs[Int(row)].layer)]?.number(tableRow(row))
  }

  /// Of applications with the same wishes: the last submitted.
  private func latest(_ live: [Int32]) -> Int32 {
    var latest = live[0]
    for row in live.dropFirst() where (day(row) ?? .min) > (day(latest) ?? .min) { latest = row }
    return latest
  }

  private func sameWishes(_ a: Int32, _ b: Int32) -> Bool { differingWish(a, b) == nil }

  private func differingWish(_ a: Int32, _ b: Int32) -> String? {
    let (own, others) = (rows.wishes[Int(rows.refs[Int(a)].layer)], rows.wishes[Int(rows.refs[Int(b)].layer)])
    return own.difference(tableRow(a), from: others, tableRow(b))
  }

  // MARK: Telling the senders

  /// Tells each sender of the next row about the same child: its unit and row only.
  private mutating func tell(_ told: [Int32], _ code: FindingCode, _ severity: Finding.Severity) {
    for (index, row) in told.enumerated() {
      report(row, code, severity, other: told[(index + 1) % told.count])
    }
  }

  mutating func tell(_ live: [Int32], standing decided: Int32) {
    for row in live where row != decided {
      report(row, .overruled, .note, other: decided)
      report(decided, .overrules, .note, other: row)
    }
  }

  /// Tells every row that gives another name, birth date or gender than another row with its
  /// identifier: a wrong identifier makes one child of two. False where all rows agree.
  private mutating func tellTwoChildren(_ all: [Int32]) -> Bool {
    // What an admitting school has taken back says nothing about anybody.
    let told = all.filter { !traits($0).contains(.withdrawn) || traits($0).speaksForChild }
    var isTold = false
    for (index, row) in told.enumerated() {
      // The next row first, so that all are named.
      for other in told[(index + 1)...] + told[..<index] {
        guard let key = difference(row, other) else { continue }
        report(row, .sharedIdentifier, .error, key: key, other: other)
        isTold = true
        break
      }
    }
    return isTold
  }

  private func difference(_ row: Int32, _ other: Int32) -> String? {
    let (layer, otherLayer) = (Int(rows.refs[Int(row)].layer), Int(rows.refs[Int(other)].layer))
    return children[layer].difference(tableRow(row), from: children[otherLayer], tableRow(other))
  }

  /// Tells one sender of its rows about one child, where no rule says which of them stands. Of those that
  /// contradict one another nobody can say which is right.
  private mutating func tellRepeated(_ all: [Int32], _ standing: inout PersonStanding) {
    let live = all.filter { !traits($0).contains(.withdrawn) }
    for (index, row) in live.enumerated() {
      let isApplication = traits(row).contains(.wishes)
      let others = live[..<index].filter { other in
        guard sender(other) == sender(row) else { return false }
        return !(isApplication && traits(other).contains(.wishes)) || sameWishes(other, row)
      }
      guard let first = others.first else { continue }
      if let key = contradiction(first, row), !isLater(row, first) {
        hold(&standing, .repeatedRow)
        report(first, .duplicateRow, .error, key: key, other: row)
        report(row, .duplicateRow, .error, key: key, other: first)
      } else if let twin = others.first(where: { traits($0).contains(.wishes) == isApplication }) {
        // A record and an application complete one another.
        tell([twin, row], .duplicateRow, .note)
      }
    }
  }

  /// Both are applications, and one was handed in after the other.
  private func isLater(_ a: Int32, _ b: Int32) -> Bool {
    traits(a).contains(.wishes) && traits(b).contains(.wishes) && day(a) != day(b)
  }

  /// The key of the first column in which two rows contradict one another.
  private func contradiction(_ row: Int32, _ other: Int32) -> String? {
    let otherTable = layer(other).table
    return layer(row).table.columns.first { column in
      !CohortColumn.isSaidAgain(column.key)
        && otherTable.column(column.key)?.contradicts(tableRow(other), column, tableRow(row)) == true
    }?.key
  }

  mutating func report(
    _ row: Int32, _ code: FindingCode, _ severity: Finding.Severity, key: String? = nil, other: Int32
  ) {
    let (layer, row) = (layer(row), tableRow(row))
    findings.append(
      layer.finding(
        code, severity, row: Int32(row), key: key, value: key.map { layer.table.text($0, row) } ?? "",
        facts: self.layer(other).named(tableRow(other), to: layer)))
  }
}

extension Layer {
  /// How the sender of another layer is told of a row here: of another unit's by the unit and the row
  /// alone, of its own by the sheet and the file that it stands in.
  func named(_ row: Int, to reader: Layer? = nil) -> [String: String] {
    let number = String(table.rowNumbers[row])
    var facts = ["unit": sender, "otherRow": number, "other": sender + " " + number]
    guard let reader, reader.sender == sender else { return facts }
    facts["unit"] = nil
    if seq != reader.seq { facts["file"] = file }
    if seq != reader.seq || table.sheet != reader.table.sheet, !table.sheet.isEmpty {
      facts["sheet"] = table.sheet
    }
    return facts
  }
}
