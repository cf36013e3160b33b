import Disk

/// The real disk with a clock of our own.
struct ClockDisk: Disk {
  private let clock: Clock
  private let disk = POSIXDisk()

  /// Seconds since 1970; it may be turned. Sleep takes no time, and passes all the same.
  final class Clock: @unchecked Sendable {
    var time: Int64
    var slept: Int64 = 0
    /// Whether the process dies when it syncs a file of that name; from then on it removes nothing either.
    var dies: ((FileName) throws -> Bool)?
    var isDead = false
    init(_ time: Int64) { self.time = time }
  }

  init(time: Int64) { clock = Clock(time) }
  init(_ clock: Clock) { self.clock = clock }

  func now() -> Int64 { clock.time }

  func openFolder(path: FileName) throws(DiskError) -> Handle { try disk.openFolder(path: path) }
  func openFolder(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    try disk.openFolder(name, in: folder)
  }
  func entries(in folder: Handle) throws(DiskError) -> [FolderEntry] { try disk.entries(in: folder) }
  func makeFolder(_ name: FileName, in folder: Handle) throws(DiskError) {
    try disk.makeFolder(name, in: folder)
  }
  func openFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    try disk.openFile(name, in: folder)
  }
  func createFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    try disk.createFile(name, in: folder)
  }
  func openLog(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    try disk.openLog(name, in: folder)
  }
  func read(_ file: Handle, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
    try disk.read(file, at: offset, count: count)
  }
  func write(_ bytes: ArraySlice<UInt8>, to file: Handle) throws(DiskError) {
    try disk.write(bytes, to: file)
  }
  func reserve(_ size: Int64, for file: Handle) throws(DiskError) { try disk.reserve(size, for: file) }
  func cut(_ file: Handle, to size: Int64) throws(DiskError) { try disk.cut(file, to: size) }
  func sync(_ handle: Handle) throws(DiskError) {
    if let dies = clock.dies { clock.isDead = (try? dies(handle.name)) ?? true }
    if clock.isDead { throw DiskError("fsync", number: 5, name: handle.name) }
    try disk.sync(handle)
  }
  func syncFileSystem(of handle: Handle) throws(DiskError) { try disk.syncFileSystem(of: handle) }
  func status(of name: FileName, in folder: Handle) throws(DiskError) -> FileStatus {
    try disk.status(of: name, in: folder)
  }
  func status(of handle: Handle) throws(DiskError) -> FileStatus { try disk.status(of: handle) }
  func link(_ name: FileName, in folder: Handle, as newName: FileName, in newFolder: Handle) throws(DiskError)
  {
    try disk.link(name, in: folder, as: newName, in: newFolder)
  }
  func rename(
    _ name: FileName, in folder: Handle, to newName: FileName, in newFolder: Handle
  ) throws(DiskError) {
    try disk.rename(name, in: folder, to: newName, in: newFolder)
  }
  func replace(
    _ newName: FileName, in newFolder: Handle, by name: FileName, in folder: Handle
  ) throws(DiskError) {
    try disk.replace(newName, in: newFolder, by: name, in: folder)
  }
  func removeFile(_ name: FileName, in folder: Handle) throws(DiskError) {
    if clock.isDead { throw DiskError("unlinkat", number: 5, name: name) }
    try disk.removeFile(name, in: folder)
  }
  func removeFolder(_ name: FileName, in folder: Handle) throws(DiskError) {
    try disk.removeFolder(name, in: folder)
  }
  func setAccess(_ mode: UInt32, group: UInt32?, of handle: Handle) throws(DiskError) {
    try disk.setAccess(mode, group: group, of: handle)
  }
  func lock(_ file: Handle) throws(DiskError) -> Bool { try disk.lock(file) }
  func mayWrite(into folder: Handle) throws(DiskError) -> Bool { try disk.mayWrite(into: folder) }
  func freeSpace(_ handle: Handle) throws(DiskError) -> Int64 { try disk.freeSpace(handle) }
  func isBeingWritten(_ file: Handle) -> Bool? { disk.isBeingWritten(file) }
  func isRemote(_ handle: Handle) -> Bool { disk.isRemote(handle) }
  func fileSystem(of handle: Handle) -> String? { disk.fileSystem(of: handle) }
  func groupNumber(of name: String) -> UInt32? { disk.groupNumber(of: name) }
  func uptime() -> Int64 { disk.uptime() + clock.slept }
  func boot() -> String { disk.boot() }
  func sleep(nanoseconds: Int64) { clock.slept += nanoseconds }
  var processNumber: Int32 { disk.processNumber }
  func random(_ count: Int) -> [UInt8] { disk.random(count) }
}
