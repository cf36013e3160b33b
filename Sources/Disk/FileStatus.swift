/// What a file is, and the version of it that was seen.
public struct FileStatus: Hashable, Sendable {
  /// Which version of which file it is.
  public var identity: Identity
  /// What it is.
  public var kind: Kind
  /// How many names it has.
  public var links: Int
  /// The permission bits.
  public var mode: UInt32
  /// The owner's user number.
  public var owner: UInt32
  /// The number of its group.
  public var group: UInt32

  /// The facts as they are; what is left out is that of an ordinary file of ours.
  public init(
    identity: Identity, kind: Kind, links: Int = 1, mode: UInt32 = 0o600, owner: UInt32 = 0, group: UInt32 = 0
  ) {
    self.identity = identity
    self.kind = kind
    self.links = links
    self.mode = mode
    self.owner = owner
    self.group = group
  }

  /// What may stand under a name.
  public enum Kind: String, Sendable {
    case file, folder, link, other
  }

  /// Bytes.
  public var size: Int64 { identity.size }
}

/// Equal before and after a copy means that nobody wrote in between. The times
/// of a file are only compared, never subtracted from a clock of ours: they are
/// the sender's truth.
public struct Identity: Hashable, Sendable, Codable {
  /// The file system.
  public var device: UInt64
  /// The file within it.
  public var inode: UInt64
  /// Bytes.
  public var size: Int64
  /// Of the content, in nanoseconds; it wraps for dates that do not fit.
  public var modified: Int64
  /// Of the inode, in nanoseconds.
  public var changed: Int64

  /// The facts as they are.
  public init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// The same file with the same content, under whatever name: a rename
  /// changes the inode's time and nothing else.
  public func isSameContent(as other: Identity) -> Bool {
    device == other.device && inode == other.inode && size == other.size && modified == other.modified
  }

  /// The same file or folder, whatever it holds by now.
  public func isSamePlace(as other: Identity) -> Bool {
    device == other.device && inode == other.inode
  }
}
