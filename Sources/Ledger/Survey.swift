import Disk

/// One look at the Inbox, judged: what each name is, and what is to be taken.
struct Survey {
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

  private let disk: any Disk
  private let inbox: Handle
  private let rules: IntakeRules

  /// - Parameter entering: told each folder before its names are read.
  init(
    of inbox: Handle, on disk: any Disk, by rules: IntakeRules, memory: Memory, settling: inout Settling,
    entering: @escaping (Handle) -> Void = { _ in }
  ) throws {
    self.disk = disk
    self.inbox = inbox
    self.rules = disk.isRemote(inbox) ? rules.forRemoteFolders : rules
    let now = disk.uptime()
    let scan = try InboxScan(of: inbox, on: disk, entering: entering)
    var files: Set<InboxPath> = []
    var placings: [[FileName]: IntakeRules.Placing] = [:]
    var watched: Set<InboxPath> = []
    for (path, sighting) in scan.sightings {
      switch sighting {
      case .ignored(let reason):
        items.append(InboxItem(path: path, state: .ignored(reason)))
        if reason == .mark { spentMarks.append(path) }
      case .unreadable(let error): items.append(InboxItem(path: path, state: .unreadable(error)))
      case .file(let status, let beside):
        files.insert(path)
        if let arrival = memory.arrival(at: path, status.identity) {
          let item = InboxItem(path: path, state: .taken(seq: arrival.seq))
          items.append(item)
          leftovers.append((arrival, item))
          continue
        }
        let placing = placings[path.folders] ?? rules.place(path.folders)
        placings[path.folders] = placing
        if status.size <= rules.sizeLimit { watched.insert(path) }
        try judge(path, status, beside, placing, now: now, settling: &settling)
      }
    }
    settling.keep(only: watched)
    spentMarks.removeAll { mark in
      let marked = InboxPath(mark.folders, mark.name.marked)
      return files.contains(marked) || memory.lastFrom[marked] == nil
    }
  }

  private mutating func judge(
    _ path: InboxPath, _ status: FileStatus, _ beside: InboxScan.Neighbours, _ placing: IntakeRules.Placing,
    now: Int64, settling: inout Settling
  ) throws {
    var candidate = Candidate(path: path, status: status, destination: IntakeRules.Destination(unit: ""))
    switch placing {
    case .take(let destination): candidate.destination = destination
    case .inspect(let destination, let reason):
      candidate.destination = destination
      candidate.waitsFor = reason
    case .wait(let reason):
      items.append(InboxItem(path: path, state: .waiting(reason: reason)))
      return
    }
    guard status.size <= rules.sizeLimit else {
      items.append(InboxItem(path: path, state: .tooLarge(status.size)))
      return
    }
    do {
      let verdict = try settling.look(
        at: path, status, beside, now: now, rules: rules, finish: { rules.finish(try ends(of: path)) }
      )
      items.append(InboxItem(path: path, state: verdict.state))
      if verdict.state == .ready { candidates.append(candidate) } else { settlesAt[path] = verdict.changesAt }
    } catch let error as DiskError where error.code == .notFound {
      // It has gone since: it may come back under this name.
    } catch let error as DiskError where error.code != .exhausted {
      items.append(InboxItem(path: path, state: .unreadable(error)))
    }
  }

  private func ends(of path: InboxPath) throws -> IntakeRules.FileEnds {
    let folder = try path.folders.reduce(inbox) { try disk.openFolder($1, in: $0) }
    let file = try disk.openFile(path.name, in: folder)
    let size = try disk.status(of: file).size
    let tail = min(size, 68 << 10)
    return IntakeRules.FileEnds(
      name: path.name, size: size, head: try disk.read(file, at: 0, count: 4 << 10),
      tail: try disk.read(file, at: size - tail, count: Int(tail)))
  }
}
