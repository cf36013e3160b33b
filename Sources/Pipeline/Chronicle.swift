import Ledger
import Rounds
import Wording

/// What the journal says beyond what the ledger itself needs: what was judged,
/// what happened to rounds, which receipts were given, what was published.
struct Chronicle {
  /// Kinds of journal entries that are the pipeline's own.
  enum Kind {
    static let judged = "judged"
    static let event = "event"
    static let carriedOut = "carried-out"
    static let receipt = "receipt"
    static let overtaken = "overtaken"
    static let places = "places"
    static let unjudged = "unjudged"
    /// What the Outbox held when earlier entries had been lost.
    static let outbox = "outbox"
  }

  /// An order that was carried out, and what happened to the round by it: one entry, so that no crash
  /// comes between the two and makes the order look as if it came too late.
  struct CarriedOut: Codable {
    var events: [RoundEvent]
    /// `chốt lớp`: the object that says who sits where.
    var classes: String?
    var facts: JudgedFacts
  }

  /// A receipt that was given.
  struct Receipt: Codable {
    var seq: Int
    /// How many were given for this arrival, this one included.
    var revision: Int
    /// Stands for what it said: the same digest needs no other receipt.
    var digest: String
    /// What it said in a word; older journals have none.
    var outcome: ReceiptOutcome?
  }

  /// Arrivals of which nothing stands any more, because of newer ones: by this it is known of one whose content
  /// is lost later that nothing hangs on it.
  struct Overtaken: Codable {
    var seqs: [Int]
  }

  /// Where the rows of arrivals belong, while they can be read.
  struct Places: Codable {
    struct File: Codable {
      var seq: Int
      var of: [ArrivalPlace]
    }

    var files: [File]
  }

  /// What passes have left unjudged because something was lost, all of it.
  struct Unjudged: Codable, Equatable {
    /// The first pass of a day that decided nothing at all.
    struct Stop: Codable, Equatable {
      var pass: Int
      /// Its number.
      var day: Int32
    }

    var seqs: [Int] = []
    var stops: [Stop] = []
  }

  /// What a publication was, and what is true once it is complete.
  struct Announcement: Codable {
    struct Folder: Codable {
      var unit: String
      var round: String
      var official: Bool
      var number: Int
      /// Stands for the files' contents, the manifest left out.
      var digest: String
    }

    var folders: [Folder]
    /// `chốt`: the round is closed and finalized by this publication.
    var events: [RoundEvent]
    var facts: JudgedFacts
    /// `chốt` and `xét bổ sung`: the object with what they settled (``RoundRecords``).
    var record: String?
  }

  private(set) var facts = JudgedFacts()
  private(set) var events: [RoundEvent] = []
  private(set) var receipts: [Int: Receipt] = [:]
  private(set) var overtaken: Set<Int> = []
  private(set) var places: [Int: [ArrivalPlace]] = [:]
  private(set) var leftUnjudged = Unjudged()
  /// By round and unit; the lists of what is to be done under a round without a name.
  var formDigests: [String: [String: String]] = [:]
  /// By round: the object with what its newest official result has settled.
  private(set) var records: [String: String] = [:]
  /// By round: the object with its fixed classes.
  private(set) var fixedClasses: [String: String] = [:]
  /// By round: all contents that the program itself kept for it.
  private(set) var ownContents: [String: Set<String>] = [:]
  /// What was removed because its time was over.
  private(set) var purgedContents: Set<String> = []
  /// Rounds of which a purge removed what they were decided from.
  private(set) var purgedRounds: Set<String> = []
  /// Rounds that are finalized, and when they were.
  private(set) var finalizedAt: [String: String] = [:]
  private var newest: [Place: Newest] = [:]

  /// The newest folder of its kind that a unit has.
  struct Newest {
    var folder: Announcement.Folder
    /// When it was published.
    var utc: String
    /// How many events of the round there were then.
    var events: Int
    /// How many arrivals; nil where lists were found in the Outbox, and nobody knows.
    var arrivals: Int?
    /// What was left unjudged then.
    var unjudged: Unjudged

    var number: Int { folder.number }
    var digest: String { folder.digest }
  }

  private struct Place: Hashable {
    var unit: String
    var round: String
    var official: Bool
  }

