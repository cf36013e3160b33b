import Audit
import Foundation
import Pipeline
import Testing

/// `verify` of a round with identifiers that cannot be read: they say nothing of anybody.
@Suite struct VerifyUnreadableTests {
  @Test func identifiersThatCannotBeRead() throws {
    let season = try Season()
    try season.drop(
      "so/r1/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò", "S1,THPT Một,Trường", "cong,Cổng,Cổng dịch vụ công")
    try season.drop(
      "so/r1/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "r1,Đợt,2026-2027,THPT,01/06/2020,31/12/2099,1,đồng thời,Lấy cả nhóm")
    try season.drop("so/r1/chi-tieu.csv", "Mã trường,Chỉ tiêu", "S1,2")
    try season.drop("so/r1/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,1")
    let others = (6...65).map { "B\($0)" }
    try season.drop(
      "cong/r1/ho-so.csv",
      ([
        "Số định danh cá nhân,Số báo danh,Họ và tên,Ngày sinh,ĐTB 9,NV1",
        "9.12E+11,,Lê Thị An,01/02/2011,9,S1", "9.12E+11,,Lê Thị Bé,01/02/2011,8,S1",
        "#SPILL!,B3,Lê Thị Cúc,01/02/2011,7,S1", "#SPILL!,B4,Lê Thị Dung,01/02/2011,6,S1",
        ",B5,Lê Thị Em,01/02/2011,5,S1", "Err:502,C6,Lê Thị Hoa,01/02/2011,3,S1",
        "Err:502,C7,Lê Thị Kim,01/02/2011,3,S1",
      ] + others.map { ",\($0),Lê Thị Gấm,01/02/2011,4,S1" }).joined(separator: "\r\n"))
    try season.drop(
      "so/r1/diem-thi.csv",
      (["Số định danh cá nhân,Số báo danh,Toán", "#N/A,B5,8", "9.12E+11,,7", "#CALC!,,7"]
        + others.map { ",\($0),7" }).joined(separator: "\r\n"))
    try season.pass()
    let folder = "Outbox/so/r1/du-kien-01"
    let verification = try View(season.workspace).verify(season.path + "/" + folder)
    #expect(verification.report.faults == [])
    #expect(verification.report.examined[.decidedAgain] ?? 0 > 0)
    let lines = String(decoding: try Data(contentsOf: season.url(folder + "/ket-qua.csv")), as: UTF8.self)
      .split(separator: "\r\n").dropFirst()
    // Of the first two nobody can say who they are.
    #expect(lines.count == 65 && lines.count { $0.contains(",held,") } == 5)
  }
}
