import Foundation
import Testing

/// contract.md 4, States: `chốt` and `mở lại` with a unit, and what schools ask for.
@Suite struct DecidingUnitsTests {
  /// A priority that an authority recognises counts for its own schools' children, in both decisions.
  @Test func anAuthorityVerifiesTheChildrenOfItsOwnSchools() throws {
    try withRound { round in
      try round.declare(
        programs: ["S1|1", "S2|1"], rules: [("Chỉ tính diện đã thẩm định", "có")], authority: "PGD")
      try round.drop(
        "so", "donvi",
        [
          "Mã đơn vị|Tên đơn vị|Vai trò|Mã cơ quan quản lý", "S1|THPT Một|Trường|PGD",
          "S2|THPT Hai|Trường|", "cong|Cổng|Cổng dịch vụ công|", "PGD|Phòng Giáo dục|Cơ quan quản lý|",
        ])
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "U|Con thương binh|ưu tiên|2"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1||", "A3|9|S2||", "A4|8|S2||"])
      try round.drop("PGD", "thamdinh", ["Mã hồ sơ|Diện được công nhận", "A2|U", "A4|U"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 waiting", "A2 S1", "A3 S2", "A4 waiting"])
      #expect(try round.codes("PGD", "thamdinh") == ["not-our-child"])
      let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/du-kien-01").path)
      #expect(verified.status == 0, "\(verified)")
    }
  }

  private let approved = [("Người chốt", "cơ quan quản lý")]

  @Test func anAuthorityFinalizesOneSchoolAfterTheOther() throws {
    try withRound { round in
      try round.declare(rules: approved, authority: "P1")
      try round.applications("a", fourChildren)
      try round.drop("P1", "chot1", ["Thao tác|Mã đơn vị", "chốt|S1"])
      #expect(try round.work.run("run").status == 0)
      #expect(round.published("S1") == ["chinh-thuc-01"])
      #expect(round.published("S2") == ["du-kien-01"])
      #expect(round.published("so") == ["du-kien-01"])
      #expect(round.work.files("Outbox/S2/r1/du-kien-01") == ["MANIFEST.json", "danh-sach-dang-ky.xlsx"])
      // The round has closed: a better child comes too late.
      try round.applications("b", fourChildren + ["A5|10|S1|S2|"])
      #expect(try round.work.run("run").status == 1)
      #expect(try round.codes("cong", "b").contains("round-closed"))
      // Setup may still change for the others; who is fixed stays.
      try round.drop("so", "diem", ["Cột điểm|Hệ số", "ĐTB 9|-1"])
      try round.drop("P1", "chot2", ["Thao tác|Lý do", "chốt|xong"])
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S1", "A3 waiting", "A4 S2"])
      #expect(round.published("S2").last == "du-kien-01" || round.published("S2").contains("chinh-thuc-01"))
      #expect(round.published("S2").contains("chinh-thuc-01"))
      #expect(try round.work.run("status").output.contains("r1"))
    }
  }

  @Test func whereTheDepartmentApprovesAnAuthorityIsRefused() throws {
    try withRound { round in
      try round.declare(authority: "P1")
      try round.applications("a", fourChildren)
      try round.drop("P1", "chot", ["Thao tác|Mã đơn vị", "chốt|S1"])
      try round.drop("S1", "chot", ["Thao tác|Lý do", "chốt|xong"])
      #expect(try round.work.run("run").status == 1)
      #expect(try round.codes("P1", "chot") == ["order-refused"])
      #expect(try round.codes("S1", "chot") == ["order-refused"])
      #expect(round.published("S1") == [])
    }
  }

  @Test func whatASchoolAsksIsShownAndIsNoCondition() throws {
    try withRound { round in
      try round.declare(rules: approved, authority: "P1")
      try round.applications("a", fourChildren)
      try round.drop("S1", "denghi", ["Thao tác|Lý do", "đề nghị duyệt|đã rà soát"])
      #expect(try round.work.run("run").status == 0)
      let asked = try round.work.run("status").output
      #expect(asked.contains("S1"))
      try round.drop("P1", "tralai", ["Thao tác|Mã đơn vị|Lý do", "trả lại|S1|thiếu hồ sơ"])
      try round.work.run("run")
      #expect(try round.work.run("status").output != asked)
      try round.drop("P1", "chot", ["Thao tác|Mã đơn vị", "chốt|S1"])
      #expect(try round.work.run("run").status == 0)
      #expect(round.published("S1") == ["chinh-thuc-01"])
    }
  }

  @Test func aSchoolThatIsOpenedAgainMaySendAndKeepsItsChildren() throws {
    try withRound { round in
      try round.declare(authority: "P1")
      try round.applications("a", fourChildren)
      try round.order("chot", "chốt||")
      #expect(try round.work.run("run").status == 0)
      try round.drop("so", "molai", ["Thao tác|Mã đơn vị", "mở lại|S1"])
      try round.work.run("run")
      // Its own new application is taken; the portal's is not.
      try round.drop(
        "S1", "them",
        ["Mã hồ sơ|ĐTB 9|NV1|Họ và tên|Ngày sinh", "B1|10|S1|Lê Thị Bình|01/02/2011"])
      try round.applications("b", fourChildren + ["A5|10|S2||"])
      #expect(try round.work.run("run").status == 1)
      #expect(try round.codes("cong", "b").contains("round-closed"))
      try round.drop("so", "chot2", ["Thao tác|Mã đơn vị", "chốt|S1"])
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-02")
          == ["A1 S1", "A2 S1", "A3 S2", "A4 waiting", "B1 waiting"])
    }
  }
}
