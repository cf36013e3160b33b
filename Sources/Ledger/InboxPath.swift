public import Disk

/// Where a file lies in the Inbox: its folders, the unit's first, and its name.
public struct InboxPath: Hashable, Sendable, Codable, Comparable {
  /// The names of the folders below the Inbox, the unit's first.
  public var folders: [FileName]
  /// The name of the file.
  public var name: FileName

  /// The place of that name in those folders.
  public init(_ folders: [FileName], _ name: FileName) {
    self.folders = folders
    self.name = name
  }

  /// In byte order of the folders and the name.
  public static func < (a: InboxPath, b: InboxPath) -> Bool {
    // The names one by one, that of the file last.
    for depth in 0...min(a.folders.count, b.folders.count) {
      let order = FileName.order(
        depth < a.folders.count ? a.folders[depth] : a.name,
        depth < b.folders.count ? b.folders[depth] : b.name)
      if order != 0 { return order < 0 }
    }
    return a.folders.count < b.folders.count
  }

  /// The printable form, with `/` between the parts.
  public var escaped: String { (folders + [name]).map(\.escaped).joined(separator: "/") }
}

/// A name in the Inbox and what becomes of it: every one has exactly one state.
public struct InboxItem: Hashable, Sendable {
  /// Where it lies.
  public var path: InboxPath
  /// What becomes of it.
  public var state: State
  /// The mark beside it that a spreadsheet program sets while it has the file open, if that is why it waits.
  public var openMark: FileName?

  /// What becomes of a name.
  public enum State: Hashable, Sendable {
    /// Not a file that somebody sends.
    case ignored(Ignored)
    /// Perhaps still being written.
    case settling(Unsettled)
    /// Settled, and nobody's yet; the reason is the caller's.
    case waiting(reason: String)
    /// It cannot be opened or read; it is tried again at each pass.
    case unreadable(DiskError)
    /// Over the limit; it has so many bytes.
    case tooLarge(Int64)
    /// Received already, and the name could not be removed.
    case taken(seq: Int)
    /// To be taken by the next pass.
    case ready
  }

  /// Why a name is nobody's file.
  public enum Ignored: String, Hashable, Sendable {
    /// A name with a dot in front, or one that Excel or a transfer gives while it works.
    case hidden, temporary, owner
    /// Says that the file beside it is complete.
    case mark
    /// What systems leave in folders, and our own guide.
    case system, guide
    case link
    case notAFile = "not-a-file"
    /// Directly in the Inbox, or below the folders that have a meaning.
    case outsideUnit = "outside-unit"
    case tooDeep = "too-deep"
  }

  /// Why a file may not be whole yet.
  public enum Unsettled: String, Hashable, Sendable {
    /// It has not been the same for long enough.
    case changing
    case empty
    /// The end that its format needs is not there.
    case unfinished
    /// Somebody has it open in a spreadsheet program.
    case open
    /// The same, or it is open for writing, for so long that somebody may have forgotten it.
    case leftOpen = "left-open"
  }
}

extension Disk {
  /// The folder that lies so deep in another.
  func openFolder(at folders: [FileName], in home: Handle) throws -> Handle {
    try folders.reduce(home) { try openFolder($1, in: $0) }
  }

  /// The content of a file in the Inbox as it is now.
  func content(of path: InboxPath, in inbox: Handle) throws -> [UInt8] {
    try readAll(try openFile(path.name, in: try openFolder(at: path.folders, in: inbox)))
  }
}
