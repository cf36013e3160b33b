extension Disk {
  /// One after the other, unless a disk says otherwise.
  public var lanes: Int { 1 }

  /// The names in a folder without `.` and `..`, in byte order.
  public func names(in folder: Handle) throws(DiskError) -> [FileName] {
    try entries(in: folder).map(\.name)
  }

  /// What stands under a name, nil if nothing does.
  public func statusIfAny(of name: FileName, in folder: Handle) throws(DiskError) -> FileStatus? {
    do throws(DiskError) {
      return try status(of: name, in: folder)
    } catch {
      guard error.code == .notFound else { throw error }
      return nil
    }
  }

  /// Does something that writes so many bytes on the file system of `handle`; if that is full the error says
  /// how much is missing for all of it.
  public func writing<Value>(_ bytes: Int64, on handle: Handle, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch var error as DiskError where error.code == .full {
      if let free = try? freeSpace(handle) { error.needed = max(1, bytes &- free) }
      throw error
    }
  }

  /// All bytes of a file, to its end.
  public func readAll(_ file: Handle) throws(DiskError) -> [UInt8] {
    let size = try status(of: file).size
    var bytes = try read(file, at: 0, count: Int(clamping: size))
    while true {
      let more = try read(file, at: Int64(bytes.count), count: 1 << 16)
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// Makes a folder for the owner alone, or opens the one that is there.
  /// `made` tells which; the name is not yet durable.
  public func ensureFolder(
    _ name: FileName, in folder: Handle
  ) throws(DiskError) -> (handle: Handle, made: Bool) {
    do throws(DiskError) {
      return (try openFolder(name, in: folder), false)
    } catch {
      guard error.code == .notFound else { throw error }
    }
    try makeFolder(name, in: folder)
    return (try openFolder(name, in: folder), true)
  }

  /// Removes a file, or a folder with all that it holds.
  public func removeTree(_ name: FileName, in folder: Handle) throws(DiskError) {
    guard try status(of: name, in: folder).kind == .folder else { return try removeFile(name, in: folder) }
    let inner = try openFolder(name, in: folder)
    for child in try names(in: inner) { try removeTree(child, in: inner) }
    try removeFolder(name, in: folder)
  }
}
