import Disk
import Foundation
import Pipeline

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

  @discardableResult
  func pass() throws -> PassReport {
    var pass = try Pass(workspace, wait: false)
    return try pass.run()
  }

  func drop(_ name: String, _ lines: String...) throws {
    let file = url("Inbox/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((lines.joined(separator: "\r\n") + "\r\n").utf8).write(to: file)
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

  /// An admitting school with one seat, a source school, and a round between them.
  func declare() throws {
    try drop(
      "so/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò,Cấp học", "A,THPT An Bình,Trường,THPT",
      "T,THCS Tân Trụ,Trường,THCS")
    try drop(
      "so/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm")
    try drop("so/lop10/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,1")
    try drop("so/lop10/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,1")
  }
}
