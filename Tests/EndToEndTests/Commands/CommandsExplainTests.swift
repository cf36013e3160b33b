import Foundation
import Testing

/// `explain ROUND ID` for every way in which a wish can end.
@Suite struct CommandsExplainTests {
  @Test func everyEndHasItsWords() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.drop(
        "so", "chitieu", ["Mã trường|Chỉ tiêu|Điểm sàn|Số chờ xét bổ sung", "S1|1|5|1", "S2|1|5|1"])
      try round.applications(
        "a",
        ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|7,5|S1||", "A4|6|S1||", "A5|4|S1||", "A6||S1||", "A7|8,5|S9|S2|"])
      try work.run("run")
      for (id, words) in [
        ("A1", ["Trúng tuyển", "Kết quả: trúng tuyển ở nguyện vọng này.", "Không xét nữa"]),
        ("A2", ["Trúng tuyển", "cần thêm 1 điểm", "Người trúng tuyển cuối cùng: điểm 9", "NV2"]),
        (
          "A3",
          [
            "Chờ xét bổ sung",
            "cần thêm 1,5 điểm mới bằng người trúng tuyển cuối cùng; đứng thứ 1 trong danh sách chờ.",
          ]
        ),
        (
          "A4",
          [
            "Không trúng tuyển",
            "cần thêm 3 điểm mới bằng người trúng tuyển cuối cùng; ngoài danh sách chờ, chỉ gồm 1 em.",
          ]
        ),
        ("A5", ["Không đủ điều kiện", "Điểm xét 4 dưới điểm sàn 5"]),
        ("A6", ["Không đủ điều kiện", "(thiếu)"]),
        ("A7", ["Đang giữ lại", "Chưa xét"]),
      ] {
        let told = try work.run("explain", "r1", id)
        #expect(told.status == 0 && told.errors.isEmpty, "\(told)")
        #expect(told.output.hasPrefix("Lê Thị An: "))
        for word in words { #expect(told.output.contains(word), "\(word): \(told)") }
        let english = try work.run("explain", "r1", id, "--lang", "en")
        #expect(english.status == 0 && !english.output.contains("Kết quả"), "\(english)")
        let json = try object(try work.run("explain", "r1", id, "--json"))
        #expect(json["status"] is String && json["wishes"] is [[String: Any]])
        #expect(!"\(json)".contains("Lê"), "codes and numbers only")
      }
      // Which program it is, a parent reads by its name.
      #expect(try !work.run("explain", "r1", "A2").output.contains("thuong"))
      // A record without an application is no stranger.
      try round.drop("T1", "hs", ["Mã hồ sơ|ĐTB 9|Họ và tên|Ngày sinh|Lớp", "T9|9|Lê Thị An|01/02/2011|9A"])
      try work.run("run")
      let record = try work.run("explain", "r1", "T9")
      #expect(record.status == 0 && record.output.contains("chưa đăng ký nguyện vọng nào"), "\(record)")
      #expect(try object(work.run("explain", "r1", "T9", "--json"))["status"] as? String == "no-application")
      let nobody = try work.run("explain", "R1", "A9")
      #expect(nobody.status == 1 && nobody.output.isEmpty && nobody.errors.contains("A9"), "\(nobody)")
    }
  }

