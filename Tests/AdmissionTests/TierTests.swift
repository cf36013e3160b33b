import Admission
import Testing

/// The tier of a child (contract.md 4): the lowest among the rows all of whose
/// filled columns are the child's.
@Suite struct TierTests {
  /// Permanent residence in commune 1, hamlet 11; lives in commune 2, hamlet 22; leaves school 5.
  private func tier(_ rows: [ZoneRow], route: [Int32] = []) throws -> Int32? {
    var world = World(quotas: [1], children: [Child(0, marks: "1")])
    world.programs[0].zoned = true
    world.zones = rows
    var home = Residence()
    (home.permanentCommune, home.permanentHamlet) = (1, 11)
    (home.currentCommune, home.currentHamlet) = (2, 22)
    home.sourceSchool = 5
    home.route = route
    world.children[0].residence = home
    let outcome = try decide(world.input)
    #expect(broken(world.input, outcome) == [])
    return outcome.verdict[0] == .eligible ? outcome.tier[0] : nil
  }

  private func row(
    _ basis: ZoneRow.Basis, _ commune: Int32? = nil, _ hamlet: Int32? = nil, source: Int32? = nil,
    tier: Int32 = 1
  ) -> ZoneRow {
    var row = ZoneRow(basis: basis, school: 0, tier: tier)
    (row.commune, row.hamlet, row.sourceSchool) = (commune, hamlet, source)
    return row
  }

  @Test func basisNamesTheResidence() throws {
    #expect(try tier([row(.permanent, 1)]) == 1)
    #expect(try tier([row(.permanent, 2)]) == nil)
    #expect(try tier([row(.current, 2, 22)]) == 1)
    #expect(try tier([row(.current, 1)]) == nil)
    #expect(try tier([row(.either, 1, 11)]) == 1)
    #expect(try tier([row(.either, 2)]) == 1)
    #expect(try tier([row(.either, 1, 22)]) == nil)
    #expect(try tier([row(.both, 1)]) == nil)
    #expect(try tier([row(.both, 2)]) == nil)
    #expect(try tier([row(.sourceSchool, source: 5)]) == 1)
    #expect(try tier([row(.sourceSchool, source: 6)]) == nil)
  }

  @Test func everyFilledColumnCounts() throws {
    #expect(try tier([row(.permanent, 1, 12)]) == nil)
    #expect(try tier([row(.permanent, 1, 11, source: 6)]) == nil)
    #expect(try tier([row(.permanent, 1, 11, source: 5)]) == 1)
  }

  @Test func theLowestTierStands() throws {
    #expect(try tier([row(.either, 2, tier: 3), row(.permanent, 1, tier: 2)]) == 2)
    #expect(try tier([row(.either, 9, tier: 1), row(.permanent, 1, tier: 2)]) == 2)
    #expect(try tier([row(.permanent, 1, tier: 2)], route: [0]) == 1)
    #expect(try tier([], route: [0]) == 1)
    #expect(try tier([], route: [1]) == nil)
  }

  @Test func aRowMayNameAProgram() throws {
    var other = row(.permanent, 1)
    other.program = 7
    #expect(try tier([other]) == nil)
    other.program = 0
    #expect(try tier([other]) == 1)
    other.school = 3
    #expect(try tier([other]) == nil)
  }

  @Test func nearerTiersComeBeforeHigherScores() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "30"), Child(0, marks: "5")])
    world.programs[0].zoned = true
    world.zones = [row(.sourceSchool, source: 5), row(.sourceSchool, source: 6, tier: 2)]
    world.children[0].residence.sourceSchool = 6
    world.children[1].residence.sourceSchool = 5
    #expect(try decide(world.input).programs(world.input) == [nil, 0])
  }
}
