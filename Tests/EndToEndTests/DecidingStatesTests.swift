import Foundation
import Testing

/// contract.md 4, States and Setup, through files and commands alone.
@Suite struct DecidingStatesTests {
  @Test func ordersAreCarriedOutInTheirOrderAndOnceOnly() throws {
    try withRound { round in
      try round.declare(ties: "Bốc thăm")
      try round.applications("a", fourChildren)
      try round.order(
        "lenh", "khóa nhận hồ sơ||", "khóa nhận hồ sơ||", "bốc thăm|111|", "bốc thăm|222|", "bốc thăm|111|")
      #expect(try round.work.run("run").status == 1)
      #expect(try round.codes("so", "lenh") == ["order-refused", "order-refused"])
      // At closing each admitting school gets its applications, and nothing else.
      #expect(
        round.work.files("Outbox/S1/r1/du-kien-01") == ["MANIFEST.json", "danh-sach-dang-ky.xlsx"])
      let first = try round.rows("du-kien-01", "boc-tham.csv")
      #expect(first.count == 4)

      // A roster after closing waits until the round is opened again; then another seed stands.
      try round.applications("b", fourChildren + ["A5|10|S1|S2|"])
      #expect(try round.work.run("run").status == 1)
      #expect(try round.codes("cong", "b") == ["round-closed"])
      try round.order("lenh2", "mở lại||", "khóa nhận hồ sơ||", "bốc thăm|333|", "chốt||")
      #expect(try round.work.run("run").status == 0)
      #expect(
        try round.result("chinh-thuc-01") == ["A1 S1", "A2 S2", "A3 waiting", "A4 waiting", "A5 S1"])
      let draws = try round.rows("chinh-thuc-01", "boc-tham.csv")
      #expect(draws.count == 5)
      #expect(Set(draws.map { $0["draw"] }).isDisjoint(with: first.map { $0["draw"] }))
      #expect(Set(draws.map { $0["ticket"] }).isSuperset(of: first.map { $0["ticket"] }))
      #expect(try round.work.run("run").status == 0)
      #expect(round.published("so") == ["chinh-thuc-01", "du-kien-01"])
    }
  }

  /// One order serves both schools, and whoever is read last stands in none of it.
  @Test(arguments: [1, 3]) func theLastOnesMayHaveNoMarks(_ count: Int) throws {
    try withRound { round in
      try round.declare()
      let without = (5..<5 + count).map { "A\($0)||S1|S2|" }
      try round.applications("a", fourChildren + without)
      #expect(try round.work.run("run").status == 0)
      #expect(
        try round.result("du-kien-01")
          == ["A1 S1", "A2 S1", "A3 S2", "A4 waiting"]
          + (5..<5 + count).map { "A\($0) ineligible" })
    }
  }

  @Test func aDayAlreadyPastClosesNothing() throws {
    try withRound { round in
      try round.declare(closes: "01/07/2020")
      try round.applications("a", fourChildren)
      try round.work.run("run")
      try round.applications("b", fourChildren + ["A5|10|S1|S2|"])
      #expect(try round.work.run("run").status == 0)
      #expect(try round.result("du-kien-02").count == 5)
    }
  }

  @Test func afterFinalizingOnlyWhatDecidesNobodyIsTaken() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", fourChildren)
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.applications("b", fourChildren + ["A5|10|S1|S2|"])
      try round.drop("so", "them", ["Mã trường|Chỉ tiêu", "S1|4", "S2|1"])
      #expect(try round.work.run("run").status == 1)
      #expect(try round.codes("cong", "b") == ["round-closed"])
      #expect(try round.codes("so", "them") == ["round-closed"])
      #expect(round.published("so") == ["chinh-thuc-01"])

      try round.drop("S1", "lop", ["Mã trường|Tên lớp|Sĩ số tối đa", "S1|10A1|3"])
      #expect(try round.work.run("run").status == 0)
      #expect(round.published("S1") == ["chinh-thuc-01", "chinh-thuc-02"])
      #expect(round.published("S2") == ["chinh-thuc-01"])
      #expect(try round.rows("chinh-thuc-02", "ket-qua.csv").map { $0["class"] } == ["10A1", "10A1", "", ""])
      #expect(try round.result("chinh-thuc-02") == round.result("chinh-thuc-01"))

      try round.drop(
        "S2", "thu", ["Mã trường|Mã khoản thu|Tên khoản thu|Kỳ thu|Số tiền", "S2|HP|Học phí|9/2026|100000"])
      #expect(try round.work.run("run").status == 0)
      #expect(round.published("S2") == ["chinh-thuc-01", "chinh-thuc-02"])
      #expect(round.published("S1") == ["chinh-thuc-01", "chinh-thuc-02"])
    }
  }

  @Test func heldPeopleNeedToBeAccepted() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", fourChildren + ["A5|10|KHONGCO|S2|", "A6|5|S1||"])
      let refused = try round.work.run("finalize", "r1")
      #expect(refused.status == 1 && refused.errors.contains("1"))
      try round.order("chot", "chốt||")
      #expect(try round.work.run("run").status == 1)
      #expect(try round.codes("so", "chot") == ["order-refused"])
      let published = try round.work.run("finalize", "r1", "--accept-held")
      #expect(published.status == 0)
      #expect(published.output.contains("so/r1/chinh-thuc-01"))
      #expect(
        try round.result("chinh-thuc-01") == [
          "A1 S1", "A2 S1", "A3 S2", "A4 waiting", "A5 held", "A6 waiting",
        ])
      #expect(try round.work.run("finalize", "nowhere").status == 2)
    }
  }

  @Test func aSetupErrorStopsItsRoundAlone() throws {
    try withRound { round in
      let other = DecidingRound(round.work, "r2")
      try round.declare()
      try other.declare()
      try round.applications("a", fourChildren)
      try other.applications("a2", fourChildren)
      try round.drop("so", "phu", ["Thứ tự|Tiêu chí|Chiều", "1|Cột không ai gửi|giảm"])
      try round.work.run("run")
      #expect(round.published("so") == [])
      #expect(other.published("so") == ["du-kien-01"])
      #expect(try round.codes("so", "phu") == ["setup"])
      let refused = try round.work.run("finalize", "r1", "--accept-held")
      #expect(refused.status == 1 && refused.errors.contains("phu.csv"))
      try round.drop("so", "phu", ["Thứ tự|Tiêu chí|Chiều", "1|Ngày sinh|giảm"])
      try round.work.run("run")
      #expect(round.published("so") == ["du-kien-01"])
      #expect(other.published("so") == ["du-kien-01"])
    }
  }

  @Test func provisionalListsFollowTheDecidedResult() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", fourChildren)
      try round.work.run("run")
      #expect(round.published("so") == ["du-kien-01"])
      #expect(round.published("S1") == [])
      // The same marks under another file name and another order of rows.
      try round.applications("b", fourChildren.reversed())
      try round.work.run("run")
      #expect(round.published("so") == ["du-kien-01"])
      try round.applications("c", fourChildren.dropLast() + ["A4|9|S1|S2|"])
      try round.work.run("run")
      #expect(round.published("so") == ["du-kien-01", "du-kien-02"])
      // Leavers who have not applied are told to their school, and decide nothing.
      try round.drop(
        "T1", "lop", ["Mã hồ sơ|Họ và tên|Ngày sinh|Lớp|ĐTB 9", "B1|Lê Thị Gấm|01/02/2011|9A1|9"])
      try round.work.run("run")
      #expect(round.published("so") == ["du-kien-01", "du-kien-02"])
      #expect(
        round.work.files("Outbox/T1/r1").filter { !$0.hasPrefix("bieu-mau/") }
          == ["du-kien-01/MANIFEST.json", "du-kien-01/chua-dang-ky.xlsx"])
      try round.applications("d", fourChildren)
      try round.work.run("run")
      #expect(round.work.files("Outbox/so/r1/du-kien-03").contains("chua-dang-ky.xlsx"))
    }
  }
}
