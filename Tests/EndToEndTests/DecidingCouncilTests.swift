import Foundation
import Testing

/// Reservations, document decisions and rulings of the council, through files alone.
@Suite struct DecidingCouncilTests {
  @Test func theCouncilPartsWhoIsEqual() throws {
    try withRound { round in
      try round.declare(ties: "Để hội đồng xét", programs: ["S1|1"])
      try round.applications("a", ["A1|9|S1||", "A2|9|S1||"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 held", "A2 held"])
      try round.drop(
        "so", "hoidong", ["Mã hồ sơ|Mã trường|Kết luận|Số biên bản|Lý do", "A2|S1|nhận|05/BB|giải cấp huyện"])
      #expect(try round.work.run("run").status == 0)
      #expect(try round.result("du-kien-02") == ["A1 waiting", "A2 S1"])
      // By which minutes is told wherever the ruling is.
      let reason = "Điểm xét 9 bằng điểm chuẩn, xếp sau theo kết luận của hội đồng (biên bản số 05/BB)"
      #expect(try round.rows("du-kien-02", "ket-qua.csv")[0]["reason"] == reason)
      #expect(try round.rows("du-kien-02", "giai-trinh.csv").map { $0["minutes"] } == ["", "05/BB"])
      let told = try round.work.run("explain", "r1", "A1").output
      let ruling = "hội đồng kết luận nhận (biên bản số 05/BB, giải cấp huyện)"
      #expect(
        told.contains(
          "bằng nhau ở mọi tiêu chí nên hội đồng xét; về em: hội đồng không có kết luận riêng; "
            + "về người trúng tuyển cuối cùng: hội đồng kết luận nhận (biên bản số 05/BB); "
            + "đứng thứ 1 trong danh sách chờ"), "\(told)")
      // What was written about a child is for its own family.
      #expect(!told.contains("giải cấp huyện"), "\(told)")
      #expect(try round.work.run("explain", "r1", "A2").output.contains("điểm 9; \(ruling)"))
      let json = try object(round.work.run("explain", "r1", "A2", "--json"))
      let wish = (json["wishes"] as? [[String: Any]])?.first ?? [:]
      #expect((wish["ruling"] as? [String: Any])?["minutes"] as? String == "05/BB", "\(wish)")
      let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/du-kien-02").path)
      #expect(verified.status == 0, "\(verified)")
    }
  }

  @Test func aSeatIsKeptUntilTheDocumentsAreReviewed() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Yêu cầu duyệt hồ sơ", "S1|1|có", "S2|1|"])
      try round.drop(
        "so", "hoso", ["Mã hồ sơ đính kèm|Tên hồ sơ|Bắt buộc", "HB|Học bạ|trước xét tuyển"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1|S2|"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 held", "A2 S2"])
      #expect(try round.rows("du-kien-01", "ket-qua.csv")[0]["reason"]?.contains("chưa duyệt") == true)
      try round.drop(
        "S1", "duyet", ["Mã hồ sơ|Mã trường|Kết quả|Hồ sơ thiếu", "A1|S1|Thiếu|Học bạ", "A2|S1|Đạt|"])
      #expect(try round.work.run("run").status == 0)
      #expect(try round.result("du-kien-02") == ["A1 S2", "A2 S1"])
      // What is to be reviewed comes with the closing.
      try round.order("khoa", "khóa nhận hồ sơ||")
      try round.work.run("run")
      let toReview = "Outbox/S1/r1/du-kien-01/ho-so-can-duyet.xlsx"
      #expect(FileManager.default.fileExists(atPath: round.work.path(toReview).path))
    }
  }

  @Test func reservedSeatsAboveTheQuotaStopTheRoundAtTheirCell() throws {
    try withRound { round in
      try round.declare()
      try round.drop(
        "so", "danhrieng",
        [
          "Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại", "S1|Tuyến|1|2|dành riêng",
          "S1|Tuyến|2|1|dành riêng",
        ])
      try round.applications("a", fourChildren)
      #expect(try round.work.run("run").status == 1)
      #expect(try round.codes("so", "danhrieng").sorted() == ["setup", "setup-unusual"])
      #expect(round.published("so") == [])
    }
  }
}
