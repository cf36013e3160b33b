import Disk
import Rounds

/// Files and links that have the names of folders which units need, and folders that are closed to us: such a unit
/// is left out until they are moved away or opened, and all others go on.
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
        let home: Handle
        switch try look(at: folders.unit, in: place, on: disk) {
        case .nothing: continue
        case .folder(let found): home = found
        case .other, .closed, .outOfReach:
          paths[folders.unit] = top + "/" + folders.unit
          continue
        }
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

  private enum Sight {
    case nothing
    case folder(Handle)
    case other
    /// A folder that one may not look into.
    case closed
    /// The folder that holds it lets nobody through.
    case outOfReach
  }

  private func look(at name: String, in place: Handle, on disk: any Disk) throws -> Sight {
    let status: FileStatus?
    do { status = try disk.statusIfAny(of: FileName(name), in: place) } catch {
      guard error.code == .denied else { throw error }
      return .outOfReach
    }
    guard let status else { return .nothing }
    guard status.kind == .folder else { return .other }
    do { return .folder(try disk.openFolder(FileName(name), in: place)) } catch {
      guard error.code == .denied else { throw error }
      return .closed
    }
  }

  /// The first name of a path that is there, and is no folder that one may look into.
  private func first(of path: [String], in home: Handle, on disk: any Disk) throws -> [String]? {
    var place = home
    for (depth, name) in path.enumerated() {
      switch try look(at: name, in: place, on: disk) {
      case .nothing: return nil
      case .folder(let inner): place = inner
      case .other, .closed: return Array(path[...depth])
      case .outOfReach: return Array(path[..<depth])
      }
    }
    return nil
  }

  /// Adds the units into whose folders one may not write: to be asked once something was denied, because it
  /// writes to find out. Whether there are any.
  mutating func addClosed(_ workspace: Workspace, _ wanted: [UnitFolders]) throws -> Bool {
    let disk = workspace.disk
    let outbox = try disk.openFolder("Outbox", in: try disk.openFolder(path: workspace.root))
    let before = paths.count
    for folders in wanted where paths[folders.unit] == nil {
      let inner =
        [[], ["bien-nhan"], ["bien-nhan", "may-doc"]] + folders.rounds.flatMap { [[$0], [$0, "bieu-mau"]] }
      for path in inner {
        guard let place = try open([folders.unit] + path, in: outbox, on: disk) else { continue }
        if try !mayWrite(into: place, on: disk) {
          paths[folders.unit] = (["Outbox", folders.unit] + path).joined(separator: "/")
          break
        }
      }
    }
    // One that is closed as a whole is another matter.
    return paths.count > before && wanted.contains { paths[$0.unit] == nil }
  }

  /// Nil where there is no such folder that one may look into.
  private func open(_ path: [String], in place: Handle, on disk: any Disk) throws -> Handle? {
    var place = place
    for name in path {
      guard case .folder(let inner) = try look(at: name, in: place, on: disk) else { return nil }
      place = inner
    }
    return place
  }

  private func mayWrite(into place: Handle, on disk: any Disk) throws -> Bool {
    let name: FileName = ".making-probe"
    do { _ = try disk.createFile(name, in: place) } catch {
      if error.code == .denied { return false }
      guard error.code == .exists else { throw error }
    }
    try disk.removeFile(name, in: place)
    return true
  }

  /// What is in the way of all of them, in order.
  var all: [String] { Set(paths.values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  func blocks(_ unit: String) -> Bool { paths[unit] != nil }

  mutating func add(_ other: NamesInTheWay) { paths.merge(other.paths) { $1 } }

  mutating func add(_ path: String, of unit: String) { paths[unit] = path }
}
