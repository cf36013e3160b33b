import Disk
import Tables

/// Contents that are kept, each under its SHA-256.
public struct Objects: Sendable {
  let disk: any Disk
  let folder: Handle
  let temporary: Handle

  static let name: FileName = "objects"

  /// The folder of a ledger with that journal: made in a new one only. Contents without a journal
  /// have lost it, and entries without the folder have lost their contents.
  static func folder(in ledger: Handle, of journal: Journal, on disk: any Disk) throws -> Handle {
    guard try journal.founding() == nil else {
      return try nilIf(.notFound) { try disk.openFolder(name, in: ledger) }
        ?? { throw LedgerError.contentsLost }()
    }
    let folder = try disk.ensureFolder(name, in: ledger).handle
    guard try disk.names(in: folder).isEmpty else { throw LedgerError.lost }
    return folder
  }

  /// The content of that hash, verified.
  public func read(_ hash: String) throws -> [UInt8] {
    guard let file = try nilIf(.notFound, body: { try disk.openFile(FileName(hash), in: folder) }) else {
      throw LedgerError.objectMissing(hash: hash)
    }
    let bytes = try disk.readAll(file)
    guard SHA256.hex(bytes) == hash else { throw LedgerError.objectDamaged(hash: hash) }
    return bytes
  }

  /// Whether the content of that hash is there, and what it was.
  func isWhole(_ hash: String) throws -> Bool {
    do { _ = try read(hash) } catch LedgerError.objectMissing, LedgerError.objectDamaged { return false }
    return true
  }

  /// Whether there is a content of that hash.
  public func holds(_ hash: String) throws -> Bool {
    try disk.statusIfAny(of: FileName(hash), in: folder) != nil
  }

  /// The hashes of all contents, in order.
  public func all() throws -> [String] { try disk.names(in: folder).compactMap(\.text) }

  /// Throws if the content of that hash is gone or has another size: cheaper than to read it.
  public func check(_ hash: String, size: Int64) throws {
    guard let status = try disk.statusIfAny(of: FileName(hash), in: folder) else {
      throw LedgerError.objectMissing(hash: hash)
    }
    guard status.size == size else { throw LedgerError.objectDamaged(hash: hash) }
  }

  /// Keeps bytes of our own, and returns their hash when they will survive a crash.
  public func put(_ bytes: [UInt8]) throws -> String {
    let hash = SHA256.hex(bytes)
    let name = FileName("put-\(hash)")
    do {
      let file = try disk.freshFile(name, in: temporary)
      try disk.reserve(Int64(bytes.count), for: file)
      try disk.write(bytes[...], to: file)
      try disk.sync(file)
      try adopt(name, as: hash, size: Int64(bytes.count))
      try disk.sync(folder)
    } catch {
      try? disk.removeFile(name, in: temporary)
      throw error
    }
    return hash
  }

  /// Turns a synced temporary file into the object of its hash; the folder is
  /// still to be synced. One that is there already is left, unless it is damaged: then it is whole again.
  func adopt(_ name: FileName, as hash: String, size: Int64) throws {
    let object = FileName(hash)
    let isNew = try nilIf(.exists) { try disk.link(name, in: temporary, as: object, in: folder) } != nil
    if !isNew, (try? read(hash).count) != Int(size) {
      return try disk.replace(object, in: folder, by: name, in: temporary)
    }
    try disk.removeFile(name, in: temporary)
  }
}

extension Objects {
  /// Stands for the names in its folder: no other while none comes and none goes. Empty if it cannot be told.
  var stamp: String { disk.stamp(of: folder) }
}

extension Disk {
  /// Stands for what a folder is and holds; empty if it cannot be told.
  func stamp(of folder: Handle) -> String { (try? status(of: folder).identity.stamp) ?? "" }
}

extension Identity {
  /// Another for whatever was changed or replaced.
  var stamp: String { "\(device) \(inode) \(size) \(modified) \(changed)" }
}
