import Tables
import Testing

@testable import Rounds

/// Who may order what, and what `chốt` and `mở lại` with a unit do to the state.
@Suite struct OrdersTests {
  /// A round whose schools A and B stand under the authority PGD, and C under nobody.
  private func world(approver: String = "cơ quan quản lý") -> World {
    var world = World()
    let rounds = Setup.rounds().replacing("|Khóa số bốc thăm", with: "|Người chốt")
    world.drop(
      "so", file: "setup.xlsx", rounds + "\n" + Setup.l10 + "||" + approver,
      """
      Mã đơn vị|Tên đơn vị|Vai trò|Mã cơ quan quản lý
      A|Trường THPT An Bình|Trường|PGD
      B|Trường THPT Bình Minh|Trường|PGD
      C|Trường THPT Cao Thắng|Trường|
      PGD|Phòng Giáo dục|Cơ quan quản lý|
      """, "Mã trường|Chỉ tiêu\nA|10\nB|10\nC|10")
    world.pass()
    return world
  }

  private func refusal(
    _ world: World, _ kind: Order.Kind, _ unit: String = "", by sender: String, _ role: Unit.Role
  ) -> OrderRefusal? {
    world.round()?.refusal(
      of: Order(
        round: "l10", kind: kind, unit: unit, sender: sender, role: role, seed: "", acceptHeld: false,
        seq: 1, table: 0, row: 2))
  }

  @Test func anAuthorityOrdersForItsSchoolsWhereItApproves() {
    let world = world()
    #expect(refusal(world, .finalize, by: "PGD", .authority) == nil)
    #expect(refusal(world, .finalize, "A", by: "PGD", .authority) == nil)
    #expect(refusal(world, .finalize, "C", by: "PGD", .authority) == .notOwn)
    #expect(refusal(world, .return, "A", by: "PGD", .authority) == nil)
    #expect(refusal(world, .reopen, "A", by: "PGD", .authority) == .notClosed)
    #expect(refusal(world, .fixClasses, by: "PGD", .authority) == .notFinalized)
    for kind in [Order.Kind.close, .lottery, .ask, .supplement] {
      #expect(refusal(world, kind, by: "PGD", .authority) == .notAllowed)
    }
    #expect(refusal(self.world(approver: "Sở"), .finalize, by: "PGD", .authority) == .notApprover)
  }

  @Test func aSchoolAsksForApprovalOfItself() {
    let world = world()
    #expect(refusal(world, .ask, by: "A", .school) == nil)
    #expect(refusal(world, .ask, "B", by: "A", .school) == .notOwn)
    #expect(refusal(world, .finalize, by: "A", .school) == .notAllowed)
    #expect(refusal(world, .ask, by: "DVC", .portal) == .notAllowed)
  }

  @Test func theDepartmentNamesASchoolWhereOneIsMeant() {
    let world = world()
    #expect(refusal(world, .return, by: "so", .department) == .unitMissing)
    #expect(refusal(world, .close, "A", by: "so", .department) == .unitGiven)
    #expect(refusal(world, .finalize, "PGD", by: "so", .department) == nil)
    #expect(refusal(world, .supplement, by: "so", .department) == .notFinalized)
  }

