import Audit
import Foundation
import Pipeline
import TestSupport
import Testing

/// What `ket-qua.csv` says of children behind seats that nobody has; `verify` agrees.
@Suite struct VerifyReasonsTests {
  private static let methods = ["đồng thời", "lần lượt", "chênh lệch"]
  private static let behindHeld = "Xếp sau những em đang được giữ chỗ, chờ kết luận hoặc duyệt hồ sơ"
  private static let behindGroup =
    "Xếp sau những em bằng nhau mà số chỗ không đủ cho cả nhóm; cả nhóm đó cũng không được lấy"

  /// The reasons of a round decided from applications `A1,9,S1,S2`, by application; `verify` has nothing to say.
  private func reasons(
    _ method: String, ties: String, seats: Int = 1, _ applications: String...
  ) throws -> [String: String] {
    let season = try Season()
    try season.drop(
      "so/r1/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò", "S1,THPT Một,Trường", "S2,THPT Hai,Trường",
      "cong,Cổng,Cổng dịch vụ công")
    try season.drop(
      "so/r1/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm,Chênh lệch,Khóa số bốc thăm",
      "r1,Đợt,2026-2027,THPT,01/06/2020,31/12/2099,2,\(method),\(ties),"
        + (method == "chênh lệch" ? "0;1," : ",") + (ties == "Bốc thăm" ? "khoa" : ""))
    try season.drop("so/r1/chi-tieu.csv", "Mã trường,Chỉ tiêu", "S1,\(seats)", "S2,1")
    try season.drop("so/r1/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,1")
    try season.drop(
      "cong/r1/ho-so.csv",
      (["Mã hồ sơ,Họ và tên,Ngày sinh,ĐTB 9,NV1,NV2"]
        + applications.map { $0.replacing(",", with: ",Lê Thị An,01/02/2011,", maxReplacements: 1) })
        .joined(separator: "\r\n"))
    try season.pass()
    let folder = "Outbox/so/r1/du-kien-01"
    let verification = try View(season.workspace).verify(season.path + "/" + folder)
    #expect(verification.report.faults == [], "\(method), \(ties)")
    // Nothing is said of a lottery where none was drawn.
    #expect(verification.report.examined[.lottery] == nil)
    let lines = String(decoding: try Data(contentsOf: season.url(folder + "/ket-qua.csv")), as: UTF8.self)
      .split(separator: "\r\n").map { cells(ofLine: String($0)) }
    return Dictionary(
      lines.dropFirst().map { ($0[3], $0.last ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: methods)
  func behindAHeldTieTheSeatIsSaidToBeKept(method: String) throws {
    let reasons = try reasons(method, ties: "Để hội đồng xét", "A1,9,S1,", "A2,9,S1,", "A3,7,S1,")
    #expect(reasons["A3"] == VerifyReasonsTests.behindHeld)
  }

  @Test(arguments: methods)
  func behindAGroupThatStaysOutTheGroupIsNamed(method: String) throws {
    let reasons = try reasons(method, ties: "Không lấy cả nhóm", "A1,9,S1,", "A2,9,S1,", "A3,7,S1,")
    #expect(reasons["A3"] == VerifyReasonsTests.behindGroup)
  }

  /// Somebody is in; and those next before are not.
  @Test(arguments: methods)
  func behindAGroupThatIsNotInTheLastOneInIsNoMeasure(method: String) throws {
    for (ties, words) in [
      ("Để hội đồng xét", VerifyReasonsTests.behindHeld), ("Bốc thăm", VerifyReasonsTests.behindHeld),
      ("Không lấy cả nhóm", VerifyReasonsTests.behindGroup),
    ] {
      let reasons = try reasons(
        method, ties: ties, seats: 2, "A1,9,S1,", "A2,8,S1,", "A3,8,S1,", "A4,7,S1,")
      #expect(reasons["A1"] == "" && reasons["A4"] == words, "\(ties)")
    }
  }

  /// Without a seed nothing is drawn yet; it is a draw that decides, and not the council.
  @Test func whereLotsAreToBeDrawnNoCouncilIsNamed() throws {
    let reasons = try reasons("đồng thời", ties: "Bốc thăm", "A1,9,S1,S2", "A2,9,S1,")
    let equal =
      "Có em bằng nhau ở chỗ cuối cùng, chờ bốc thăm (nếu cả nhóm bằng nhau được nhận: THPT Một (NV1); "
      + "nếu không em nào được: "
    let some = "; bốc được một số em thì có thể khác)"
    #expect(reasons == ["A1": equal + "THPT Hai (NV2)" + some, "A2": equal + "không có chỗ" + some])
  }

  /// Only `lần lượt` gives the seats by the number of the wish. Else the last one in is the measure at all of them, and
  /// has no cut-off published but at its own.
  @Test func whereWishNumbersHaveSeatsNoneIsLeftForALaterOne() throws {
    let applications = ("A1,7,S1,", "A2,9,S2,", "A3,8,S2,S1")
    let none = "NV1: Điểm xét 8 dưới điểm chuẩn 9; NV2: Không còn chỉ tiêu cho nguyện vọng này"
    let sequential = try reasons(
      "lần lượt", ties: "Không lấy cả nhóm", applications.0, applications.1, applications.2)
    #expect(sequential["A3"] == none)
    let alike = try reasons(
      "đồng thời", ties: "Không lấy cả nhóm", applications.0, applications.1, applications.2)
    #expect(alike["A3"] == "" && alike["A1"] == "Điểm xét 7, cần 8 mới bằng người trúng tuyển cuối cùng")
  }
}
