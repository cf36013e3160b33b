public import Ledger
public import Rounds
import Wording

/// What a pass did, for whoever started it.
public struct PassReport: Sendable {
  /// The arrivals of this pass, and those whose outcome changed, with what became of them.
  public var outcomes: [ArrivalOutcome] = []
  /// Names that stay in the Inbox, with their state.
  public var left: [InboxItem] = []
  /// Every round that is declared.
  public var rounds: [RoundReport] = []
  /// How many files came when their round was closed to them, and wait until it is opened again.
  public var late = 0
  /// Folders that appeared, from the workspace on: `Outbox/so/lop10/du-kien-01`.
  public var published: [String] = []
  /// What a person should know about the workspace.
  public var notes: [Ledger.Note] = []
  /// Why a round could not be finalized; empty if nobody asked or it was.
  public var refusals: [Refusal] = []

  /// Files and links with the names of folders that units need, from the workspace: those units were left out.
  public var inTheWay: [String] = []
  /// The units that were left out.
  var leftOut: [UnitFolders] = []
  /// The contents that are lost.
  var lostContents: [String] = []

  /// Of a pass that has done nothing yet.
  public init() {}

  /// The folders of the round that `chốt` was asked for.
  public var finalized: [String] = []

  /// Counts what a later pass did too; where things stand is as that pass left them.
  public mutating func add(_ later: PassReport) {
    outcomes += later.outcomes
    left = later.left
    rounds = later.rounds
    late = later.late
    published += later.published
    notes = later.notes
    inTheWay = later.inTheWay
    leftOut = later.leftOut
    lostContents = later.lostContents
    refusals += later.refusals
  }

  /// Nothing was refused, held or left that somebody has to look at.
  public var isClean: Bool {
    refusals.isEmpty && inTheWay.isEmpty && outcomes.allSatisfy { $0.result == .taken }
      && !left.contains { $0.needsAttention }
      && !rounds.contains { $0.isStopped }
      && !tellsOfLoss
  }

  /// Something waits because what was kept of a file is gone or damaged, or what one was called, or because a newer
  /// version cannot come back into the Inbox.
  public var tellsOfLoss: Bool {
    notes.contains { note in
      switch note {
      case .namesLost(_, let needed): !needed.isEmpty
      case .contentLost, .cannotComeBack: true
      default: false
      }
    }
  }
}

extension Ledger.Note {
  /// What was kept of some file is gone or damaged.
  var tellsOfLoss: Bool {
    switch self {
    case .contentLost, .unneededLost: true
    default: false
    }
  }
}

/// Where a round stands.
public struct RoundReport: Sendable {
  /// The round's code, as its table wrote it.
  public var code: String
  /// What people call it.
  public var name: String
  /// Open, closed or finalized.
  public var state: RoundState
  /// What deciding it came to.
  public var standing: Standing

  /// What deciding a round came to.
  public enum Standing: Sendable {
    case notReady
    /// Its setup has errors: where each is.
    case stopped([LocatedFinding])
    /// The result fails these properties, and is withheld.
    case violated([BrokenProperty])
    case decided(RoundCounts)
    /// What it was decided from was removed when its time was over; its official lists stand.
    case purged
  }

  var isStopped: Bool {
    switch standing {
    case .stopped, .violated: true
    case .notReady, .purged, .decided: false
    }
  }
}

/// Why a round is not finalized.
public enum Refusal: Hashable, Sendable {
  case notReady
  case stopped(LocatedFinding)
  case violated(BrokenProperty)
  /// So many people are held, and nobody accepted it.
  case held(Int, awaitsDraw: Bool)
  /// A file that had come before the order is not settled.
  case settling(InboxPath)
  case order(OrderRefusal)

  /// What an order that was refused for this says of it.
  public var reason: OrderRefusal {
    switch self {
    case .notReady: .notReady
    case .stopped: .setupStopped
    case .violated: .propertyViolated
    case .held(_, let awaitsDraw): awaitsDraw ? .lotsUndrawn : .peopleHeld
    case .settling: .settling
    case .order(let refusal): refusal
    }
  }
}

extension InboxItem {
  /// It waits because somebody has left it open, of which its unit is told.
  var isLeftOpen: Bool { state == .settling(.leftOpen) }

  /// It lies in a folder of a unit that is no round's, of which the unit is told.
  var isAstray: Bool { state == .waiting(reason: InboxWord.unknownRound.rawValue) }

  /// Somebody is waiting for this file, or sent something that will never be taken.
  public var needsAttention: Bool {
    switch state {
    case .ignored(let reason): reason == .outsideUnit || reason == .tooDeep
    case .taken: false
    case .settling, .waiting, .unreadable, .tooLarge, .ready: true
    }
  }
}
