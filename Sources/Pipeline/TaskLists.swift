import Disk
import Exports
import Ledger
import Rounds
import TableSchema
import Tables
import Wording

/// What each unit still has to do, as a pass leaves things.
struct TaskLists {
  private let inForce: InForce
  private let reports: [RoundReport]
  private let chronicle: Chronicle
  private let schemas: SchemaSet
  private let department: String
  private let rosters: [RosterSenders]
  private let called: (Received) -> String
  /// By unit, the files that are not wholly in force.
  private var files: [String: [TaskList.File]] = [:]
  /// By round, whose files came when it was closed to them and wait until it is opened again.
  private var late: [String: [String]] = [:]
  /// How many those are.
  private(set) var lateFiles = 0
  /// Units and rounds into which they have sent something that waits with the round.
  private var sentAndWaiting: Set<[String]> = []
  /// By unit, the files that it has to do something about before they are taken.
  private var notTaken: [String: [TaskList.NotTaken]] = [:]

  init(
    _ inForce: InForce, _ reports: [RoundReport], _ chronicle: Chronicle, _ arrival: (Int) -> Received?,
    receiptGiven: (Received) -> String?, left: [InboxItem], _ configuration: Configuration
  ) {
    self.inForce = inForce
    self.reports = reports
    self.chronicle = chronicle
    schemas = configuration.schemas
    department = configuration.settings.department
    rosters = inForce.rounds.map { RosterSenders($0) }
    called = configuration.called
    takeFiles(arrival, receiptGiven)
    for item in left where item.isLeftOpen || item.isAstray {
      notTaken[item.path.folders.first?.text?.lowercased() ?? "", default: []].append(
        TaskList.NotTaken(
          path: "Inbox/" + item.path.escaped,
          why: item.isAstray
            ? .astray(unit: item.path.folders[0].escaped) : .open(mark: item.openMark?.escaped ?? "")))
    }
  }

  /// What a unit has to do.
  func list(for unit: String) -> TaskList {
    var list = TaskList(unit: name(of: unit))
    for (index, tables) in inForce.rounds.enumerated() {
      let isDepartment = unit.lowercased() == department.lowercased()
      guard isDepartment || tables.units[unit] != nil else { continue }
      let role = isDepartment ? .department : tables.units[unit]?.role ?? .department
      list.owed += tasks(of: unit, role, index).map { task in
        TaskList.Owed(
          round: tables.round.name, task: task, by: day(of: task, tables),
          place: place(of: task, unit, role, index))
      }
      list.lists += chronicle.newestLists(of: tables.round.code, called: tables.round.name, for: unit)
    }
    list.files = files[unit.lowercased()] ?? []
    list.notTaken = notTaken[unit.lowercased()] ?? []
    return list
  }

  private func name(of unit: String) -> String {
    let name = inForce.units[unit]?.name ?? ""
    return name.isEmpty ? unit : name
  }

  // MARK: What is owed

  private static let namedSchools = 20
  /// So many files that are lost.
  static let namedFiles = 20

  private func tasks(of unit: String, _ role: Rounds.Unit.Role, _ index: Int) -> [TaskWording.Task] {
    let tables = inForce.rounds[index]
    let rosters = rosters[index]
    let isOpen = tables.state == .open
    if tables.isPurged, role != .department { return [] }
    if inForce.withheld.contains(tables.round.code) {
      // What is owed would be told by what is lost: only that is asked for, of everybody what was its own.
      let lost = lostContents(tables, of: role == .department ? nil : unit)
      guard lost.isEmpty else { return lost }
      return [.waits] + (isOpen && owesRoster(unit, role, index) ? [.roster] : [])
    }
    switch role {
    case .school:
      if isOpen { return owesRoster(unit, role, index) ? [.roster] : [] }
      if tables.state == .closed { return owesDecisions(unit, tables) ? [.decisions] : [] }
      guard tables.state.isOfficial, rosters.admitting.contains(unit) else { return [] }
      let owed: [TaskWording.Task] = [("enrolments", .enrolments), ("classes", .classes)]
        .compactMap { name, task in isMissing(name, of: unit, tables) ? task : nil }
      let newcomers = newcomersUnsaid(of: unit, tables)
      return newcomers > 0 && !owed.contains(.enrolments) ? [.newcomers(newcomers)] + owed : owed
    case .portal: return isOpen && owesRoster(unit, role, index) ? [.roster] : []
    case .authority:
      return isOpen ? missing(rosters.missing.filter { $0.parent == unit }) : []
    case .department:
      var tasks: [TaskWording.Task] = []
      switch reports[index].standing {
      case .stopped(let errors):
        tasks += errors.setupTasks
      case .decided(let counts): tasks += undecided(counts, tables)
      case .violated(let broken): tasks += broken.map { .violated($0) }
      case .notReady where tables.programs.isEmpty: tasks.append(.programs)
      case .notReady, .purged: break
      }
      if tables.state == .closed { tasks.append(.finalize) }
      if let late = late[tables.round.code] {
        tasks.append(.late(late.count, Array(late.prefix(TaskLists.namedFiles))))
      }
      return tasks + (isOpen ? missing(rosters.missing) : [])
    case .finance: return []
    }
  }

