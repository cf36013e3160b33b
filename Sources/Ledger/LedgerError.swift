/// Why the ledger does not go on. Whatever the disk itself refuses is a `DiskError`.
public enum LedgerError: Error, Hashable, Sendable {
  /// Another pass is running; who it is, as it wrote down itself.
  case busy(holder: String)
  /// Line `line` of the journal, from 1, is not what was written: nothing is guessed.
  case damaged(line: Int)
  /// The journal was written by a newer program.
  case newer(version: Int)
  /// The journal is empty, and there are objects that it must have known.
  case lost
  /// The journal is whole as far as it goes, and its copy or the Outbox tell of more: receipts, or
  /// these published lists, from the workspace on.
  case shortened(lists: [String] = [])
  /// There is a journal, and the folder of what it tells of is gone.
  case contentsLost
  /// `.ledger` can be entered by others: its permission bits.
  case openToOthers(mode: UInt32)
  /// `Inbox` or `Outbox` is gone, or is not the folder that it was.
  case missing(folder: String)
  case replaced(folder: String)
  /// `Inbox` or `Outbox` is a link to a folder somewhere else.
  case linked(folder: String)
  /// Somebody removed the lock's file under us, and another pass may run.
  case lockLost
  /// What was kept under this SHA-256 is gone, or is not that content any more.
  case objectMissing(hash: String)
  case objectDamaged(hash: String)
  /// What was kept of this arrival is gone or damaged, and everything may hang on it; that of others may be too.
  case arrivalLost(LostArrival, others: [LostArrival])
  /// The name in the Outbox has other content already; it is never overwritten.
  case taken(path: String)
  /// A file or a link has the name of a folder that is to be made or written into.
  case notAFolder(path: String)
  /// An earlier failure left the journal's end unknown: it must be opened again.
  case stopped
}

/// An arrival of which the kept bytes are gone or damaged.
public struct LostArrival: Hashable, Sendable {
  /// Its number.
  public var seq: Int
  /// Who sent it.
  public var unit: String
  /// The SHA-256 of its content.
  public var hash: String

  /// An arrival of a unit.
  public init(seq: Int, unit: String, hash: String) {
    self.seq = seq
    self.unit = unit
    self.hash = hash
  }
}
