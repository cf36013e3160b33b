import Glibc
import Synchronization

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
    let isDots = bytes.count <= 2 && bytes.allSatisfy { $0 == 0x2E }
    guard !isDots, bytes.allSatisfy({ $0 != 0x2F && $0 != 0 }) else {
      var error = DiskError(systemCall, number: EINVAL, name: name)
      error.code = .invalidName
      throw error
    }
    // For every name that is looked at: in one piece.
    return [CChar](unsafeUninitializedCapacity: bytes.count + 1) { text, count in
      for byte in bytes {
        text[count] = CChar(bitPattern: byte)
        count &+= 1
      }
      text[count] = 0
      count &+= 1
    }
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

  /// `getdents64` from the beginning to the end, sorted.
  public func entries(in folder: Handle) throws(DiskError) -> [FolderEntry] {
    if folder.wasListed.exchange(true, ordering: .relaxed) {
      _ = try call("lseek", folder.name) { lseek(folder.descriptor, 0, SEEK_SET) }
    }
    let size = 1 << 15
    let room = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
    defer { room.deallocate() }
    var entries: [FolderEntry] = []
    while true {
      let filled = try call("getdents64", folder.name) { getdents64(folder.descriptor, room, size) }
      if filled == 0 { return entries.sorted { $0.name < $1.name } }
      POSIXDisk.add(UnsafeRawBufferPointer(start: room, count: filled), to: &entries)
    }
  }

  /// Records of the kernel (`struct linux_dirent64`): inode and position, 8 bytes each; length, 2; kind, 1;
  /// then the name and a zero.
  private static func add(_ records: UnsafeRawBufferPointer, to entries: inout [FolderEntry]) {
    var start = 0
    while start + 19 < records.count {
      let length = Int(records.loadUnaligned(fromByteOffset: start + 16, as: UInt16.self))
      guard length > 19, start + length <= records.count else { return }
      let name = records[(start + 19)..<(start + length)].prefix { $0 != 0 }
      if !name.elementsEqual([0x2E]), !name.elementsEqual([0x2E, 0x2E]) {
        entries.append(FolderEntry(FileName(name), FileStatus.Kind(entry: records[start + 18])))
      }
      start += length
    }
  }

  /// `mkdirat`.
  public func makeFolder(_ name: FileName, in folder: Handle) throws(DiskError) {
    _ = try call("mkdirat", name) { (text: UnsafePointer<CChar>) in mkdirat(folder.descriptor, text, 0o700) }
    guard let owner = owner(ofPrivate: folder) else { return }
    _ = try? call("fchownat", name) { (text: UnsafePointer<CChar>) in
      fchownat(folder.descriptor, text, owner.user, owner.group, AT_SYMLINK_NOFOLLOW)
    }
  }
}