  /// Of a journal that was not read yet.
  init() {}

  init(_ entries: some Sequence<Entry>) throws {
    var arrivals = 0
    for entry in entries {
      if entry.isArrival { arrivals += 1 }
      do { try add(entry, arrivals: arrivals) } catch { throw LedgerError.damaged(line: entry.seq) }
    }
  }

  /// - Parameter arrivals: how many had come by then.
  private mutating func add(_ entry: Entry, arrivals: Int) throws {
    switch entry.kind {
    case Kind.forms, Kind.tasks: add(try entry.decode(Forms.self))
    case Kind.judged: add(try entry.decode(JudgedFacts.self))
    case Kind.event: add(try entry.decode(RoundEvent.self))
    case Kind.carriedOut: add(try entry.decode(CarriedOut.self))
    case Kind.receipt:
      let receipt = try entry.decode(Receipt.self)
      receipts[receipt.seq] = receipt
    case Kind.overtaken: add(try entry.decode(Overtaken.self))
    case Kind.places: add(try entry.decode(Places.self))
    case Kind.unjudged: leftUnjudged = try entry.decode(Unjudged.self)
    case Kind.outbox:
      for folder in try entry.decode([Announcement.Folder].self) {
        note(folder, utc: entry.utc, arrivals: nil)
      }
    case Purge.begun: add(try entry.decode(Purge.self))
    case Publishing.done:
      add(try entry.decode(Publishing.self).about(Announcement.self), utc: entry.utc, arrivals: arrivals)
    default: break
    }
  }

  mutating func add(_ judged: JudgedFacts) {
    facts.add(judged)
    guard !judged.orders.isEmpty else { return }
    events.removeAll { event in judged.orders.contains(where: event.isUndone) }
  }

  mutating func add(_ event: RoundEvent) {
    events.append(event)
    guard event.change == .reopened else { return }
    finalizedAt[event.round] = nil
    // Programs before this one opened them all the same.
    purgedRounds.remove(event.round)
  }

  mutating func add(_ done: CarriedOut) {
    add(done.facts)
    for event in done.events { add(event) }
    if let classes = done.classes, let round = done.events.first?.round {
      fixedClasses[round] = classes
      ownContents[round, default: []].insert(classes)
    }
  }

  /// In older journals a removal does not name its rounds, but what was kept for them went by it.
  private mutating func add(_ purge: Purge) {
    purgedContents.formUnion(purge.hashes)
    let hashes = Set(purge.hashes)
    let records = ownContents.filter { !$0.value.isDisjoint(with: hashes) }.keys
    if purge.rule == Purge.finalizedRule { purgedRounds.formUnion(Set(purge.rounds).union(records)) }
  }

  mutating func add(_ receipt: Receipt) { receipts[receipt.seq] = receipt }

  mutating func add(_ newly: Overtaken) { overtaken.formUnion(newly.seqs) }

  mutating func add(_ left: Unjudged) { leftUnjudged = left }

  var unjudged: Set<Int> { Set(leftUnjudged.seqs) }

  mutating func add(_ newer: Places) { for file in newer.files { places[file.seq] = file.of } }

  /// Takes in a publication that was complete at that time, when so many arrivals had come.
  mutating func add(_ announcement: Announcement, utc: String, arrivals: Int) {
    add(announcement.facts)
    for event in announcement.events {
      add(event)
      if event.change == .finalized { finalizedAt[event.round] = utc }
      if let record = announcement.record {
        records[event.round] = record
        ownContents[event.round, default: []].insert(record)
      }
    }
    for folder in announcement.folders { note(folder, utc: utc, arrivals: arrivals) }
  }

  private mutating func note(_ folder: Announcement.Folder, utc: String, arrivals: Int?) {
    newest[Place(unit: folder.unit, round: folder.round, official: folder.official)] = Newest(
      folder: folder, utc: utc, events: eventCount(of: folder.round), arrivals: arrivals,
      unjudged: leftUnjudged)
  }

  /// How many events of a round there were.
  func eventCount(of round: String) -> Int { events.count { $0.round == round } }

  /// The newest folder that a unit has of a round; nil for none.
  func newest(unit: String, round: String, official: Bool) -> Newest? {
    newest[Place(unit: unit, round: round, official: official)]
  }
}
