import Disk

/// Files and folders of one file system that a crash could still undo. A few
/// are synced one by one, many all at once with the whole file system.
struct Unsynced {
  private static let few = 16
  private var handles: [Handle] = []
  private var count = 0

  mutating func add(_ handle: Handle) {
    count += 1
    if count <= Unsynced.few { handles.append(handle) } else { handles = [] }
  }

  /// Returns when all that was added will survive a crash. A failure is final:
  /// nothing that was added may be relied on.
  mutating func sync(on disk: any Disk, root: Handle) throws {
    defer { self = Unsynced() }
    if count > Unsynced.few { return try disk.syncFileSystem(of: root) }
    for handle in handles { try disk.sync(handle) }
  }
}
