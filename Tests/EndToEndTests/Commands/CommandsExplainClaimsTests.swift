import Foundation
import Testing

/// `explain` where a child claims more than counts: the decisive fact is told beside the score.
@Suite struct CommandsExplainClaimsTests {
  private func declare(_ round: DecidingRound, _ rules: (String, String)...) throws {
    try round.declare(programs: ["S1|1", "S2|1"], rules: rules)
    try round.drop(
      "so", "chitieu", ["Mã trường|Chỉ tiêu|Không cộng ưu tiên|Điểm sàn", "S1|1||5", "S2|1|có|"])
    try round.drop(
      "so", "dien",
      [
        "Mã diện|Tên diện|Loại|Điểm cộng", "N1|Con liệt sĩ|ưu tiên|2", "N2|Dân tộc thiểu số|ưu tiên|1",
        "K1|Giải thể thao|khuyến khích|0,5",
      ])
  }

  /// Applications with their number, mark, wishes and claims.
  private func apply(_ round: DecidingRound, _ rows: String...) throws {
    try round.drop(
      "cong", "a",
      ["Mã hồ sơ|ĐTB 9|NV1|NV2|Diện ưu tiên|Họ và tên|Ngày sinh"] + rows.map { $0 + "|Lê Thị An|01/02/2011" })
  }

  private func expect(
    _ words: [String], not others: [String] = [], _ round: DecidingRound, of child: String,
    in language: String = "vi"
  ) throws {
    let told = try round.work.run("explain", "r1", child, "--lang", language).output
    for word in words { #expect(told.contains(word), "\(word): \(told)") }
    for word in others { #expect(!told.contains(word), "\(word): \(told)") }
  }

  /// What `--json` says of the wishes' claims that count less.
  private func uncounted(_ round: DecidingRound, of child: String) throws -> [String] {
    try wishes(round, of: child).flatMap { $0["uncounted"] as? [[String: Any]] ?? [] }.map { told in
      let names = (told["names"] as? [String] ?? []).joined(separator: ", ")
      let (why, points, cap) = (told["why"], told["points"], told["cap"])
      return [why as? String, names, points as? String, cap as? String].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  private func wishes(_ round: DecidingRound, of child: String) throws -> [[String: Any]] {
    let told = try round.work.run("explain", "r1", child, "--json").output
    let json = try JSONSerialization.jsonObject(with: Data(told.utf8)) as? [String: Any]
    return try #require(json?["wishes"] as? [[String: Any]])
  }

  /// Which row, or what of the child, gives it its tier.
  @Test func whatGivesTheTierIsTold() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Xét theo tuyến", "S1|5|có", "S2|5|"])
      try round.drop(
        "so", "tuyen",
        [
          "Căn cứ|Xã/Phường|Ấp/Khu phố|Trường cuối cấp|Mã trường|Tuyến", "thường trú|Phường Một|Tổ 3||S1|1",
          "trường cuối cấp|||T1|S1|2", "||||S1|3",
        ])
      try round.drop(
        "cong", "a",
        [
          "Mã hồ sơ|ĐTB 9|NV1|Xã/Phường thường trú|Ấp/Khu phố thường trú|Trường cuối cấp|Họ và tên|Ngày sinh",
          "A1|9|S1|Phường Một|Tổ 3||Lê Thị An|01/02/2011", "A2|8|S1|||T1|Lê Thị Bé|01/02/2011",
          "A3|7|S1||||Lê Thị Cúc|01/02/2011", "A4|7|S2||||Lê Thị Dung|01/02/2011",
        ])
      try round.drop(
        "T1", "b",
        [
          "Mã hồ sơ|ĐTB 9|NV1|Trường đúng tuyến|Họ và tên|Ngày sinh", "A5|6|S1|S1|Lê Thị Giang|01/02/2011",
        ])
      try round.work.run("run")
      try expect(["Tuyến 1: theo nơi thường trú – Tổ 3, Phường Một."], round, of: "A1")
      try expect(["Tier 1: by the permanent residence – Tổ 3, Phường Một."], round, of: "A1", in: "en")
      try expect(["Tuyến 2: theo trường cuối cấp – THCS Nguồn."], round, of: "A2")
      try expect(["Tuyến 3: nơi này nhận mọi em."], round, of: "A3")
      try expect(["Đủ điều kiện"], not: ["Tuyến "], round, of: "A4")
      try expect(["Tuyến 1: trường cuối cấp ghi nơi này là trường đúng tuyến"], round, of: "A5")
      let basis = try wishes(round, of: "A1").first?["tierBasis"] as? [String: String]
      #expect(basis == ["basis": "permanent", "commune": "Phường Một", "hamlet": "Tổ 3"])
      #expect(try wishes(round, of: "A4").first?["tierBasis"] == nil)
    }
  }

  @Test func whatWasNotVerifiedIsTold() throws {
    try withRound { round in
      try declare(round, ("Chỉ tính diện đã thẩm định", "có"))
      try apply(round, "A1|9|S1||", "A2|8|S1||N1; N2", "A3|7|S1||N1", "A4|4|S1||N1", "A5|6|S1||ZZ")
      try round.drop("so", "thamdinh", ["Mã hồ sơ|Diện được công nhận", "A2|N2", "A3|N1"])
      try round.work.run("run")
      let (one, other) = (
        "Em khai diện Con liệt sĩ, nhưng đợt này chỉ tính diện đã được thẩm định", "thẩm định"
      )
      try expect(["Điểm xét 9, trong đó ưu tiên 1", one], round, of: "A2")
      try expect(["Điểm xét 9, trong đó ưu tiên 2"], not: [other], round, of: "A3")
      // Also where the score is too low for want of it.
      try expect(["dưới điểm sàn 5", one], round, of: "A4")
      for child in ["A1", "A5"] { try expect([], not: [other], round, of: child) }
      try expect(["The child claims Con liệt sĩ, but only what was verified"], round, of: "A2", in: "en")
      #expect(try uncounted(round, of: "A2") == ["unverified Con liệt sĩ"])
      #expect(try uncounted(round, of: "A1") == [])
    }
  }

  @Test func aCapAndAProgramThatAddsNothingAreTold() throws {
    try withRound { round in
      try declare(round, ("Trần điểm ưu tiên", "1,5"))
      try apply(round, "A1|9|S2||", "A2|8|S1||N1; K1", "A3|7|S1|S2|N2; K1", "A4|6|S2||")
      try round.work.run("run")
      let capped = "Diện Con liệt sĩ được 2 điểm ưu tiên, nhưng đợt này chỉ cộng nhiều nhất 1,5 điểm."
      try expect(
        ["Điểm xét 10, trong đó ưu tiên 1,5 và khuyến khích 0,5", capped], not: ["Nơi này không cộng"], round,
        of: "A2")
      let none = "Nơi này không cộng điểm ưu tiên, khuyến khích, nên diện "
      try expect(
        ["Điểm xét 8,5", "Điểm xét 7.", none + "Dân tộc thiểu số, Giải thể thao của em"], not: ["nhiều nhất"],
        round, of: "A3")
      try expect([], not: ["không cộng"], round, of: "A4")
      #expect(try uncounted(round, of: "A2") == ["capped Con liệt sĩ 2 1.5"])
      #expect(try uncounted(round, of: "A3") == ["noneAdded Dân tộc thiểu số, Giải thể thao"])
      try expect(["but no more than 1.5 are added"], round, of: "A2", in: "en")
      try expect(["No points for priority or incentive are added here"], round, of: "A3", in: "en")
    }
  }
}
