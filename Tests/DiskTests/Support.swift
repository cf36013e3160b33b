import Disk
import Foundation

/// A folder of its own for a test, removed when the test ends.
final class Folder {
  let path: String
  let disk = POSIXDisk()
  let handle: Handle

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/tuyensinh-disk-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    handle = try disk.openFolder(path: FileName(path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func make(_ name: FileName, _ text: String = "") throws -> FileName {
    let file = try disk.createFile(name, in: handle)
    try disk.write(Array(text.utf8)[...], to: file)
    return name
  }

  func text(_ name: FileName) throws -> String {
    String(decoding: try disk.readAll(try disk.openFile(name, in: handle)), as: UTF8.self)
  }
}

/// The code that the disk gives for what `body` asks; nil if it is done.
func code(of body: () throws -> Void) -> DiskError.Code? {
  do {
    try body()
    return nil
  } catch let error as DiskError {
    return error.code
  } catch {
    return .failed
  }
}