  /// Ids compare without case; one that two children have explains neither.
  @Test func whoseTheIdIs() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", ["A1|9|S1|S2|"])
      try round.drop(
        "S2", "ho-so",
        ["Mã hồ sơ|Số báo danh|ĐTB 9|NV1|Họ và tên|Ngày sinh", "B1|A1|6|S2|Trần Văn Bé|03/04/2011"])
      try round.work.run("run")
      #expect(try round.work.run("explain", "r1", " b1 ").output.hasPrefix("Trần Văn Bé: "))
      let told = try round.work.run("explain", "r1", "A1")
      #expect(told.status == 1 && told.output.isEmpty, "\(told)")
      for label in ["«Mã hồ sơ»", "«Số báo danh»"] { #expect(told.errors.contains(label), "\(told)") }
    }
  }

  /// Where some seats are for some a child is compared with the last one on the seats that it competed for,
  /// here and in the reason on the lists.
  @Test func seatsForSomeAreTold() throws {
    try withRound { round in
      try round.declareSeatForSome(
        "A1|9|S1||Lê Thị An|01/02/2011", "A2|8|S1||Lê Thị An|01/02/2011",
        "A3|7|S1|U|Lê Thị An|01/02/2011", "A4|6|S1|U|Lê Thị An|01/02/2011")
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 waiting", "A3 S1", "A4 waiting"])
      for (id, words) in [
        ("A1", ["Xét vào: chỗ chung"]),
        ("A2", ["Xét vào: chỗ chung", "Người trúng tuyển cuối cùng: điểm 9", "cần thêm 1 điểm"]),
        ("A3", ["Xét vào: 1 chỗ dành riêng cho diện Con thương binh"]),
        ("A4", ["dành riêng cho diện Con thương binh", "cuối cùng: điểm 7", "cần thêm 1 điểm"]),
      ] {
        let told = try round.work.run("explain", "r1", id)
        for word in words { #expect(told.output.contains(word), "\(word): \(told)") }
      }
      let reasons = try round.rows("du-kien-01", "ket-qua.csv").map { $0["reason"] ?? "" }
      #expect(reasons[1].contains("điểm xét 8, cần 9 mới bằng người cuối cùng được nhận"), "\(reasons)")
      #expect(
        reasons[3]
          == "Xét vào 1 chỗ dành riêng cho diện Con thương binh: điểm xét 6, cần 7 mới bằng người cuối cùng được nhận",
        "\(reasons)")
      // The published rules and rows tell which seats they are.
      let rows = try round.rows("du-kien-01", "giai-trinh.csv")
      #expect(
        rows.map { $0["seat"] } == ["0", "", "1", ""] && rows.map { $0["cutoffRow"] } == ["0", "0", "1", "1"])
      #expect(rows.map { $0["cutoffScore"] } == ["8", "8", "6", "6"])
      let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/du-kien-01").path)
      #expect(verified.status == 0, "\(verified)")
    }
  }

  /// Who has left its place is told that, and no points; a lottery is called one; margins are shown.
  @Test func theReasonIsTheOneThatDecided() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      let left = try round.work.run("explain", "r1", "A1").output
      #expect(
        left.contains("Đã từ chối nhập học") && !left.contains("cần thêm") && !left.contains("kém ở"),
        "\(left)")
    }
    try withRound { round in
      try round.declare(ties: "Bốc thăm", programs: ["S1|1"])
      try round.applications("a", ["A1|9|S1||", "A2|9|S1||"])
      try round.order("o", "khóa nhận hồ sơ||", "bốc thăm|1|")
      try round.work.run("run")
      let reasons = try round.rows("du-kien-01", "ket-qua.csv").map { $0["reason"] ?? "" }.filter {
        !$0.isEmpty
      }
      #expect(reasons == ["Điểm xét 9 bằng điểm chuẩn, xếp sau theo kết quả bốc thăm"], "\(reasons)")
      let row = try #require(try round.rows("du-kien-01", "ket-qua.csv").first)
      let (ticket, id) = (row["ticket"] ?? "", row["applicationNo"] ?? "")
      #expect(try round.work.run("explain", "r1", id).output.contains("Mã thăm của em: \(ticket)."))
      let json = try object(round.work.run("explain", "r1", id, "--json"))
      let draw = try #require(
        try round.rows("du-kien-01", "boc-tham.csv").first { $0["ticket"] == ticket })
      #expect(json["ticket"] as? String == ticket && json["draw"] as? String == draw["draw"], "\(json)")
      #expect(json["drawPlace"] as? Int == draw["order"].flatMap { Int($0) }, "\(json)")
    }
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.drop(
        "so", "dot",
        [
          "Mã đợt|Tên đợt|Năm học|Cấp học|Ngày mở|Ngày đóng|Số nguyện vọng|Cách xét|Chênh lệch|Bằng điểm",
          "r1|Đợt r1|2026-2027|THPT|01/06/2020|31/12/2099|2|chênh lệch|0;1|Không lấy cả nhóm",
        ])
      try round.applications("a", ["A1|9,9|S2|S1|", "A2|8|S1||", "A3|10|S2||"])
      try round.work.run("run")
      let reasons = try round.rows("du-kien-01", "ket-qua.csv").map { $0["reason"] ?? "" }
      #expect(reasons[1] == "Điểm xét 8, cần 8,9 mới bằng người trúng tuyển cuối cùng", "\(reasons)")
      let told = try round.work.run("explain", "r1", "A1").output
      #expect(told.contains("NV2 phải cao hơn, nên khi so: 9,9 − 1 = 8,9."), "\(told)")
      let json = try object(try round.work.run("explain", "r1", "A2", "--json"))
      let wish = (json["wishes"] as? [[String: Any]])?.first ?? [:]
      #expect(wish["gap"] as? String == "0.9" && wish["lastScore"] as? String == "8.9", "\(wish)")
      #expect((wish["parts"] as? [[String: Any]])?.first?["value"] as? String == "8", "\(wish)")
      for (key, score) in [("key", "8"), ("lastKey", "8.9"), ("cutoffKey", "8")] {
        let parts = wish[key] as? [[String: Any]] ?? []
        #expect(parts.map { $0["part"] as? String } == ["direct", "score"], "\(key): \(parts)")
        #expect(parts.last?["value"] as? String == score, "\(key): \(parts)")
      }
    }
  }

  /// A tie names both places; a seat that waits for documents says so.
  @Test func whatIsNotDecidedIsTold() throws {
    try withRound { round in
      try round.declare(ties: "Để hội đồng xét", programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|9|S1||", "A3|8|S2||"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 held", "A2 held", "A3 held"])
      let first = "(nếu hội đồng nhận cả nhóm bằng nhau: THPT Một (NV1); nếu không nhận em nào: "
      let council = "Hội đồng tuyển sinh sẽ kết luận"
      for (id, words) in [
        (
          "A1",
          [
            first + "THPT Hai (NV2); nhận một số em thì có thể khác).", council,
            "Em vào đây nếu hội đồng nhận em.",
            "Em vào đây nếu hội đồng không nhận em ở nguyện vọng trước.",
          ]
        ), ("A2", [first + "không có chỗ;", council, "Em vào đây nếu hội đồng nhận em."]),
        // Its place hangs on others, who are equal.
        (
          "A3",
          [
            "(nếu hội đồng nhận cả nhóm bằng nhau: THPT Hai (NV1); nếu không nhận em nào: không có chỗ;",
            council,
            "Em vào đây nếu hội đồng nhận cả nhóm bằng nhau đang chờ kết luận ở nơi khác.",
          ]
        ),
      ] {
        let told = try round.work.run("explain", "r1", id).output
        for word in words + ["Có em bằng nhau ở chỗ cuối cùng, chờ hội đồng xét"] {
          #expect(told.contains(word), "\(word): \(told)")
        }
        #expect(!told.contains("chưa trúng tuyển"))
      }
      let reasons = try round.rows("du-kien-01", "ket-qua.csv").map { $0["reason"] ?? "" }
      #expect(
        reasons[0].contains(first + "THPT Hai (NV2)"), "\(reasons)")
      #expect(reasons[1].contains(first + "không có chỗ"), "\(reasons)")
    }
  }

  /// `explain` and `ket-qua.csv` say the same of who stands behind a tie that is held.
  @Test func whoIsBehindSeatsThatAreHeldIsToldSo() throws {
    try withRound { round in
      try round.declare(ties: "Để hội đồng xét", programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1||", "A2|9|S1||", "A3|7,5|S1||"])
      try round.work.run("run")
      let behind = "Xếp sau những em đang được giữ chỗ, chờ kết luận hoặc duyệt hồ sơ"
      #expect(try round.rows("du-kien-01", "ket-qua.csv")[2]["reason"] == behind)
      let told = try round.work.run("explain", "r1", "A3").output
      #expect(
        told.contains(
          "Kết quả: chưa trúng tuyển. \(behind); cần thêm 1,5 điểm mới bằng em xếp cuối trong số đó "
            + "(thứ 1 trong danh sách chờ)."), "\(told)")
    }
  }

  /// Whoever is kept out before any score counts reads its own facts beside what is asked.
  @Test func whatKeepsOutIsToldWithTheChildsOwnFacts() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "KT|Khuyết tật|ưu tiên|0"])
      try round.drop(
        "so", "chitieu",
        [
          "Mã trường|Mã chương trình|Chỉ tiêu|Nhận nguyện vọng|Sinh từ ngày|Sinh đến ngày|Diện được lệch tuổi"
            + "|Xét theo tuyến|Yêu cầu duyệt hồ sơ", "S1|thuong|1||01/01/2011|31/12/2011|KT||",
          "S1|tuyen|1|||||có|", "S2|thuong|1|1|||||", "S2|hoso|1||||||có",
        ])
      try round.drop(
        "so", "tuyen", ["Căn cứ|Xã/Phường|Ấp/Khu phố|Mã trường|Tuyến", "thường trú|Xã Một|Ấp 1|S1|1"])
      try round.drop(
        "so", "giayto", ["Mã hồ sơ đính kèm|Tên hồ sơ|Bắt buộc", "HB|Học bạ|trước xét tuyển"])
      try round.drop(
        "cong", "a",
        [
          "Mã hồ sơ|ĐTB 9|NV1|NV2|Họ và tên|Ngày sinh|Xã/Phường thường trú",
          "A1|9|S1|S1/tuyen|Lê Thị An|31/12/2010|Xã Hai", "A2|9|S2/hoso|S2|Lê Thị An|01/02/2011|Xã Hai",
        ])
      try round.drop(
        "S2", "duyet", ["Mã hồ sơ|Mã trường|Kết quả|Hồ sơ thiếu|Ghi chú", "A2|S2|Thiếu|HB|bản mờ."])
      try round.work.run("run")
      for (id, words) in [
        (
          "A1",
          [
            "Sinh ngày 31/12/2010; nơi này tuyển em sinh từ 01/01/2011 đến 31/12/2011.",
            "Cần: ngày sinh trong khoảng đó, hoặc thuộc diện được lệch tuổi: Khuyết tật.",
            "thường trú: Xã Hai; nơi ở hiện tại: chưa ghi; trường cuối cấp: chưa ghi",
            "- tuyến 1: thường trú ở Xã Một (Ấp 1)", "Cần: thuộc một trong các địa bàn đó",
          ]
        ),
        (
          "A2",
          [
            "Thiếu hồ sơ phải có trước xét tuyển: Học bạ.", "Trường ghi: bản mờ.",
            "Cần: nộp bổ sung Học bạ và được trường duyệt đạt.", "Chương trình chỉ nhận NV1.",
            "Cần: chọn ở NV1",
          ]
        ),
      ] {
        let told = try round.work.run("explain", "r1", id).output
        for word in words { #expect(told.contains(word), "\(word): \(told)") }
        #expect(!told.contains(".."), "\(told)")
        let english = try round.work.run("explain", "r1", id, "--lang", "en").output
        #expect(!english.contains("Cần") && english.contains("Needed"), "\(english)")
      }
      let reasons = try round.rows("du-kien-01", "ket-qua.csv").map { $0["reason"] ?? "" }
      #expect(
        reasons == [
          "NV1: Sinh ngày 31/12/2010; nơi này tuyển em sinh từ 01/01/2011 đến 31/12/2011; "
            + "NV2: Không thuộc tuyến tuyển sinh của trường",
          "NV1: Thiếu hồ sơ phải có trước xét tuyển: Học bạ; NV2: Chương trình chỉ nhận NV1",
        ], "\(reasons)")
      let json = try object(round.work.run("explain", "r1", "A1", "--json"))
      let wishes = json["wishes"] as? [[String: Any]] ?? []
      let unmet = wishes.map { $0["unmet"] as? [String: Any] ?? [:] }
      #expect(unmet.first?["born"] as? String == "31/12/2010", "\(unmet)")
      #expect((unmet.last?["areas"] as? [[String: Any]])?.count == 1, "\(unmet)")
    }
  }

  /// contract.md 4: whoever is eligible and admitted nowhere waits, also where there are no seats. Programs
  /// without names of their own are told apart by their codes.
  @Test func programsOfOneSchoolAreToldApart() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Mã chương trình|Chỉ tiêu", "S1|thuong|1", "S1|z0|0"])
      try round.applications("a", ["A1|9|S1|S1/z0|", "A2|8|S1/z0||"])
      try work.run("run")
      let first = try work.run("explain", "r1", "A1")
      #expect(first.output.contains("THPT Một – Lớp thường, NV1"), "\(first)")
      let second = try work.run("explain", "r1", "A2")
      #expect(second.output.contains("thứ 1 trong danh sách chờ của THPT Một – z0 (NV1)"), "\(second)")
    }
  }
}
