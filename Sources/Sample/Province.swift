import Tables

/// The made-up province: its schools, and for each round its children.
struct Province {
  let spec: SampleSpec
  let schools: Schools
  private(set) var rounds: [RoundPlan] = []

  init(_ spec: SampleSpec) {
    self.spec = spec
    let children = max(spec.children, 0)
    let levels: [Level] = spec.rosters == nil ? Level.allCases : [.grade10]
    let counts = Dictionary(
      uniqueKeysWithValues: levels.map { ($0, levels.count == 1 ? children : children * $0.share / 1000) })
    schools = Schools(children: counts, rosters: spec.rosters)
    let random = SeededRandom(seed: spec.seed)
    // One register of ids for all rounds.
    var people = People(random.stream(1))
    for level in levels {
      rounds.append(
        RoundPlan(
          level, schools: schools, children: counts[level] ?? 0, alike: spec.rosters != nil, &people,
          random.stream(10 + level.rawValue), seed: spec.seed))
    }
    guard spec.rosters == nil, let place = rounds.firstIndex(where: { $0.level == .grade10 }) else { return }
    rounds[place].fillClassByHand(schools, &people, random.stream(40), seed: spec.seed)
  }

  func round(_ level: Level) -> RoundPlan? { rounds.first { $0.level == level } }
}

/// One round: who applies where, and how many seats there are.
struct RoundPlan {
  let level: Level
  /// By source school, class and name; those from no source school last.
  private(set) var children: [Child] = []
  private(set) var programs: [Program] = []
  /// Leavers of one school whose lists come late or wrong.
  private(set) var late: [Child] = []
  /// A class of another school, whose list somebody typed.
  private(set) var byHand: [Child] = []
  let zones: Zones
  /// By source school, its children's positions.
  private var ranges: [Int: Range<Int>] = [:]

  init(
    _ level: Level, schools: Schools, children count: Int, alike: Bool, _ people: inout People,
    _ random: SeededRandom, seed: UInt64
  ) {
    self.level = level
    zones = Zones(level, schools)
    var random = random
    let sources = schools.leaving(level)
    let weights = sources.map { _ in alike ? 100 : random.within(60...140) }
    let wishes = Wishes(level, schools, zones)
    for index in 0..<count {
      let source: Int?
      if alike {
        source = sources.isEmpty ? nil : sources[index % sources.count]
      } else {
        source = sources.isEmpty || random.below(60) == 0 ? nil : sources[Wishes.pick(weights, &random)]
      }
      let near = source ?? wishes.favourite(&random)
      let home = People.home(near: schools.all[near], &random)
      var child = people.child(bornIn: RoundPlan.birthYear(level, &random), near: home, source: source)
      RoundPlan.school(&child, level, near, seed: seed, &random)
      wishes.choose(for: &child, always: alike, &random)
      children.append(child)
    }
    sortIntoClasses()
    if level == .grade10, !alike, !sources.isEmpty {
      misspell()
      late = (0..<36).map { _ in
        RoundPlan.applicant("9A9", level, sources[0], schools, wishes, &people, seed: seed, &random)
      }
    }
    programs = Program.all(level, schools, children)
  }

  /// A leaver of a school with wishes.
  private static func applicant(
    _ className: String, _ level: Level, _ source: Int, _ schools: Schools, _ wishes: Wishes,
    _ people: inout People, seed: UInt64, _ random: inout SeededRandom
  ) -> Child {
    let home = People.home(near: schools.all[source], &random)
    var child = people.child(bornIn: level.birthYears[0], near: home, source: source)
    school(&child, level, source, seed: seed, &random)
    wishes.choose(for: &child, always: true, &random)
    child.sourceClass = className
    return child
  }

