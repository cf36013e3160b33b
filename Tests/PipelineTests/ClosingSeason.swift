import Audit
import Disk
import Foundation
import Ledger
import Pipeline
import Rounds
import Tables
import TestDisks
import Testing

/// A season of a round that closes on 20 July 2022, at the last minute of which its passes are counted; a list has
/// come in time.
class ClosingSeason {
  /// 20 July 2022, 23:59 in Vietnam: the last minute in which the round takes lists.
  let lastMinute: Int64 = 1_658_336_340
  let season: Season

  /// A list that came in time.
  init() throws {
    season = try Season()
    season.disk = ClockDisk(time: lastMinute - 60)
    try season.declare()
    try season.drop(
      "so/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,20/07/2022,1,đồng thời,Lấy cả nhóm")
    try list("9A1", "080207000017")
    try season.pass()
  }

  func list(_ name: String, _ id: String) throws {
    try season.drop(
      "T/lop10/\(name).csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
      "\(id),Lê Văn Bình,05/09/2007,\(name),8,A")
  }

  func pass(after seconds: Int64) throws -> PassReport {
    season.disk = ClockDisk(time: lastMinute + seconds)
    return try season.pass()
  }

  /// What was kept of the list is lost, and a pass has told so; its bytes.
  @discardableResult
  func loseList() throws -> Data {
    let bytes = try season.lose("9A1.csv")
    _ = try pass(after: -50)
    return bytes
  }

  func outcomes() throws -> [String: String] {
    let files = try View(season.workspace).status().files.filter { $0.unit == "T" }
    return Dictionary(files.map { ($0.name, $0.outcome) }) { _, later in later }
  }

  func declareAnew() throws {
    try season.drop(
      "so/thay-the/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh vào lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,20/07/2022,1,đồng thời,Lấy cả nhóm")
  }

  func outcomes(of unit: String, _ names: String...) throws -> [String] {
    let files = try View(season.workspace).status().files.filter { $0.unit == unit }
    return names.map { name in files.last { $0.name == name + ".csv" }?.outcome ?? "" }
  }

  func order(_ name: String, _ order: String, unit: String = "") throws {
    try season.drop("so/lop10/\(name).csv", "Thao tác,Mã đơn vị", order + "," + unit)
  }

  /// The first official lists are of whoever came in time, and hold when they are decided again.
  func checkOfficial(without late: String = "080207000025") throws {
    let official = season.url("Outbox/so/lop10/chinh-thuc-01/ket-qua.csv")
    let text = try String(contentsOf: official, encoding: .utf8)
    #expect(text.contains("080207000017") && !text.contains(late))
    for unit in ["so", "A", "T"] {
      for name in try FileManager.default.contentsOfDirectory(
        atPath: season.url("Outbox/\(unit)/lop10").path) where name.hasPrefix("chinh-thuc")
      {
        let folder = season.url("Outbox/\(unit)/lop10/\(name)").path
        let verified = try View(season.workspace).verify(folder)
        #expect(
          verified.report.holds && verified.limits == (unit == "so" ? [] : [.noTables]),
          "\(folder) \(verified.report)")
      }
    }
  }
}
