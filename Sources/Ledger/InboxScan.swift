import Disk

/// One look at all names in the Inbox, by their bytes.
struct InboxScan {
  enum Sighting {
    case ignored(InboxItem.Ignored)
    case unreadable(DiskError)
    /// A regular file; `isOpen`: the mark that a spreadsheet program sets lies beside it.
    case file(FileStatus, isOpen: Bool)
  }

  /// `Inbox/<unit>/<round>/<bo-sung>`: nothing is looked for below.
  private static let depth = 3

  private(set) var sightings: [(path: InboxPath, sighting: Sighting)] = []
  private let disk: any Disk

  /// In byte order of the folders. A name that vanishes while we look is not there.
  init(of inbox: Handle, on disk: any Disk) throws {
    self.disk = disk
    try look(into: inbox, folders: [])
  }

  private mutating func look(into folder: Handle, folders: [FileName]) throws {
    let names = try disk.names(in: folder)
    let marks = Set(names.filter { $0.hasPrefix("~$") || $0.hasPrefix(".~lock.") })
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
      let isOpen =
        marks.contains(FileName(Array("~$".utf8) + name.bytes))
        || marks.contains(FileName(Array("~$".utf8) + name.bytes.dropFirst(2)))
        || marks.contains(FileName(Array(".~lock.".utf8) + name.bytes + [0x23]))
      sightings.append((path, .file(status, isOpen: isOpen)))
    }
  }
}