  /// The class whose list was typed by hand.
  mutating func fillClassByHand(
    _ schools: Schools, _ people: inout People, _ random: SeededRandom, seed: UInt64
  ) {
    guard let source = schools.leaving(level).dropFirst().first else { return }
    var random = random
    let wishes = Wishes(level, schools, zones)
    byHand = (0..<30).map { _ in
      RoundPlan.applicant("9A8", level, source, schools, wishes, &people, seed: seed, &random)
    }
    // Their names are as they would be in the old scripts, too.
    (byHand[5].family, byHand[5].given) = ("Nguyễn Thị", "Hồng")
    (byHand[6].family, byHand[6].given) = ("Nguyễn Văn", "An")
    (byHand[7].family, byHand[7].given) = ("Đặng Thị", "Đào")
    (byHand[8].family, byHand[8].given) = ("Trần Ngọc", "Yến")
    for index in byHand.indices { byHand[index].onPortal = false }
  }

  /// Mostly the usual one; some a year too old, and for grade 1 some too young.
  private static func birthYear(_ level: Level, _ random: inout SeededRandom) -> Int {
    let years = level.birthYears
    switch level {
    case .kindergarten: return years[[0, 0, 0, 1, 1, 2][random.below(6)]]
    case .grade1: return random.below(50) == 0 ? years[0] + (random.chance(50) ? 1 : -1) : years[0]
    case .grade10, .grade6: return random.chance(96) ? years[0] : years[1]
    }
  }

  /// What the years at school brought.
  private static func school(
    _ child: inout Child, _ level: Level, _ school: Int, seed: UInt64, _ random: inout SeededRandom
  ) {
    if let grades = level.markedGrades {
      child.years = Marks(school: school, seed: seed).years(grades, &random)
      if random.below(120) == 0 { child.years[child.years.count - 1].conductMissing = true }
    }
    switch level {
    case .grade10:
      if child.ethnicity != "Kinh" { child.priorities.append("UT3") }
      if random.below(60) == 0 { child.priorities.append(random.chance(40) ? "UT1" : "UT2") }
      if random.below(40) == 0 { child.priorities.append("KK1") }
      if child.disability { child.priorities.append("TT1") }
      if random.below(400) == 0 { child.priorities.append("TT2") }
    case .grade6:
      if child.ethnicity != "Kinh" { child.priorities.append("UT3") }
      if random.below(60) == 0 { child.priorities.append("UT2") }
    case .grade1, .kindergarten:
      if child.disability { child.priorities.append("KT") }
      child.boarding = random.chance(55)
    }
  }

  /// Three first wishes that name no school there is.
  private mutating func misspell() {
    let misspelt = ["THPT Lê Quý Đông", "THPT Nguyễn Thong Thạnh", "Trường cấp 3 gần nhà"]
    let candidates = children.indices.filter { children[$0].applies && !children[$0].onPortal }
    for (index, wish) in zip(candidates, misspelt) { children[index].misspeltWish = wish }
  }

  private mutating func sortIntoClasses() {
    let order = children.indices.map { index in
      (
        children[index].source ?? Int.max,
        NameSortKey(family: children[index].family, given: children[index].given), index
      )
    }
    var bySource: [Int: [Int]] = [:]
    // The class comes from the order of admission to the school, not from the name.
    for index in children.indices {
      guard let source = children[index].source else { continue }
      bySource[source, default: []].append(index)
    }
    for (_, members) in bySource {
      for (position, index) in members.enumerated() {
        children[index].sourceClass = RoundPlan.className(level, position / level.leaverClassSize + 1)
      }
    }
    children = order.sorted { a, b in
      let (x, y) = (children[a.2].sourceClass, children[b.2].sourceClass)
      return (a.0, x.utf8.count, x) < (b.0, y.utf8.count, y)
        || (a.0, x) == (b.0, y) && (a.1 < b.1 || a.1 == b.1 && a.2 < b.2)
    }.map { children[$0.2] }
    for (index, child) in children.enumerated() {
      guard let source = child.source else { continue }
      ranges[source] = (ranges[source]?.lowerBound ?? index)..<(index + 1)
    }
  }

  private static func className(_ level: Level, _ number: Int) -> String {
    switch level {
    case .grade10: "9A\(number)"
    case .grade6: "5/\(number)"
    case .grade1, .kindergarten: "Lá \(number)"
    }
  }

  /// The children of a source school.
  func leavers(of school: Int) -> [Child] { ranges[school].map { Array(children[$0]) } ?? [] }
}
