import Tables
import TestSupport
import Testing

@testable import Admission

/// The engine agrees with contract.md 4 written out naively.
@Suite struct ReferenceTests {
  /// So many rounds are drawn for each policy; 1,000,000 where there is time
  /// (`./run.sh test --long`, built for speed).
  private static let drawn = hasMillions ? 1_000_000 : 250
  private static let policies: [Rules.TiePolicy] = [.allIn, .allOut, .lottery, .council]

  /// In tenths, so that they run side by side.
  @Test("rounds drawn for each policy agree", arguments: policies, 0..<10)
  func randomRounds(_ policy: Rules.TiePolicy, _ tenth: Int) throws {
    var chance = Chance(UInt64(tenth))
    for number in 0..<Self.drawn / 10 {
      let input = chance.world(policy).input
      guard let found = try disagreement(input) else { continue }
      Issue.record("\(policy), tenth \(tenth), round \(number): \(found)")
    }
    tell("\(policy), tenth \(tenth): \(Self.drawn / 10) drawn rounds compared")
  }

  @Test("rounds with one order for all programs agree", arguments: policies, 0..<10)
  func roundsWithOneOrder(_ policy: Rules.TiePolicy, _ tenth: Int) throws {
    var chance = Chance(UInt64(100 + tenth))
    for number in 0..<Self.drawn / 10 {
      let input = chance.sharedWorld(policy).input
      #expect(input.comparesAlike)
      if let found = try disagreement(input) {
        Issue.record("\(policy), tenth \(tenth), round \(number): \(found)")
      }
      guard number % 10 == 0 else { continue }
      let outcome = try decide(input)
      expectSame(outcome, try decide(input, jobs: 3), "\(policy), tenth \(tenth), round \(number)")
      let risen = try decide(input, jobs: 1, mayWalk: false)
      #expect(outcome.place == risen.place && outcome.rank == risen.rank)
      #expect(outcome.waitingPlace == risen.waitingPlace && outcome.status == risen.status)
    }
    tell("\(policy), tenth \(tenth): \(Self.drawn / 10) drawn rounds with one order compared")
  }

  @Test func theNumberOfThreadsDoesNotMatter() throws {
    var chance = Chance(5)
    for number in 0..<300 {
      let input = chance.world(Self.policies[number % 4]).input
      let outcome = try decide(input)
      for jobs in [2, 5] { expectSame(outcome, try decide(input, jobs: jobs), "round \(number)") }
      let reports = verify(input, outcome, jobs: 3)
      #expect(reports.map(\.examined) == verify(input, outcome).map(\.examined))
      #expect(reports.allSatisfy { $0.violations.isEmpty })
    }
  }

  /// More children than are looked at in one go; too many for the reference.
  @Test(arguments: policies) func roundsOfHundreds(_ policy: Rules.TiePolicy) throws {
    var chance = Chance(7)
    for number in 0..<2 {
      let isShared = number == 1
      var input = (isShared ? chance.sharedWorld(policy, children: 300) : chance.world(policy, children: 300))
        .input
      for program in input.programs.indices { input.programs[program].quota *= 20 }
      let outcome = try decide(input)
      #expect(broken(input, outcome) == [], "round \(number)")
      for jobs in [2, 5] { expectSame(outcome, try decide(input, jobs: jobs), "round \(number)") }
      let risen = try decide(input, jobs: 1, mayWalk: false)
      #expect(outcome.place == risen.place && outcome.rank == risen.rank)
      #expect(outcome.waitingPlace == risen.waitingPlace && outcome.status == risen.status)
      #expect(verify(input, outcome, jobs: 3).map(\.examined) == verify(input, outcome).map(\.examined))
      // A score that takes more than four bytes, and a rank that is wrong.
      let wish = try #require(outcome.rank.indices.first { outcome.rank[$0] > 3 })
      for score in [outcome.score[wish], outcome.score[wish] + 1] {
        var spoilt = outcome
        spoilt.score[wish] = score
        spoilt.rank[wish] -= 2
        #expect(broken(input, spoilt).contains(.ranks), "round \(number)")
      }
    }
  }

  /// So many children with one order for all that they stand on several shelves, with a group of equal
  /// keys that goes on from one shelf to the next, and one that is longer than a shelf.
  @Test(arguments: policies) func manyWithOneOrder(_ policy: Rules.TiePolicy) throws {
    var chance = Chance(9)
    var world = World(quotas: [2500, 1500, 900, 40])
    world.rules.tiePolicy = policy
    for number in 0..<14_000 {
      let mark = (3900..<4300).contains(number) ? 5000 : number < 9000 ? 9000 - number : 0
      var child = Child()
      child.wishes = [0, 1, 2, 3].shuffled(using: &chance).prefix(chance.number(1...4)).map { $0 }
      child.marks = [Int64(mark)]
      world.children.append(child)
    }
    world.children.shuffle(using: &chance)
    let input = world.input
    #expect(input.comparesAlike)
    let risen = try decide(input, jobs: 1, mayWalk: false)
    for jobs in [1, 2, 5] {
      let outcome = try decide(input, jobs: jobs)
      #expect(outcome.place == risen.place && outcome.rank == risen.rank, "\(jobs)")
      #expect(outcome.waitingPlace == risen.waitingPlace && outcome.status == risen.status, "\(jobs)")
      #expect(verify(input, outcome, jobs: jobs).allSatisfy { $0.violations.isEmpty }, "\(jobs)")
    }
  }

  /// All rounds of 3 children × 3 programs (2,222,680 up to renaming) and of 4 × 2
  /// (236,916), each program with a ranking of its own, and of 4 × 3 with one
  /// ranking for all (2,184,680), under every method and policy. Where time is
  /// short, one in so many of them.
  @Test(
    "small worlds whole agree",
    arguments: [(3, 3, false, 2_222_680, 5000), (4, 2, false, 236_916, 600), (4, 3, true, 2_184_680, 5000)],
    hasMillions ? 0..<4 : 0..<1)
  func smallWorlds(
    _ size: (children: Int, programs: Int, commonRanking: Bool, count: Int, step: Int), _ quarter: Int
  ) throws {
    let worlds = SmallWorlds(
      children: size.children, programs: size.programs, commonRanking: size.commonRanking)
    let methods: [Rules.Method] = [.simultaneous, .sequential, .margin]
    let step = hasMillions ? 4 : size.step
    let count = try worlds.forEach(from: quarter * step / 4, step: step) { number, world in
      var world = world
      world.rules.margins = [.zero, Exact(raw: 1)]
      for policy in [Rules.TiePolicy.allIn, .allOut, .council] {
        world.rules.tiePolicy = policy
        for method in hasMillions ? methods : [methods[number / step % 3]] {
          world.rules.method = method
          guard let found = try disagreement(world.input) else { continue }
          Issue.record("world \(number), \(policy), \(method): \(found)")
        }
      }
    }
    #expect(count == size.count)
    tell("\(size.children) × \(size.programs), part \(quarter): every \(step)th of \(count) worlds compared")
  }
}
