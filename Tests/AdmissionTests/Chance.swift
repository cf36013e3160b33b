import Admission
import Tables

/// Made-up rounds from a seed, small and full of ties.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func happens(oneIn count: Int) -> Bool { number(1...count) == 1 }

  /// A round with everything that the engine knows: groups of wishes, phases,
  /// tiers, directs, margins, tie chains with missing and wide values, a draw.
  ///
  /// - Parameter children: nil for up to twelve.
  mutating func world(_ policy: Rules.TiePolicy? = nil, children: Int? = nil) -> World {
    let count = number(1...5)
    var world = World(quotas: (0..<count).map { _ in number(0...3) })
    let methods: [Rules.Method] = [.simultaneous, .sequential, .margin]
    let policies: [Rules.TiePolicy] = [.allIn, .allOut, .lottery, .council]
    world.rules.method = methods[number(0...2)]
    world.rules.tiePolicy = policy ?? policies[number(0...3)]
    world.rules.margins = [.zero, exact("1"), exact("1.5")]
    world.priorities = [
      1: PriorityGrant(kind: .priority, points: exact("1")),
      2: PriorityGrant(kind: .direct, points: .zero),
    ]
    world.tieChains = [
      [
        TieCriterion(source: .field(1), descending: true), TieCriterion(source: .field(2), descending: false),
      ],
      [TieCriterion(source: .wishNumber, descending: happens(oneIn: 2))],
    ]
    for program in world.programs.indices {
      if happens(oneIn: 5) { world.programs[program].special = true }
      if happens(oneIn: 5) { world.programs[program].phase = number(1...3) }
      if happens(oneIn: 4) { world.programs[program].zoned = true }
      if happens(oneIn: 4) { world.programs[program].reserve = number(0...2) }
      if happens(oneIn: 6) { world.programs[program].acceptedWishes = [1, 2] }
      world.programs[program].tieChain = happens(oneIn: 2) ? nil : number(0...1)
      if happens(oneIn: 6) { world.programs[program].reviewsDocuments = true }
      if happens(oneIn: 3) { reserve(of: &world.programs[program], caps: world.rules.tiePolicy == .lottery) }
      for tier in 1...2 {
        var row = ZoneRow(basis: .sourceSchool, school: Int32(program), tier: Int32(tier))
        row.sourceSchool = Int32(tier)
        world.zones.append(row)
      }
    }
    let wide = happens(oneIn: 3)
    for _ in 0..<(children ?? number(0...12)) { world.children.append(child(of: world, wide: wide)) }
    if policy == .lottery || happens(oneIn: 2) {
      world.drawOrder = world.children.indices.map { Int32($0) }.shuffled(using: &self)
    }
    return world
  }

  /// The same in which every program ranks its applicants alike: one score and one
  /// tie chain for all, no wish before another, no reservations.
  mutating func sharedWorld(_ policy: Rules.TiePolicy, children: Int? = nil) -> World {
    var world = world(policy, children: children)
    world.rules.method = .simultaneous
    let chain = happens(oneIn: 2) ? 0 : nil
    for program in world.programs.indices {
      world.programs[program].tieChain = chain
      world.programs[program].reservations = []
      world.programs[program].zoned = false
    }
    // Without a draw the council decides, and rulings would part what is equal.
    if policy != .allIn, policy != .allOut, world.drawOrder == nil || policy == .council {
      for child in world.children.indices { world.children[child].rulings = [:] }
    }
    return world
  }

  /// Rows for categories of any kind; with caps for tiers or source schools alone.
  private mutating func reserve(of program: inout Program, caps: Bool) {
    let caps = caps && happens(oneIn: 2)
    let categories: [Reservation.Category] =
      caps
      ? happens(oneIn: 2) ? [.tier(1), .tier(2), .tier(3)] : [.sourceSchool(1), .sourceSchool(2)]
      : [.tier(1), .tier(2), .sourceSchool(1), .sourceSchool(2), .claim(1), .claim(2), .claim(3)]
    var left = program.quota
    for _ in 0..<number(1...4) {
      let category = categories[number(0...(categories.count - 1))]
      let kind: Reservation.Kind = caps && happens(oneIn: 2) ? .atMost : .reserved
      guard !program.reservations.contains(where: { $0.kind == kind && $0.category == category }) else {
        continue
      }
      let seats = kind == .atMost ? number(0...3) : number(0...left)
      if kind == .reserved { left -= seats }
      program.reservations.append(Reservation(kind, category, seats: seats))
    }
  }

  private mutating func child(of world: World, wide: Bool) -> Child {
    var child = Child()
    let programs = world.programs.indices.shuffled(using: &self)
    child.wishes = programs.filter { !world.programs[$0].special || happens(oneIn: 6) }.prefix(number(0...4))
      .map { happens(oneIn: 8) ? nil : $0 }
    child.specialWishes = programs.filter { world.programs[$0].special }.prefix(number(0...2)).map { $0 }
    child.marks = (0..<3).map { _ in
      if happens(oneIn: 12) { return FieldValue.missing }
      let mark = Int64(number(0...4))
      return wide ? (mark - 2) * 0x0FFF_FFFF_FFFF_FFFF / 3 : mark * 5_000_000_000
    }
    if wide { child.marks[0] /= 4 }
    if happens(oneIn: 3) { child.claims = [1, 2, 3].shuffled(using: &self).prefix(number(1...2)).map { $0 } }
    for program in world.programs.indices {
      if happens(oneIn: 3) {
        child.documents[program] = [.passed, .passed, .lacking, .failed][number(0...3)]
      }
      if happens(oneIn: 4) {
        child.rulings[program] =
          [.admit(order: Int32(number(1...3))), .admit(order: nil), .refuse][number(0...2)]
      }
    }
    if happens(oneIn: 12) { child.state = happens(oneIn: 2) ? .held : .withdrawn }
    child.residence.sourceSchool = Int32(number(1...2))
    if happens(oneIn: 12), child.state == .competes {
      child.kept = (child.wishes + child.specialWishes).compactMap { $0 }.first
      if happens(oneIn: 2) { child.keptSeat = number(0...2) }
    }
    return child
  }
}
