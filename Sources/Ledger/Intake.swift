import Disk

/// What one pass took from the Inbox, and what it left there.
public struct Intake: Sendable {
  /// In the order of seq.
  public var received: [Received] = []
  /// Every name that is still there, with its state; in byte order of the folders.
  public var left: [InboxItem] = []

  /// A pass that found no file at all.
  public init(left: [InboxItem] = []) { self.left = left }
}

/// The Inbox as it was seen when what was there at the start had settled.
public struct SettledInbox: Sendable {
  /// Every name with its state, in byte order of the folders.
  public var items: [InboxItem] { survey.items }
  let survey: Survey
}

extension Ledger {
  /// Waits like ``take(by:patience:)``, and takes nothing: the state of every name then.
  ///
  /// It is not asked yet whose the folders are: that is said when the files are taken.
  public func settle(by rules: IntakeRules, patience: Int = 30) throws -> SettledInbox {
    try letRestedGo(by: rules)
    let survey = try settled(by: rules, patience: patience)
    noteStayed(survey.stayed)
    if leavesLooks { settling.save(to: places.ledger, on: disk) }
    return SettledInbox(survey: survey)
  }

  /// Takes what had settled, by rules that know whose the folders are; nothing is looked for again.
  public func take(_ settled: SettledInbox, by rules: IntakeRules) throws -> Intake {
    try take(try settled.survey.placed(by: rules, in: places.inbox, on: disk), by: rules)
  }

  /// The content of a file in the Inbox as it is now.
  public func content(of path: InboxPath) throws -> [UInt8] {
    try disk.content(of: path, in: places.inbox)
  }

  private static let batch = 500
  private static let second: Int64 = 1_000_000_000

  /// Takes every file that has settled: kept, said, and only then removed.
  ///
  /// Waits for what is in the Inbox at the start to settle, at most `patience`
  /// seconds and only while that can help; what comes later is for the next pass. A file that cannot be
  /// read or changes meanwhile is left and named; only the ledger's own disk stops the pass.
  public func take(by rules: IntakeRules, patience: Int = 30) throws -> Intake {
    try take(settle(by: rules, patience: patience).survey, by: rules)
  }

  private func take(_ survey: Survey, by rules: IntakeRules) throws -> Intake {
    var intake = Intake(left: survey.items.filter { $0.state != .ready })
    var gone: Set<InboxPath> = []
    for (arrival, item) in survey.leftovers where try letGo(arrival, by: rules) { gone.insert(item.path) }
    for mark in survey.spentMarks where try removeMark(mark.name, in: mark.folders) { gone.insert(mark) }
    if !gone.isEmpty { intake.left.removeAll { gone.contains($0.path) } }
    let ordered = survey.candidates.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    for start in stride(from: 0, to: ordered.count, by: Ledger.batch) {
      let batch = ordered[start..<min(start + Ledger.batch, ordered.count)]
      let bytes = batch.reduce(Int64(0)) { $0 &+ $1.status.size }
      try disk.writing(bytes, on: places.ledger) { try take(batch, by: rules, into: &intake) }
    }
    intake.left.sort { $0.path < $1.path }
    noteStayed(intake.left, survey.stayed)
    return intake
  }

  /// Of what could not be removed: the versions that a look saw, and those that were copied since.
  private func noteStayed(_ left: [InboxItem], _ seen: [Int: Identity]) {
    var found: [Int: Identity] = [:]
    for item in left {
      guard case .taken(let seq) = item.state else { continue }
      found[seq] = seen[seq] ?? memory.arrival(seq)?.identity
    }
    noteStayed(found)
  }

  private func settled(by rules: IntakeRules, patience: Int) throws -> Survey {
    let deadline = disk.uptime() &+ Settling.nanoseconds(of: patience)
    var survey = try look(by: rules)
    let awaited = Set(survey.settlesAt.keys)
    while true {
      let now = disk.uptime()
      let ends = survey.settlesAt.filter { awaited.contains($0.key) }.values.compactMap { $0 }
      guard let next = ends.filter({ $0 <= deadline }).min(), now < deadline else { return survey }
      disk.sleep(nanoseconds: min(max(next - now, Ledger.second / 20), Ledger.second))
      survey = try look(by: rules)
    }
  }

  private func look(by rules: IntakeRules) throws -> Survey {
    let survey = try Survey(
      of: places.inbox, on: disk, by: rules, memory: memory, stayed: stayed, settling: &settling)
    folders.inbox = survey.folders
    return survey
  }

  private func take(
    _ candidates: ArraySlice<Survey.Candidate>, by rules: IntakeRules, into intake: inout Intake
  ) throws {
    var copies: [Copy] = []
    var unsynced = Unsynced()
    do {
      for candidate in candidates {
        let name = FileName("in-\(copies.count)")
        do {
          let copy = try Copy(
            of: candidate, from: places.inbox, to: name, in: places.temporary, on: disk, unsynced: &unsynced)
          if let reason = candidate.waitsFor,
            try !reading([copy.hash], by: rules.key, { rules.concerns(try copy.bytes()) })
          {
            try copy.drop()
            intake.left.append(InboxItem(path: candidate.path, state: .waiting(reason: reason)))
            continue
          }
          copies.append(copy)
        } catch let failure as Copy.SourceFailure {
          if let state = failure.state { intake.left.append(InboxItem(path: candidate.path, state: state)) }
        }
      }
      guard !copies.isEmpty else { return }
      try unsynced.sync(on: disk, root: places.ledger)
      try sayLost(copies.map(\.hash))
      for copy in copies { try objects.adopt(copy.name, as: copy.hash, size: copy.size) }
      try disk.sync(places.objects)
    } catch {
      for copy in copies { try? copy.drop() }
      throw error
    }
    let arrivals = arrivals(of: copies, seals: try writeDown(copies.map(\.candidate.path.name)))
    try append(try arrivals.map { try Entry.Draft(Received.kind, $0) })
    intake.received += arrivals
    for arrival in arrivals where try !letGo(arrival, by: rules) {
      intake.left.append(InboxItem(path: arrival.path, state: .taken(seq: arrival.seq)))
    }
  }

  /// Says of contents that people were told of as lost, and that are not there, that what comes now brings them
  /// back. Where nobody knew of it, what comes is meant as it is.
  private func sayLost(_ hashes: [String]) throws {
    let asked = memory.kept(hashes).intersection(memory.toldLost)
    let lost = try asked.sorted().filter { try !objects.isWhole($0) }
    if !lost.isEmpty { try append([Entry.Draft(LostContents.kind, LostContents(hashes: lost))]) }
  }

  private func arrivals(of copies: [Copy], seals: [String]) -> [Received] {
    let last = memory.lastSeq
    let utc = utcText(disk.now())
    return zip(copies, seals).enumerated().map { index, taken in
      let (copy, candidate) = (taken.0, taken.0.candidate)
      return Received(
        seq: last + 1 + index, pass: pass, path: candidate.path, destination: candidate.destination,
        hash: copy.hash, size: copy.size, utc: utc, hasOtherNames: candidate.status.links > 1,
        identity: candidate.status.identity, seal: taken.1)
    }
  }
}

extension Survey.Candidate {
  /// The order of arrival within a pass: unit, name, then the folders.
  fileprivate var order: [UInt8] {
    var key: [UInt8] = []
    for part in [Array(destination.unit.utf8), path.name.bytes] + path.folders.map(\.bytes) {
      // No name holds a zero byte: a shorter one comes first.
      key += part + [0]
    }
    return key
  }
}
