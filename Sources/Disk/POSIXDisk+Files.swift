import Glibc

extension POSIXDisk {
  /// `openat` with O_RDONLY, O_NOFOLLOW and O_NONBLOCK.
  public func openFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    try open(name, in: folder, O_RDONLY | O_NONBLOCK)
  }

  /// `openat` with O_CREAT and O_EXCL.
  public func createFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    let file = try open(name, in: folder, O_WRONLY | O_CREAT | O_EXCL)
    handOver(file, madeIn: folder)
    return file
  }

  /// `openat` with O_APPEND and O_CREAT.
  public func openLog(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    let file = try open(name, in: folder, O_RDWR | O_APPEND | O_CREAT)
    handOver(file, madeIn: folder)
    return file
  }

  /// Gives what root makes in a folder that is for its owner alone to that owner, who could not go on otherwise. Where
  /// that is refused it is root's, as it was.
  private func handOver(_ file: Handle, madeIn folder: Handle) {
    if let owner = owner(ofPrivate: folder) { _ = fchown(file.descriptor, owner.user, owner.group) }
  }

  /// For root alone: whose a folder is that nobody else may enter; nil for its own.
  func owner(ofPrivate folder: Handle) -> (user: uid_t, group: gid_t)? {
    var status = stat()
    guard geteuid() == 0, fstat(folder.descriptor, &status) == 0, status.st_uid != 0,
      status.st_mode & 0o077 == 0
    else { return nil }
    return (status.st_uid, status.st_gid)
  }

  private func open(_ name: FileName, in folder: Handle, _ flags: Int32) throws(DiskError) -> Handle {
    let descriptor = try call("openat", name) { (text: UnsafePointer<CChar>) in
      openat(folder.descriptor, text, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
    return handle(descriptor, name)
  }

  /// `pread`, as often as it takes.
  public func read(_ file: Handle, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    var filled = 0
    while filled < bytes.count {
      let done = try call("pread", file.name) {
        bytes.withUnsafeMutableBytes { buffer in
          let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
          return pread(file.descriptor, rest.baseAddress, rest.count, Int(offset) + filled)
        }
      }
      if done == 0 { break }
      filled += done
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  /// `write`, as often as it takes.
  public func write(_ bytes: ArraySlice<UInt8>, to file: Handle) throws(DiskError) {
    var rest = bytes
    while !rest.isEmpty {
      let done = try call("write", file.name) {
        rest.withUnsafeBytes { Glibc.write(file.descriptor, $0.baseAddress, $0.count) }
      }
      rest = rest.dropFirst(done)
    }
  }

  /// `fallocate`, where the file system knows it.
  public func reserve(_ size: Int64, for file: Handle) throws(DiskError) {
    if size <= 0 { return }
    do throws(DiskError) {
      _ = try call("fallocate", file.name) { fallocate(file.descriptor, 0, 0, Int(size)) }
    } catch {
      // Only a courtesy: without it the write itself will tell.
      if error.code != .unsupported { throw error }
    }
  }

  /// `ftruncate`.
  public func cut(_ file: Handle, to size: Int64) throws(DiskError) {
    _ = try call("ftruncate", file.name) { ftruncate(file.descriptor, Int(size)) }
  }

  /// `fsync`, once.
  public func sync(_ handle: Handle) throws(DiskError) {
    _ = try call("fsync", handle.name) { fsync(handle.descriptor) }
  }

  /// `syncfs`, once.
  public func syncFileSystem(of handle: Handle) throws(DiskError) {
    _ = try call("syncfs", handle.name) { syncfs(handle.descriptor) }
  }

  /// `fchown` and `fchmod`, which no mask changes.
  public func setAccess(_ mode: UInt32, group: UInt32?, of handle: Handle) throws(DiskError) {
    // The group first: a change of owner may take bits away.
    if let group {
      _ = try call("fchown", handle.name) { fchown(handle.descriptor, uid_t.max, group) }
    }
    _ = try call("fchmod", handle.name) { fchmod(handle.descriptor, mode) }
  }
}
