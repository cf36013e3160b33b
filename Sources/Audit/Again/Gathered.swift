import Tables

/// Puts the rows of each child together.
struct Gathered {
  private(set) var people: [Person] = []
  /// By kind, the identifier in lower case: whose it is.
  private var owners: [[String: Int]] = [[:], [:], [:], [:]]

  init(_ asked: AskedRound) {
    let rows = asked.rows("roster").enumerated().map { RosterRow($1, position: $0) }
    let marks = asked.rows("scores")
    let parts = Gathered.parts(rows.map(\.row.ids) + marks.map(\.ids))
    for part in parts {
      let own = part.filter { $0 < rows.count }.map { rows[$0] }
      let ids = part.map { $0 < rows.count ? rows[$0].row.ids : marks[$0 - rows.count].ids }
      guard !own.isEmpty else { continue }
      let disagree = (0..<3).contains { kind in
        Set(ids.map { $0[kind].lowercased() }.filter { !$0.isEmpty }).count > 1
      }
      if disagree {
        // Nobody can say which row is wrong: each strongest identifier is a child, and all are held.
        let groups = Dictionary(grouping: own) { row -> [String] in
          let kind = row.row.ids.firstIndex { !$0.isEmpty } ?? 0
          return [String(kind), row.row.ids[kind].lowercased()]
        }
        for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
          let rows = groups[key] ?? []
          add(rows, rows.map(\.row.ids), asked, held: true)
        }
      } else {
        add(own, ids, asked, held: false)
      }
    }
    // A held row in another table keeps its child held.
    let kinds = ["programScores", "decisions", "rulings"] + (asked.verifiedOnly ? ["verified"] : [])
    let others = kinds.flatMap { asked.rows($0) }
    for row in marks + others where row.isHeld {
      if let person = person(row.ids) { people[person].isHeld = true }
    }
  }

  /// Rows that share an identifier, directly or through others, by position.
  private static func parts(_ ids: [[String]]) -> [[Int]] {
    var parent = Array(ids.indices)
    func root(_ row: Int) -> Int {
      var row = row
      while parent[row] != row { row = parent[row] }
      return row
    }
    var first: [[String]: Int] = [:]
    for (row, own) in ids.enumerated() {
      for (kind, id) in own.enumerated() where !id.isEmpty {
        let key = [String(kind), id.lowercased()]
        guard let known = first[key] else {
          first[key] = row
          continue
        }
        let (a, b) = (root(known), root(row))
        parent[max(a, b)] = min(a, b)
        parent[row] = root(row)
      }
    }
    let named = ids.indices.filter { row in ids[row].contains { !$0.isEmpty } }
    let groups = Dictionary(grouping: named, by: root)
    return groups.keys.sorted().map { groups[$0] ?? [] }
  }

  private mutating func add(_ rows: [RosterRow], _ ids: [[String]], _ asked: AskedRound, held: Bool) {
    let names = (0..<4).map { kind in
      ids.map { $0[kind] }.filter { !$0.isEmpty }.min { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? ""
    }
    let ordered = rows.sorted { a, b in
      let (x, y) = (a.row.table.sender.utf8, b.row.table.sender.utf8)
      return x.elementsEqual(y) ? a.position < b.position : x.lexicographicallyPrecedes(y)
    }
    guard let first = ordered.first else { return }
    var person = Person(ids: names, rows: ordered, record: first)
    person.isHeld = held || rows.contains { $0.row.isHeld } || Person.areTwoChildren(rows)
    person.isWithdrawn =
      !person.isHeld
      && (rows.count == 1 ? first.isWithdrawn : rows.contains { $0.isWithdrawn && $0.speaksForChild })
    person.chooseApplication(asked.duplicates)
    person.chooseRecord()
    person.holdIfOneSenderContradictsItself()
    for (kind, name) in names.enumerated() where !name.isEmpty {
      if owners[kind][name.lowercased()] == nil { owners[kind][name.lowercased()] = people.count }
    }
    for row in ids {
      for (kind, id) in row.enumerated() where !id.isEmpty {
        if owners[kind][id.lowercased()] == nil { owners[kind][id.lowercased()] = people.count }
      }
    }
    people.append(person)
  }

  /// Whom identifiers name; nil for nobody, and where they name two people.
  func person(_ ids: [String]) -> Int? {
    let found = Set(
      ids.enumerated().compactMap { kind, id in id.isEmpty ? nil : owners[kind][id.lowercased()] })
    return found.count == 1 ? found.first : nil
  }
}

