import Disk
import Rounds
import Wording

/// Files and links that have the names of folders which units need, and folders that are closed to us: such a unit
/// is left out until they are moved away or opened, and all others go on. In the Inbox they keep it from sending
/// alone: it is given what is due.
struct NamesInTheWay {
  /// By unit: what is in the way in the Outbox, from the workspace.
  private(set) var paths: [String: String] = [:]
  /// The same in the Inbox.
  private var inboxPaths: [String: String] = [:]

  /// Nothing is.
  init() {}

  init(_ workspace: Workspace, _ wanted: [UnitFolders]) throws {
    let disk = workspace.disk
    let root = try disk.openFolder(path: workspace.root)
    for (top, name) in [("Inbox", FileName("Inbox")), ("Outbox", FileName("Outbox"))] {
      guard try disk.statusIfAny(of: name, in: root)?.kind == .folder else { continue }
      let place = try disk.openFolder(name, in: root)
      for folders in wanted {
        let home: Handle
        switch try Sight(of: folders.unit, in: place, on: disk) {
        case .nothing: continue
        case .folder(let found): home = found
        case .other, .closed, .outOfReach:
          add(top + "/" + folders.unit, of: folders.unit)
          continue
        }
        let inner =
          top == "Inbox"
          ? folders.inInbox : [["bien-nhan", "may-doc"]] + folders.rounds.map { [$0, "bieu-mau"] }
        if let found = try inner.lazy.compactMap({ try first(of: $0, in: home, on: disk) }).first {
          add(([top, folders.unit] + found).joined(separator: "/"), of: folders.unit)
        } else if top == "Outbox", try Sight(of: TaskWording.fileName, in: home, on: disk).isFolder {
          add([top, folders.unit, TaskWording.fileName].joined(separator: "/"), of: folders.unit)
        }
      }
    }
  }

  /// What stands under a name.
  private enum Sight {
    case nothing
    case folder(Handle)
    case other
    /// A folder that one may not look into.
    case closed
    /// The folder that holds it lets nobody through.
    case outOfReach

    init(of name: String, in place: Handle, on disk: any Disk) throws {
      let status: FileStatus?
      do { status = try disk.statusIfAny(of: FileName(name), in: place) } catch {
        guard error.code == .denied else { throw error }
        self = .outOfReach
        return
      }
      guard let status else {
        self = .nothing
        return
      }
      guard status.kind == .folder else {
        self = .other
        return
      }
      do { self = .folder(try disk.openFolder(FileName(name), in: place)) } catch {
        guard error.code == .denied else { throw error }
        self = .closed
      }
    }

    var isFolder: Bool {
      switch self {
      case .folder, .closed: true
      case .nothing, .other, .outOfReach: false
      }
    }
  }

  /// The first name of a path that is there, and is no folder that one may look into.
  private func first(of path: [String], in home: Handle, on disk: any Disk) throws -> [String]? {
    var place = home
    for (depth, name) in path.enumerated() {
      switch try Sight(of: name, in: place, on: disk) {
      case .nothing: return nil
      case .folder(let inner): place = inner
      case .other, .closed: return Array(path[...depth])
      case .outOfReach: return Array(path[..<depth])
      }
    }
    return nil
  }

  // MARK: Folders that one may not write into

  /// Adds the units into whose folders one may not write. Whether there are any, and the Outbox is not closed as a
  /// whole: that is another matter.
  ///
  /// - Parameter mayWrite: nil to find out by writing, once something was denied.
  mutating func addClosed(
    _ workspace: Workspace, _ wanted: [UnitFolders], mayWrite: ((Handle) throws -> Bool)? = nil
  ) throws -> Bool {
    let disk = workspace.disk
    let outbox = try disk.openFolder("Outbox", in: try disk.openFolder(path: workspace.root))
    let before = paths.count
    for folders in wanted where paths[folders.unit] == nil {
      let inner =
        [[], ["bien-nhan"], ["bien-nhan", "may-doc"]] + folders.rounds.flatMap { [[$0], [$0, "bieu-mau"]] }
      for path in inner {
        guard let place = try open([folders.unit] + path, in: outbox, on: disk) else { continue }
        if try !(mayWrite?(place) ?? canWrite(into: place, on: disk)) {
          paths[folders.unit] = (["Outbox", folders.unit] + path).joined(separator: "/")
          break
        }
      }
    }
    guard paths.count > before else { return false }
    if wanted.contains(where: { paths[$0.unit] == nil }) { return true }
    return try mayWrite?(outbox) ?? canWrite(into: outbox, on: disk)
  }

