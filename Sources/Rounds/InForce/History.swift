public import TableSchema
public import Tables

/// Everything that the state of the workspace follows from.
public struct History: Sendable {
  /// In the order of `seq`.
  public var arrivals: [Arrival]
  /// What earlier folds judged, once and for all.
  public var facts: JudgedFacts
  /// In the order in which they happened.
  public var events: [RoundEvent]
  /// By round: what its newest official result, or the newest `chốt` with a unit, has settled.
  public var records: [String: RoundRecord]
  /// By round: who sits where since `chốt lớp`, as `SCHOOL/CLASS`.
  public var fixedClasses: [String: [PersonKey: String]]
  /// Rounds of which it was removed what they were decided from, because its time was over.
  public var purgedRounds: Set<String> = []
  /// The export profiles that there are; empty where nobody says.
  public var profiles: Set<String> = []
  /// The department, the share of bad rows, the guard.
  public var settings: Settings
  /// The pass that is folded for; the newest arrivals are of it.
  public var pass: Int
  /// Arrivals of earlier passes that those have not judged, because something was lost.
  public var unjudged: Set<Int> = []
  /// Where the rows of each arrival belonged when it could be read.
  public var places: [Int: [ArrivalPlace]] = [:]
  /// The day of this pass in the workspace's time zone; nil where no round may close by the day.
  public var today: Day?

  /// A history; without facts and events it is that of a new workspace.
  public init(
    arrivals: [Arrival], facts: JudgedFacts = JudgedFacts(), events: [RoundEvent] = [],
    records: [String: RoundRecord] = [:], fixedClasses: [String: [PersonKey: String]] = [:],
    settings: Settings = Settings(), pass: Int, today: Day? = nil
  ) {
    self.arrivals = arrivals
    self.facts = facts
    self.events = events
    self.records = records
    self.fixedClasses = fixedClasses
    self.settings = settings
    self.pass = pass
    self.today = today
  }
}

extension History {
  /// The position of an arrival; nil if there is none of that seq.
  func position(ofArrival seq: Int) -> Int? {
    let position = arrivals.partitioningIndex { $0.seq >= seq }
    return position < arrivals.count && arrivals[position].seq == seq ? position : nil
  }

  /// Whether an earlier pass has judged the arrival at that position.
  func wasJudged(_ position: Int) -> Bool {
    arrivals[position].pass < pass && !unjudged.contains(arrivals[position].seq)
  }

  /// Where the rows of an arrival belonged that cannot be read any more.
  func placesOfUnread(_ position: Int) -> [ArrivalPlace] {
    let arrival = arrivals[position]
    return arrival.tables.isEmpty ? places[arrival.seq] ?? [] : []
  }

  /// The arrival of a seq.
  func arrival(_ seq: Int) -> Arrival? { position(ofArrival: seq).map { arrivals[$0] } }
}

/// Something that happened to a round (contract.md 4, States), after all files of a pass.
public struct RoundEvent: Hashable, Codable, Sendable {
  /// The round's code.
  public var round: String
  /// The pass after whose files it happened.
  public var pass: Int
  /// What happened.
  public var change: Change
  /// The order ahead of which it happened, because that had to wait for what is lost: should the order be refused
  /// in the end, nothing has happened.
  public var ahead: OrderPlace?

  /// What happened.
  public enum Change: Hashable, Codable, Sendable {
    /// By order (nil), or because the day `closes` (`yyyy-mm-dd`) had ended: once for each value.
    case closed(closes: String?)
    /// `chốt`.
    case finalized
    /// `mở lại`.
    case reopened
    /// A seed was given by order.
    case seed(String)
    /// `chốt` with a unit: these schools' admitted children are kept. Codes, in order.
    case fixed(schools: [String])
    /// `mở lại` with a unit. `stillFixed`: the schools that stay fixed; `senders`: those whose files
    /// are taken again.
    case reopenedSchools(schools: [String], stillFixed: [String], senders: [String])
    /// `xét bổ sung`.
    case supplemented
    /// `chốt lớp`: who sits in a class of these schools stays there.
    case classesFixed(schools: [String])
    /// `đề nghị duyệt` of a school.
    case approvalAsked(school: String)
    /// `trả lại` to a school.
    case returned(school: String)
  }

  /// An event after the files of a pass.
  public init(round: String, pass: Int, change: Change, ahead: OrderPlace? = nil) {
    self.round = round
    self.pass = pass
    self.change = change
    self.ahead = ahead
  }

