import TableSchema
import Tables
import Testing

@testable import Rounds

/// Rows that stand in the place of older ones, and name their child by fewer numbers.
@Suite struct TakenOverTests {
  private let header = "Số định danh cá nhân|Số báo danh|Mã trường|Trạng thái"

  private func world() -> World {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1), child(2)))
    world.pass()
    return world
  }

  private func takenOver(_ world: World) -> [TakenOver] {
    (world.round()?.layers[.enrolments] ?? []).map(\.takenOver)
  }

  /// Who is said to confirm, by the numbers of the applicants.
  private func statuses(_ world: World) throws -> [String] {
    let tables = try #require(world.round())
    guard case .decided(let round) = decide(tables, schemas: shippedSchemas) else {
      Issue.record("not decided")
      return []
    }
    return (0..<round.cohort.count).map { round.enrolments.status(of: $0, at: "A")?.rawValue ?? "-" }
  }

  @Test func aNewerRowIsAboutWhomTheOlderWasAbout() throws {
    var world = world()
    world.drop("A", "l10", "\(header)\n\(id(1))|SBD1|A|đã xác nhận\n\(id(2))|SBD2|A|đã xác nhận")
    world.pass()
    #expect(try statuses(world) == ["confirmed", "confirmed"])
    world.drop("A", "l10", "\(header)\n|SBD1|A|đã nhập học")
    world.pass()
    #expect(world.codes().isEmpty)
    #expect(takenOver(world) == [[:], [0: PersonKey(personalId: id(1))]])
    #expect(try statuses(world) == ["enrolled", "confirmed"])
    // And again, by a row that has taken it over itself.
    world.drop("A", "l10", "\(header)\n|SBD1|A|từ chối\n|SBD9|A|từ chối")
    world.pass()
    #expect(takenOver(world) == [[:], [0: PersonKey(personalId: id(1))]])
    #expect(try statuses(world) == ["declined", "confirmed"])
  }

  /// What a row says itself stands before what others said: the child that a roster knows by it, and the number
  /// that it gives.
  @Test func whatItGivesItselfStandsFirst() throws {
    var world = world()
    world.drop("A", "l10", "\(header)\n\(id(1))|SBD1|A|đã xác nhận")
    world.pass()
    world.drop("A", "l10", "\(header)\n\(id(2))|SBD1|A|đã nhập học")
    world.pass()
    #expect(takenOver(world) == [[:]])
    #expect(try statuses(world) == ["-", "enrolled"])
  }

  /// Who sends all anew names each child anew: so a wrong number can be taken back.
  @Test func aFullListTakesNothingOver() throws {
    var world = world()
    world.drop("A", "l10", "\(header)\n\(id(1))|SBD1|A|đã xác nhận")
    world.pass()
    world.drop("A", "l10", mode: .replace, "\(header)\n|SBD1|A|đã xác nhận")
    world.pass()
    #expect(takenOver(world) == [[:]])
    #expect(try statuses(world) == ["-", "-"])
  }
}
