import Foundation
import Testing

/// What `explain ROUND ID` says of seats is true, whoever counts them.
@Suite struct CommandsExplainSeatsTests {
  /// More are eligible than there are seats, and still nobody is turned away.
  @Test func whereNobodyIsTurnedAwayNobodyIsSaidToFit() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S2||"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 S2"])
      let told = try round.work.run("explain", "r1", "A2").output
      for words in [
        "Nơi này không phải từ chối em nào vì thiếu chỗ.",
        "Xếp hạng 2 trong các hồ sơ đủ điều kiện; người trúng tuyển cuối cùng xếp hạng 2 "
          + "(một số em xếp trước đã vào nguyện vọng khác hoặc đã rời chỗ).",
      ] { #expect(told.contains(words), "\(words): \(told)") }
      #expect(!told.contains("Đủ chỗ"), "\(told)")
    }
  }

  /// With given cut-offs whoever reaches them is in: nobody before sits elsewhere for that.
  @Test func givenCutOffsHaveNoSeats() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1"])
      try round.drop(
        "so", "dot",
        [
          "Mã đợt|Tên đợt|Năm học|Cấp học|Ngày mở|Ngày đóng|Số nguyện vọng|Cách xét|Bằng điểm",
          "r1|Đợt r1|2026-2027|THPT|01/06/2020|31/12/2099|1|cho trước|Lấy cả nhóm",
        ])
      try round.drop("so", "diemchuan", ["Mã trường|Nguyện vọng|Điểm chuẩn", "S1|1|7"])
      // Seats for some count for nothing there, and are not told of.
      try round.drop(
        "so", "danhrieng",
        ["Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại", "S1|Trường cuối cấp|T1|1|dành riêng"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1||", "A3|6,5|S1||"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 S1", "A3 not-admitted"])
      let told = try round.work.run("explain", "r1", "A2").output
      #expect(told.contains("Điểm chuẩn cho trước: 7."), "\(told)")
      let below = try round.work.run("explain", "r1", "A3").output
      #expect(below.contains("chưa trúng tuyển, cần thêm 0,5 điểm để đạt điểm chuẩn."), "\(below)")
      #expect(
        try round.rows("du-kien-01", "ket-qua.csv").last?["reason"] == "Điểm xét 6,5 dưới điểm chuẩn 7")
      let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/du-kien-01").path)
      #expect(verified.status == 0, "\(verified)")
      #expect(told.contains("người trúng tuyển cuối cùng xếp hạng 2."), "\(told)")
    }
  }

  /// On seats that are for some, and on which nobody sits, nobody is the last one: the group of equals before
  /// stays out. The lists say the same, and `verify` agrees.
  @Test func onSeatsWithoutAnybodyNobodyIsLast() throws {
    try withRound { round in
      try round.declareSeatForSome(
        "A1|9|S1||Lê Thị An|01/02/2011", "A2|7|S1|U|Lê Thị An|01/02/2011",
        "A3|7|S1|U|Lê Thị An|01/02/2011", "A4|6|S1|U|Lê Thị An|01/02/2011")
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 waiting", "A3 waiting", "A4 waiting"])
      let reason =
        "Xét vào 1 chỗ dành riêng cho diện Con thương binh: xếp sau những em bằng nhau mà "
        + "số chỗ không đủ cho cả nhóm; cả nhóm đó cũng không được lấy"
      #expect(try round.rows("du-kien-01", "ket-qua.csv").last?["reason"] == reason)
      let told = try round.work.run("explain", "r1", "A4").output
      #expect(
        told.contains("chưa trúng tuyển. \(reason); cần thêm 1 điểm mới bằng các em đó"), "\(told)")
      #expect(!told.contains("người cuối cùng") && !told.contains("Người trúng tuyển cuối cùng"), "\(told)")
      let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/du-kien-01").path)
      #expect(verified.status == 0, "\(verified)")
    }
  }

  /// Until lots are drawn nobody speaks of a council.
  @Test func whereLotsAreToBeDrawnNoCouncilIsNamed() throws {
    try withRound { round in
      try round.declare(ties: "Bốc thăm", programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|9|S1||"])
      try round.work.run("run")
      let told = try round.work.run("explain", "r1", "A1").output
      for words in [
        "chờ bốc thăm (nếu cả nhóm bằng nhau được nhận: THPT Một (NV1); nếu không em nào được: THPT Hai (NV2); ",
        "Sau khi khóa nhận hồ sơ sẽ bốc thăm", "Em vào đây nếu bốc thăm được chỗ.",
        "Em vào đây nếu bốc thăm không được chỗ ở nguyện vọng trước.",
      ] { #expect(told.contains(words), "\(words): \(told)") }
      #expect(!told.contains("hội đồng"), "\(told)")
      let refused = try round.work.run("finalize", "r1")
      #expect(refused.status != 0 && refused.errors.contains("gửi thao tác «bốc thăm»"), "\(refused)")
    }
  }

  /// Whoever was given a place over and above reads where, and by what paper.
  @Test func whoIsAssignedReadsWhere() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|0"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1||"])
      try round.drop(
        "so", "phanbo", ["Mã hồ sơ|Mã trường|Số văn bản|Lý do", "A2|S2|12/QĐ|Điều chuyển"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 S2"])
      let told = try round.work.run("explain", "r1", "A2").output
      #expect(
        told.hasPrefix(
          "Lê Thị An: Trúng tuyển – THPT Hai\nPhân bổ theo văn bản 12/QĐ: Điều chuyển.\n"), "\(told)")
      #expect(
        told.contains("Kết quả: chưa trúng tuyển, cần thêm 1 điểm mới bằng người trúng tuyển cuối cùng."),
        "\(told)")
    }
  }

  /// What keeps out before any score is told without the marks; a nearer tier is named as one.
  @Test func zonesAreToldWithoutMarks() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Xét theo tuyến", "S1|1|có", "S2|1|"])
      try round.drop(
        "so", "tuyen",
        ["Căn cứ|Xã/Phường|Mã trường|Tuyến", "thường trú|Xã Một|S1|1", "thường trú|Xã Hai|S1|2"])
      try round.drop(
        "cong", "a",
        [
          "Mã hồ sơ|ĐTB 9|NV1|Họ và tên|Ngày sinh|Xã/Phường thường trú",
          "A1|7|S1|Lê Thị An|01/02/2011|Xã Một",
          "A2|9|S1|Lê Thị An|01/02/2011|Xã Hai", "A3|9|S1|Lê Thị An|01/02/2011|Xã Ba",
        ])
      try round.work.run("run")
      let second = try round.work.run("explain", "r1", "A2").output
      #expect(
        second.contains("đã đủ chỉ tiêu với các em thuộc tuyến 1, em thuộc tuyến 2 (thứ 1"), "\(second)")
      let third = try round.work.run("explain", "r1", "A3").output
      #expect(third.contains("Không thuộc tuyến") && !third.contains("ĐTB 9"), "\(third)")
    }
  }

  /// The points that are named are those to the last one who stands before, however the tie elsewhere ends.
  @Test func theLastOfThoseBeforeIsTheMeasure() throws {
    try withRound { round in
      try round.declare(ties: "Để hội đồng xét", programs: ["S1|2", "S2|1"])
      try round.applications(
        "a", ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|8|S1|S2|", "A4|8|S1||", "A5|7|S2||", "A6|6|S2||"])
      try round.work.run("run")
      #expect(
        try round.result("du-kien-01") == ["A1 S1", "A2 held", "A3 held", "A4 held", "A5 held", "A6 waiting"])
      let told = try round.work.run("explain", "r1", "A6").output
      #expect(told.contains("cần thêm 1 điểm mới bằng em xếp cuối trong số đó"), "\(told)")
      let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/du-kien-01").path)
      #expect(verified.status == 0, "\(verified)")
    }
  }
}
