import Ledger
import Rounds

/// What the journal says beyond what the ledger itself needs: what was judged,
/// what happened to rounds, which receipts were given, what was published.
struct Chronicle {
  /// Kinds of journal entries that are the pipeline's own.
  enum Kind {
    static let judged = "judged"
    static let event = "event"
    static let receipt = "receipt"
    static let fixedClasses = "fixedClasses"
  }

  /// A receipt that was given.
  struct Receipt: Codable {
    var seq: Int
    /// How many were given for this arrival, this one included.
    var revision: Int
    /// Stands for what it said: the same digest needs no other receipt.
    var digest: String
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

  /// `chốt lớp`, and the object that says who sits where.
  struct FixedClasses: Codable {
    var event: RoundEvent
    var classes: String
  }

  private(set) var facts = JudgedFacts()
  private(set) var events: [RoundEvent] = []
  private(set) var receipts: [Int: Receipt] = [:]
  /// By round and unit; the lists of what is to be done under a round without a name.
  var formDigests: [String: [String: String]] = [:]
  /// By round: the object with what its newest official result has settled.
  private(set) var records: [String: String] = [:]
  /// By round: the object with its fixed classes.
  private(set) var fixedClasses: [String: String] = [:]
  private var newest: [Place: Announcement.Folder] = [:]

  private struct Place: Hashable {
    var unit: String
    var round: String
    var official: Bool
  }

  init(_ entries: some Sequence<Entry>) throws {
    for entry in entries {
      do { try add(entry) } catch { throw LedgerError.damaged(line: entry.seq) }
    }
  }

  private mutating func add(_ entry: Entry) throws {
    switch entry.kind {
    case Kind.forms, Kind.tasks: add(try entry.decode(Forms.self))
    case Kind.judged: facts.add(try entry.decode(JudgedFacts.self))
    case Kind.event: add(try entry.decode(RoundEvent.self))
    case Kind.fixedClasses: add(try entry.decode(FixedClasses.self))
    case Kind.receipt:
      let receipt = try entry.decode(Receipt.self)
      receipts[receipt.seq] = receipt
    case Publishing.done: add(try entry.decode(Publishing.self).about(Announcement.self))
    default: break
    }
  }

  mutating func add(_ judged: JudgedFacts) { facts.add(judged) }

  mutating func add(_ event: RoundEvent) { events.append(event) }

  mutating func add(_ fixed: FixedClasses) {
    add(fixed.event)
    fixedClasses[fixed.event.round] = fixed.classes
  }

  mutating func add(_ receipt: Receipt) { receipts[receipt.seq] = receipt }

  /// Takes in a publication that is complete.
  mutating func add(_ announcement: Announcement) {
    facts.add(announcement.facts)
    for event in announcement.events {
      add(event)
      if let record = announcement.record { records[event.round] = record }
    }
    for folder in announcement.folders {
      newest[Place(unit: folder.unit, round: folder.round, official: folder.official)] = folder
    }
  }

  /// The newest folder that a unit has of a round; nil for none.
  func newest(unit: String, round: String, official: Bool) -> Announcement.Folder? {
    newest[Place(unit: unit, round: round, official: official)]
  }
}
