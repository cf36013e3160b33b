import TableSchema
import Tables
import Testing

@testable import Rounds

/// Rows that name their child by a number that nobody knows, after a row with one that a roster has.
@Suite struct NamedBeforeTests {
  private let header = "Số định danh cá nhân|Số báo danh|Họ và tên|Mã trường|Trạng thái\n"

  /// A roster of two, and what A has sent since, each file in a pass of its own.
  private func world(_ files: (String, Arrival.Mode)...) -> World {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1), child(2)))
    world.pass()
    for (number, (rows, mode)) in files.enumerated() {
      world.drop("A", "l10", mode: mode, file: "\(number + 1).xlsx", header + rows)
      world.pass()
    }
    return world
  }

  /// What the receipt of the newest file says.
  private func told(_ world: World) -> [String] {
    (world.outcome()?.findings ?? []).filter { $0.code == .namedBefore }.map { finding in
      let facts = finding.facts
      return "\(finding.place.row)\(finding.value) \(facts["file"] ?? "") \(facts["otherRow"] ?? "")"
    }
  }

  private var both: String { "\(id(1))|SBD1||A|đã xác nhận" }

  @Test func whereTheNumberThatARosterKnowsStoodIsTold() throws {
    let both = "\(id(2))|SBD2||A|đã xác nhận\n\(self.both)"
    var world = world((both, .normal), ("|SBD1||A|đã nhập học\n|SBD9||A|từ chối", .normal))
    #expect(told(world) == ["2 1.xlsx 3"])
    let finding = try #require(world.outcome()?.findings.first { $0.code == .namedBefore })
    #expect(finding.severity == .note && world.outcome()?.result == .taken)
    // Again by the same number, and then as it was asked for.
    world.drop("A", "l10", file: "3.xlsx", header + "|SBD1||A|từ chối")
    world.pass()
    #expect(told(world) == ["2 1.xlsx 3"])
    world.drop("A", "l10", file: "4.xlsx", header + "\(id(1))|SBD1||A|từ chối")
    world.pass()
    #expect(told(world) == [])
  }

  /// Nobody is somebody else by it: what stands, and whom it is about, is as it was.
  @Test func nothingElseComesOfIt() throws {
    let world = world((both, .normal), ("\(id(9))|SBD1||A|không đến", .normal))
    #expect(told(world) == ["2 1.xlsx 2"])
    let tables = try #require(world.round())
    guard case .decided(let round) = decide(tables, schemas: shippedSchemas) else {
      Issue.record("not decided")
      return
    }
    #expect((0..<round.cohort.count).allSatisfy { round.enrolments.status(of: $0, at: "A") == nil })
    #expect(round.findings.map(\.finding.code).contains(.notApplicant))
  }

  /// A full list tells it too.
  @Test func aFullListIsToldToo() {
    #expect(told(world((both, .normal), ("|SBD1||A|đã nhập học", .replace))) == ["2 1.xlsx 2"])
  }

  @Test func whereThereIsNothingToTell() {
    let named = "\(id(1))|SBD1|Nguyễn Văn 1|A|đã xác nhận"
    // Somebody is known by it; another name; the older number stands in another row; nobody knows that either.
    for (first, second) in [
      (both, "\(id(2))|SBD1||A|đã nhập học"), (named, "|SBD1|Lê An|A|đã nhập học"),
      (both, "|SBD1||A|không đến\n\(id(1))|||A|đã nhập học"),
      ("\(id(8))|SBD1||A|đã xác nhận", "|SBD1||A|đã nhập học"),
    ] {
      #expect(told(world((first, .normal), (second, .normal))) == [], "\(first) \(second)")
    }
    // Marks tell whose it is.
    var world = world((both, .normal), ("|SBD1||A|đã nhập học", .normal))
    world.drop("so", "l10", "Số định danh cá nhân|Số báo danh|Toán\n\(id(1))|SBD1|8")
    world.pass()
    #expect(world.outcome(4)?.findings.contains { $0.code == .namedBefore } == false)
  }
}
