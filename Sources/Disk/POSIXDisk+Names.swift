import Glibc

extension POSIXDisk {
  /// `fstatat` with AT_SYMLINK_NOFOLLOW.
  public func status(of name: FileName, in folder: Handle) throws(DiskError) -> FileStatus {
    var facts = stat()
    _ = try call("fstatat", name) { (text: UnsafePointer<CChar>) in
      fstatat(folder.descriptor, text, &facts, AT_SYMLINK_NOFOLLOW)
    }
    return FileStatus(facts)
  }

  /// `fstat`.
  public func status(of handle: Handle) throws(DiskError) -> FileStatus {
    var facts = stat()
    _ = try call("fstat", handle.name) { fstat(handle.descriptor, &facts) }
    return FileStatus(facts)
  }

  /// `linkat`.
  public func link(
    _ name: FileName, in folder: Handle, as newName: FileName, in newFolder: Handle
  ) throws(DiskError) {
    try pair("linkat", name, newName) { linkat(folder.descriptor, $0, newFolder.descriptor, $1, 0) }
  }

  /// `renameat2` with RENAME_NOREPLACE, or what comes nearest.
  public func rename(
    _ name: FileName, in folder: Handle, to newName: FileName, in newFolder: Handle
  ) throws(DiskError) {
    do throws(DiskError) {
      try pair("renameat2", name, newName) { old, new in
        if let simulatedRenameError {
          errno = simulatedRenameError
          return -1
        }
        return renameat2(folder.descriptor, old, newFolder.descriptor, new, UInt32(RENAME_NOREPLACE))
      }
    } catch {
      guard error.code == .unsupported else { throw error }
      try renameWithoutFlag(name, in: folder, to: newName, in: newFolder)
    }
  }

  /// CIFS and some FUSE file systems do not know RENAME_NOREPLACE. A file gets
  /// its new name by a link, which never replaces. For a folder we look first:
  /// should somebody make one of that name in between, `rename` refuses
  /// unless it is empty, and then nothing is lost.
  private func renameWithoutFlag(
    _ name: FileName, in folder: Handle, to newName: FileName, in newFolder: Handle
  ) throws(DiskError) {
    guard try status(of: name, in: folder).kind == .folder else {
      try link(name, in: folder, as: newName, in: newFolder)
      return try removeFile(name, in: folder)
    }
    do throws(DiskError) {
      _ = try status(of: newName, in: newFolder)
    } catch {
      guard error.code == .notFound else { throw error }
      return try replace(newName, in: newFolder, by: name, in: folder)
    }
    throw DiskError("renameat", number: EEXIST, name: newName)
  }

  /// `renameat`.
  public func replace(
    _ newName: FileName, in newFolder: Handle, by name: FileName, in folder: Handle
  ) throws(DiskError) {
    try pair("renameat", name, newName) { renameat(folder.descriptor, $0, newFolder.descriptor, $1) }
  }

  /// `unlinkat`.
  public func removeFile(_ name: FileName, in folder: Handle) throws(DiskError) {
    _ = try call("unlinkat", name) { (text: UnsafePointer<CChar>) in unlinkat(folder.descriptor, text, 0) }
  }

  /// `unlinkat` with AT_REMOVEDIR.
  public func removeFolder(_ name: FileName, in folder: Handle) throws(DiskError) {
    _ = try call("unlinkat", name) { (text: UnsafePointer<CChar>) in
      unlinkat(folder.descriptor, text, AT_REMOVEDIR)
    }
  }

  /// A system call about two names; an error of ours about a bad name names that one.
  private func pair(
    _ systemCall: String, _ name: FileName, _ newName: FileName,
    _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
  ) throws(DiskError) {
    let old = try terminated(name, systemCall)
    let new = try terminated(newName, systemCall)
    _ = try call(systemCall, name) { body(old, new) }
  }
}

extension FileStatus.Kind {
  /// What a folder says of a name (`d_type`).
  init?(entry type: UInt8) {
    switch Int(type) {
    case Int(DT_UNKNOWN): return nil
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    default: self = .other
    }
  }
}

extension FileStatus {
  fileprivate init(_ facts: stat) {
    func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
    let kind: Kind =
      switch facts.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      identity: Identity(
        device: UInt64(facts.st_dev), inode: UInt64(facts.st_ino), size: Int64(facts.st_size),
        modified: nanoseconds(facts.st_mtim), changed: nanoseconds(facts.st_ctim)),
      kind: kind, links: Int(clamping: facts.st_nlink), mode: facts.st_mode & 0o7777, owner: facts.st_uid,
      group: facts.st_gid)
  }
}
