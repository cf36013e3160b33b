import Foundation
import Testing

/// contract.md 4: enrolments, `xét bổ sung`, assignments and `chốt lớp`, through files alone.
@Suite struct DecidingSupplementTests {
  private func finalized(_ round: DecidingRound) throws {
    try round.declare()
    try round.applications("a", fourChildren + ["A5|5|S1||"])
    try round.order("chot", "chốt||")
    #expect(try round.work.run("run").status == 0)
    #expect(
      try round.result("chinh-thuc-01") == ["A1 S1", "A2 S1", "A3 S2", "A4 waiting", "A5 waiting"])
  }

  @Test func theSeatOfWhoRefusedGoesToTheFirstWhoWaits() throws {
    try withRound { round in
      try finalized(round)
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối", "A2|S1|đã xác nhận")
      #expect(try round.work.run("run").status == 0)
      // Enrolments alone move nobody.
      #expect(try round.result("chinh-thuc-01").first == "A1 S1")
      #expect(round.published("so").contains("chinh-thuc-02") == false)
      try round.order("bosung", "xét bổ sung||")
      #expect(try round.work.run("run").status == 0)
      #expect(
        try round.result("chinh-thuc-02")
          == ["A1 not-admitted", "A2 S1", "A3 S2", "A4 S1", "A5 waiting"])
      #expect(
        try round.rows("chinh-thuc-02", "ket-qua.csv").first?["reason"]?.contains("từ chối") == true)
      // S2 has said nothing: its child stays, and the school is named.
      #expect(try round.codes("so", "bosung") == ["unconfirmed-kept"])
      // Once with who takes a place, once with the new result.
      #expect(round.published("S1") == ["chinh-thuc-01", "chinh-thuc-02", "chinh-thuc-03"])
      #expect(round.published("S2") == ["chinh-thuc-01", "chinh-thuc-02"])
      // The same again changes nothing.
      #expect(try round.work.run("run").status == 0)
      #expect(round.published("so").filter { $0.hasPrefix("chinh") } == ["chinh-thuc-01", "chinh-thuc-02"])
      // And once more, for who refuses now.
      try round.enrolments("S1", "xacnhan2", "A4|S1|không đến")
      try round.order("bosung2", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-03")
          == ["A1 not-admitted", "A2 S1", "A3 S2", "A4 not-admitted", "A5 S1"])
      #expect(try round.work.run("explain", "r1", "A5").status == 0)
    }
  }

  /// Whom the first run admitted was never asked: a second one loses it no seat, and its school is asked.
  @Test func whoeverWasNeverAskedKeepsItsPlace() throws {
    try withRound { round in
      try finalized(round)
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      // Of its first lists a table says all, whenever it came.
      let first = ["A1 not-admitted", "A2 not-admitted", "A3 S2", "A4 S1", "A5 S1"]
      #expect(try round.result("chinh-thuc-02") == first)
      #expect(try round.codes("so", "bosung") == ["unconfirmed-left", "unconfirmed-kept"])
      #expect(try round.sentences("so", "bosung").contains { $0.contains("S1 (1)") })
      func tasks(_ unit: String) throws -> [String] {
        try round.work.texts(ofBook: "Outbox/\(unit)/VIEC-CAN-LAM.xlsx")
          .filter { $0.hasPrefix("Xác nhận nhập học") }
      }
      #expect(try tasks("S1").count == 1 && tasks("S1")[0].contains("2 em"))
      #expect(try tasks("S2").count == 1)
      try round.order("bosung2", "xét bổ sung||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-03") == first)
      #expect(try round.codes("so", "bosung2") == ["unconfirmed-kept"])
      #expect(try round.sentences("so", "bosung2").contains { $0.contains("S1; S2") })
      // Asked and answered: whom the answer leaves out has not confirmed.
      try round.enrolments("S1", "xacnhan2", "A4|S1|đã xác nhận")
      try round.work.run("run")
      #expect(try tasks("S1").isEmpty)
      try round.order("bosung3", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-04")
          == ["A1 not-admitted", "A2 not-admitted", "A3 S2", "A4 S1", "A5 not-admitted"])
    }
  }

  /// The same of whom a second `chốt` admitted; who was there before stays said.
  @Test func whoIsAddedAfterReopeningWasNeverAskedEither() throws {
    try withRound { round in
      try finalized(round)
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối", "A2|S1|đã xác nhận")
      try round.order("molai", "mở lại||")
      try round.work.run("run")
      #expect(try round.work.run("finalize", "r1").status == 0)
      #expect(
        try round.result("chinh-thuc-02") == ["A1 not-admitted", "A2 S1", "A3 S2", "A4 S1", "A5 waiting"])
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-03") == ["A1 not-admitted", "A2 S1", "A3 S2", "A4 S1", "A5 waiting"])
    }
  }

  /// What a school gets to fill in is read when it comes back as it is.
  @Test func theFormsOfASchoolCanBeSentBack() throws {
    try withRound { round in
      try finalized(round)
      let lists = round.work.path("Outbox/S1/r1/chinh-thuc-01")
      for name in ["xac-nhan-nhap-hoc.xlsx", "ma-hoc-sinh.xlsx"] {
        let form = try Data(contentsOf: lists.appendingPathComponent(name))
        try round.work.drop("S1/r1/\(name)", form)
      }
      // Nothing is filled in: each row is told what it lacks, and nothing is wrong with the form itself.
      #expect(try round.work.run("run").status == 1)
      for name in ["xac-nhan-nhap-hoc", "ma-hoc-sinh"] {
        #expect(Set(try round.codes("S1", name)) == ["required", "too-many-errors"])
      }
      try round.enrolments("S1", "xacnhan", "A1|S1|đã xác nhận")
      #expect(try round.work.run("run").status == 0)
      let folder = "Outbox/S1/r1/" + (round.published("S1").last { $0.hasPrefix("chinh") } ?? "")
      #expect(round.work.files(folder).contains("chua-xac-nhan.xlsx"))
    }
  }

  @Test func beforeFinalizingThereIsNothingToSupplement() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", fourChildren)
      try round.order("bosung", "xét bổ sung||")
      #expect(try round.work.run("run").status == 1)
      #expect(try round.codes("so", "bosung") == ["order-refused"])
    }
  }

  @Test func afterReopeningWhoRefusedHasLeft() throws {
    try withRound { round in
      try finalized(round)
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      try round.order("molai", "mở lại||")
      try round.work.run("run")
      #expect(try round.work.run("finalize", "r1").status == 0)
      #expect(
        try round.result("chinh-thuc-02")
          == ["A1 not-admitted", "A2 S1", "A3 S2", "A4 S1", "A5 waiting"])
    }
  }

  @Test func anAssignedChildStandsInTheListsWithoutAWish() throws {
    try withRound { round in
      try finalized(round)
      try round.drop("so", "phanbo", ["Mã hồ sơ|Mã trường|Số văn bản|Lý do", "A4|S2|12/QĐ|chưa có chỗ"])
      #expect(try round.work.run("run").status == 0)
      let row = try #require(
        try round.rows("chinh-thuc-02", "ket-qua.csv").first { $0["applicationNo"] == "A4" })
      #expect(row["status"] == "admitted" && row["school"] == "S2" && row["program"] == "thuong")
      #expect(row["reason"] == "Phân bổ theo văn bản 12/QĐ: chưa có chỗ")
      #expect(row["wish"] == "" && row["score"] == "" && row["rank"] == "")
      #expect(round.published("S2") == ["chinh-thuc-01", "chinh-thuc-02"])
    }
  }

  @Test func fixedClassesStayWhoeverComesLater() throws {
    try withRound { round in
      try finalized(round)
      try round.drop(
        "S1", "lop", ["Mã trường|Tên lớp|Sĩ số tối đa", "S1|10A1|3", "S1|10A2|3"])
      try round.order("chotlop", "chốt lớp||")
      #expect(try round.work.run("run").status == 0)
      func classes(_ folder: String) throws -> [String: String] {
        var classes: [String: String] = [:]
        for row in try round.rows(folder, "ket-qua.csv") {
          classes[row["applicationNo"] ?? ""] = row["class"]
        }
        return classes
      }
      let before = try classes("chinh-thuc-02")
      #expect(before["A1"] != before["A2"])
      try round.drop(
        "so", "phanbo", ["Mã hồ sơ|Mã trường|Số văn bản|Lý do", "A4|S1|12/QĐ|x", "A5|S1|12/QĐ|x"])
      try round.work.run("run")
      let after = try classes("chinh-thuc-03")
      #expect(after["A1"] == before["A1"] && after["A2"] == before["A2"])
      #expect(Set([after["A4"], after["A5"]]) == ["10A1", "10A2"])
    }
  }
}