  /// Whether it is undone by what became of an order. One that the round was opened again before had closed it
  /// until then.
  public func isUndone(by order: JudgedFacts.OrderFact) -> Bool {
    ahead == order.place && order.refusal != nil && order.refusal != OrderRefusal.reopenedBefore.rawValue
  }
}

/// Where an order stands: in which arrival, at which of its tables, in which sheet row.
public struct OrderPlace: Hashable, Comparable, Codable, Sendable {
  var seq: Int
  var table: Int
  var row: Int

  /// In the order in which they are carried out.
  public static func < (a: OrderPlace, b: OrderPlace) -> Bool {
    (a.seq, a.table, a.row) < (b.seq, b.table, b.row)
  }
}

/// What was told to a sender and stays, whatever comes later. The caller
/// journals it once and gives it back in every later fold.
public struct JudgedFacts: Hashable, Codable, Sendable {
  /// Rounds that files did not say themselves.
  public var told: [ToldRound] = []
  /// How files stood to what was in force.
  public var verdicts: [Verdict] = []
  /// Written by the caller, when an order has been carried out or refused.
  public var orders: [OrderFact] = []
  /// Days of closing, when they were first in force.
  public var closes: [ClosesFact] = []

  /// Nothing was judged yet.
  public init() {}

  /// The round of the tables of one kind in one file, where the file does not say it row by row.
  public struct ToldRound: Hashable, Codable, Sendable {
    /// The arrival.
    public var seq: Int
    /// A ``TableKind``.
    public var kind: String
    /// Its code.
    public var round: String
  }

  /// What became of the rows for one round of the tables of one kind in one file.
  public struct Verdict: Hashable, Codable, Sendable {
    /// The arrival.
    public var seq: Int
    /// A ``TableKind``.
    public var kind: String
    /// Its code.
    public var round: String
    /// What was told.
    public var judged: Judged
  }

  /// How it stood to what was in force before its pass.
  public enum Judged: Hashable, Codable, Sendable {
    /// It came in force.
    case taken
    /// Held: so many of those in force would have gone.
    case wouldRemove(removed: Int, inForce: Int)
    /// Held: another file of the pass says otherwise.
    case twoVersions(other: Int)
    /// The same bytes were in force already, from this arrival.
    case alreadyReceived(first: Int)
  }

  /// An order that was carried out, or refused for a reason (``OrderRefusal``).
  public struct OrderFact: Hashable, Codable, Sendable {
    /// The arrival.
    public var seq: Int
    /// The table's position in its file.
    public var table: Int
    /// The sheet row.
    public var row: Int
    /// Nil: it was carried out.
    public var refusal: String?
    /// Of `xét bổ sung`: the schools whose unconfirmed children stay, because they have not said who
    /// has confirmed.
    public var silent: [String]?
    /// Of `xét bổ sung`: how many children left each school because they had not confirmed, in the order of
    /// the codes.
    public var unconfirmed: [Leavers]?
    /// Of `xét bổ sung`: the programs where it seated somebody though others, who are equal in
    /// everything, wait for the council there.
    public var pastTies: [String]?

    /// So many children of a school.
    public struct Leavers: Hashable, Codable, Sendable {
      /// Its code.
      public var school: String
      /// How many.
      public var count: Int

      /// So many of a school.
      public init(school: String, count: Int) {
        self.school = school
        self.count = count
      }
    }

    /// Of which order.
    var place: OrderPlace { OrderPlace(seq: seq, table: table, row: row) }

    /// What became of one order.
    public init(seq: Int, table: Int, row: Int, refusal: String?, silent: [String]? = nil) {
      self.seq = seq
      self.table = table
      self.row = row
      self.refusal = refusal
      self.silent = silent
    }
  }

  /// A value of `closes` when it was first in force: one already past closes nothing.
  public struct ClosesFact: Hashable, Codable, Sendable {
    /// Its code.
    public var round: String
    /// `yyyy-mm-dd`.
    public var closes: String
    /// The day had ended already.
    public var past: Bool
  }

  /// There is nothing to journal.
  public var isEmpty: Bool { told.isEmpty && verdicts.isEmpty && orders.isEmpty && closes.isEmpty }

  /// Adds the facts of a later fold.
  public mutating func add(_ newer: JudgedFacts) {
    told += newer.told
    verdicts += newer.verdicts
    orders += newer.orders
    closes += newer.closes
  }
}
