public import Disk

/// What the ledger must be told about the Inbox: it knows neither units nor formats.
public struct IntakeRules: Sendable {
  /// How long a file must have been the same, by our own observation.
  public var settleSeconds: Int
  /// How long a file must have been the same whose end is missing: then it is taken as it is, to be refused.
  public var unfinishedSeconds: Int
  /// The same for a file without a byte.
  public var emptySeconds: Int
  /// How long somebody may have a file open before it is told to whom it belongs.
  public var openSeconds = 600
  /// Bytes; a larger file is not even opened.
  public var sizeLimit: Int64
  /// Whose files lie in a folder, given by its names from the unit's on.
  public var place: @Sendable ([FileName]) -> Placing
  /// Whether the ends of a file look like those of a whole one.
  public var finish: @Sendable (FileEnds) -> Finish
  /// Whether this content is to be taken from a folder of ``Placing/inspect(_:reason:)``.
  public var concerns: @Sendable ([UInt8]) -> Bool
  /// Whether what has settled is taken now. Where it is only looked at, a file that a pass has left is not opened.
  public var takes = true
  /// Stands for the program that reads them, and its Schemas (``Ledger/reading(_:by:_:)``).
  public var key = ""

  /// The rules; a file without `finish` always looks whole.
  public init(
    settleSeconds: Int = 2, unfinishedSeconds: Int = 20, emptySeconds: Int = 60, sizeLimit: Int64,
    place: @escaping @Sendable ([FileName]) -> Placing,
    finish: @escaping @Sendable (FileEnds) -> Finish = { _ in .whole },
    concerns: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
  ) {
    self.settleSeconds = settleSeconds
    self.unfinishedSeconds = unfinishedSeconds
    self.emptySeconds = emptySeconds
    self.sizeLimit = sizeLimit
    self.place = place
    self.finish = finish
    self.concerns = concerns
  }

  /// Another machine writes there: what we see of it may be old.
  var forRemoteFolders: IntakeRules {
    var rules = self
    if rules.settleSeconds > 0 { rules.settleSeconds = max(5, rules.settleSeconds) }
    return rules
  }

  /// What is done with the files of a folder.
  public enum Placing: Hashable, Sendable {
    case take(Destination)
    /// The files wait, for a reason that the caller names.
    case wait(reason: String)
    /// They wait, but for those whose content concerns us wherever it lies.
    case inspect(Destination, reason: String)
  }

  /// What a folder says about its files.
  public struct Destination: Hashable, Sendable, Codable {
    /// The unit's code.
    public var unit: String
    /// The round that the subfolder names; nil where there is none.
    public var round: String?
    /// What its files replace.
    public var mode: Mode

    /// A folder of that unit.
    public init(unit: String, round: String? = nil, mode: Mode = .whole) {
      self.unit = unit
      self.round = round
      self.mode = mode
    }
  }

  /// What a file replaces.
  public enum Mode: String, Hashable, Sendable, Codable {
    /// All that the sender sent of this kind before, with the guard.
    case whole
    /// `bo-sung`: it adds and updates.
    case addition = "bo-sung"
    /// `thay-the`: exactly the same, without the guard.
    case replacement = "thay-the"
  }

  /// The first and the last bytes of a file: `head` up to 4 KiB, `tail` up to 68 KiB.
  public struct FileEnds: Hashable, Sendable {
    /// The sender's name for it.
    public var name: FileName
    /// Bytes.
    public var size: Int64
    /// The first bytes, up to 4 KiB.
    public var head: [UInt8]
    /// The last bytes, up to 68 KiB.
    public var tail: [UInt8]

    /// The ends as they were read.
    public init(name: FileName, size: Int64, head: [UInt8], tail: [UInt8]) {
      self.name = name
      self.size = size
      self.head = head
      self.tail = tail
    }
  }

  /// What the ends of a file say.
  public enum Finish: String, Hashable, Sendable, Codable {
    case whole
    /// It cannot be told: such a file settles three times as long.
    case unclear
    /// The end that its format needs is missing.
    case unfinished
  }
}
