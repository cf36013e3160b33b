import Audit
import Foundation
import Pipeline
import TestSupport
import Testing

/// `verify` of drawn rounds through a whole season: finalized with people held, seats refused and given again,
/// reopened with more seats, finalized again, and seats refused by those who were kept. Nothing that is
/// genuine may be called false.
@Suite struct VerifySeasonsTests {
  @Test(
    arguments: isLong ? (DrawnRound.all + DrawnRound.reserving).map(\.code) : ["d2", "d7", "d13", "c1", "c7"])
  func whatIsGenuineIsNeverCalledFalse(code: String) throws {
    let season = try Season()
    var round = try #require((DrawnRound.all + DrawnRound.reserving).first { $0.code == code })
    try round.drop(in: season)
    try order(season, code, "chot", "chốt,có")
    try season.pass()
    try supplement(season, code, "bo-sung", after: "chinh-thuc-01")
    try order(season, code, "mo-lai", "mở lại,")
    try season.pass()
    try season.drop(
      "so/\(code)/bo-sung/chi-tieu.csv", "Mã trường,Mã chương trình,Chỉ tiêu,Thứ tự xét", "S1,,9,2")
    try order(season, code, "chot-lai", "chốt,có")
    try season.pass()
    let newest = try #require(
      FileManager.default.contentsOfDirectory(atPath: season.path + "/Outbox/so/\(code)")
        .filter { $0.hasPrefix("chinh-thuc") }.max())
    try supplement(season, code, "bo-sung-nua", after: newest)
    let folders = try FileManager.default.contentsOfDirectory(atPath: season.path + "/Outbox/so/\(code)")
      .filter { $0.hasPrefix("chinh-thuc") || $0.hasPrefix("du-kien") }.sorted()
    #expect(folders.count >= 4, "\(folders)")
    let view = try View(season.workspace)
    for folder in folders {
      let verification = try view.verify(season.path + "/Outbox/so/\(code)/" + folder)
      #expect(verification.report.faults == [], "\(code) \(folder)")
      #expect(verification.report.examined[.decidedAgain] ?? 0 > 40, "\(code) \(folder)")
    }
  }

  /// Of those admitted every third declines, and every third says nothing; of those waiting every other declines
  /// where it stands best. Then the seats are given again.
  private func supplement(_ season: Season, _ code: String, _ name: String, after folder: String) throws {
    let all = try results(season, code, folder)
    let admitted = all.filter { $0["status"] == "admitted" }
    #expect(admitted.count > 5)
    var told = admitted.enumerated().compactMap { index, child -> String? in
      guard index % 3 < 2, let id = child["applicationNo"], let school = child["school"] else { return nil }
      return "\(id),\(school),\(index % 3 == 0 ? "từ chối" : "đã xác nhận")"
    }
    for (index, child) in all.filter({ $0["status"] == "waiting" }).enumerated() where index % 2 == 0 {
      guard let id = child["applicationNo"], let school = child["school"] else { continue }
      told.append("\(id),\(school),không đến")
    }
    try season.drop(
      "so/\(code)/xac-nhan-\(name).csv", (["Mã hồ sơ,Mã trường,Trạng thái"] + told).joined(separator: "\r\n"))
    try order(season, code, name, "xét bổ sung,")
    try season.pass()
  }

  private func order(_ season: Season, _ code: String, _ name: String, _ row: String) throws {
    try season.drop("so/\(code)/\(name).csv", "Thao tác,Chấp nhận còn hồ sơ giữ lại", row)
  }

  private func results(_ season: Season, _ code: String, _ folder: String) throws -> [[String: String]] {
    try SpoiltFolder(season, copyOf: "Outbox/so/\(code)/\(folder)").tables["ket-qua.csv"] ?? []
  }
}
