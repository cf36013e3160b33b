/// Who is kept, and who has left, by the numbers of people (contract.md 4, A kept child).
struct SettledPeople {
  /// By person: the program that keeps it.
  private(set) var keepers: [Int: Int] = [:]
  private(set) var left: Set<Int> = []
  /// By person: the reservation on whose seat it is kept.
  private(set) var seats: [Int: String] = [:]
  /// By person: the schools that it has declined, in lower case, for which it does not compete; and those
  /// that it has declined since the result was fixed, where it does not wait.
  private(set) var declined: [Int: Set<String>] = [:]
  private(set) var declinedSince: [Int: Set<String>] = [:]
  /// The same as ``declined`` of the schools to which it did not come.
  private(set) var absent: [Int: Set<String>] = [:]
  /// Somebody has declined a school.
  var hasDeclined: Bool { !declined.isEmpty || !declinedSince.isEmpty }
  /// Everybody of whom something is settled: applicants, whatever their rows say now.
  private(set) var all: Set<Int> = []

  init(_ asked: AskedRound, _ gathered: Gathered, _ positions: [String: Int]) {
    for (ids, path) in asked.kept {
      guard let person = gathered.person(ids) else { continue }
      keepers[person] = positions[path.lowercased()]
      all.insert(person)
    }
    for (ids, name) in asked.keptSeats {
      if let person = gathered.person(ids) { seats[person] = name }
    }
    left = Set(asked.left.compactMap { gathered.person($0) })
    // Who is assigned a place stands in the result, though it may not have applied.
    for row in asked.rows("assignments") where !row.isHeld {
      if let person = gathered.person(row.ids) { all.insert(person) }
    }
    if let supplement = asked.supplement {
      all.formUnion(supplement.kept.keys.compactMap { gathered.person($0) })
    }
    let enrolments = SaidEnrolments(asked, gathered)
    for (ids, schools) in asked.isFinal ? asked.declined : [:] {
      if let person = gathered.person(ids) { declined[person] = Set(schools.map { $0.lowercased() }) }
    }
    for (ids, schools) in asked.isFinal ? asked.absent : [:] {
      if let person = gathered.person(ids) { absent[person] = Set(schools.map { $0.lowercased() }) }
    }
    for (person, school, status) in enrolments.refusals {
      if asked.isFinal, declined[person]?.contains(school) != true {
        declinedSince[person, default: []].insert(school)
      } else {
        declined[person, default: []].insert(school)
        if !asked.isFinal, status == "absent" { absent[person, default: []].insert(school) }
      }
    }
    // `từ chối`, `không đến`: said by the school that keeps the child; or that kept it, unless it has taken it back.
    guard !asked.isFinal else { return }
    for (ids, path) in asked.leftAt {
      guard let person = gathered.person(ids) else { continue }
      let school = String(path.prefix { $0 != "/" })
      if !asked.fixedSchools.contains(school), enrolments.isExpected(person, at: school) {
        left.remove(person)
      } else {
        declined[person, default: []].insert(school.lowercased())
      }
    }
    for (person, program) in keepers
    where enrolments.hasRefused(person, at: asked.programs[program].published.school) {
      left.insert(person)
    }
  }
}

/// What schools said of who takes its place: the last word stands.
struct SaidEnrolments {
  private struct Key: Hashable {
    var person: Int
    var school: String
  }

  private var said: [Key: String] = [:]

  init(_ asked: AskedRound, _ gathered: Gathered) {
    for row in asked.rows("enrolments") where !row.isHeld {
      guard let person = gathered.person(row.ids) else { continue }
      said[Key(person: person, school: row.code("school"))] = row.choice("status")
    }
    for (key, status) in said where SaidEnrolments.isRefusal(status) {
      refusals.append((key.person, key.school, status))
    }
  }

  private static func isRefusal(_ status: String) -> Bool { ["declined", "absent"].contains(status) }

  /// Who has refused which school, in lower case.
  private(set) var refusals: [(person: Int, school: String, status: String)] = []

  /// `từ chối` or `không đến` at the school.
  func hasRefused(_ person: Int, at school: String) -> Bool {
    status(person, at: school).map(SaidEnrolments.isRefusal) == true
  }

  /// The school says that the child has confirmed, or come.
  func isExpected(_ person: Int, at school: String) -> Bool {
    status(person, at: school).map(SaidEnrolments.isRefusal) == false
  }

  private func status(_ person: Int, at school: String) -> String? {
    said[Key(person: person, school: school.lowercased())]
  }
}

extension SecondDecision {
  /// `Phân bổ, điều chuyển`: who would be given a place, and waits nowhere.
  mutating func nameAssigned(_ gathered: Gathered, _ positions: [String: Int]) {
    let enrolments = SaidEnrolments(asked, gathered)
    let numbers = Dictionary(
      children.enumerated().map { ($1.person, $0) }, uniquingKeysWith: { first, _ in first })
    for row in asked.rows("assignments") where !row.isHeld {
      let path = row.code("school") + "/" + row.code("program")
      guard let program = positions[path], let person = gathered.person(row.ids), let child = numbers[person],
        !enrolments.hasRefused(person, at: row.code("school"))
      else { continue }
      children[child].assigned = asked.programs[program].published.path
    }
  }

