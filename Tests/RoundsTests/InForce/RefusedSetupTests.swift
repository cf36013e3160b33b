import TableSchema
import Tables
import Testing

@testable import Rounds

/// contract.md 4, Setup: one pass names all that is wrong, and nothing that is right.
@Suite struct RefusedSetupTests {
  private static let programs = "Mã trường|Mã chương trình|Chỉ tiêu|Sinh từ ngày|Sinh đến ngày\n"
  private static let reservations = "Mã trường|Mã chương trình|Loại đối tượng|Giá trị|Số chỗ|Loại\n"

  private func told(_ world: World, _ seq: Int) -> [String] {
    (world.outcome(seq)?.findings ?? []).filter { $0.code != .tooManyErrors }.map {
      "\($0.place.cell ?? "-") \($0.facts["reason"] ?? $0.facts["undeclared"] ?? $0.code.rawValue)"
    }.sorted()
  }

  /// While the only table of seats is refused, nobody who names its schools has anything to mend.
  @Test func whoNamesSeatsOfARefusedTableWaits() {
    var world = World()
    world.drop("so", file: "dot.xlsx", Setup.rounds(Setup.l10), Setup.units)
    world.drop("so", "l10", file: "ct.xlsx", Self.programs + "A||mười\nB|chuyen|5")
    world.drop("so", "l10", file: "dt.xlsx", Self.reservations + "A||Tuyến|1|1|dành riêng")
    world.drop("so", "l10", file: "dc.xlsx", "Mã trường|Nguyện vọng|Điểm chuẩn\nB|1|20")
    world.drop("so", "l10", file: "pt.xlsx", "Xã/Phường|Mã trường|Mã chương trình|Tuyến\nAn|A|thuong|1")
    world.drop("DVC", "l10", roster(child(1, wishes: "A|B/chuyen")))
    world.pass()
    #expect(told(world, 3) == ["A2 standing"])
    #expect(told(world, 4) == ["A2 standing"])
    #expect(told(world, 5) == ["C2 standing"])
    #expect(told(world, 6) == ["F2 standing", "G2 standing"])
    for seq in 3...6 { #expect(world.outcome(seq)?.findings.allSatisfy(\.awaitsSetup) == true) }
    // What stops the round is the one cell that is to be mended.
    #expect(
      world.round()?.setupFindings.map { $0.file + " " + ($0.finding.place.cell ?? "") } == ["ct.xlsx C2"])
    world.drop("so", "l10", file: "ct.xlsx", Self.programs + "A||10\nB|chuyen|5")
    world.pass()
    for seq in 3...6 { #expect(world.outcome(seq)?.result == .taken, "\(seq): \(told(world, seq))") }
  }

  /// The same of one row that has an error in a table that stands; what it does not declare is a mistake.
  @Test func whoNamesTheSeatsOfAHeldRowWaits() {
    var world = Setup.world()
    world.history.settings.maxBadShare = 1
    world.drop(
      "so", "l10", mode: .supplement, file: "ct.xlsx",
      "Mã trường|Mã chương trình|Tên chương trình|Chỉ tiêu\nS|||x\nA|ban-tru|Bán trú|y")
    world.drop(
      "so", "l10", file: "dt.xlsx",
      Self.reservations + "S||Tuyến|1|1|dành riêng\nA|bán trú|Tuyến|1|1|dành riêng\n"
        + "A|noi-tru|Tuyến|1|1|dành riêng\nT||Tuyến|1|1|dành riêng")
    world.pass()
    #expect(told(world, 3) == ["A2 standing", "A5 school", "B3 standing", "B4 foreign-key"])
  }

  /// What a row says against itself is found beside what else is wrong with it and with its table.
  @Test func contradictionsOfARefusedTableAreFoundWithItsErrors() {
    var world = Setup.world()
    world.drop(
      "so", "l10", file: "ct.xlsx",
      Self.programs + "A||mười|1/1/2008|31/12/2007\nB||10|1/1/2008|31/12/2007\nB|x|5|1/1/2008|1/1/2008")
    world.drop(
      "so", "l10", file: "dt.xlsx",
      "Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại\nX|Tuyến|1|1|tối đa\nA|Diện|UT|1|tối đa")
    world.pass()
    #expect(told(world, 2) == ["C2 type-error", "D2 born-backwards", "D3 born-backwards"])
    #expect(world.outcome(2)?.result == .refused)
    #expect(
      told(world, 3) == [
        "A2 foreign-key", "B3 cap-categories", "C3 round", "E2 cap-without-lottery", "E3 cap-without-lottery",
      ])
  }

  @Test func aCapStandsWhereTheRoundDrawsLots() {
    var world = World()
    let lottery = "l10|Lớp 10|2022-2023|THPT|01/07/2022|20/07/2022|2|đồng thời|Bốc thăm||khoa"
    world.drop("so", file: "dot.xlsx", Setup.rounds(lottery), Setup.units, Setup.programs)
    world.drop("so", "l10", file: "dt.xlsx", Self.reservations + "A||Tuyến|1|1|tối đa")
    world.pass()
    #expect(world.outcome(2)?.result == .taken)
    #expect(world.round()?.setupFindings == [])
  }
}
