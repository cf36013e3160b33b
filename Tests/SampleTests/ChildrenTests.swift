import Tables
import Testing

@testable import Sample

@Suite struct ChildrenTests {
  static let province = Province(SampleSpec(seed: 2022, children: 4000))

  private var children: [Child] { ChildrenTests.province.rounds.flatMap { $0.children + $0.late } }

  private func round(_ level: Level) throws -> RoundPlan {
    try #require(ChildrenTests.province.round(level))
  }

  @Test func aboutAsManyAsAskedFor() {
    #expect(ChildrenTests.province.rounds.map(\.children.count) == [1400, 1000, 900, 700])
  }

  @Test func idsObeyTheirStructure() {
    for child in children {
      let digits = child.personalId.utf8.map { Int($0) - 48 }
      #expect(digits.count == 12)
      #expect(digits.allSatisfy { (0...9).contains($0) })
      #expect([80, 79, 72, 82, 1].contains(digits[0] * 100 + digits[1] * 10 + digits[2]))
      // Born from 2000 on: 2 for boys, 3 for girls.
      #expect(digits[3] == (child.girl ? 3 : 2))
      #expect(2000 + digits[4] * 10 + digits[5] == child.birth.components.year)
    }
    #expect(Set(children.map(\.personalId)).count == children.count)
  }

  @Test func namesAndPhonesAreWhole() {
    for child in children {
      #expect(!child.family.isEmpty && !child.given.isEmpty && !child.fullName.contains("  "))
      #expect(child.phone.utf8.count == 10 && child.phone.hasPrefix("0"))
    }
    // The commonest family name, as in the country.
    let nguyen = children.count { $0.family.hasPrefix("Nguyễn") }
    #expect((30...45).contains(100 * nguyen / children.count))
  }

  @Test func marksSpread() throws {
    let last = try round(.grade10).children.compactMap(\.years.last)
    let averages = last.map(\.average)
    #expect((65...78).contains(averages.reduce(0, +) / averages.count))
    #expect((averages.min() ?? 0) < 55 && (averages.max() ?? 0) > 92)
    for learning in [YearResults.Learning.good, .fair, .average] {
      #expect(last.contains { $0.learning == learning })
    }
    #expect(last.contains { $0.conductMissing })
    // Better in one subject goes with better in all.
    func mean(_ years: [YearResults]) -> Int { years.reduce(0) { $0 + $1.average } / max(1, years.count) }
    #expect(mean(last.filter { $0.math >= 80 }) > mean(last.filter { $0.math < 65 }) + 10)
  }

  @Test func someProgramsOverflowAndSomeDoNotFill() throws {
    for level in Level.allCases {
      let round = try round(level)
      let ordinary = round.programs.filter { !$0.isSpecial && $0.code != Program.tested }
      let demands = ordinary.map { program in
        round.children.count { child in
          child.wishes.first?.school == program.school
            && child.wishes.first?.program != Program.tested
            && (level != .kindergarten
              || program.born.map { ($0.from...$0.to).contains(child.birth) } ?? true)
        }
      }
      #expect(zip(ordinary, demands).contains { $0.quota < $1 }, "\(level)")
      #expect(zip(ordinary, demands).contains { $0.quota > $1 }, "\(level)")
      #expect(round.children.contains { $0.wishes.count > 1 })
    }
  }

  @Test func theLotteryOfGradeOneIsNeeded() throws {
    let round = try round(.grade1)
    // At some school the last seat falls among children of one tier.
    let undecided = round.programs.contains { program in
      var tiers = round.children.filter { $0.wishes.first?.school == program.school }
        .compactMap { round.zones.tier(of: $0, at: program.school) }
      tiers.sort()
      return tiers.count > program.quota && tiers[program.quota] == tiers[program.quota - 1]
    }
    #expect(undecided)
  }

  @Test func someAreIneligible() throws {
    let grade1 = try round(.grade1)
    #expect(grade1.children.contains { $0.birth.components.year != 2016 })
    #expect(
      grade1.children.contains { child in
        child.applies && child.wishes.allSatisfy { grade1.zones.tier(of: child, at: $0.school) == nil }
      })
    #expect(try round(.grade10).children.contains { !$0.applies })
  }

  @Test func aClassOfFortyFiveCanBeReplacedByFive() throws {
    let round = try round(.grade10)
    let schools = ChildrenTests.province.schools.leaving(.grade10)
    let school = try #require(schools.indices.first { Rosters.layout($0, .grade10).split == .filePerClass })
    let first = try #require(Rosters.byClass(round.leavers(of: schools[school])).first)
    #expect(first.children.count == 45)
  }
}
