import Disk

/// A file that was taken: its bytes are kept, and this is said in the journal before
/// the name goes from the Inbox.
public struct Received: Hashable, Sendable, Codable {
  static let kind = "received"

  /// Counts the arrivals of the workspace from 1; by (unit, name as bytes) within a pass.
  public var seq: Int
  /// The pass that took it. A pass that was interrupted goes on under its number.
  public var pass: Int
  /// Where it lay.
  public var path: InboxPath
  /// What its folder said.
  public var destination: IntakeRules.Destination
  /// The SHA-256 of the bytes, and their number.
  public var hash: String
  /// Bytes.
  public var size: Int64
  /// When, by the wall clock: `2025-06-01T08:30:00Z`.
  public var utc: String
  /// Whether the file had a second name somewhere.
  public var hasOtherNames: Bool
  /// The version that was copied: by it we know a name that we could not remove.
  var identity: Identity
}

/// What the entries say, put together.
struct Memory {
  private(set) var received: [Received] = []
  /// The last arrival from each place.
  private(set) var lastFrom: [InboxPath: Int] = [:]
  /// The number of the pass that is running, or would be next.
  private(set) var pass = 1
  /// Publications that were begun and not finished, oldest first.
  private(set) var unfinished: [Publishing] = []
  /// Publications that were finished.
  private(set) var published: [Publishing] = []
  /// The number of the last arrival, also of those that only their receipts tell of.
  private(set) var lastSeq = 0
  /// Arrivals whose bytes were removed when their time was over.
  private(set) var purged: Set<Int> = []
  /// The removals that they went by.
  private(set) var purges: [Purge] = []
  /// Removals that were begun and not finished.
  private(set) var unfinishedPurges: [Purge] = []
  /// Contents during whose reading a process died.
  private(set) var deaths = Deaths()

  /// Takes in an entry; kinds that are not the ledger's own change nothing.
  mutating func add(_ entry: Entry) throws {
    do {
      switch entry.kind {
      case Received.kind:
        let file = try Received(fastFrom: entry.payload) ?? entry.decode(Received.self)
        lastFrom[file.path] = received.count
        received.append(file)
        lastSeq = max(lastSeq, file.seq)
      case PassEnd.kind:
        pass = try entry.decode(PassEnd.self).pass + 1
      case Publishing.begun:
        let publishing = try entry.decode(Publishing.self)
        unfinished.removeAll { $0.id == publishing.id }
        unfinished.append(publishing)
      case Publishing.done:
        let publishing = try entry.decode(Publishing.self)
        unfinished.removeAll { $0.id == publishing.id }
        published.append(publishing)
      case Resumption.kind:
        lastSeq = max(lastSeq, try entry.decode(Resumption.self).lastSeq)
      case Purge.begun:
        let purge = try entry.decode(Purge.self)
        purged.formUnion(purge.seqs)
        purges.append(purge)
        unfinishedPurges.append(purge)
      case Purge.done:
        let purge = try entry.decode(Purge.self)
        unfinishedPurges.removeAll { $0 == purge }
      case Deaths.Death.kind:
        deaths.add(try entry.decode(Deaths.Death.self))
      default: break
      }
    } catch {
      throw LedgerError.damaged(line: entry.seq)
    }
  }

  /// The arrival of that number.
  func arrival(_ seq: Int) -> Received? {
    // Without a gap unless something was lost: then it lies further down.
    received.prefix(max(0, seq)).last { $0.seq == seq }
  }

  /// The arrival that this very version of the file in this place was taken as.
  func arrival(at path: InboxPath, _ identity: Identity) -> Received? {
    guard let index = lastFrom[path], received[index].identity == identity else { return nil }
    return received[index]
  }
}

extension Memory {
  /// What these entries say.
  init(_ entries: [Entry]) throws {
    self.init()
    for entry in entries { try add(entry) }
  }
}

/// The payload of the entry that ends a pass.
struct PassEnd: Codable {
  static let kind = "pass"
  var pass: Int
}
