/// `Schemas/settings.json`.
public struct Settings: Sendable {
  /// The unit code of the department.
  public var department = "so"
  /// Of what schools and offices read: `vi` or `en`.
  public var language = "vi"
  /// An IANA name.
  public var timeZone = "Asia/Ho_Chi_Minh"
  /// How long a file must keep its identity before it is taken.
  public var settleSeconds = 2
  /// The share of held rows above which a table is refused.
  public var maxBadShare = 0.2
  public var removalGuard = RemovalGuard()
  public var limits = Limits()
  public var inbox = Modes(folders: 0o2770, files: 0o660)
  public var outbox = Modes(folders: 0o2750, files: 0o640)
  /// The group of a unit's own folders, by unit code.
  public var groups: [String: String] = [:]

  public init() {}

  /// contract.md 2: a replacement that removes at least both is held.
  public struct RemovalGuard: Hashable, Sendable {
    public var share = 0.1
    public var count = 5

    public init() {}
  }

  /// What a file may cost to read.
  public struct Limits: Hashable, Sendable {
    /// Bytes of the file.
    public var compressed = 64 << 20
    /// Bytes of all parts together, and of one.
    public var inflated = 512 << 20
    public var part = 256 << 20
    /// Files in the archive.
    public var entries = 4096
    public var cells = 20_000_000
    /// Of one cell.
    public var characters = 32_767
    /// Of nested elements.
    public var depth = 256

    public init() {}
  }

  /// Permissions of what we make, as in `chmod`.
  public struct Modes: Hashable, Sendable {
    public var folders: Int
    public var files: Int

    public init(folders: Int, files: Int) {
      self.folders = folders
      self.files = files
    }
  }
}
