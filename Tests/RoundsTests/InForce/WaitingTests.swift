import TableSchema
import Tables
import Testing

@testable import Rounds

/// How long what is held or refused is worth looking at.
@Suite struct WaitingTests {
  @Test func aHeldListWaitsUntilTheSameFileIsAdded() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", roster(child(1), child(2)))
    world.pass()
    world.drop("S", "l10", file: "b.xlsx", roster(child(3), child(4)))
    world.pass()
    #expect(world.codes() == ["would-remove"])
    #expect(world.outcome(3)?.inForce == true)
    world.drop("S", "l10", mode: .supplement, file: "c.xlsx", roster(child(5)))
    world.pass()
    #expect(world.outcome(3)?.inForce == true)
    world.drop("S", "l10", mode: .supplement, file: "b.xlsx", roster(child(3), child(4)))
    world.pass()
    #expect(world.outcome(3)?.inForce == false)
  }

  @Test func aRefusedRoundWaitsUntilItIsDeclared() {
    var world = World()
    let wrong = Setup.rounds("l10|Lớp 10|2022-2023|THPT|01/07/2022|20/07/2022|2|thế nào|Lấy cả nhóm")
    world.drop("so", file: "setup.xlsx", wrong, Setup.units, Setup.programs)
    world.pass()
    #expect(world.outcome(1)?.result == .pending)
    #expect(
      world.outcome(1)?.findings.filter { $0.code == .unknownRound }.map(\.place.sheet) == [
        "Sheet2", "Sheet3",
      ])
    world.drop("so", file: "setup.xlsx", Setup.rounds(Setup.l10), Setup.units, Setup.programs)
    world.pass()
    #expect(world.outcome(1)?.inForce == false)
    #expect(world.round()?.programs.count == 3)
  }

  @Test func aFileWhoseRoundWasNeverToldIsSettledByTheNext() {
    var world = Setup.world()
    world.drop("so", file: "l6.xlsx", Setup.rounds(Setup.l6), Setup.units, "Mã trường|Chỉ tiêu\nS|10\nT|10")
    world.pass()
    let text = "SBD|Họ và tên|Ngày sinh\n1|An Văn|02/02/2009"
    world.drop("DVC", nil, file: "a.xlsx", text)
    world.pass()
    #expect(world.codes() == ["round-unclear"])
    world.drop("DVC", "l6", file: "b.xlsx", text)
    world.pass()
    #expect(world.outcome(3)?.inForce == false)
    // With one round less to choose from it would be clear, and stays where it is.
    world.happen(.closed(closes: nil), "l6")
    world.pass()
    #expect(world.inForce(.roster, "examNo") == [])
    #expect(world.inForce(.roster, "examNo", round: "l6") == ["4:1"])
  }

  /// Programs export under one name: another class or another table is none of it.
  @Test func aListThatWaitsIsNotSettledByAnotherOneOfItsName() {
    func list(_ number: Int, _ className: String) -> String {
      "Số định danh cá nhân|Họ và tên|Ngày sinh|Lớp|NV1\n\(id(number))|Em \(number)|02/02/2007|\(className)|A"
    }
    var world = Setup.world()
    world.happen(.closed(closes: nil))
    world.drop("S", nil, file: "ds.csv", list(1, "9A2"))
    world.pass()
    world.drop("S", nil, file: "ds.csv", list(2, "9A3"))
    world.pass()
    world.drop(
      "S", nil, file: "ds.csv", "Số định danh cá nhân|Mã trường|Trạng thái\n\(id(3))|S|đã xác nhận")
    world.pass()
    world.drop("S", nil, file: "ds.csv", list(4, "9a3"))
    world.pass()
    #expect([2, 3, 5].map { world.outcome($0)?.inForce } == [true, false, true])
    world.happen(.reopened)
    world.pass()
    #expect(world.inForce(.roster, "personalId") == ["2:" + id(1), "5:" + id(4)])
  }

  @Test(
    "F26: the only round that fits is closed: it is for that, and taken once that is open again",
    arguments: [RoundEvent.Change.closed(closes: nil), .finalized])
  func theOnlyRoundThatFitsIsClosed(_ change: RoundEvent.Change) {
    var world = Setup.world()
    world.happen(change)
    world.drop("S", nil, roster(child(1)))
    world.pass()
    let state = change == .finalized ? "finalized" : "closed"
    for _ in 0..<2 {
      #expect(world.codes() == ["round-unclear"] && world.outcome()?.result == .pending)
      #expect(world.outcome()?.findings.first?.facts == ["candidates": "l10", state: "l10"])
      world.pass()
    }
    world.happen(.reopened)
    world.pass()
    #expect(world.outcome()?.result == .taken)
    #expect(world.inForce(.roster, "personalId") == ["2:" + id(1)])
  }

  @Test func aListThatCameTooLateForOneRoundIsForTheNextThatFits() {
    var world = Setup.world()
    world.happen(.finalized)
    world.drop("S", nil, roster(child(1)))
    world.pass()
    world.drop(
      "so", file: "l10b.xlsx", Setup.rounds(Setup.l10.replacing("l10", with: "l10b")), Setup.units,
      "Mã trường|Chỉ tiêu\nA|10\nB|10")
    world.pass()
    #expect(world.outcome(2)?.rounds == ["l10b"] && world.outcome(2)?.result == .taken)
  }

  @Test func severalClosedRoundsAreNamedWithTheirState() {
    var world = Setup.world()
    world.drop(
      "so", file: "l10b.xlsx", Setup.rounds(Setup.l10.replacing("l10", with: "l10b")), Setup.units,
      "Mã trường|Chỉ tiêu\nA|10\nB|10")
    world.pass()
    world.happen(.finalized)
    world.happen(.closed(closes: nil), "l10b")
    world.drop("S", nil, roster(child(1)))
    world.pass()
    let facts = world.outcome()?.findings.first { $0.code == .roundUnclear }?.facts
    #expect(facts == ["candidates": "l10; l10b", "closed": "l10b", "finalized": "l10"])
  }

  @Test func wishesForNobodySayNothingOfTheRound() {
    var world = Setup.world()
    world.history.settings.maxBadShare = 1
    world.drop("S", nil, roster(child(1, wishes: "Không có")))
    world.pass()
    #expect(world.outcome()?.rounds == ["l10"])
    #expect(world.codes() == ["foreign-key"])
  }

  @Test func aRefusedSetupTableStopsTheRoundWhateverStoodBefore() {
    var world = Setup.world()
    world.drop("so", "l10", file: "d.xlsx", "Cột điểm|Hệ số\nToán|x")
    world.pass()
    #expect(world.round()?.setupFindings.map(\.finding.code) == [.typeError])
    world.drop("so", "l10", file: "d.xlsx", "Cột điểm|Hệ số\nToán|1")
    world.pass()
    #expect(world.round()?.setupFindings.isEmpty == true)
    world.drop("so", "l10", file: "d.xlsx", "Cột điểm|Hệ số\nToán|y")
    world.pass()
    #expect(world.outcome()?.result == .refused)
    #expect(world.round()?.setupFindings.map(\.finding.code) == [.typeError])
    // What is in force already, sent again, says that it is meant.
    world.drop("so", "l10", file: "e.xlsx", "Cột điểm|Hệ số\nToán|1")
    world.pass()
    #expect(world.codes() == ["already-received"])
    #expect(world.round()?.setupFindings.isEmpty == true)
  }

  /// Of two versions nobody knows which is meant, and of a list that would remove much whether it is.
  @Test func aSetupTableThatWaitsToBeSentAgainStopsTheRound() {
    var world = Setup.world()
    for (file, coefficient) in [("a.xlsx", 1), ("b.xlsx", 2)] {
      world.drop("so", "l10", file: file, "Cột điểm|Hệ số\nToán|\(coefficient)")
    }
    world.pass()
    #expect(world.round()?.setupFindings.map(\.finding.code) == [.twoVersions, .twoVersions])
    #expect(world.round()?.setupFindings.map(\.file) == ["a.xlsx", "b.xlsx"])
    world.drop("so", "l10", file: "b.xlsx", "Cột điểm|Hệ số\nToán|2")
    world.pass()
    #expect(world.round()?.setupFindings.isEmpty == true)
    let others = "Mã trường|Mã chương trình|Chỉ tiêu\nB|moi|10\nA|moi|10"
    world.drop("so", "l10", file: "c.xlsx", others)
    world.pass()
    #expect(world.round()?.setupFindings.map(\.finding.code) == [.wouldRemove])
    #expect(world.round()?.programs.count == 3)
    world.drop("so", "l10", mode: .replace, file: "c.xlsx", others)
    world.pass()
    #expect(world.round()?.setupFindings.isEmpty == true)
    #expect(world.round()?.programs.count == 2)
  }

  /// As a held row does: the rules of a round are those that its newest row means.
  @Test func aRefusedRoundsTableStopsItsRoundsAlone() {
    var world = Setup.world()
    let header = "Mã đợt|Tên đợt|Năm học|Cấp học|Ngày mở|Ngày đóng|Số nguyện vọng|Cách xét|Bằng điểm"
    world.drop(
      "so", nil, file: "d.xlsx", header + "\nl10|x|2026-2027|THPT|1/1/2026|31/12/2099|3|đồng thời|Bốc thăm")
    world.pass()
    #expect(world.outcome()?.result == .refused)
    #expect(world.round()?.round.code == "l10")
    #expect(world.round()?.setupFindings.isEmpty == false)
  }

  /// After `chốt` a table that decides is taken no more, whether it is right or wrong.
  @Test func aRefusedSetupTableStopsNoRoundThatIsFinalized() {
    var world = Setup.world()
    world.drop("so", "l10", file: "d.xlsx", "Cột điểm|Hệ số\nToán|1")
    world.pass()
    world.happen(.closed(closes: nil))
    world.happen(.finalized)
    world.pass()
    world.drop("so", "l10", file: "d.xlsx", "Cột điểm|Hệ số\nToán|y")
    world.pass()
    #expect(world.outcome()?.result == .refused)
    #expect(world.round()?.setupFindings.isEmpty == true)
  }

  @Test func aRefusedOrderIsOver() {
    var world = Setup.world()
    world.drop("so", nil, "Mã đợt|Thao tác\nl10|mở lại")
    world.pass()
    #expect(world.outcome()?.inForce == true)
    world.history.facts.orders = [JudgedFacts.OrderFact(seq: 2, table: 0, row: 2, refusal: "not-closed")]
    world.pass()
    #expect(world.outcome()?.result == .refused)
    #expect(world.outcome()?.inForce == false)
  }

  @Test func whatDecidingFindsHoldsItsRow() {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1), child(2)))
    world.pass()
    guard var outcome = world.outcome() else { return }
    let place = Finding.Place(sheet: "Sheet1", row: 3)
    outcome.add([Finding(.notApplicant, .note, at: Finding.Place(sheet: "Sheet1", row: 2))])
    #expect(outcome.result == .taken)
    outcome.add([Finding(.differentWishes, .error, at: place), Finding(.personDisagrees, .error, at: place)])
    #expect(outcome.result == .partly)
    #expect(outcome.tables.map(\.held) == [1])
    #expect(outcome.tables.map(\.accepted) == [1])
  }
}
