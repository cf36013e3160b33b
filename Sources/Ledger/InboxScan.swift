import Disk

/// One look at all names in the Inbox, by their bytes.
struct InboxScan {
  enum Sighting {
    case ignored(InboxItem.Ignored)
    case unreadable(DiskError)
    case file(FileStatus, Neighbours)
  }

  /// What lies beside a file and speaks of it.
  struct Neighbours {
    /// The mark that a spreadsheet program sets while it has the file open.
    var saysOpen = false
    /// The mark by which the sender says that the file is complete.
    var saysDone = false
  }

  /// `Inbox/<unit>/<round>/<bo-sung>`: nothing is looked for below.
  private static let depth = 3

  private(set) var sightings: [(path: InboxPath, sighting: Sighting)] = []
  private let disk: any Disk
  private let entering: (Handle) -> Void

  /// In byte order of the folders. A name that vanishes while we look is not there.
  /// - Parameter entering: told each folder before its names are read.
  init(of inbox: Handle, on disk: any Disk, entering: @escaping (Handle) -> Void = { _ in }) throws {
    self.disk = disk
    self.entering = entering
    try look(into: inbox, folders: [])
  }

  private mutating func look(into folder: Handle, folders: [FileName]) throws {
    entering(folder)
    let names = try disk.names(in: folder)
    let marks = Set(
      names.filter {
        $0.hasPrefix("~$") || $0.hasPrefix(".~lock.") || $0.hasSuffix(InboxItem.Ignored.markEnding)
      })
    for name in names {
      let path = InboxPath(folders, name)
      do {
        try look(at: path, in: folder, marks: marks)
      } catch let error as DiskError where error.code == .notFound {
        continue
      } catch let error as DiskError where error.code != .exhausted {
        sightings.append((path, .unreadable(error)))
      }
    }
  }

  private mutating func look(at path: InboxPath, in folder: Handle, marks: Set<FileName>) throws {
    let name = path.name
    if let reason = InboxItem.Ignored(name: name, isInInbox: path.folders.isEmpty) {
      return sightings.append((path, .ignored(reason)))
    }
    let status = try disk.status(of: name, in: folder)
    switch status.kind {
    case .folder where path.folders.count < InboxScan.depth:
      try look(into: try disk.openFolder(name, in: folder), folders: path.folders + [name])
    case .folder: sightings.append((path, .ignored(.tooDeep)))
    case .link: sightings.append((path, .ignored(.link)))
    case .other: sightings.append((path, .ignored(.notAFile)))
    case .file where path.folders.isEmpty: sightings.append((path, .ignored(.outsideUnit)))
    case .file:
      var beside = Neighbours()
      beside.saysOpen =
        marks.contains(FileName(Array("~$".utf8) + name.bytes))
        || marks.contains(FileName(Array("~$".utf8) + name.bytes.dropFirst(2)))
        || marks.contains(FileName(Array(".~lock.".utf8) + name.bytes + [0x23]))
      beside.saysDone = marks.contains(name.mark)
      sightings.append((path, .file(status, beside)))
    }
  }
}

extension FileName {
  /// The name of the mark that says that this file is complete.
  var mark: FileName { FileName(bytes + Array(InboxItem.Ignored.markEnding.utf8)) }

  /// The file that a mark of this name speaks of.
  var marked: FileName { FileName(bytes.dropLast(InboxItem.Ignored.markEnding.utf8.count)) }
}