  @Test func ordersOfSchoolsAndAuthoritiesWaitLikeTheDepartments() {
    var world = world()
    world.drop("A", "l10", "Thao tác|Lý do\nđề nghị duyệt|xong")
    world.drop("PGD", "l10", file: "b.xlsx", "Thao tác|Mã đơn vị\nchốt|Trường THPT An Bình\ntrả lại|B")
    #expect(
      world.pass().ordersToDo.map { "\($0.sender) \($0.kind) \($0.unit)" } == [
        "A ask ", "PGD finalize A", "PGD return B",
      ])
    #expect(world.last.ordersToDo.map(\.subject) == ["A", "A", "B"])
  }

  @Test func fixedSchoolsCloseTheRoundAndStayUntilTheyAreOpenedAgain() {
    var world = world()
    world.happen(.approvalAsked(school: "A"))
    world.happen(.approvalAsked(school: "B"))
    world.happen(.returned(school: "B"))
    world.pass()
    #expect(world.round()?.approvals == ["A": .asked, "B": .returned])
    world.happen(.fixed(schools: ["A"]))
    world.pass()
    #expect(world.round()?.state == .closed)
    #expect(world.round()?.fixed == ["A"])
    #expect(world.round()?.approvals == ["B": .returned])
    #expect(refusal(world, .finalize, "A", by: "PGD", .authority) == .alreadyFinalized)
    #expect(refusal(world, .finalize, "PGD", by: "PGD", .authority) == nil)
    #expect(refusal(world, .reopen, "A", by: "PGD", .authority) == nil)
    #expect(refusal(world, .fixClasses, "A", by: "PGD", .authority) == nil)
    world.happen(.reopenedSchools(schools: ["A"], stillFixed: [], senders: ["A"]))
    world.pass()
    #expect(world.round()?.fixed == [])
    #expect(world.round()?.state == .closed)
  }

  @Test func schoolsOpenedAgainMaySendAndTheOthersMayNot() {
    var world = world()
    world.happen(.finalized)
    world.drop("A", "l10", file: "held.xlsx", roster(child(1, "")))
    world.pass()
    #expect(world.outcome()?.result == .pending)
    world.happen(.reopenedSchools(schools: ["A"], stillFixed: ["B", "C"], senders: ["A", "PGD"]))
    world.drop("A", "l10", file: "new.xlsx", roster(child(2, "")))
    world.drop("B", "l10", file: "b.xlsx", roster(child(3, "", wishes: "B")))
    world.pass()
    #expect(world.round()?.state == .closed)
    #expect(world.round()?.fixed == ["B", "C"])
    #expect(world.outcome(3)?.result == .taken)
    #expect(world.outcome(4)?.result == .pending)
    world.happen(.fixed(schools: ["A"]))
    world.drop("A", "l10", file: "late.xlsx", roster(child(4, "")))
    world.pass()
    #expect(world.outcome()?.result == .pending)
  }

  @Test func whatARecordSettledStandsUntilTheRoundIsOpenedAgain() {
    var world = world()
    let (a, b) = (PersonKey(personalId: "1"), PersonKey(personalId: "2"))
    let settled = Settled(left: [
      PersonKey(personalId: "3"): .declined, PersonKey(personalId: "4"): .unconfirmed,
    ])
    world.history.records = [
      "l10": RoundRecord(settled: settled, admitted: [a: "A/thuong", b: "B/thuong"])
    ]
    world.happen(.finalized)
    world.pass()
    #expect(world.round()?.settled == settled)
    world.happen(.reopenedSchools(schools: ["A"], stillFixed: ["B", "C"], senders: ["A"]))
    world.pass()
    #expect(world.round()?.settled.kept == [a: "A/thuong", b: "B/thuong"])
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.settled.kept == [a: "A/thuong", b: "B/thuong"])
    // Who refused does not compete again; who only did not confirm may.
    #expect(world.round()?.settled.left == [PersonKey(personalId: "3"): .declined])
  }

  @Test func afterFinalizingEnrolmentsAndAssignmentsAreStillTaken() {
    var world = world()
    world.drop("A", "l10", file: "r.xlsx", roster(child(1, "")))
    world.pass()
    world.happen(.finalized)
    world.drop(
      "A", "l10", file: "e.xlsx", "Số định danh cá nhân|Mã trường|Trạng thái\n\(id(1))|A|đã xác nhận")
    world.drop(
      "PGD", "l10", file: "p.xlsx",
      "Số định danh cá nhân|Mã trường|Số văn bản|Lý do\n\(id(1))|B|12/QĐ|chưa có chỗ")
    world.drop("so", "l10", file: "v.xlsx", "Số định danh cá nhân|Diện được công nhận\n\(id(1))|UT1")
    world.pass()
    #expect(world.outcome(3)?.result == .taken)
    #expect(world.outcome(4)?.result == .taken)
    #expect(world.outcome(5)?.result != .taken)
    #expect(world.inForce(.assignments, "program") == ["4:thuong"])
  }

  @Test func aSchoolConfirmsForItselfAlone() {
    var world = world()
    world.drop(
      "A", "l10", file: "e.xlsx",
      "Số định danh cá nhân|Mã trường|Trạng thái\n\(id(1))|A|đã xác nhận\n\(id(2))|A|từ chối\n\(id(3))|A|không đến\n\(id(4))|B|từ chối\n\(id(5))|A|đã nhập học\n\(id(6))|A|đã nhập học"
    )
    world.pass()
    #expect(world.codes() == ["other-school"])
    // A newer table adds and updates.
    world.drop("A", "l10", file: "e2.xlsx", "Số định danh cá nhân|Mã trường|Trạng thái\n\(id(1))|A|từ chối")
    world.pass()
    #expect(world.inForce(.enrolments, "status").count == 6)
    #expect(world.inForce(.enrolments, "status").last == "3:từ chối")
  }
}