  /// Adds what a pass would be refused, as far as that is told without writing. Whether the Outbox is closed as a
  /// whole: then nobody is left out, for nobody is served.
  mutating func addRefused(_ workspace: Workspace, _ wanted: [UnitFolders]) throws -> Bool {
    let disk = workspace.disk
    func mayWrite(_ folder: Handle) -> Bool { (try? disk.mayWrite(into: folder)) ?? true }
    let before = self
    let root = try disk.openFolder(path: workspace.root)
    let outbox = try disk.openFolder("Outbox", in: root)
    let lacksFolder = try wanted.contains { try disk.statusIfAny(of: FileName($0.unit), in: outbox) == nil }
    let isDivided = try addClosed(workspace, wanted, mayWrite: mayWrite)
    if (lacksFolder && !mayWrite(outbox)) || (paths.count > before.paths.count && !isDivided) {
      self = before
      return true
    }
    let inbox = try disk.openFolder("Inbox", in: root)
    for folders in wanted where inboxPaths[folders.unit] == nil {
      let lacking = try ([[]] + folders.inInbox).contains { path in
        try lacks([folders.unit] + path, in: inbox, on: disk).map { !mayWrite($0) } ?? false
      }
      if lacking { add("Inbox/" + folders.unit, of: folders.unit) }
    }
    return false
  }

  /// Whether one of some units that were left out need not be any longer, as far as that is told without writing.
  static func isAnyFree(_ leftOut: [UnitFolders], in workspace: Workspace) throws -> Bool {
    var now = try NamesInTheWay(workspace, leftOut)
    if try now.addRefused(workspace, leftOut) { return false }
    return leftOut.contains { !now.isInTheWay(of: $0.unit) }
  }

  /// The folder in which the rest of a path would have to be made; nil where nothing is missing.
  private func lacks(_ path: [String], in place: Handle, on disk: any Disk) throws -> Handle? {
    var place = place
    for name in path {
      switch try Sight(of: name, in: place, on: disk) {
      case .nothing: return place
      case .folder(let inner): place = inner
      case .other, .closed, .outOfReach: return nil
      }
    }
    return nil
  }

  /// Nil where there is no such folder that one may look into.
  private func open(_ path: [String], in place: Handle, on disk: any Disk) throws -> Handle? {
    var place = place
    for name in path {
      guard case .folder(let inner) = try Sight(of: name, in: place, on: disk) else { return nil }
      place = inner
    }
    return place
  }

  private func canWrite(into place: Handle, on disk: any Disk) throws -> Bool {
    let name: FileName = ".making-probe"
    do { _ = try disk.createFile(name, in: place) } catch {
      if error.code == .denied { return false }
      guard error.code == .exists else { throw error }
    }
    try disk.removeFile(name, in: place)
    return true
  }

  /// What is in the way of all of them, in order.
  var all: [String] {
    Set(paths.values).union(inboxPaths.values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether nothing can be given to a unit.
  func blocks(_ unit: String) -> Bool { paths[unit] != nil }

  /// Whether something keeps the folders of a unit from being made.
  func isInTheWay(of unit: String) -> Bool { blocks(unit) || inboxPaths[unit] != nil }

  mutating func add(_ other: NamesInTheWay) {
    paths.merge(other.paths) { $1 }
    inboxPaths.merge(other.inboxPaths) { $1 }
  }

  mutating func add(_ path: String, of unit: String) {
    if path.hasPrefix("Inbox/") { inboxPaths[unit] = path } else { paths[unit] = path }
  }
}

extension UnitFolders {
  /// The folders of its rounds in the Inbox, from its own.
  fileprivate var inInbox: [[String]] { rounds.flatMap { [[$0, "bo-sung"], [$0, "thay-the"]] } }
}