  /// It has sent no list of children, nor anything else that waits with its round.
  private func owesRoster(_ unit: String, _ role: Rounds.Unit.Role, _ index: Int) -> Bool {
    let (tables, rosters) = (inForce.rounds[index], rosters[index])
    guard !sentAndWaiting.contains([unit.lowercased(), tables.round.code]) else { return false }
    return role == .portal
      ? !rosters.senders.contains(unit) : tables.units[unit].map { rosters.owes($0) } == true
  }

  /// Who is held, by what can be done about it.
  private func undecided(_ counts: RoundCounts, _ tables: RoundTables) -> [TaskWording.Task] {
    let wrong = counts.held.all - counts.tied - counts.unreviewed
    let awaitsDraw = tables.round.tiePolicy == .lottery && tables.round.seed.isEmpty
    // After `chốt` nobody is scored anew.
    let unconverted = tables.state.isOfficial ? 0 : counts.unconverted
    let tasks: [(Int, TaskWording.Task)] = [
      (wrong, .held(wrong)), (counts.unreviewed, .unreviewed(counts.unreviewed)),
      (counts.tied, .tied(counts.tied, awaitsDraw: awaitsDraw, isOfficial: tables.state.isOfficial)),
      (unconverted, .unconverted(unconverted)),
    ]
    return tasks.compactMap { count, task in count > 0 ? task : nil }
  }

  /// The school reviews documents, and has said nothing of them.
  private func owesDecisions(_ unit: String, _ tables: RoundTables) -> Bool {
    tables.programs.contains { $0.school == unit && $0.reviewsDocuments }
      && isMissing("decisions", of: unit, tables)
  }

  /// - Parameter unit: nil for all of them.
  private func lostContents(_ tables: RoundTables, of unit: String?) -> [TaskWording.Task] {
    func found(_ reason: SetupReason) -> [LocatedFinding] {
      tables.refusedSetup.filter { $0.finding.setupReason == reason }
    }
    let lost = found(.contentLost).filter { lost in
      unit.map { lost.finding.facts["unit"]?.lowercased() == $0.lowercased() } ?? true
    }
    let names = lost.prefix(TaskLists.namedFiles).map { "\($0.finding.facts["unit"] ?? "")/\($0.file)" }
    return (unit != nil || found(.recordLost).isEmpty ? [] : [.recordLost])
      + (lost.isEmpty ? [] : [.contentsLost(lost.count, names)])
  }

  private func missing(_ schools: [Rounds.Unit]) -> [TaskWording.Task] {
    guard !schools.isEmpty else { return [] }
    return [.missingRosters(schools.count, schools.prefix(TaskLists.namedSchools).map(\.name))]
  }

  /// A kind that people can send, and that a school has not.
  private func isMissing(_ name: String, of unit: String, _ tables: RoundTables) -> Bool {
    guard let kind = TableKind(rawValue: name), schemas[kind] != nil else { return false }
    return newest(kind, of: unit, tables) == nil
  }

  /// The newest table of a kind of a school; nil for none.
  private func newest(_ kind: TableKind, of unit: String, _ tables: RoundTables) -> Int? {
    (tables.layers[kind] ?? []).last { layer in
      layer.sender == unit || layer.rows.contains { layer.table.text("school", Int($0)) == unit }
    }?.seq
  }

  /// How many have a place at a school that was published after all that it has said of its children.
  private func newcomersUnsaid(of unit: String, _ tables: RoundTables) -> Int {
    let newest = newest(.enrolments, of: unit, tables) ?? 0
    return tables.settled.newcomers.values.count { $0.school == unit && newest <= $0.after }
  }

  private func day(of task: TaskWording.Task, _ tables: RoundTables) -> String {
    switch task {
    case .roster, .missingRosters: tables.round.closes.text
    case .enrolments: tables.round.confirmBy?.text ?? ""
    // Who came later has not missed that day.
    case .late, .newcomers, .unconverted, .programs, .classes, .decisions, .setup, .undeclared, .contentsLost,
      .recordLost, .decidedOtherwise, .waits,
      .held, .tied, .unreviewed, .violated, .finalize:
      ""
    }
  }

