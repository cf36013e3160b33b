package import Disk
import Glibc
import Tables

extension MemoryDisk {
  package func openFolder(path: FileName) throws(DiskError) -> Handle { handle(root, path) }

  package func openFolder(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    let node = try find(name, in: folder, "openat")
    guard node.kind == .folder else { throw DiskError("openat", number: ENOTDIR, name: name) }
    return handle(node, name)
  }

  package func entries(in folder: Handle) throws(DiskError) -> [FolderEntry] {
    let names = try node(folder).names.sorted { $0.key < $1.key }.map { FolderEntry($0.key, $0.value.kind) }
    guard let listing else { return names }
    var random = SeededRandom(seed: listing)
    return names.map { ($0, random.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  package func makeFolder(_ name: FileName, in folder: Handle) throws(DiskError) {
    _ = try add(.folder, name, in: folder)
  }

  private func add(_ kind: FileStatus.Kind, _ name: FileName, in folder: Handle) throws(DiskError) -> Node {
    before?("create", name)
    let parent = try node(folder)
    if parent.names[name] != nil { throw DiskError("create", number: EEXIST, name: name) }
    let made = make(kind)
    set(name, to: made, in: parent)
    return made
  }

  /// Every name that comes or goes changes the folder too.
  private func set(_ name: FileName, to node: Node?, in folder: Node) {
    folder.names[name] = node
    folder.changed = tick()
  }

  package func openFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    let node = try find(name, in: folder, "openat")
    guard node.kind != .link else { throw DiskError("openat", number: ELOOP, name: name) }
    return handle(node, name)
  }

  package func createFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    handle(try add(.file, name, in: folder), name)
  }

  package func openLog(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    if let there = try node(folder).names[name] { return handle(there, name) }
    return try createFile(name, in: folder)
  }

  package func read(_ file: Handle, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
    before?("read", file.name)
    return Array(try node(file).bytes.dropFirst(Int(offset)).prefix(count))
  }

  package func write(_ bytes: ArraySlice<UInt8>, to file: Handle) throws(DiskError) {
    let node = try node(file)
    node.bytes += bytes
    node.modified = tick()
    node.changed = node.modified
  }

  package func reserve(_ size: Int64, for file: Handle) throws(DiskError) {}

  package func cut(_ file: Handle, to size: Int64) throws(DiskError) {
    let node = try node(file)
    node.bytes = Array(node.bytes.prefix(Int(size)))
  }

  package func sync(_ handle: Handle) throws(DiskError) { MemoryDisk.settle(try node(handle)) }

  package func syncFileSystem(of handle: Handle) throws(DiskError) {
    func walk(_ node: Node) {
      MemoryDisk.settle(node)
      for child in node.names.values { walk(child) }
    }
    walk(root)
  }

  private static func settle(_ node: Node) {
    node.durableBytes = node.bytes
    node.durableNames = node.names
    node.durableChanged = node.changed
  }

  package func status(of name: FileName, in folder: Handle) throws(DiskError) -> FileStatus {
    status(try find(name, in: folder, "fstatat"))
  }

  package func status(of handle: Handle) throws(DiskError) -> FileStatus { status(try node(handle)) }

  private func status(_ node: Node) -> FileStatus {
    FileStatus(
      identity: Identity(
        device: node.device ?? device, inode: node.number, size: Int64(node.bytes.count),
        modified: node.modified,
        changed: node.changed),
      kind: node.kind, links: node.links, mode: node.mode, group: node.group)
  }

  package func link(
    _ name: FileName, in folder: Handle, as newName: FileName, in newFolder: Handle
  ) throws(DiskError) {
    let file = try find(name, in: folder, "linkat")
    let target = try node(newFolder)
    if target.names[newName] != nil { throw DiskError("linkat", number: EEXIST, name: newName) }
    set(newName, to: file, in: target)
  }

  package func rename(
    _ name: FileName, in folder: Handle, to newName: FileName, in newFolder: Handle
  ) throws(DiskError) {
    before?("rename", name)
    if try node(newFolder).names[newName] != nil {
      throw DiskError("renameat2", number: EEXIST, name: newName)
    }
    try replace(newName, in: newFolder, by: name, in: folder)
  }

  package func replace(
    _ newName: FileName, in newFolder: Handle, by name: FileName, in folder: Handle
  ) throws(DiskError) {
    let moved = try find(name, in: folder, "renameat")
    set(name, to: nil, in: try node(folder))
    set(newName, to: moved, in: try node(newFolder))
    moved.changed = tick()
  }

  package func removeFile(_ name: FileName, in folder: Handle) throws(DiskError) {
    guard try find(name, in: folder, "unlinkat").kind != .folder else {
      throw DiskError("unlinkat", number: EISDIR, name: name)
    }
    set(name, to: nil, in: try node(folder))
  }

  package func removeFolder(_ name: FileName, in folder: Handle) throws(DiskError) {
    guard try find(name, in: folder, "unlinkat").names.isEmpty else {
      throw DiskError("unlinkat", number: ENOTEMPTY, name: name)
    }
    set(name, to: nil, in: try node(folder))
  }

  package func setAccess(_ mode: UInt32, group: UInt32?, of handle: Handle) throws(DiskError) {
    let node = try node(handle)
    node.mode = mode
    if let group { node.group = group }
  }

  package func lock(_ file: Handle) throws(DiskError) -> Bool {
    let node = try node(file)
    if node.lockedBy != nil { return false }
    node.lockedBy = file.descriptor
    return true
  }

  package func mayWrite(into folder: Handle) throws(DiskError) -> Bool { try node(folder).mode & 0o200 != 0 }

  package func freeSpace(_ handle: Handle) throws(DiskError) -> Int64 { free }
  package func isBeingWritten(_ file: Handle) -> Bool? {
    tellsWriters ? beingWritten.contains(file.name) : nil
  }
  package func isRemote(_ handle: Handle) -> Bool {
    liesElsewhere || (try? node(handle).device).map(remoteDevices.contains) ?? false
  }
  package func fileSystem(of handle: Handle) -> String? { systemName }
  package func groupNumber(of name: String) -> UInt32? { nil }
  package func uptime() -> Int64 { tick() }
  package func boot() -> String { "boot \(starts)" }
  package func now() -> Int64 { wallClock() }
  package func sleep(nanoseconds: Int64) { advance(by: nanoseconds) }
  package var processNumber: Int32 { 7 }

  /// The same on every disk, one after the other.
  package func random(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      lastRandom = lastRandom &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: lastRandom >> 33)
    }
  }
}
