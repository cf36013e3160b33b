import Disk
import Tables

/// One look at all names in the Inbox, by their bytes: each is told as it is met, and nothing of it is kept.
struct InboxScan: Sendable {
  enum Sighting: Sendable {
    case ignored(InboxItem.Ignored)
    /// Says that a file is complete; alone if no such file lies beside it.
    case mark(isAlone: Bool)
    case unreadable(DiskError)
    case file(FileStatus, Neighbours)
  }

  /// What lies beside a file and speaks of it.
  struct Neighbours: Sendable {
    /// The mark that a spreadsheet program sets while it has the file open.
    var openMark: FileName?
    /// The mark by which the sender says that the file is complete.
    var saysDone = false
  }

  /// `Inbox/<unit>/<round>/<bo-sung>`: nothing is looked for below.
  private static let depth = 3

  private let disk: any Disk
  private typealias Entering = (Handle, [FileName]) -> Void
  private typealias Telling = (InboxPath, Sighting) throws -> Void

  /// Tells every name, in byte order of the folders. One that vanishes while we look is not there.
  /// - Parameter entering: told each folder and its path before its names are read.
  static func look(
    into inbox: Handle, on disk: any Disk, entering: (Handle, [FileName]) -> Void,
    tell: (InboxPath, Sighting) throws -> Void
  ) throws {
    try InboxScan(disk: disk).look(into: inbox, folders: [], entering, tell)
  }

  /// The same, but the folders of units are looked into by as many threads as the disk allows: what is told,
  /// and in which order, is the same.
  static func lookAtOnce(
    into inbox: Handle, on disk: any Disk, entering: ([FileName]) -> Void,
    tell: (InboxPath, Sighting) throws -> Void
  ) throws {
    guard disk.lanes > 1 else {
      return try look(into: inbox, on: disk, entering: { entering($1) }, tell: tell)
    }
    entering([])
    let entries = try disk.entries(in: inbox)
    let (scan, marks) = (InboxScan(disk: disk), Marks(entries))
    for start in stride(from: 0, to: entries.count, by: unitsAtOnce) {
      let units = Array(entries[start..<min(start + unitsAtOnce, entries.count)])
      let found = inParallel(units, jobs: disk.lanes) { unit in
        Result {
          var seen: [Seen] = []
          try scan.look(
            at: unit, in: inbox, folders: [], marks, { seen.append(.entered($1)) },
            { seen.append(.name($0, $1)) })
          return seen
        }
      }
      for unit in found {
        for seen in try unit.get() {
          switch seen {
          case .entered(let folders): entering(folders)
          case .name(let path, let sighting): try tell(path, sighting)
          }
        }
      }
    }
  }

  /// What one thread keeps for the others.
  private enum Seen: Sendable {
    case entered([FileName])
    case name(InboxPath, Sighting)
  }

  /// Between two of these what was seen is told and let go.
  private static let unitsAtOnce = 512

  private func look(into folder: Handle, folders: [FileName], _ entering: Entering, _ tell: Telling) throws {
    entering(folder, folders)
    let entries = try disk.entries(in: folder)
    let marks = Marks(entries)
    for entry in entries { try look(at: entry, in: folder, folders: folders, marks, entering, tell) }
  }

  private func look(
    at entry: FolderEntry, in folder: Handle, folders: [FileName], _ marks: Marks, _ entering: Entering,
    _ tell: Telling
  ) throws {
    let path = InboxPath(folders, entry.name)
    do {
      if let sighting = try look(at: path, entry.kind, in: folder, marks) {
        try tell(path, sighting)
      } else {
        try look(
          into: try disk.openFolder(entry.name, in: folder), folders: folders + [entry.name], entering, tell)
      }
    } catch let error as DiskError where error.code == .notFound {
      return
    } catch let error as DiskError where error.code != .exhausted {
      try tell(path, .unreadable(error))
    }
  }

  /// What a name is; nil for a folder to look into.
  private func look(
    at path: InboxPath, _ kind: FileStatus.Kind?, in folder: Handle, _ marks: Marks
  ) throws -> Sighting? {
    let name = path.name
    switch InboxItem.Ignored(name: name, isInInbox: path.folders.isEmpty) {
    case .mark?: return .mark(isAlone: !marks.hasFile(of: name))
    case let reason?: return .ignored(reason)
    case nil: break
    }
    // Which version of a file it is has to be asked; of all others the folder has said enough.
    let status = kind == nil || kind == .file ? try disk.status(of: name, in: folder) : nil
    switch status?.kind ?? kind ?? .other {
    case .folder: return path.folders.count < InboxScan.depth ? nil : .ignored(.tooDeep)
    case .link: return .ignored(.link)
    case .other: return .ignored(.notAFile)
    case .file where path.folders.isEmpty: return .ignored(.outsideUnit)
    case .file: return status.map { .file($0, marks.beside(name)) } ?? .ignored(.notAFile)
    }
  }

  /// The marks in a folder, and what they may speak of.
  private struct Marks: Sendable {
    private var marks: Set<FileName> = []
    private var files: Set<FileName> = []

    init(_ entries: [FolderEntry]) {
      marks = Set(
        entries.lazy.map(\.name).filter {
          $0.hasPrefix("~$") || $0.hasPrefix(".~lock.") || $0.hasSuffix(InboxItem.Ignored.markEnding)
        })
      guard !marks.isEmpty else { return }
      files = Set(entries.lazy.filter { $0.kind == nil || $0.kind == .file }.map(\.name))
    }

    func hasFile(of mark: FileName) -> Bool { files.contains(mark.marked) }

    func beside(_ name: FileName) -> Neighbours {
      var beside = Neighbours()
      guard !marks.isEmpty else { return beside }
      let owner = Array("~$".utf8)
      beside.openMark = [
        FileName(owner + name.bytes), FileName(owner + name.bytes.dropFirst(2)),
        FileName(Array(".~lock.".utf8) + name.bytes + [0x23]),
      ].first(where: marks.contains)
      beside.saysDone = marks.contains(name.mark)
      return beside
    }
  }
}

extension FileName {
  /// The name of the mark that says that this file is complete.
  var mark: FileName { FileName(bytes + Array(InboxItem.Ignored.markEnding.utf8)) }

  /// The file that a mark of this name speaks of.
  var marked: FileName { FileName(bytes.dropLast(InboxItem.Ignored.markEnding.utf8.count)) }
}
