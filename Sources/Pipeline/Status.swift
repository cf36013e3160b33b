import Disk
import Ledger
public import Rounds
import Tables
public import Wording

/// Where everything stands (`status`), as programs read it too.
public struct StatusReport: Encodable, Sendable {
  /// A name in the Inbox and its state.
  public struct Name: Encodable, Sendable {
    /// From the Inbox, with bytes that are no text escaped.
    public var path: String
    /// What becomes of it.
    public var state: InboxWord
    /// In one of four words.
    public var group: InboxWord.Group
    /// Why, where the state does not say it.
    public var reason: InboxReason?
    /// The mark beside it that says that somebody has it open; to be deleted if nobody has.
    public var openMark: String?
  }

  /// A file that was taken, and what became of it.
  public struct File: Encodable, Sendable {
    /// The number of the arrival.
    public var seq: Int
    /// Whose folder it lay in.
    public var unit: String
    /// Its name there; empty once its bytes are removed, for a name may be a child's.
    public var name: String
    /// The codes of the rounds that its rows belong to.
    public var rounds: [String]
    /// The word of its receipt; empty where its bytes are removed and nothing tells it any more.
    public var outcome: String
    /// Its sender has a receipt; false while the Outbox could not be written.
    public var hasReceipt: Bool
    /// Whether something of it still stands; false once it is superseded or refused.
    public var inForce: Bool
    /// Its bytes were removed when their time was over.
    public var purged: Bool
    /// Its kept bytes are gone or damaged before their time.
    public var lost: Bool
    /// A pass has told so: what is sent again from then on only brings them back.
    public var toldLost = false
    /// A round waits for it.
    public var needed = false
    /// What is in the way of its receipt, from the workspace; blank for nothing.
    public var blockedBy = ""
    /// The numbers of the files whose lost contents its receipt waits for.
    public var awaits: [Int]
  }

  /// A file whose kept bytes a round needs, and that are lost.
  public struct Lost: Encodable, Sendable {
    /// The number of the arrival.
    public var seq: Int
    /// Whose folder it lay in.
    public var unit: String
    /// What people call it.
    public var name: String
    /// A pass has told so: what is sent again from then on only brings it back.
    public var told: Bool
  }

  /// A round, and who has sent what.
  public struct Round: Encodable, Sendable {
    /// The round's code.
    public var round: String
    /// What people call it.
    public var name: String
    /// Whether it still takes applications.
    public var state: RoundState
    /// `not-ready`, `purged`, `stopped`, `violated` or `decided`.
    public var standing: String
    /// Setup errors, where they stop it.
    public var errors: Int
    /// The files whose lost contents it waits for.
    public var lost: [Lost] = []
    /// It waits for what it had settled, which is lost.
    public var recordLost = false
    /// How many children would have another result than the official one, and some of the programs; nil unless
    /// that stops it.
    public var decidedOtherwise: Otherwise?
    /// The orders that wait as long, in the order in which they came.
    public var ordersWaiting: [WaitingOrder] = []
    /// The properties that its result breaks: `P3`; empty unless it is withheld for that.
    public var broken: [String] = []
    /// How many applied, are admitted, wait …; nil unless it is decided.
    public var counts: RoundCounts?
    /// Schools whose results are official by themselves.
    public var fixed: [String]
    /// By school: whether it asks for approval, or was answered.
    public var approvals: [String: Approval]
    /// Senders of rosters in force, with the rows of each: `THCS-A (120)`.
    public var sent: [String]
    /// Schools that have sent no roster; those that admit in the round owe none.
    public var missing: [String]
  }

  /// What would be otherwise than an official result has it.
  public struct Otherwise: Encodable, Sendable {
    /// How many children.
    public var count: Int
    /// Some of the programs.
    public var programs: String
  }

  /// An order that is carried out, as of when it came, once what is lost is there again.
  public struct WaitingOrder: Encodable, Sendable {
    /// What is to be done.
    public var order: Order.Kind
    /// The unit that it is about; empty for the whole round.
    public var unit: String
    /// The number of the arrival.
    public var seq: Int
  }

  private enum CodingKeys: CodingKey {
    case isNew, inbox, files, rounds, stoppedBy, inTheWay, outboxIsClosed, namesLost, namesNeeded
  }

