import Admission
import Tables
import Testing

/// The result does not depend on the order of rows.
@Suite struct RowOrderTests {
  /// The same children and programs in another order: everything that is published of them is the same.
  @Test(arguments: [Rules.TiePolicy.allIn, .allOut, .lottery, .council])
  func whatIsPublishedIsTheSameInAnyOrder(_ policy: Rules.TiePolicy) throws {
    var chance = Chance(11)
    for number in 0..<250 {
      var world = chance.world(policy)
      if number % 8 == 7 { world.takeGivenCutoffs(from: &chance) }
      let children = world.children.indices.shuffled(using: &chance)
      let programs = world.programs.indices.shuffled(using: &chance)
      let before = try Published(world, children, programs)
      let other = world.reordered(children: children, programs: programs)
      let after = try Published(other, Array(children.indices), Array(programs.indices))
      #expect(before == after, "round \(number)")
    }
  }

  /// Two children with one key and different wish numbers stand at the last seat: by their rows it is
  /// told which of them is the cut-off, but not by their order.
  @Test(arguments: [Rules.Method.simultaneous, .margin])
  func theCutoffIsTheSameOfEqualKeys(_ method: Rules.Method) throws {
    for policy in [Rules.TiePolicy.allIn, .allOut, .council] {
      var children = [Child(1, 0, marks: "9"), Child(0, marks: "8"), Child(0, marks: "8.5")]
      // In `chênh lệch` the second wish needs a point more.
      if method == .simultaneous { children[0].marks = children[1].marks }
      children[2].marks = [exact("7").raw]
      for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
        var world = World(quotas: [1, 0], children: order.map { children[$0] })
        world.rules = Rules(method: method, tiePolicy: policy, margins: [.zero, exact("1")])
        let (input, outcome) = (world.input, try decide(world.input))
        let cutoff = try #require(outcome.cutoff.first)
        #expect(cutoff >= 0 && input.wishNumber[Int(cutoff)] == 1, "\(policy)")
      }
    }
  }
}

/// What is published of a round, in an order given.
private struct Published: Equatable {
  /// By child.
  var children: [[String]] = []
  /// By program.
  var programs: [[String]] = []
  /// By property: how often it was examined.
  var examined: [Int]

  init(_ world: World, _ children: [Int], _ programs: [Int]) throws {
    let (input, outcome) = (world.input, try decide(world.input))
    examined = verify(input, outcome).map(\.examined)
    for child in children {
      let wishes = input.wishes(of: child)
      let number = Int32(child)
      func told(_ wish: Int32?) -> String {
        wish.map { $0 < 0 ? "none" : "\(Int($0) - wishes.lowerBound)" } ?? ""
      }
      let tied = outcome.tiedPlaces[number]
      var lines = [
        "\(outcome.status[child]) \(told(outcome.place[child])) \(told(tied?.groupOut)) \(told(tied?.groupIn))",
        "\(told(outcome.unreviewed[number])) \(String(describing: outcome.reservedSeats[number]))",
        String(describing: outcome.reservedSeatsGroupIn[number]),
      ]
      for wish in wishes {
        lines.append(
          "\(outcome.verdict[wish]) \(outcome.score[wish]) \(outcome.priority[wish]) \(outcome.incentive[wish])"
            + " \(outcome.tier[wish]) \(outcome.direct[wish]) \(outcome.rank[wish]) \(outcome.waitingPlace[wish])"
        )
      }
      self.children.append(lines)
    }
    let rows = cutoffTable(input, outcome)
    for program in programs {
      let parts = [outcome.cutoff[program]] + (outcome.reservationCutoffs[Int32(program)] ?? [])
      var lines = parts.map { key(of: $0, input, outcome) }
      lines.append(String(describing: outcome.partsWithoutSeats[Int32(program)]))
      for row in rows where row.program == program {
        lines.append(
          "\(row.wish) \(row.applicants) \(row.admitted) \(row.cutoff) \(String(describing: row.tier))"
            + " \(String(describing: row.last))")
      }
      self.programs.append(lines)
    }
  }
}

/// The key of a cut-off, as `giai-trinh.csv` has it.
private func key(of cutoff: Int32, _ input: Input, _ outcome: Outcome) -> String {
  guard cutoff >= 0 else { return "none" }
  let (wish, child) = (Int(cutoff), input.applicant(ofWish: Int(cutoff)))
  let program = input.programs[Int(input.wishProgram[wish])]
  let chain = program.tieChain.map { input.tieChains[$0] } ?? []
  let ties = chain.map { criterion in
    switch criterion.source {
    case .wishNumber: return "\(input.wishNumber[wish])"
    case .field(let field):
      let value = input.fields[field][child]
      return value <= FieldValue.unconvertible ? "" : "\(value)"
    }
  }
  let draw = input.drawOrder.map { "\($0[child])" } ?? ""
  let ruling = input.rulings[input.wishProgram[wish]]?[Int32(child)]
  return
    "\(outcome.direct[wish]) \(outcome.tier[wish]) \(input.wishNumber[wish]) \(outcome.score[wish]) \(ties)"
    + (input.rules.tiePolicy == .lottery ? draw : "")
    + (input.isCouncil ? String(describing: ruling) : "")
}

extension World {
  /// Cut-offs given for the first two wishes, and nothing of seats.
  fileprivate mutating func takeGivenCutoffs(from chance: inout Chance) {
    rules.method = .given
    for program in programs.indices {
      programs[program].reservations = []
      programs[program].givenCutoffs = [1: exact("\(chance.number(0...2))"), 2: exact("1.5")]
    }
  }

  /// Child i is the one that was `children[i]`, program i the one that was `programs[i]`.
  fileprivate func reordered(children: [Int], programs: [Int]) -> World {
    var other = self
    var newNumber = [Int](repeating: 0, count: programs.count)
    for (new, old) in programs.enumerated() { newNumber[old] = new }
    other.programs = programs.map { self.programs[$0] }
    other.zones = zones.map { row in
      var row = row
      row.school = Int32(newNumber[Int(row.school)])
      return row
    }
    for program in other.programs.indices { other.programs[program].school = Int32(program) }
    other.children = children.map { number in
      var child = self.children[number]
      child.wishes = child.wishes.map { $0.map { newNumber[$0] } }
      child.specialWishes = child.specialWishes.map { $0.map { newNumber[$0] } }
      child.kept = child.kept.map { newNumber[$0] }
      child.rulings = Dictionary(uniqueKeysWithValues: child.rulings.map { (newNumber[$0], $1) })
      child.documents = Dictionary(uniqueKeysWithValues: child.documents.map { (newNumber[$0], $1) })
      return child
    }
    other.drawOrder = drawOrder.map { draws in children.map { draws[$0] } }
    return other
  }
}
