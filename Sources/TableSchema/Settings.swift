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
  /// When a replacement removes too many.
  public var removalGuard = RemovalGuard()
  /// What a file may cost to read.
  public var limits = Limits()
  /// Permissions of the Inbox folders that we make.
  public var inbox = Modes(folders: 0o2770, files: 0o660)
  /// Permissions of what we write to the Outbox.
  public var outbox = Modes(folders: 0o2750, files: 0o640)
  /// The group of a unit's own folders, by unit code.
  public var groups: [String: String] = [:]

  /// How long things are kept.
  public var retention = Retention()

  /// The defaults.
  public init() {}

  /// How many days things are kept; nil: for good.
  public struct Retention: Hashable, Sendable {
    /// A file that was refused, after it came.
    public var refusedDays: Int? = 30
    /// The files of a round, after it was finalized.
    public var finalizedDays: Int?
    /// A round's lists in the Outbox and the receipts of its files, after it was finalized.
    public var outboxDays: Int?

    /// The defaults.
    public init() {}
  }

  /// contract.md 2: a replacement that removes at least both is held.
  public struct RemovalGuard: Hashable, Sendable {
    /// Of what is in force.
    public var share = 0.1
    /// At least so many.
    public var count = 5

    /// The defaults.
    public init() {}
  }

  /// What a file may cost to read.
  public struct Limits: Hashable, Sendable {
    /// Bytes of the file.
    public var compressed = 64 << 20
    /// Bytes of all parts together.
    public var inflated = 512 << 20
    /// Bytes of one part.
    public var part = 256 << 20
    /// Files in the archive.
    public var entries = 4096
    /// Cells that hold something.
    public var cells = 20_000_000
    /// Of one cell.
    public var characters = 32_767
    /// Of nested elements.
    public var depth = 256
    /// Of one element in a part.
    public var attributes = 256
    /// Bytes of one tag or comment in a part.
    public var tag = 256 << 10

    /// The defaults.
    public init() {}
  }

  /// Permissions of what we make, as in `chmod`.
  public struct Modes: Hashable, Sendable {
    /// Of a folder.
    public var folders: Int
    /// Of a file.
    public var files: Int

    /// Both modes.
    public init(folders: Int, files: Int) {
      self.folders = folders
      self.files = files
    }
  }
}
