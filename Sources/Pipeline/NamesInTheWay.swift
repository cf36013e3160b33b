import Disk
import Rounds

/// Files and links that have the names of folders which units need: such a unit is left out until they are
/// moved away, and all others go on.
struct NamesInTheWay {
  /// By unit: what is in the way, from the workspace.
  private(set) var paths: [String: String] = [:]

  /// Nothing is.
  init() {}

  init(_ workspace: Workspace, _ wanted: [UnitFolders]) throws {
    let disk = workspace.disk
    let root = try disk.openFolder(path: workspace.root)
    for (top, name) in [("Inbox", FileName("Inbox")), ("Outbox", FileName("Outbox"))] {
      guard try disk.statusIfAny(of: name, in: root)?.kind == .folder else { continue }
      let place = try disk.openFolder(name, in: root)
      for folders in wanted where paths[folders.unit] == nil {
        guard let status = try disk.statusIfAny(of: FileName(folders.unit), in: place) else { continue }
        guard status.kind == .folder else {
          paths[folders.unit] = top + "/" + folders.unit
          continue
        }
        let home = try disk.openFolder(FileName(folders.unit), in: place)
        let inner =
          top == "Inbox"
          ? folders.rounds.map { [$0, "bo-sung"] } + folders.rounds.map { [$0, "thay-the"] }
          : [["bien-nhan", "may-doc"]] + folders.rounds.map { [$0, "bieu-mau"] }
        if let found = try inner.lazy.compactMap({ try first(of: $0, in: home, on: disk) }).first {
          paths[folders.unit] = ([top, folders.unit] + found).joined(separator: "/")
        }
      }
    }
  }

  /// The first name of a path that is there, and is no folder.
  private func first(of path: [String], in home: Handle, on disk: any Disk) throws -> [String]? {
    var folder = home
    for (depth, name) in path.enumerated() {
      guard let status = try disk.statusIfAny(of: FileName(name), in: folder) else { return nil }
      guard status.kind == .folder else { return Array(path[...depth]) }
      if depth + 1 < path.count { folder = try disk.openFolder(FileName(name), in: folder) }
    }
    return nil
  }

  /// What is in the way of all of them, in order.
  var all: [String] { Set(paths.values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  func blocks(_ unit: String) -> Bool { paths[unit] != nil }

  mutating func add(_ path: String, of unit: String) { paths[unit] = path }
}
