import Disk
import Foundation
import Pipeline

/// Files that a person names on the command line, and new files of ours.
extension Command {
  /// The content of a file anywhere; nil if it cannot be opened.
  func content(of path: String) throws -> [UInt8] {
    let (folder, name) = try place(of: path)
    return try workspace.disk.readAll(try workspace.disk.openFile(name, in: folder))
  }

  /// Writes a new file; its folders are made, and a file that is there is not overwritten.
  func write(_ bytes: [UInt8], to path: String) throws {
    let (folder, name) = try place(of: path, makingFolders: true)
    try workspace.disk.write(bytes[...], to: try workspace.disk.createFile(name, in: folder))
  }

  private func place(of path: String, makingFolders: Bool = false) throws -> (folder: Handle, name: FileName)
  {
    let disk = workspace.disk
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).map { FileName(String($0)) }
    guard let name = parts.popLast() else { throw DiskError("open", number: ENOENT, name: FileName(path)) }
    let start = path.hasPrefix("/") ? "/" : "."
    guard makingFolders else {
      let folder = ([start] + path.split(separator: "/").dropLast().map(String.init)).joined(separator: "/")
      return (try disk.openFolder(path: FileName(folder)), name)
    }
    var folder = try disk.openFolder(path: FileName(start))
    for part in parts {
      folder =
        part.bytes == [UInt8(ascii: "."), UInt8(ascii: ".")]
        ? try disk.openFolder(path: FileName("..")) : try disk.ensureFolder(part, in: folder).handle
    }
    return (folder, name)
  }
}