  /// Nothing has been run here yet.
  public var isNew: Bool
  /// Every name in the Inbox.
  public var inbox: [Name] = []
  /// Somebody waits for a name in the Inbox.
  var needsAttention = false
  /// Every file that was taken, in the order of arrival.
  public var files: [File] = []
  /// Every round that is declared; none while it is lost what declares them.
  public var rounds: [Round] = []
  /// The file for which everything waits: it is lost, and declares rounds, units or programs.
  public var stoppedBy: Lost?
  /// Files and links with the names of folders that units need, from the workspace: those units are left out.
  public var inTheWay: [String] = []

  /// Nothing can be written into the Outbox, and nobody is given anything.
  public var outboxIsClosed = false

  /// Of so many files it is lost what they were called.
  public var namesLost = 0
  /// The numbers of those of them of which that matters.
  public var namesNeeded: [Int] = []

  /// Of a workspace in which nothing has been run.
  public init(isNew: Bool) { self.isNew = isNew }

  /// Nobody has to look at anything.
  public var isClean: Bool {
    files.allSatisfy { file in
      let isMissed = file.lost && (file.needed || !file.toldLost)
      return file.purged || (!isMissed && file.hasReceipt && (!file.inForce || file.outcome == "nhan"))
    }
      && stoppedBy == nil && inTheWay.isEmpty && !outboxIsClosed && namesNeeded.isEmpty
      && rounds.allSatisfy { $0.errors == 0 && $0.broken.isEmpty && $0.lost.isEmpty && !$0.recordLost }
      && !needsAttention
  }
}

extension View {
  /// Looks at everything; nothing is changed.
  public func status() throws -> StatusReport {
    var report = StatusReport(isNew: isNew)
    let inbox = try inbox()
    (report.namesLost, report.namesNeeded) = (ledger?.namesLost ?? 0, namesNeeded.map(\.seq))
    report.inbox = inbox.map {
      StatusReport.Name(
        path: $0.path.escaped, state: $0.word, group: $0.word.group, reason: $0.reason,
        openMark: $0.openMark?.escaped)
    }
    report.needsAttention = inbox.contains { $0.needsAttention }
    if let stoppedBy {
      report.stoppedBy = arrivals.first { $0.seq == stoppedBy }.map {
        StatusReport.Lost(seq: $0.seq, unit: $0.unit, name: $0.file, told: isTold($0))
      }
      report.files = arrivals.map { untold($0, waitsFor: stoppedBy) }
      return report
    }
    var inTheWay = try NamesInTheWay(workspace, inForce.foldersWanted)
    report.outboxIsClosed = try inTheWay.addRefused(workspace, inForce.foldersWanted)
    report.inTheWay = inTheWay.all
    var standing = inForce
    let results = standing.rounds.map { decide($0) }
    standing.tell(results)
    report.files = zip(arrivals, standing.outcomes).map { file($0, $1, standing) }
    for index in report.files.indices where !report.files[index].hasReceipt {
      report.files[index].blockedBy = inTheWay.paths[report.files[index].unit] ?? ""
    }
    for (index, arrival) in arrivals.enumerated() where arrival.bringsBack {
      // What it brought back may stand: by the older file, with the same bytes.
      report.files[index].inForce =
        report.files[index].inForce
        || zip(arrivals[..<index], standing.outcomes).contains {
          $0.sha256 == arrival.sha256 && $0.unit.lowercased() == arrival.unit.lowercased() && $1.inForce
        }
    }
    report.rounds = zip(standing.rounds, results).map { tables, result in
      let summary = RoundReport(tables, result)
      var round = StatusReport.Round(
        round: summary.code, name: summary.name, state: summary.state,
        standing: summary.standing.code,
        errors: 0, counts: nil, fixed: tables.fixed.sorted(), approvals: tables.approvals, sent: [],
        missing: [])
      if case .stopped(let errors) = summary.standing {
        round.errors = errors.count { $0.loss == nil }
        round.recordLost = errors.contains { $0.loss == .recordLost }
        round.decidedOtherwise = errors.decidedOtherwise.map {
          StatusReport.Otherwise(count: $0.count, programs: $0.programs)
        }
        round.lost = errors.filter { $0.loss == .contentLost }.map { error in
          StatusReport.Lost(
            seq: error.seq, unit: error.finding.facts["unit"] ?? "", name: error.file,
            told: arrivals.first { $0.seq == error.seq }.map(isTold) ?? false)
        }
      }
      round.ordersWaiting = standing.ordersWaiting.filter { $0.round == summary.code }.map {
        StatusReport.WaitingOrder(order: $0.kind, unit: $0.subject, seq: $0.seq)
      }
      if case .violated(let broken) = summary.standing { round.broken = broken.map(\.id) }
      if case .decided(let counts) = summary.standing { round.counts = counts }
      // Who has sent what went with it.
      if tables.isPurged { return round }
      var rows: [String: Int] = [:]
      for layer in tables.layers[.roster] ?? [] { rows[layer.sender, default: 0] += layer.rows.count }
      round.sent = rows.keys.sorted().map { "\($0) (\(rows[$0] ?? 0))" }
      let admitting = Set(tables.programs.map(\.school))
      round.missing = tables.units.values.filter {
        $0.role == .school && rows[$0.code] == nil && !admitting.contains($0.code)
      }.map(\.code).sorted()
      return round
    }
    return report
  }

