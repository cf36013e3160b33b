public import Disk
import Tables

/// What could be found out again and is kept at hand: never promised, and never
/// believed unless it is what was put there. A full disk or a crash costs time alone.
public struct Shelf: Sendable {
  static let name: FileName = "shelf"
  let disk: any Disk
  let folder: Handle
  let temporary: Handle
  /// A view may read and changes nothing.
  let isReadOnly: Bool

  /// The bytes that were put under a name; nil if they are missing or not whole.
  public func get(_ name: String) -> [UInt8]? {
    guard let file = try? disk.openFile(FileName(name), in: folder), let bytes = try? disk.readAll(file),
      bytes.count >= Shelf.seal, Shelf.seal(name, bytes[Shelf.seal...]).elementsEqual(bytes[..<Shelf.seal])
    else { return nil }
    return Array(bytes[Shelf.seal...])
  }

  /// The same of a workspace that nobody has opened yet.
  public static func glance(at name: String, in workspace: FileName, on disk: any Disk) -> [UInt8]? {
    guard let root = try? disk.openFolder(path: workspace),
      let ledger = try? disk.openFolder(Places.ledgerName, in: root),
      let folder = try? disk.openFolder(Shelf.name, in: ledger)
    else { return nil }
    return Shelf(disk: disk, folder: folder, temporary: folder, isReadOnly: true).get(name)
  }

  /// Whether something was put under a name.
  public func holds(_ name: String) -> Bool {
    ((try? disk.statusIfAny(of: FileName(name), in: folder)) ?? nil) != nil
  }

  /// Puts bytes under a name, in place of what was there; as far as the disk lets us.
  ///
  /// - Parameter durably: it outlives a power failure, too.
  public func put(_ bytes: [UInt8], as name: String, durably: Bool = false) {
    guard !isReadOnly else { return }
    let draft = FileName("shelf-\(name)")
    do {
      let file = try disk.freshFile(draft, in: temporary)
      try disk.write((Shelf.seal(name, bytes[...]) + bytes)[...], to: file)
      if durably { try disk.sync(file) }
      try disk.replace(FileName(name), in: folder, by: draft, in: temporary)
    } catch {
      try? disk.removeFile(draft, in: temporary)
    }
  }

  /// Removes all that was put under names with this beginning.
  public func remove(prefix: String) throws {
    for name in try disk.names(in: folder) where name.hasPrefix(prefix) {
      try disk.removeFile(name, in: folder)
    }
  }

  /// Stands before the bytes: nothing is believed that was cut, changed, or put under another name.
  private static func seal(_ name: String, _ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(Array(name.utf8) + [0])
    hasher.update(bytes)
    return hasher.finalize()
  }
  private static let seal = 32
}
