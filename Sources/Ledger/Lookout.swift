public import Disk

/// The Inbox seen again and again by one process, without the lock: it tells when a pass would
/// find something to take.
public struct Lookout {
  private let disk: any Disk
  private let root: Handle
  private let inbox: Handle
  /// What was seen so far; a pass of this process may rely on it.
  var settling = Settling()
  /// Marks without a file that a pass has seen and left.
  private var leftMarks: Set<InboxPath> = []
  /// Those of the last look.
  private var loneMarks: Set<InboxPath> = []
  /// Files that somebody has left open: of the last look, and those that a pass has seen so.
  private var leftOpen: Set<InboxPath> = []
  private var toldOpen: Set<InboxPath> = []

  /// Files are left open, or were at the last pass.
  var knowsOfOpen: Bool { !leftOpen.isEmpty || !toldOpen.isEmpty }

  /// Looks into the Inbox of a workspace that has had its first pass.
  public init(_ disk: any Disk, workspace: FileName) throws {
    self.disk = disk
    root = try disk.openFolder(path: workspace)
    guard try disk.statusIfAny(of: Places.inboxName, in: root) != nil else {
      throw LedgerError.missing(folder: Places.inboxName.escaped)
    }
    inbox = try disk.openFolder(Places.inboxName, in: root)
  }

  /// Stands for the names of all kept contents, and for what lies under those of some.
  public func contentsStamp(of hashes: [String]) -> String {
    guard let ledger = try? disk.openFolder(Places.ledgerName, in: root),
      let folder = try? disk.openFolder(Objects.name, in: ledger)
    else { return "" }
    let files = hashes.map { try? disk.status(of: FileName($0), in: folder).identity.stamp }
    return ([disk.stamp(of: folder)] + files.map { $0 ?? "-" }).joined(separator: "\n")
  }

  /// What one look saw.
  public struct Look: Sendable {
    /// There is a file that has settled, or a mark without a file, that no pass has seen so: a mark that
    /// outlives its file would call the next one complete while it is still written. Or other files than
    /// before are left open, of which their senders are to be told.
    public var isDue = false
    /// A pass has left something that it may be able to take or remove later, or set something aside that rests.
    public var isWorthTryingAgain = false
    /// The uptime at which a file may have settled; nil where none is awaited.
    public var next: Int64?
    /// Another machine may change the folder without a word.
    public var isRemote: Bool
  }

  /// Looks once. Throws ``LedgerError/replaced(folder:)`` if the Inbox is another folder by now.
  /// - Parameter entering: told each folder before its names are read.
  public mutating func look(by rules: IntakeRules, entering: (Handle) -> Void) throws -> Look {
    _ = try Places.open(Places.inboxName, in: root, remembered: try disk.status(of: inbox).identity, on: disk)
    var judge = FileJudge(disk, inbox, by: rules)
    var look = Look(isRemote: judge.isRemote)
    loneMarks = []
    leftOpen = []
    // A unit's folder may be a share of its own.
    func enter(_ folder: Handle, _ path: [FileName]) {
      entering(folder)
      if path.count == 1, !look.isRemote { look.isRemote = judge.isRemote(folder) }
    }
    try InboxScan.look(into: inbox, on: disk, entering: { enter($0, $1) }) { path, sighting in
      switch sighting {
      case .ignored: break
      case .mark(let isAlone): if isAlone { loneMarks.insert(path) }
      case .unreadable: look.isWorthTryingAgain = true
      case .file(let status, let beside):
        guard let verdict = try judge.verdict(on: path, status, beside, &settling) else { return }
        if case .unreadable = verdict.state { look.isWorthTryingAgain = true }
        if verdict.state == .settling(.leftOpen) { leftOpen.insert(path) }
        if let end = verdict.changesAt { look.next = min(look.next ?? end, end) }
      }
    }
    let found = settling.endLook()
    leftMarks.formIntersection(loneMarks)
    look.isDue = found.news > 0 || !loneMarks.isSubset(of: leftMarks) || leftOpen != toldOpen
    if found.tried > 0 || isAnythingAside { look.isWorthTryingAgain = true }
    return look
  }

  private var isAnythingAside: Bool {
    guard let ledger = try? disk.openFolder(Places.ledgerName, in: root),
      let temporary = try? disk.openFolder("tmp", in: ledger), let names = try? disk.names(in: temporary)
    else { return false }
    return names.contains { $0.hasPrefix(Ledger.prefix) }
  }

  /// A pass has ended that began after the last look: whatever that saw ready and is still there was left.
  public mutating func passEnded() {
    settling.wereTried()
    leftMarks = loneMarks
    toldOpen = leftOpen
  }
}
