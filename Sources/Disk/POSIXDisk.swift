import Glibc

/// The real disk.
public struct POSIXDisk: Disk {
  /// An error number that `renameat2` is to give, to try the way around it.
  let simulatedRenameError: Int32?

  /// The disk of this machine.
  public init() { simulatedRenameError = nil }

  init(simulatedRenameError: Int32) { self.simulatedRenameError = simulatedRenameError }

  /// Runs a system call, again if a signal interrupted it. −1 is a failure.
  func call<Value: SignedInteger>(
    _ systemCall: String, _ name: FileName, _ body: () -> Value
  ) throws(DiskError) -> Value {
    while true {
      let value = body()
      if value != -1 { return value }
      let number = errno
      if number != EINTR { throw DiskError(systemCall, number: number, name: name) }
    }
  }

  /// Runs a system call that takes one name within a folder.
  func call(
    _ systemCall: String, _ name: FileName, _ body: (UnsafePointer<CChar>) -> Int32
  ) throws(DiskError) -> Int32 {
    let text = try terminated(name, systemCall)
    return try call(systemCall, name) { body(text) }
  }

  /// The name as C wants it; refused if it is not one component of a path.
  func terminated(_ name: FileName, _ systemCall: String) throws(DiskError) -> [CChar] {
    let bytes = name.bytes
    guard !bytes.isEmpty, bytes != [0x2E], bytes != [0x2E, 0x2E], !bytes.contains(0x2F), !bytes.contains(0)
    else {
      var error = DiskError(systemCall, number: EINVAL, name: name)
      error.code = .invalidName
      throw error
    }
    return bytes.map { CChar(bitPattern: $0) } + [0]
  }

  func handle(_ descriptor: Int32, _ name: FileName) -> Handle {
    Handle(descriptor, name: name) { Glibc.close($0) }
  }
}

// MARK: Folders

extension POSIXDisk {
  private static let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  /// `open` with O_DIRECTORY.
  public func openFolder(path: FileName) throws(DiskError) -> Handle {
    let text = path.bytes.map { CChar(bitPattern: $0) } + [0]
    let descriptor = try call("open", path) { Glibc.open(text, POSIXDisk.folderFlags) }
    return handle(descriptor, path)
  }

  /// `openat` with O_DIRECTORY and O_NOFOLLOW.
  public func openFolder(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    let descriptor = try call("openat", name) { (text: UnsafePointer<CChar>) in
      openat(folder.descriptor, text, POSIXDisk.folderFlags | O_NOFOLLOW)
    }
    return handle(descriptor, name)
  }

  /// `readdir` on a descriptor, sorted.
  public func names(in folder: Handle) throws(DiskError) -> [FileName] {
    // A descriptor of its own: `fdopendir` takes it over, and the position is shared otherwise.
    let descriptor = try call("openat", folder.name) { openat(folder.descriptor, ".", POSIXDisk.folderFlags) }
    guard let stream = fdopendir(descriptor) else {
      let number = errno
      Glibc.close(descriptor)
      throw DiskError("fdopendir", number: number, name: folder.name)
    }
    defer { closedir(stream) }
    var names: [FileName] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        let number = errno
        if number != 0 { throw DiskError("readdir", number: number, name: folder.name) }
        break
      }
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) { field in
        let start = UnsafeRawPointer(field)
        let length = strlen(start.assumingMemoryBound(to: CChar.self))
        return Array(UnsafeRawBufferPointer(start: start, count: length))
      }
      if bytes != [0x2E], bytes != [0x2E, 0x2E] { names.append(FileName(bytes)) }
    }
    return names.sorted()
  }

  /// `mkdirat`.
  public func makeFolder(_ name: FileName, in folder: Handle) throws(DiskError) {
    _ = try call("mkdirat", name) { (text: UnsafePointer<CChar>) in mkdirat(folder.descriptor, text, 0o700) }
  }
}