  /// A file as the journal alone tells it.
  private func untold(_ arrival: Arrival, waitsFor seq: Int) -> StatusReport.File {
    let isPurged = ledger?.purged.contains(arrival.seq) ?? false
    let receipt = chronicle.receipts[arrival.seq]
    var file = StatusReport.File(
      seq: arrival.seq, unit: arrival.unit, name: isPurged ? "" : arrival.file,
      rounds: chronicle.facts.rounds(of: arrival.seq), outcome: receipt?.outcome?.rawValue ?? "",
      hasReceipt: receipt != nil, inForce: !chronicle.overtaken.contains(arrival.seq), purged: isPurged,
      lost: lost.contains(arrival.seq), awaits: receipt == nil && !isPurged ? [seq] : [])
    if isPurged { file.rounds = ledger?.purges.rounds[arrival.seq] ?? [] }
    (file.toldLost, file.needed) = (isTold(arrival), arrival.seq == seq)
    return file
  }

  /// Whether a pass has told that what was kept of an arrival is lost.
  private func isTold(_ arrival: Arrival) -> Bool { ledger?.toldLost.contains(arrival.sha256) == true }

  private func file(_ arrival: Arrival, _ outcome: ArrivalOutcome, _ standing: InForce) -> StatusReport.File {
    let isPurged = ledger?.purged.contains(arrival.seq) ?? false
    let isLost = lost.contains(arrival.seq)
    let receipt = chronicle.receipts[arrival.seq]
    // Of what cannot be read any more there stands what was told of it.
    let word = isPurged || isLost ? receipt?.outcome : outcome.result.receipt
    var file = StatusReport.File(
      seq: arrival.seq, unit: arrival.unit, name: isPurged ? "" : arrival.file, rounds: outcome.rounds,
      outcome: word?.rawValue ?? "", hasReceipt: receipt != nil, inForce: outcome.inForce, purged: isPurged,
      lost: isLost, awaits: [])
    if isPurged { file.rounds = ledger?.purges.rounds[arrival.seq] ?? [] }
    if isLost {
      (file.toldLost, file.needed) = (isTold(arrival), standing.waits(for: arrival.seq))
      file.rounds = chronicle.facts.rounds(of: arrival.seq)
      // What was in force and no round waits for has been replaced.
      let isReplaced =
        chronicle.facts.verdicts.contains { $0.seq == arrival.seq } && !standing.waits(for: arrival.seq)
      file.inForce = !chronicle.overtaken.contains(arrival.seq) && !isReplaced
    }
    if !file.hasReceipt, !standing.canTell(outcome) {
      let rounds = standing.rounds.filter { outcome.rounds.contains($0.round.code) }
      let found = rounds.flatMap(\.refusedSetup).filter { $0.loss == .contentLost }
      file.awaits = Set(found.map(\.seq)).sorted()
    }
    return file
  }
}
