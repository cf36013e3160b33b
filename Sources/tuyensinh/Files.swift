import Disk
import Pipeline

/// Files that a person names on the command line, and new files of ours.
extension Command {
  /// What is wrong with a name that somebody gave.
  enum FileProblem: Error {
    case cannotOpen(String)
    /// Nothing of anybody's is overwritten.
    case alreadyThere(String)
  }

  /// The content of a file anywhere.
  func content(of path: String) throws -> [UInt8] {
    let parts = path.split(separator: "/")
    let folder = (path.hasPrefix("/") ? "/" : "./") + parts.dropLast().joined(separator: "/")
    do throws(DiskError) {
      let place = try workspace.disk.openFolder(path: FileName(folder))
      return try workspace.disk.readAll(
        try workspace.disk.openFile(FileName(String(parts.last ?? "")), in: place))
    } catch {
      throw FileProblem.cannotOpen(path)
    }
  }

  /// Writes a new file; its folders are made, and a file that is there is not overwritten.
  func write(_ bytes: [UInt8], to path: String) throws {
    let disk = workspace.disk
    do throws(DiskError) {
      let (folder, name) = try place(of: path)
      try disk.write(bytes[...], to: try disk.createFile(name, in: folder))
    } catch {
      switch error.code {
      case .exists: throw FileProblem.alreadyThere(path)
      case .full: throw error
      default: throw FileProblem.cannotOpen(path)
      }
    }
  }

  /// The folder of a path, made where it is missing, and the last name.
  private func place(of path: String) throws(DiskError) -> (folder: Handle, name: FileName) {
    let disk = workspace.disk
    var parts = path.split(separator: "/").map(String.init)
    let name = FileName(parts.popLast() ?? "")
    var reached = path.hasPrefix("/") ? "/" : "."
    var folder = try disk.openFolder(path: FileName(reached))
    for part in parts {
      reached += "/" + part
      if let known = try? disk.openFolder(path: FileName(reached)) {
        folder = known
      } else {
        folder = try disk.ensureFolder(FileName(part), in: folder).handle
      }
    }
    return (folder, name)
  }
}
