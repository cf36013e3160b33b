import Disk
import Ledger
import Rounds
import TableSchema
import Tables
public import Wording

/// One pass: everything that has settled in the Inbox is carried as far as it can go.
public struct Pass {
  let workspace: Workspace
  /// Bare while nothing has to be read, judged or written.
  private(set) var configuration: Configuration
  let ledger: Ledger
  /// Empty until it is needed.
  var chronicle = Chronicle()
  private var knowsJournal = false
  var report = PassReport()
  /// Told how far a step has come: its name, what is done, of how much.
  public typealias Progress = (_ step: PassStep, _ done: Int, _ total: Int) -> Void

  let progress: Progress
  let manner: PassManner
  /// Every arrival as it was read, in the order of seq.
  var arrivals: [Arrival] = []
  /// What was read in this pass with its cells, by arrival, until its receipt is written.
  var atHand: [Int: FileContent] = [:]
  var cellsAtHand = 0
  /// Arrivals whose contents are lost.
  var lost: Set<Int> = []
  /// It does what an interrupted pass has left, as of the day of that pass.
  private(set) var isFinishing = false
  /// The pass after whose files things happen now that were due then; nil for this one.
  var duePass: Int?
  /// Some provisional lists are to be shown on another day.
  var isWithholding = false
  /// Units that are left out, because something has the name of a folder of theirs.
  var inTheWay = NamesInTheWay()
  var foldersWanted: [UnitFolders] = []
  /// What this pass came to, if it has carried anything.
  var conclusion: Conclusion?

  /// Opens the ledger; what an earlier process left half done is finished first.
  public init(
    _ workspace: Workspace, wait: Bool, manner: PassManner = PassManner(),
    progress: @escaping Progress = { _, _, _ in }
  ) throws {
    self.workspace = workspace
    self.progress = progress
    self.manner = manner
    configuration = try workspace.configuration { Library.isLeft(by: $0, in: workspace) }
    ledger = try Ledger(
      workspace.disk, workspace: workspace.root,
      inboxAccess: configuration.inboxAccess(for: "", on: workspace.disk),
      access: configuration.outboxAccess(for: "", on: workspace.disk), wait: wait, lookout: manner.lookout)
    try library.tidy()
    report.notes = ledger.notes
  }

  /// Makes out the Schemas, where that was not needed so far.
  mutating func makeOutSchemas() throws {
    if configuration.isBare { configuration = try workspace.configuration() }
  }

  /// Takes, judges, decides and publishes.
  public mutating func run() throws -> PassReport {
    try findLostNames()
    // What is lost may lie in the Inbox again: then the interrupted pass goes on with it.
    do { try finishInterrupted() } catch LedgerError.arrivalLost {}
    let today = today(workspace.disk.now(), in: configuration.zone)
    let last = Conclusion(
      ledger, configuration, today: today, showsAll: !manner.showsProvisionalOnceADay)
    if last?.isOf(ledger) != true { try checkEnd() }
    let intake = try take(last)
    report.left = intake.left
    if !intake.received.isEmpty { readLostAgain() }
    for file in intake.received where file.hasOtherNames {
      report.notes.append(.hasOtherNames(seq: file.seq, unit: file.destination.unit))
    }
    if let last, intake.received.isEmpty, ledger.unfinished.isEmpty, last.hasTold(of: intake.left) {
      report.rounds = last.reports
      report.late = last.late
      try makeFolders(last.foldersWanted)
    } else {
      try carry(new: Set(intake.received.map(\.seq)))
      try endPass()
    }
    return report
  }

  /// Leaves what it holds to the end of the process, which is at hand: taken apart piece by piece it would cost
  /// more than all at once. The lock goes with the process.
  public consuming func endWithProcess() { _ = Unmanaged.passRetained(ledger) }

  /// Throws if the Outbox tells of arrivals after the last that the journal has, or of lists.
  mutating func checkEnd() throws {
    try readJournal()
    try OutboxEvidence(workspace).check(
      lastSeq: ledger.lastSeq, chronicle, unfinished: ledger.unfinished)
  }

  /// Makes out what the journal says, where that was not needed so far.
  mutating func readJournal() throws {
    guard !knowsJournal else { return }
    chronicle = try Chronicle(ledger.entries)
    knowsJournal = true
  }

  private static let soughtNames = "sought-names"

  private mutating func findLostNames() throws {
    // Receipts that are given later do not tell it either: they are read once.
    func sought() -> [UInt8] { Array(Conclusion.nameless(in: ledger).utf8) }
    guard ledger.namesLost > 0, ledger.shelf.get(Pass.soughtNames) != sought() else { return }
    try checkEnd()
    let found = try OutboxEvidence(workspace).findNames(ledger)
    ledger.shelf.put(sought(), as: Pass.soughtNames)
    guard found > 0 else { return }
    report.notes.removeAll { if case .namesLost = $0 { true } else { false } }
    report.notes += [.namesFound(found)] + (ledger.namesLost > 0 ? [.namesLost(ledger.namesLost)] : [])
  }

