public import Disk

/// The folders that were there when they were last looked at.
public struct FoldersSeen: Sendable {
  /// By their paths below it.
  public internal(set) var inbox = FolderPaths()
  /// Those of units, and what lies right in them.
  public internal(set) var outbox = FolderPaths()
}

/// Paths of folders below the Inbox or the Outbox: of units there are thousands, of folders of each a few.
public struct FolderPaths: Sendable {
  private var units: [FileName: ArraySlice<[FileName]>] = [:]

  init() {}

  /// - Parameter paths: those of a unit one after the other.
  init(byUnit paths: [[FileName]]) {
    var rest = paths[...]
    while let unit = rest.first?.first {
      let own = rest.prefix { $0.first == unit }
      units[unit] = own
      rest = rest[own.endIndex...]
    }
  }

  /// Whether that folder is among them.
  public func contains(_ path: [FileName]) -> Bool {
    guard let unit = path.first, let known = units[unit] else { return false }
    return known.contains(path)
  }
}