extension Person {
  /// The application that stands: of those not withdrawn, if all wish for the same, the last submitted;
  /// else what the round's rule says, and if it does not decide the child is held.
  mutating func chooseApplication(_ duplicates: AskedRound.Duplicates) {
    let applications = rows.filter { !$0.wishes.isEmpty }
    application = applications.first
    guard !applications.isEmpty, !isHeld, !isWithdrawn else { return }
    let live = applications.filter { !$0.isWithdrawn }
    guard let first = live.first else {
      isWithdrawn = true
      return
    }
    let days = live.map { $0.row.number("submitted") }
    if live.allSatisfy({ $0.sameWishes(first) }) {
      application = first
      for (row, day) in zip(live, days) where day ?? .min > application?.row.number("submitted") ?? .min {
        application = row
      }
      return
    }
    let decisive: [RosterRow]
    switch duplicates {
    case .hold: decisive = []
    case .sourceSchool: decisive = live.filter(\.isOwn)
    case .portal: decisive = live.filter { $0.row.table.role == "portal" }
    case .lastSubmitted:
      let last = days.compactMap { $0 }.max()
      decisive = days.contains(nil) ? [] : zip(live, days).filter { $0.1 == last }.map(\.0)
    }
    application = decisive.first ?? first
    if decisive.isEmpty || !decisive.allSatisfy({ $0.sameWishes(decisive[0]) }) { isHeld = true }
  }

  /// The source school's row, else one without wishes, else the application.
  mutating func chooseRecord() {
    var own = rows.filter(\.isOwn)
    if Set(own.map(\.sender)).count > 1 {
      // Only who is no party to it can say whose leaver the child is.
      let named = application.flatMap { $0.isOwn ? nil : $0.row.code("sourceSchool") }
      let school = own.map(\.sender).first { $0 == named }
      if school == nil, !isWithdrawn { isHeld = true }
      own = own.filter { $0.sender == school ?? own[0].sender }
    }
    record =
      (own.isEmpty ? rows : own).first { $0.wishes.isEmpty }
      ?? own.first { $0.position == application?.position } ?? own.first ?? application ?? rows[0]
  }

  /// Two rows give other names, birth dates or genders. What an admitting school took back is none.
  static func areTwoChildren(_ rows: [RosterRow]) -> Bool {
    let rows = rows.filter { !$0.isWithdrawn || $0.speaksForChild }
    return ["fullName", "birthDate", "gender"].contains { key in
      Set(rows.compactMap { $0.value(key) }).count > 1
    }
  }

  /// Of several rows of one sender the round's rule chooses by wishes and days; what they contradict
  /// one another in otherwise is decided by nobody.
  mutating func holdIfOneSenderContradictsItself() {
    guard !isHeld, !isWithdrawn else { return }
    let live = rows.filter { !$0.isWithdrawn }
    for (index, row) in live.enumerated() {
      let earlier = live[..<index].first { other in
        other.sender == row.sender && (other.wishes.isEmpty || row.wishes.isEmpty || other.sameWishes(row))
      }
      guard let earlier else { continue }
      let areApplications = !earlier.wishes.isEmpty && !row.wishes.isEmpty
      if areApplications, earlier.row.number("submitted") != row.row.number("submitted") { continue }
      let keys = row.row.table.table.columns.map(\.key).filter { !Person.mayDiffer($0) }
      let differ = keys.contains { key in
        guard let own = row.value(key), let other = earlier.value(key) else { return false }
        return own != other
      }
      if differ { isHeld = true }
    }
  }

  private static func mayDiffer(_ key: String) -> Bool {
    [
      "personalId", "moetId", "examNo", "applicationNo", "submitted", "channel", "phone", "email", "guardian",
      "note", "withdrawn",
    ].contains(key) || key.hasPrefix("wish") || key.hasPrefix("specialWish")
  }
}
