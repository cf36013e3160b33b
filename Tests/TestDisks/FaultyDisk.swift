package import Disk
import Glibc

/// A disk that fails or dies at its n-th operation, counted from 1.
package final class FaultyDisk: Disk, @unchecked Sendable {
  package enum Fault: Hashable {
    /// The process is gone: this and every later operation does nothing. A write gets half of its bytes out.
    case death
    /// This one operation fails; a write after half of its bytes.
    case error(Int32)
    /// This operation and all that need space from then on fail.
    case full
  }

  private let base: any Disk
  /// Operations on names that are refused, and the error number.
  private let refuses: (String, FileName) -> Bool
  private let refusal: Int32
  /// Handles whose sync has failed: nobody may ask again.
  private var spoilt: [Spoilt] = []
  private struct Spoilt { weak var handle: Handle? }
  package private(set) var syncsAfterFailure = 0
  private let at: Int
  private let fault: Fault
  package private(set) var count = 0

  package init(_ base: any Disk, at: Int = .max, _ fault: Fault = .death) {
    self.base = base
    self.at = at
    self.fault = fault
    refuses = { _, _ in false }
    refusal = EACCES
  }

  /// A disk without the right to do some things.
  package init(
    _ base: any Disk, with refusal: Int32 = EACCES, refusing refuses: @escaping (String, FileName) -> Bool
  ) {
    self.base = base
    self.refuses = refuses
    self.refusal = refusal
    at = .max
    fault = .death
  }

  /// Whether the fault was met.
  package var wasMet: Bool { count >= at }

  private func step(_ call: String, _ name: FileName) throws(DiskError) {
    if refuses(call, name) { throw DiskError(call, number: refusal, name: name) }
    if let number = next(call) { throw DiskError(call, number: number, name: name) }
  }

  /// Counts; the error number that the operation is to fail with.
  private func next(_ call: String) -> Int32? {
    count += 1
    switch fault {
    case .death: return count >= at ? EIO : nil
    case .error(let number): return count == at ? number : nil
    case .full:
      let needsSpace = ["createFile", "makeFolder", "write", "reserve", "link"].contains(call)
      return count >= at && needsSpace ? ENOSPC : nil
    }
  }

  package func openFolder(path: FileName) throws(DiskError) -> Handle {
    try step("openFolder", path)
    return try base.openFolder(path: path)
  }

  package func openFolder(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    try step("openFolder", name)
    return try base.openFolder(name, in: folder)
  }

  package func entries(in folder: Handle) throws(DiskError) -> [FolderEntry] {
    try step("entries", folder.name)
    return try base.entries(in: folder)
  }

  package func makeFolder(_ name: FileName, in folder: Handle) throws(DiskError) {
    try step("makeFolder", name)
    try base.makeFolder(name, in: folder)
  }

  package func openFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    try step("openFile", name)
    return try base.openFile(name, in: folder)
  }

  package func createFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    try step("createFile", name)
    return try base.createFile(name, in: folder)
  }

  package func openLog(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle {
    try step("openLog", name)
    return try base.openLog(name, in: folder)
  }

  package func read(_ file: Handle, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
    try step("read", file.name)
    return try base.read(file, at: offset, count: count)
  }

  package func reserve(_ size: Int64, for file: Handle) throws(DiskError) {
    try step("reserve", file.name)
    try base.reserve(size, for: file)
  }

  package func cut(_ file: Handle, to size: Int64) throws(DiskError) {
    try step("cut", file.name)
    try base.cut(file, to: size)
  }

  package func sync(_ handle: Handle) throws(DiskError) {
    if spoilt.contains(where: { $0.handle === handle }) { syncsAfterFailure += 1 }
    do throws(DiskError) {
      try step("sync", handle.name)
    } catch {
      spoilt.append(Spoilt(handle: handle))
      throw error
    }
    try base.sync(handle)
  }

  package func syncFileSystem(of handle: Handle) throws(DiskError) {
    try step("syncFileSystem", handle.name)
    try base.syncFileSystem(of: handle)
  }

  package func status(of name: FileName, in folder: Handle) throws(DiskError) -> FileStatus {
    try step("status", name)
    return try base.status(of: name, in: folder)
  }

  package func status(of handle: Handle) throws(DiskError) -> FileStatus {
    try step("status", handle.name)
    return try base.status(of: handle)
  }

  package func link(
    _ name: FileName, in folder: Handle, as newName: FileName, in newFolder: Handle
  ) throws(DiskError) {
    try step("link", name)
    try base.link(name, in: folder, as: newName, in: newFolder)
  }

  package func rename(
    _ name: FileName, in folder: Handle, to newName: FileName, in newFolder: Handle
  ) throws(DiskError) {
    try step("rename", name)
    try base.rename(name, in: folder, to: newName, in: newFolder)
  }

  package func replace(
    _ newName: FileName, in newFolder: Handle, by name: FileName, in folder: Handle
  ) throws(DiskError) {
    try step("replace", name)
    try base.replace(newName, in: newFolder, by: name, in: folder)
  }

  package func removeFile(_ name: FileName, in folder: Handle) throws(DiskError) {
    try step("removeFile", name)
    try base.removeFile(name, in: folder)
  }

  package func removeFolder(_ name: FileName, in folder: Handle) throws(DiskError) {
    try step("removeFolder", name)
    try base.removeFolder(name, in: folder)
  }

  package func setAccess(_ mode: UInt32, group: UInt32?, of handle: Handle) throws(DiskError) {
    try step("setAccess", handle.name)
    try base.setAccess(mode, group: group, of: handle)
  }

  package func lock(_ file: Handle) throws(DiskError) -> Bool {
    try step("lock", file.name)
    return try base.lock(file)
  }

  package func mayWrite(into folder: Handle) throws(DiskError) -> Bool {
    if refuses("mayWrite", folder.name) { return false }
    return try base.mayWrite(into: folder)
  }

  package func freeSpace(_ handle: Handle) throws(DiskError) -> Int64 {
    try step("freeSpace", handle.name)
    return try base.freeSpace(handle)
  }

  package func write(_ bytes: ArraySlice<UInt8>, to file: Handle) throws(DiskError) {
    if refuses("write", file.name) {
      try base.write(bytes.prefix(bytes.count / 2), to: file)
      throw DiskError("write", number: refusal, name: file.name)
    }
    let wasMet = wasMet
    if let number = next("write") {
      if !wasMet { try base.write(bytes.prefix(bytes.count / 2), to: file) }
      throw DiskError("write", number: number, name: file.name)
    }
    try base.write(bytes, to: file)
  }

  package func isBeingWritten(_ file: Handle) -> Bool? { base.isBeingWritten(file) }
  package func isRemote(_ handle: Handle) -> Bool { base.isRemote(handle) }
  package func fileSystem(of handle: Handle) -> String? { base.fileSystem(of: handle) }
  package func groupNumber(of name: String) -> UInt32? { base.groupNumber(of: name) }
  package func uptime() -> Int64 { base.uptime() }
  package func boot() -> String { base.boot() }
  package func now() -> Int64 { base.now() }
  package func sleep(nanoseconds: Int64) { base.sleep(nanoseconds: nanoseconds) }
  package var processNumber: Int32 { base.processNumber }
  package func random(_ count: Int) -> [UInt8] { base.random(count) }
}
