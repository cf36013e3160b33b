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
  private let compared: [(key: String, columns: [Column?])]
  /// By layer: where its sender stands among all senders, by code.
  private let senderOrder: [Int]
  private(set) var findings: [LocatedFinding] = []

  init(_ layers: [Layer], _ rows: RosterRows, duplicates: Round.Duplicates) {
    self.layers = layers
    self.rows = rows
    self.duplicates = duplicates
    submitted = layers.map { $0.table.column("submitted") }
    sourceSchools = layers.map { $0.table.column("sourceSchool")?.texts }
    compared = ["fullName", "birthDate"].map { key in (key, layers.map { $0.table.column(key) }) }
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
    if all.contains(where: { traits($0).contains(.held) }) {
      hold(&standing, .heldRow)
    } else if inConflict {
      hold(&standing, .personDisagrees)
    } else if all.contains(where: { traits($0).contains(.withdrawn) && traits($0).speaksForChild }) {
      standing.state = .withdrawn
    }
    choose(applications, &standing)
    chooseRecord(all, &standing)
    if standing.record != standing.application { noteDifferences(standing) }
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

  private func hold(_ standing: inout PersonStanding, _ reason: ReasonCode) {
    standing.state = .held
    standing.reason = reason
  }

  private func traits(_ row: Int32) -> RowTraits { rows.traits[Int(row)] }
  private func layer(_ row: Int32) -> Layer { layers[Int(rows.refs[Int(row)].layer)] }
  private func tableRow(_ row: Int32) -> Int { Int(rows.refs[Int(row)].row) }

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
    let own = all.filter { traits($0).contains(.own) }
    if own.count > 1, standing.application >= 0 {
      let named = own.first { sameSchool($0, as: standing.application) }
      standing.record = named ?? own[0]
      if named == nil, standing.state == .competes {
        hold(&standing, .twoSourceSchools)
        tell(own, .duplicateRow, .error)
      }
    } else {
      standing.record =
        own.first ?? all.first { !traits($0).contains(.wishes) }
        ?? (standing.application >= 0 ? standing.application : all[0])
    }
  }

  /// Whether the application names the school that sent the row as the child's.
  private func sameSchool(_ row: Int32, as application: Int32) -> Bool {
    if row == application { return true }
    let texts = sourceSchools[Int(rows.refs[Int(application)].layer)]
    let named = texts?[tableRow(application)] ?? []
    return equalsWithoutCase(named, ArraySlice(layer(row).sender.utf8))
  }

  // MARK: Applications

  /// The application that stands. A withdrawn one does not, unless there is no other.
  private mutating func choose(_ applications: [Int32], _ standing: inout PersonStanding) {
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
      return
    }
    let candidates = decisive(live)
    guard let decided = candidates.first, candidates.allSatisfy({ sameWishes($0, decided) }) else {
      standing.application = firstLive
      hold(&standing, .differentWishes)
      tell(live, .differentWishes, .error)
      return
    }
    standing.application = decided
    tell(live, standing: decided)
  }

  /// The applications that the round's rule lets stand; it decides if their wishes are the same.
  private func decisive(_ live: [Int32]) -> [Int32] {
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

  private func sameWishes(_ a: Int32, _ b: Int32) -> Bool {
    let first = rows.wishes[Int(rows.refs[Int(a)].layer)].list(tableRow(a))
    let second = rows.wishes[Int(rows.refs[Int(b)].layer)].list(tableRow(b))
    return first.count == second.count
      && zip(first, second).allSatisfy {
        $0.special == $1.special && $0.number == $1.number && equalsWithoutCase($0.text, $1.text)
      }
  }

  // MARK: Telling the senders

  /// Tells each sender of the next row about the same child: its unit and row only.
  private mutating func tell(_ told: [Int32], _ code: FindingCode, _ severity: Finding.Severity) {
    for (index, row) in told.enumerated() {
      report(row, code, severity, other: told[(index + 1) % told.count])
    }
  }

  private mutating func tell(_ live: [Int32], standing decided: Int32) {
    for row in live where row != decided {
      report(row, .overruled, .note, other: decided)
      report(decided, .overrules, .note, other: row)
    }
  }

  /// Name and birth date differ between the two rows: somebody may have mistyped an identifier.
  private mutating func noteDifferences(_ standing: PersonStanding) {
    guard standing.application >= 0, standing.state != .held else { return }
    let (record, application) = (standing.record, standing.application)
    for (key, columns) in compared {
      let a = columns[Int(rows.refs[Int(record)].layer)]?.comparable(tableRow(record)) ?? []
      let b = columns[Int(rows.refs[Int(application)].layer)]?.comparable(tableRow(application)) ?? []
      guard !a.isEmpty, !b.isEmpty, a != b, folded(a) != folded(b) else { continue }
      report(record, .personDiffers, .note, key: key, other: application)
      report(application, .personDiffers, .note, key: key, other: record)
    }
  }

  private mutating func report(
    _ row: Int32, _ code: FindingCode, _ severity: Finding.Severity, key: String? = nil, other: Int32
  ) {
    let (layer, row) = (layer(row), tableRow(row))
    findings.append(
      layer.finding(
        code, severity, row: Int32(row), key: key, value: key.map { layer.table.text($0, row) } ?? "",
        facts: self.layer(other).named(tableRow(other))))
  }
}

extension Layer {
  /// How a unit is told of a row of another unit: by the unit and the row alone.
  func named(_ row: Int) -> [String: String] {
    let number = String(table.rowNumbers[row])
    return ["unit": sender, "otherRow": number, "other": sender + " " + number]
  }
}

extension Column {
  /// The text to compare with another sender's: of a date the day, whatever its spelling.
  fileprivate func comparable(_ row: Int) -> ArraySlice<UInt8> {
    if type == .date, let number = number(row) { return ArraySlice(String(number).utf8) }
    return texts[row]
  }
}
