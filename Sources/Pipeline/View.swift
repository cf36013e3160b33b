import Disk
public import Ledger
public import Rounds
import TableSchema
import Tables

/// A workspace as it is, read without taking anything or locking anybody out.
public struct View {
  let workspace: Workspace
  /// What its Schemas say.
  public let configuration: Configuration
  /// Nil in a new workspace.
  let ledger: LedgerView?
  let chronicle: Chronicle
  private(set) var arrivals: [Arrival]
  /// Arrivals whose contents are lost.
  private(set) var lost: Set<Int>
  private let library: Library?
  /// What every file came to, and the rounds that they make.
  public let inForce: InForce
  /// The number of the arrival for which everything waits, because it is lost and declares rounds, units or
  /// programs: then nothing is in force here.
  public let stoppedBy: Int?
  /// Published lists, from the workspace on, that the journal does not know; where they are tolerated.
  public let unknownLists: [String]

  /// Reads everything that was kept.
  ///
  /// - Parameters:
  ///   - toleratesLoss: to be shown also while everything waits for what is lost.
  ///   - toleratesLists: to be shown as far as the journal knows, also where the Outbox has lists beyond it.
  public init(_ workspace: Workspace, toleratesLoss: Bool = false, toleratesLists: Bool = false) throws {
    self.workspace = workspace
    configuration = try workspace.configuration()
    (ledger, chronicle, unknownLists) = try View.journal(of: workspace, toleratesLists: toleratesLists)
    let configuration = configuration
    library = ledger.map { Library(configuration, $0.objects, $0.shelf, $0.deaths) }
    arrivals = []
    lost = []
    if let ledger, let library {
      let read = try configuration.read(
        ledger.received, purged: ledger.purged, library, jobs: workspace.jobs)
      arrivals = read.map(\.arrival)
      lost = Set(read.filter(\.content.isLost).map(\.arrival.seq))
    }
    let pass = (arrivals.last?.pass ?? 0) + 1
    do {
      inForce = try configuration.standing(
        arrivals, lost: lost, chronicle, ledger?.objects, pass: pass, day: nil)
      stoppedBy = nil
    } catch LedgerError.arrivalLost(let lost, _) where toleratesLoss {
      inForce = try configuration.standing([], Chronicle(), nil, pass: pass, day: nil)
      stoppedBy = lost.seq
    }
  }

  /// The journal, once the Outbox tells of nothing beyond it.
  private static func journal(
    of workspace: Workspace, toleratesLists: Bool
  ) throws -> (LedgerView?, Chronicle, unknown: [String]) {
    func read(tolerates: Bool) throws -> (LedgerView?, Chronicle, unknown: [String]) {
      let ledger = try LedgerView(workspace.disk, workspace: workspace.root)
      let chronicle = try Chronicle(ledger?.entries ?? [])
      guard let ledger else { return (nil, chronicle, []) }
      do {
        try OutboxEvidence(workspace).check(
          lastSeq: ledger.lastSeq, chronicle, unfinished: ledger.unfinished)
      } catch LedgerError.shortened(let lists) where tolerates && !lists.isEmpty {
        return (ledger, chronicle, lists)
      }
      return (ledger, chronicle, [])
    }
    do { return try read(tolerates: false) } catch LedgerError.shortened {
      // A pass may have gone on while we looked.
      return try read(tolerates: toleratesLists)
    }
  }

  /// Nothing has been run here yet.
  public var isNew: Bool { ledger == nil }

  /// The round of a code, whatever its case.
  public func round(_ code: String) -> RoundTables? {
    inForce.rounds.first { $0.round.code.lowercased() == code.lowercased() }
  }

  /// Decides a round as it stands.
  public func decide(_ tables: RoundTables) -> RoundResult {
    workspace.decide(tables, configuration.schemas)
  }

  /// Decides a round as it was, or would be.
  func result(of tables: RoundTables) -> RoundResult {
    workspace.result(of: tables, configuration.schemas)
  }

  /// The arrivals of which it matters that it is lost what they were called.
  var namesNeeded: [Received] {
    guard let ledger, ledger.namesLost > 0 else { return [] }
    return inForce.waiting(ledger.received.filter { $0.isNameless && !ledger.purged.contains($0.seq) })
  }

  /// Every name in the Inbox with its state, in byte order.
  public func inbox() throws -> [InboxItem] {
    guard let ledger else { return [] }
    let known =
      stoppedBy == nil
      ? configuration.knownFolders(inForce) : configuration.knownFolders(ledger.received, chronicle)
    return try ledger.survey(by: configuration.intakeRules(known, library))
  }
}