  /// Last, over and above, to children without a place.
  mutating func assign() {
    for child in children.indices where children[child].assigned != nil {
      if children[child].place == nil {
        children[child].status = "admitted"
      } else {
        children[child].assigned = nil
      }
    }
  }
}

extension SecondDecision {
  /// `xét bổ sung`: the same rules once more, over the children then waiting, each with the wishes on
  /// whose list it stood; who has a place keeps it, and whoever has left has none. The lists after it are
  /// made from all who are eligible and admitted nowhere.
  mutating func run(_ supplement: AskedRound.Supplement, _ gathered: Gathered, _ positions: [String: Int]) {
    var kept: [Int: Int] = [:]
    for (ids, path) in supplement.kept {
      if let person = gathered.person(ids) { kept[person] = positions[path.lowercased()] }
    }
    var waiting: [Int: [Int]] = [:]
    for (ids, paths) in supplement.waiting {
      guard let person = gathered.person(ids) else { continue }
      waiting[person] = paths.compactMap { positions[$0.lowercased()] }
    }
    var settledSeats: [Int: String] = [:]
    for (ids, name) in asked.keptSeats {
      if let person = gathered.person(ids) { settledSeats[person] = name }
    }
    let left = Set(supplement.left.compactMap { gathered.person($0) })
    var refused: [Int: Int] = [:]
    for (ids, path) in supplement.refused {
      if let person = gathered.person(ids) { refused[person] = positions[path.lowercased()] }
    }
    let held = HeldBefore(supplement, gathered, positions)
    let before = children
    for index in children.indices {
      let person = children[index].person
      for wish in children[index].wishes.indices {
        let own = children[index].wishes[wish]
        let fits = own.special == asked.programs[own.program].published.special
        children[index].wishes[wish].takesPart =
          kept[person] == own.program || (fits && waiting[person]?.contains(own.program) == true)
        children[index].wishes[wish].waiting = nil
      }
      children[index].kept = false
      children[index].place = nil
      children[index].tied = nil
      children[index].awaited = nil
      children[index].keptRow = nil
      if left.contains(person) { children[index].hasLeft = true }
      children[index].refused = refused[person]
      // A seat that is kept for a child is as good as taken.
      guard let program = kept[person] ?? held.awaited[person] else { continue }
      children[index].kept = true
      children[index].place =
        wish(of: index, at: program) ?? children[index].wishes.firstIndex { $0.program == program }
      children[index].keptRow = row(settledSeats[person], at: program)
    }
    seatAll()
    for index in children.indices {
      let person = children[index].person
      if held.awaited[person] != nil {
        children[index].awaited = children[index].place
        children[index].kept = false
        children[index].place = nil
      }
      if let tied = held.tied[person] {
        children[index].tied = (
          tied.out.flatMap { wish(of: index, at: $0) }, tied.stay.flatMap { wish(of: index, at: $0) }
        )
        // Its places are those that it had, on the seats that it had there.
        let seats = held.tiedSeats[person]
        children[index].row = row(seats?.out, at: tied.out) ?? before[index].row
        children[index].rowIn = row(seats?.stay, at: tied.stay) ?? before[index].rowIn
      }
    }
    fillWaitingLists()
    settle()
    for index in children.indices
    where !children[index].wishes.contains(where: { $0.takesPart || $0.waiting != nil })
      && !held.has(children[index].person)
    {
      let had = ["admitted", "waiting"].contains(before[index].status)
      children[index].status = had || children[index].hasLeft ? "not-admitted" : before[index].status
    }
  }

  /// The row of a program's reservations that is called so; nil for none.
  private func row(_ name: String?, at program: Int?) -> Int? {
    program.flatMap { reserved[$0].firstIndex { !$0.isCap && $0.name == name } }
  }

  /// The wish of a child for a program, in the program's own group.
  private func wish(of child: Int, at program: Int) -> Int? {
    children[child].wishes.firstIndex {
      $0.program == program && $0.special == asked.programs[program].published.special
    }
  }
}

/// Who was held when `xét bổ sung` came, and still is, by the numbers of people.
private struct HeldBefore {
  /// The program where a seat is kept.
  private(set) var awaited: [Int: Int] = [:]
  private(set) var tied: [Int: (out: Int?, stay: Int?)] = [:]
  private(set) var tiedSeats: [Int: (out: String?, stay: String?)] = [:]

  init(_ supplement: AskedRound.Supplement, _ gathered: Gathered, _ positions: [String: Int]) {
    for (ids, path) in supplement.awaited {
      if let person = gathered.person(ids) { awaited[person] = positions[path.lowercased()] }
    }
    for (ids, paths) in supplement.tied {
      guard let person = gathered.person(ids) else { continue }
      tied[person] = (positions[paths.out.lowercased()], positions[paths.stay.lowercased()])
      tiedSeats[person] = supplement.tiedSeats[ids]
    }
  }

  func has(_ person: Int) -> Bool { awaited[person] != nil || tied[person] != nil }
}