  /// Where the form is, or what is to be looked at; blank where it is nowhere.
  private func place(of task: TaskWording.Task, _ unit: String, _ role: Rounds.Unit.Role, _ index: Int)
    -> String
  {
    let tables = inForce.rounds[index]
    func form(_ kind: TableKind) -> String {
      let own = tables.units[unit] ?? Rounds.Unit(code: unit, name: "", role: role)
      let name = RoundForms.fileName(
        of: kind, for: own, admits: rosters[index].admitting.contains(unit), schemas: schemas)
      return (["Outbox", unit, tables.round.code, "bieu-mau"] + (name.map { [$0] } ?? [])).joined(
        separator: "/")
    }
    func inNewest(_ name: String? = nil) -> String {
      let folder = chronicle.newestLists(of: tables.round.code, called: "", for: unit).first?.folder ?? ""
      return folder.isEmpty ? "" : ([folder] + (name.map { [$0] } ?? [])).joined(separator: "/")
    }
    return switch task {
    case .roster: form(.roster)
    case .programs: form(.programs)
    case .setup, .undeclared: form(.rounds)
    case .classes: form(.classes)
    case .enrolments, .newcomers: inNewest(SchoolForm.enrolments.rawValue)
    case .decisions: inNewest(SchoolForm.decisions.rawValue)
    case .held, .tied, .unreviewed, .unconverted, .finalize: inNewest()
    case .late, .missingRosters, .contentsLost, .recordLost, .decidedOtherwise, .waits, .violated: ""
    }
  }

  // MARK: Lists and files

  /// What people call a round.
  private func named(_ code: String) -> String {
    inForce.rounds.first { $0.round.code == code }?.round.name ?? code
  }

  /// The rounds that took no such file when it came, for one of which it waits.
  private func roundsClosed(to outcome: ArrivalOutcome) -> Set<String> {
    guard outcome.inForce else { return [] }
    // One that nobody can open again is waited for by nobody.
    let named = outcome.findings.filter { $0.code == .roundClosed && $0.facts["purged"] == nil }
      .compactMap { $0.facts["round"] }
    guard outcome.findings.contains(where: { $0.code == .roundUnclear }) else { return Set(named) }
    let candidates = inForce.rounds.filter { outcome.mayBeFor.contains($0.round.code) }
    let isRoster = outcome.tables.allSatisfy { $0.kind == .roster }
    let areClosed = candidates.allSatisfy { $0.state.isOfficial || (isRoster && $0.state == .closed) }
    return Set(named).union(areClosed ? candidates.map(\.round.code) : [])
  }

  /// Files that nothing newer stands in the place of. One that gave no table is overtaken by one of its name.
  private mutating func takeFiles(_ arrival: (Int) -> Received?, _ receiptGiven: (Received) -> String?) {
    var names: Set<String> = []
    let stopping = reports.stoppedBy
    for outcome in inForce.outcomes.reversed() {
      guard let file = arrival(outcome.seq) else { continue }
      let unit = file.destination.unit.lowercased()
      let name = called(file)
      let isNewest = names.insert(file.senderAndName).inserted || file.isNameless
      if !inForce.canTell(outcome), chronicle.receipts[outcome.seq] == nil {
        for round in outcome.rounds { sentAndWaiting.insert([unit, round]) }
        files[unit, default: []].append(
          TaskList.File(
            rounds: outcome.rounds.map(named), name: name, outcome: .held, errors: 0, receipt: ""))
        continue
      }
      guard outcome.result != .taken, outcome.inForce || (outcome.tables.isEmpty && isNewest) else {
        continue
      }
      let closed = roundsClosed(to: outcome)
      if !closed.isEmpty { lateFiles += 1 }
      for round in closed {
        late[round, default: []].append(file.destination.unit + "/" + name)
      }
      let errors = outcome.findings.filter { $0.severity == .error }
      // Nobody can mend what nobody reads.
      if !errors.isEmpty, errors.allSatisfy({ $0.code == .unreadTable }) { continue }
      let own = receiptName(
        seq: outcome.seq, file: file.path.name.escaped,
        revision: chronicle.receipts[outcome.seq]?.revision ?? 1, outcome: outcome.result.receipt)
      let receipt = (file.isNameless ? receiptGiven(file) : nil) ?? own + ".xlsx"
      var line = TaskList.File(
        rounds: outcome.rounds.map(named), name: name, outcome: outcome.result.receipt,
        // That a table has too many, or lacks a sheet, is no place of its own.
        errors: errors.count {
          !$0.awaitsSetup && ![FindingCode.tooManyErrors, .partialReplacement].contains($0.code)
        },
        receipt: "Outbox/\(file.destination.unit)/bien-nhan/\(receipt)")
      line.waits = !errors.isEmpty && errors.allSatisfy(\.awaitsSetup)
      line.isOwn = unit == department.lowercased() && stopping.contains(outcome.seq)
      files[unit, default: []].append(line)
      // A file that kills the program concerns whoever looks after it.
      if outcome.findings.contains(where: { $0.code == .deadlyContent }), unit != department.lowercased() {
        line.name = file.destination.unit + "/" + name
        files[department.lowercased(), default: []].append(line)
      }
    }
    for unit in Array(files.keys) { files[unit]?.reverse() }
    for round in Array(late.keys) { late[round]?.reverse() }
  }
}
