import Disk
import Foundation
import Ledger
import Pipeline
import Sheets
import Tables
import Testing

/// A workspace of its own on the real disk, with the project's schemas, in which nothing has to settle.
final class Season {
  /// What passes run on.
  var disk: any Disk = POSIXDisk()
  let path = FileManager.default.temporaryDirectory.path + "/tuyensinh-pass-" + UUID().uuidString

  /// Where the Schemas really lie, should the project be reached by links.
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Schemas")
    .resolvingSymlinksInPath().deletingLastPathComponent()

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Season.project.appendingPathComponent("Schemas"), to: url("Schemas"))
    try Data(#"{"settleSeconds": 0}"#.utf8).write(to: url("Schemas/settings.json"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ relative: String) -> URL { URL(fileURLWithPath: path + "/" + relative) }

  var workspace: Workspace {
    Workspace(disk, root: FileName(path), home: FileName(Season.project.path), jobs: 2)
  }

  /// The contents that were sent, but those that their sender overwrote before they were taken.
  private var sent: [Data] = []

  /// A pass, and what must hold after each.
  @discardableResult
  func pass() throws -> PassReport {
    var pass = try Pass(workspace, wait: false)
    let report = try pass.run()
    checkConserved()
    return report
  }

  /// Every content that was sent is in the Inbox, or kept under its hash until it is purged.
  func checkConserved() {
    let inbox = Set(files("Inbox").compactMap { try? Data(contentsOf: url("Inbox/" + $0)) })
    let kept = Set(files(".ledger/objects"))
    let view = try? LedgerView(POSIXDisk(), workspace: FileName(path))
    let purged = Set(view?.received.filter { view?.purged.contains($0.seq) == true }.map(\.hash) ?? [])
    for content in sent where !inbox.contains(content) {
      let hash = SHA256.hex([UInt8](content))
      #expect(
        kept.contains(hash) || purged.contains(hash), "\(String(decoding: content, as: UTF8.self)) is lost")
    }
  }

  func drop(_ name: String, _ lines: String...) throws {
    try drop(name, bytes: Data((lines.joined(separator: "\r\n") + "\r\n").utf8))
  }

  func drop(_ name: String, bytes: Data) throws {
    let file = url("Inbox/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    if let before = try? Data(contentsOf: file), let index = sent.firstIndex(of: before) {
      sent.remove(at: index)
    }
    sent.append(bytes)
    try bytes.write(to: file)
  }

  /// Removes what was kept of the last file of that name, and what was read of all; its bytes.
  @discardableResult
  func lose(_ name: String) throws -> Data {
    let view = try LedgerView(POSIXDisk(), workspace: FileName(path))
    let hash = try #require(view?.received.last { $0.path.name == FileName(name) }?.hash)
    let object = url(".ledger/objects/" + hash)
    let bytes = try Data(contentsOf: object)
    try FileManager.default.removeItem(at: object)
    try? FileManager.default.removeItem(at: url(".ledger/shelf"))
    sent.removeAll { $0 == bytes }
    return bytes
  }

  /// The files below a folder, in order of path.
  func files(_ folder: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: url(folder).path) else { return [] }
    return walk.compactMap { $0 as? String }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url(folder + "/" + path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// The cells of what a unit still has to do.
  func tasks(_ unit: String) throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: url("Outbox/\(unit)/VIEC-CAN-LAM.xlsx")))
    let grid = try readWorkbook(bytes, limits: .standard).grids[0]
    return grid.cells.map { grid.string(of: $0) }
  }

  /// An admitting school with one seat, a source school, and a round between them.
  func declare() throws {
    try declareUnits()
    try declareRound()
  }

  /// The first child of the source school.
  func dropChild(of round: String = "lop10") throws {
    try drop(
      "T/\(round)/9A1.csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
      "080207000017,Lê Văn Bình,05/09/2007,9A1,8.5,A")
  }

  /// Puts something that nobody sent.
  func put(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: url(path))
  }

  func declareUnits() throws {
    try drop(
      "so/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò,Cấp học", "A,THPT An Bình,Trường,THPT",
      "T,THCS Tân Trụ,Trường,THCS")
  }

  func declareRound() throws {
    try drop(
      "so/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm")
    try drop("so/lop10/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,1")
    try drop("so/lop10/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,1")
  }

  /// Two rounds between the same schools, of which the second is taken after the first.
  func declareTwo() throws {
    try declare()
    try pass()
    try declareAnother()
    try pass()
  }

  private func declareAnother() throws {
    try drop(
      "so/dot-hai.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "hai,Đợt hai,2022-2023,THPT,Lớp 10,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm")
    try drop(
      "so/hai/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò,Cấp học", "A,THPT An Bình,Trường,THPT",
      "T,THCS Tân Trụ,Trường,THCS")
    try drop("so/hai/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,1")
    try drop("so/hai/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,1")
  }
}