  /// Ends the pass, and leaves what it came to to the next one.
  private mutating func endPass() throws {
    try ledger.endPass()
    if let conclusion { conclusion.save(ledger, configuration) }
  }

  /// A pass, and then `chốt` of one round; nil if there is no such round. A file that
  /// was there at the start and could not be taken yet speaks against it.
  public mutating func finalize(_ round: String, acceptHeld: Bool) throws -> PassReport? {
    try order(round) { pass, tables, _ in
      let unsettled = pass.report.left.filter { if case .settling = $0.state { true } else { false } }
      guard unsettled.isEmpty else { return unsettled.map { .settling($0.path) } }
      let before = pass.report.published.count
      let refusals = try pass.finalize(tables, acceptHeld: acceptHeld, id: "", facts: JudgedFacts())
      pass.report.finalized = Array(pass.report.published[before...])
      return refusals
    }
  }

  /// A pass, and then `mở lại` of one round; nil if there is no such round.
  public mutating func reopen(_ round: String) throws -> PassReport? {
    try order(round) { pass, tables, standing in
      var facts = JudgedFacts()
      facts.orders = standing.overtaken(in: tables.round.code)
      guard tables.state != .open || !facts.orders.isEmpty else { return [.order(.notClosed)] }
      guard !tables.isPurged else { return [.order(.inputsPurged)] }
      let losses = tables.refusedSetup.filter { $0.loss == .recordLost }
      guard losses.isEmpty else { return losses.map { .stopped($0) } }
      try pass.open(tables, facts)
      return []
    }
  }

  private mutating func order(
    _ round: String, _ carryOut: (inout Pass, RoundTables, InForce) throws -> [Refusal]
  ) throws -> PassReport? {
    _ = try run()
    let standing = try self.standing()
    guard let tables = standing.rounds.first(where: { $0.round.code.lowercased() == round.lowercased() })
    else {
      return nil
    }
    try lookForNamesInTheWay(standing)
    let refusals: [Refusal]
    do { refusals = try carryOut(&self, tables, standing) } catch let error as DiskError
      where error.code == .denied
    {
      guard try inTheWay.addClosed(workspace, foldersWanted) else { throw error }
      refusals = try carryOut(&self, tables, standing)
    }
    if refusals.isEmpty { try carry(new: []) }
    report.refusals = refusals
    try endPass()
    return report
  }

  // MARK: World → ledger

  /// Files that came while a pass was interrupted belong after what that pass did.
  mutating func finishInterrupted() throws {
    guard ledger.hasBegun else { return }
    try checkEnd()
    isFinishing = true
    defer { isFinishing = false }
    try carry(new: Set(ledger.received.filter { $0.pass == ledger.pass }.map(\.seq)))
    try endPass()
  }

  private mutating func take(_ last: Conclusion?) throws -> Intake {
    let settled = try ledger.settle(by: configuration.settlingRules(), patience: manner.patience)
    if last != nil,
      settled.items.allSatisfy({ if case .ignored(let why) = $0.state { why != .mark } else { false } })
    {
      return Intake(left: settled.items)
    }
    try makeOutSchemas()
    // The whole ledger may be an older one: then nothing is taken, and no number given twice.
    if last?.isOf(ledger) == true { try checkEnd() }
    var known = try last?.knownFolders ?? knownFolders()
    let library = library
    // Units and rounds that this very pass brings have their folders in it too.
    let department = configuration.settings.department.lowercased()
    var declaresRounds = false
    for item in settled.items
    where item.state == .ready && item.path.folders.first?.text?.lowercased() == department {
      // One that has gone since is not taken either.
      guard let bytes = try? ledger.content(of: item.path) else { continue }
      let content = try ledger.reading([SHA256.hex(bytes)], by: configuration.key) {
        library.content(of: bytes)
      }
      known.add(declaredIn: content.tables)
      declaresRounds = declaresRounds || content.tables.contains { $0.kind == .rounds }
    }
    if declaresRounds { try addWaitingUnits(to: &known) }
    return try ledger.take(settled, by: configuration.intakeRules(known, library))
  }

  /// Units that were declared before any round was: with the first round they stand.
  private mutating func addWaitingUnits(to known: inout KnownFolders) throws {
    let outcomes: [ArrivalOutcome]
    do { outcomes = try standing().outcomes } catch LedgerError.arrivalLost { return }
    let waiting = Set(
      outcomes.filter { $0.tables.contains { $0.kind == .units && $0.result == .pending } }.map(\.seq))
    for arrival in arrivals where waiting.contains(arrival.seq) {
      if arrival.unit.lowercased() == configuration.settings.department.lowercased() {
        known.add(declaredIn: arrival.tables.filter { $0.kind == .units })
      }
    }
  }

  /// The folders of everything that is declared. While it is lost what declares it, those of everybody who has
  /// sent or was given something: so it can be sent again.
  private mutating func knownFolders() throws -> KnownFolders {
    do { return configuration.knownFolders(try standing()) } catch LedgerError.arrivalLost {
      return configuration.knownFolders(ledger.received, chronicle)
    }
  }
}
