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
  /// One that is written and has not its name yet. No folder is held open for it: there may be a
  /// thousand units, and no process may hold as many.
  private struct Making {
    var file: OutboxFile
    var hidden: FileName
  }

  /// Writes files, each complete when it appears, all durable when this returns. One that stands
  /// there with the same bytes is left alone; with others it is replaced, or
  /// ``LedgerError/taken(path:)``.
  public func write(_ files: [OutboxFile]) throws {
    let bytes = files.reduce(Int64(0)) { $0 &+ Int64($1.bytes.count) }
    try disk.writing(bytes, on: places.outbox) { try writeAll(files) }
  }

  private func writeAll(_ files: [OutboxFile]) throws {
    var unsynced = Unsynced()
    var makings: [Making] = []
    for file in files {
      let (home, folder, name) = try place(of: file)
      if try standsAlready(file, name, in: folder) { continue }
      let hidden = FileName("\(makingPrefix)file-\(makings.count)")
      let made = try disk.freshFile(hidden, in: home)
      try disk.write(file.bytes[...], to: made)
      try disk.setAccess(file.access.file, group: file.access.group, of: made)
      unsynced.add(made)
      makings.append(Making(file: file, hidden: hidden))
    }
    try unsynced.sync(on: disk, root: places.outbox)
    for making in makings {
      let (home, folder, name) = try place(of: making.file)
      if making.file.replaces {
        try disk.replace(name, in: folder, by: making.hidden, in: home)
      } else {
        try disk.rename(making.hidden, in: home, to: name, in: folder)
      }
      unsynced.add(folder)
    }
    try unsynced.sync(on: disk, root: places.outbox)
  }

  /// The unit's folder, the file's own and its name; folders that are missing are made.
  private func place(of file: OutboxFile) throws -> (home: Handle, folder: Handle, name: FileName) {
    let names = file.path.map { FileName($0) }
    guard let name = names.last else { throw LedgerError.taken(path: "") }
    let folders = names.dropLast()
    let unit = Array(folders.prefix(1))
    let home = try disk.ensureFolder(
      path: unit, in: places.outbox, below: [Places.outboxName], access: file.access)
    let folder = try disk.ensureFolder(
      path: Array(folders.dropFirst()), in: home, below: [Places.outboxName] + unit, access: file.access)
    return (home, folder, name)
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
