import Disk
import Tables

/// One look at the Inbox, judged: what each name is, and what is to be taken.
struct Survey: Sendable {
  /// A file that has settled, as it was seen.
  struct Candidate {
    var path: InboxPath
    var status: FileStatus
    var destination: IntakeRules.Destination
    /// Set where only its content can tell whether it is taken: the reason for which it waits otherwise.
    var waitsFor: String?
  }

  private(set) var items: [InboxItem] = []
  private(set) var candidates: [Candidate] = []
  /// Names that were taken and are still there.
  private(set) var leftovers: [(arrival: Received, item: InboxItem)] = []
  /// The files that may settle, and when; the uptime is nil where it cannot be told.
  private(set) var settlesAt: [InboxPath: Int64?] = [:]
  /// Marks of files that were taken before their mark came.
  private(set) var spentMarks: [InboxPath] = []
  /// Every folder that there is.
  private(set) var folders = FolderPaths()

  init(
    of inbox: Handle, on disk: any Disk, by rules: IntakeRules, memory: Memory, stayed: Stayed,
    settling: inout Settling
  ) throws {
    var judge = FileJudge(disk, inbox, by: rules)
    var entered: [[FileName]] = []
    defer { folders = FolderPaths(byUnit: entered) }
    try InboxScan.lookAtOnce(into: inbox, on: disk, entering: { if !$0.isEmpty { entered.append($0) } }) {
      path, sighting in
      switch sighting {
      case .ignored(let reason): items.append(InboxItem(path: path, state: .ignored(reason)))
      case .mark(let isAlone):
        items.append(InboxItem(path: path, state: .ignored(.mark)))
        if isAlone, memory.lastFrom[InboxPath(path.folders, path.name.marked)] != nil {
          spentMarks.append(path)
        }
      case .unreadable(let error): items.append(InboxItem(path: path, state: .unreadable(error)))
      case .file(let status, let beside):
        let known: Received?
        do {
          known = try memory.arrival(at: path, status.identity, stayed) {
            SHA256.hex(try disk.content(of: path, in: inbox))
          }
        } catch let error as DiskError where error.code == .notFound {
          return
        } catch let error as DiskError where error.code != .exhausted {
          items.append(InboxItem(path: path, state: .unreadable(error)))
          return
        }
        if let arrival = known {
          let item = InboxItem(path: path, state: .taken(seq: arrival.seq))
          items.append(item)
          leftovers.append((arrival, item))
        } else if let verdict = try judge.verdict(on: path, status, beside, &settling) {
          items.append(InboxItem(path: path, state: verdict.state, openMark: verdict.openMark))
          if let candidate = verdict.candidate { candidates.append(candidate) }
          if verdict.isSettling { settlesAt[path] = verdict.changesAt }
        }
      }
    }
    settling.endLook()
  }
}

extension Survey {
  /// The versions of what was taken and is still there.
  var stayed: [Int: Identity] {
    Dictionary(leftovers.map { ($0.arrival.seq, $0.arrival.identity) }) { $1 }
  }

  /// The same look, judged by rules that know whose the folders are. Whether somebody writes a file that is to be
  /// taken is asked now.
  func placed(by rules: IntakeRules, in inbox: Handle, on disk: any Disk) throws -> Survey {
    var placed = self
    var known = Dictionary(candidates.map { ($0.path, $0) }) { first, _ in first }
    var judge = FileJudge(disk, inbox, by: rules)
    placed.items = []
    placed.candidates = []
    for item in items {
      var item = item
      switch item.state {
      case .ignored, .taken, .waiting: break
      case .settling, .unreadable, .tooLarge, .ready:
        // A folder of the Inbox itself that cannot be looked into is a unit's, or nobody's.
        let isHome = item.path.folders.isEmpty
        switch judge.placing(of: isHome ? [item.path.name] : item.path.folders) {
        case .wait(let reason): item = InboxItem(path: item.path, state: .waiting(reason: reason))
        case .take(let destination): known[item.path]?.destination = destination
        case .inspect(let destination, let reason):
          known[item.path]?.destination = destination
          known[item.path]?.waitsFor = reason
        }
      }
      if item.state == .ready {
        guard let candidate = known[item.path], let state = try judge.stillReady(item.path) else { continue }
        item.state = state
        if state == .ready { placed.candidates.append(candidate) }
      }
      placed.items.append(item)
    }
    return placed
  }
}
