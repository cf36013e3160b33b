import Disk

/// Tells what a file in the Inbox is at this look.
struct FileJudge {
  private let disk: any Disk
  private let inbox: Handle
  /// Another machine may change the folder without a word.
  let isRemote: Bool
  private let device: UInt64?
  /// The same of other file systems that are mounted in it, by their devices.
  private var areRemote: [UInt64: Bool] = [:]
  private let localRules: IntakeRules
  private let remoteRules: IntakeRules
  private let now: Int64
  /// What was said of the folder of the last file: many lie in one.
  private var last: (folders: [FileName], placing: IntakeRules.Placing)?

  init(_ disk: any Disk, _ inbox: Handle, by rules: IntakeRules) {
    self.disk = disk
    self.inbox = inbox
    isRemote = disk.isRemote(inbox)
    device = (try? disk.status(of: inbox))?.identity.device
    (localRules, remoteRules) = (rules, rules.forRemoteFolders)
    now = disk.uptime()
  }

  /// Whether another machine may change a folder in the Inbox.
  func isRemote(_ folder: Handle) -> Bool {
    (try? disk.status(of: folder))?.identity.device == device ? isRemote : disk.isRemote(folder)
  }

  /// Of the file system that a file lies on.
  private mutating func rules(at path: InboxPath, _ status: FileStatus) -> IntakeRules {
    var isElsewhere = isRemote
    if status.identity.device != device {
      if let known = areRemote[status.identity.device] {
        isElsewhere = known
      } else if let folder = try? disk.openFolder(at: path.folders, in: inbox) {
        isElsewhere = disk.isRemote(folder)
        areRemote[status.identity.device] = isElsewhere
      }
    }
    return isElsewhere ? remoteRules : localRules
  }

  /// A file's state; nil if it has gone since.
  struct Verdict {
    var state: InboxItem.State
    /// From which uptime on it may be another if nothing changes; nil: that cannot be told.
    var changesAt: Int64?
    /// What beside it says that somebody has it open.
    var openMark: FileName?
    /// Whether it may settle.
    var isSettling = false
    /// Whose it is, if it is to be taken, or read to tell that.
    var candidate: Survey.Candidate?
  }

  mutating func verdict(
    on path: InboxPath, _ status: FileStatus, _ beside: InboxScan.Neighbours, _ settling: inout Settling
  ) throws -> Verdict? {
    let rules = rules(at: path, status)
    var candidate = Survey.Candidate(
      path: path, status: status, destination: IntakeRules.Destination(unit: ""))
    switch placing(of: path.folders) {
    case .take(let destination): candidate.destination = destination
    case .inspect(let destination, let reason):
      candidate.destination = destination
      candidate.waitsFor = reason
    case .wait(let reason):
      if status.size <= rules.sizeLimit { settling.isStillThere(path) }
      return Verdict(state: .waiting(reason: reason))
    }
    guard status.size <= rules.sizeLimit else { return Verdict(state: .tooLarge(status.size)) }
    do {
      let judged = try settling.look(
        at: path, status, beside, now: now, rules: rules,
        isBeingWritten: { disk.isBeingWritten(try open(path)) },
        finish: { rules.finish(try ends(of: path)) })
      var verdict = Verdict(state: judged.state, changesAt: judged.changesAt)
      verdict.openMark = beside.openMark
      if judged.state == .ready { verdict.candidate = candidate } else { verdict.isSettling = true }
      return verdict
    } catch let error as DiskError where error.code == .notFound {
      // It may come back under this name.
      return nil
    } catch let error as DiskError where error.code != .exhausted {
      return Verdict(state: .unreadable(error))
    }
  }

  /// Of a file that is about to be taken: whether somebody has begun to write it. Nil if it has gone.
  func stillReady(_ path: InboxPath) throws -> InboxItem.State? {
    do {
      let file = try open(path)
      return disk.isBeingWritten(file) == true ? .settling(.changing) : .ready
    } catch let error as DiskError where error.code == .notFound {
      return nil
    } catch let error as DiskError where error.code != .exhausted {
      return .unreadable(error)
    }
  }

  mutating func placing(of folders: [FileName]) -> IntakeRules.Placing {
    if let last, last.folders == folders { return last.placing }
    let placing = localRules.place(folders)
    last = (folders, placing)
    return placing
  }

  private func open(_ path: InboxPath) throws -> Handle {
    try disk.openFile(path.name, in: try disk.openFolder(at: path.folders, in: inbox))
  }

  private func ends(of path: InboxPath) throws -> IntakeRules.FileEnds {
    let file = try open(path)
    let size = try disk.status(of: file).size
    let tail = min(size, 68 << 10)
    return IntakeRules.FileEnds(
      name: path.name, size: size, head: try disk.read(file, at: 0, count: 4 << 10),
      tail: try disk.read(file, at: size - tail, count: Int(tail)))
  }
}
