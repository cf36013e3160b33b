import Tables

/// What families want: the well-known schools and the near ones, so that some
/// overflow and some do not fill.
struct Wishes {
  private let level: Level
  private let zones: Zones
  private let schools: Schools
  /// Positions of the admitting schools, and how many want each.
  private let admitting: [Int]
  private let weights: [Int]

  init(_ level: Level, _ schools: Schools, _ zones: Zones) {
    self.level = level
    self.zones = zones
    self.schools = schools
    admitting = schools.admitting(level)
    weights = admitting.map { schools.all[$0].popularity }
  }

  /// A position drawn by weight.
  static func pick(_ weights: [Int], _ random: inout SeededRandom) -> Int {
    var point = random.below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if point < weight { return index }
      point -= weight
    }
    return 0
  }

  /// An admitting school, the wanted ones more often.
  func favourite(_ random: inout SeededRandom) -> Int { admitting[Wishes.pick(weights, &random)] }

  /// Fills in the wishes; some children do not apply at all.
  func choose(for child: inout Child, always: Bool, _ random: inout SeededRandom) {
    // Some schools collect the wishes themselves, some leave it to the portal, some do both.
    let collects = child.source.map { $0 % 3 }
    child.onPortal = !always && (collects == 1 || collects != 0 && random.chance(50))
    if !always, child.source != nil, random.below(40) == 0 { return }
    var wanted: [Int] = level == .grade10 ? [] : byZone(child, &random)
    while wanted.count < (level == .grade10 ? 2 : 1) {
      let school = favourite(&random)
      if admitting.count < 2 || !wanted.contains(school) { wanted.append(school) }
    }
    if level == .grade10, random.chance(12) { wanted.removeLast() }
    child.wishes = wanted.prefix(level.wishes).map { Wish(school: $0) }
    addSpecial(to: &child, &random)
    addPreferences(to: &child, &random)
  }

  /// Schools of the lowest tiers first; now and then one out of zone.
  private func byZone(_ child: Child, _ random: inout SeededRandom) -> [Int] {
    var tiers = admitting.compactMap { school in
      zones.tier(of: child, at: school).map { (tier: $0, school: school, chance: random.below(100)) }
    }
    tiers.sort { ($0.tier, $0.chance, $0.school) < ($1.tier, $1.chance, $1.school) }
    var wanted = tiers.map(\.school)
    if wanted.count > 1, random.chance(14) { wanted.swapAt(0, 1 + random.below(wanted.count - 1)) }
    if random.chance(4) {
      let school = favourite(&random)
      wanted.removeAll { $0 == school }
      wanted.insert(school, at: 0)
    }
    if wanted.count > 1, random.chance(25) { wanted = [wanted[0]] }
    return wanted
  }

  private func addSpecial(to child: inout Child, _ random: inout SeededRandom) {
    guard let last = child.years.last else { return }
    switch level {
    case .grade10:
      if last.average >= 80, last.math >= 85, random.chance(70) {
        child.specialWish = Wish(school: admitting[0], program: Program.special)
      }
    case .grade6:
      guard let school = Program.testedSchool(schools), last.math >= 85, last.literature >= 75 else { return }
      child.wishes.insert(Wish(school: school, program: Program.tested), at: 0)
      child.wishes = Array(child.wishes.prefix(level.wishes))
    case .grade1, .kindergarten: break
    }
  }

  private func addPreferences(to child: inout Child, _ random: inout SeededRandom) {
    guard level == .grade10 else { return }
    var combos = Wishes.combos
    combos.swapAt(0, Wishes.pick([40, 25, 25, 10], &random))
    child.combos = Array(combos.prefix(random.within(2...3)))
    child.language = random.chance(88) ? "Tiếng Anh" : "Tiếng Pháp"
  }

  static let combos = ["KHTN1", "KHTN2", "KHXH1", "KHXH2"]
}
