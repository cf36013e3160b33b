import Disk

/// A file of its own in the Outbox: a receipt, or a list that is made anew.
public struct OutboxFile: Sendable {
  /// Below the Outbox, the unit's folder first, the file's name last.
  public var path: [String]
  /// Its content.
  public var bytes: [UInt8]
  /// Whether it takes the place of an older one; otherwise it is written once.
  public var replaces: Bool
  /// Its rights, and those of folders that are made for it.
  public var access: Access

  /// A file to be written.
  public init(path: [String], bytes: [UInt8], replaces: Bool = false, access: Access = Access()) {
    self.path = path
    self.bytes = bytes
    self.replaces = replaces
    self.access = access
  }
}

extension Ledger {
  private struct Making {
    var file: OutboxFile
    var name: FileName
    var folder: Handle
    var hidden: FileName
    var home: Handle
  }

  /// Writes files, each complete when it appears, all durable when this returns. One that stands
  /// there with the same bytes is left alone; with others it is replaced, or
  /// ``LedgerError/taken(path:)``.
  public func write(_ files: [OutboxFile]) throws {
    var unsynced = Unsynced()
    var makings: [Making] = []
    for file in files {
      guard let last = file.path.last else { continue }
      let folders = file.path.dropLast().map { FileName($0) }
      let home = try disk.ensureFolder(path: Array(folders.prefix(1)), in: places.outbox, access: file.access)
      let folder = try disk.ensureFolder(path: Array(folders.dropFirst()), in: home, access: file.access)
      let name = FileName(last)
      if try standsAlready(file, name, in: folder) { continue }
      let hidden = FileName("\(makingPrefix)file-\(makings.count)")
      let made = try disk.freshFile(hidden, in: home)
      try disk.write(file.bytes[...], to: made)
      try disk.setAccess(file.access.file, group: file.access.group, of: made)
      unsynced.add(made)
      makings.append(Making(file: file, name: name, folder: folder, hidden: hidden, home: home))
    }
    try unsynced.sync(on: disk, root: places.outbox)
    for making in makings {
      if making.file.replaces {
        try disk.replace(making.name, in: making.folder, by: making.hidden, in: making.home)
      } else {
        try disk.rename(making.hidden, in: making.home, to: making.name, in: making.folder)
      }
      unsynced.add(making.folder)
    }
    try unsynced.sync(on: disk, root: places.outbox)
  }

  private func standsAlready(_ file: OutboxFile, _ name: FileName, in folder: Handle) throws -> Bool {
    guard let status = try disk.statusIfAny(of: name, in: folder) else { return false }
    if status.size == Int64(file.bytes.count), status.kind == .file,
      try disk.readAll(try disk.openFile(name, in: folder)) == file.bytes
    {
      return true
    }
    guard file.replaces else { throw LedgerError.taken(path: file.path.joined(separator: "/")) }
    return false
  }
}
