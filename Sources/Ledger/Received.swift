import Disk
import Tables

/// A file that was taken: its bytes are kept, and this is said in the journal before
/// the name goes from the Inbox.
public struct Received: Hashable, Sendable {
  static let kind = "received"

  /// Counts the arrivals of the workspace from 1; by (unit, name as bytes) within a pass.
  public var seq: Int
  /// The pass that took it. A pass that was interrupted goes on under its number.
  public var pass: Int
  /// Where it lay. Its name is empty once a purge has removed it, or if it is lost.
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
  /// What stands for its name in the journal (``Names``); empty where an older journal has the name itself.
  var seal: String
  /// What was kept of an older arrival was lost, and the bytes of this one brought it back.
  public internal(set) var bringsBack = false

  /// Nobody knows any more what it was called.
  public var isNameless: Bool { path.name.bytes.isEmpty }

  /// Its name is known, and stands beside the journal.
  var hasSealedName: Bool { !isNameless && !seal.isEmpty }

  /// Whose it is and what it was called: among files that are alike in both, a newer one overtakes the older.
  public var senderAndName: String { (destination.unit + "/" + path.name.escaped).lowercased() }
}

extension Received: Codable {
  private enum CodingKeys: String, CodingKey {
    case destination, folders, hasOtherNames, hash, identity, pass, path, seal, seq, size, utc
  }

  /// Without its name, but for one that an older journal has.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(destination, forKey: .destination)
    try fields.encode(hasOtherNames, forKey: .hasOtherNames)
    try fields.encode(hash, forKey: .hash)
    try fields.encode(identity, forKey: .identity)
    try fields.encode(pass, forKey: .pass)
    if seal.isEmpty {
      try fields.encode(path, forKey: .path)
    } else {
      try fields.encode(path.folders, forKey: .folders)
      try fields.encode(seal, forKey: .seal)
    }
    try fields.encode(seq, forKey: .seq)
    try fields.encode(size, forKey: .size)
    try fields.encode(utc, forKey: .utc)
  }

  /// Reads what ``encode(to:)`` wrote.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    destination = try fields.decode(IntakeRules.Destination.self, forKey: .destination)
    hasOtherNames = try fields.decode(Bool.self, forKey: .hasOtherNames)
    hash = try fields.decode(String.self, forKey: .hash)
    identity = try fields.decode(Identity.self, forKey: .identity)
    pass = try fields.decode(Int.self, forKey: .pass)
    if let folders = try fields.decodeIfPresent([FileName].self, forKey: .folders) {
      path = InboxPath(folders, "")
      seal = try fields.decode(String.self, forKey: .seal)
    } else {
      path = try fields.decode(InboxPath.self, forKey: .path)
      seal = ""
    }
    seq = try fields.decode(Int.self, forKey: .seq)
    size = try fields.decode(Int64.self, forKey: .size)
    utc = try fields.decode(String.self, forKey: .utc)
  }
}

/// What the entries say, put together.
struct Memory {
  private(set) var received: [Received] = []
  /// What they were called.
  var names = Names()
  /// The last arrival from each place; those whose names are gone by the version of the file.
  private(set) var lastFrom: [InboxPath: Int] = [:]
  private var nameless: [Identity: Int] = [:]
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
  private var broughtBack = BroughtBack()

  /// Takes in an entry; kinds that are not the ledger's own change nothing.
  ///
  /// - Parameter read: the arrival that it tells of, where that was read already.
  mutating func add(_ entry: Entry, read: Received? = nil) throws {
    do {
      switch entry.kind {
      case Received.kind:
        var file = try read ?? Received(fastFrom: entry.payload) ?? entry.decode(Received.self)
        if let name = names.name(of: file.seal) { file.path.name = name }
        file.bringsBack = broughtBack.add(file)
        if file.isNameless {
          nameless[file.identity] = received.count
        } else {
          lastFrom[file.path] = received.count
        }
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
      case NamesFound.kind: learn(try entry.decode(NamesFound.self))
      case ToldLost.kind: broughtBack.add(try entry.decode(ToldLost.self))
      case LostContents.kind: broughtBack.add(try entry.decode(LostContents.self))
      case Deaths.Death.kind:
        deaths.add(try entry.decode(Deaths.Death.self))
      default: break
      }
    } catch {
      throw LedgerError.damaged(line: entry.seq)
    }
  }

  /// Gives an arrival whose name was lost the one that a seal stands for, where that is known.
  mutating func rename(at index: Int, seal: String) {
    received[index].seal = seal
    guard received[index].isNameless, let name = names.name(of: seal) else { return }
    nameless[received[index].identity] = nil
    received[index].path.name = name
    let path = received[index].path
    if lastFrom[path].map({ $0 < index }) ?? true { lastFrom[path] = index }
  }

  /// The arrival of that number.
  func arrival(_ seq: Int) -> Received? {
    // Without a gap unless something was lost: then it lies further down.
    received.prefix(max(0, seq)).last { $0.seq == seq }
  }

  /// The arrival that this very version of the file in this place was taken as.
  func arrival(at path: InboxPath, _ identity: Identity) -> Received? {
    if let index = lastFrom[path], received[index].identity == identity { return received[index] }
    guard let index = nameless[identity], received[index].path.folders == path.folders else {
      return nil
    }
    var found = received[index]
    found.path = path
    return found
  }

  /// The same, or the last arrival from there, or one from this folder whose name a purge removed, if its file has
  /// stayed and only its rights or its device are others; then with what it is now.
  func arrival(
    at path: InboxPath, _ identity: Identity, _ stayed: Stayed, hash: () throws -> String
  ) throws -> Received? {
    if let known = arrival(at: path, identity) { return known }
    let namelessThere = stayed.seqs(with: identity.inode).compactMap(arrival).filter {
      $0.isNameless && $0.path.folders == path.folders
    }
    for known in (lastFrom[path].map { [received[$0]] } ?? []) + namelessThere.reversed()
    where try stayed.isStill(known, identity, hash: hash) {
      var found = known
      found.path = path
      found.identity = identity
      return found
    }
    return nil
  }

  /// Contents of which it was told that they are lost.
  var toldLost: Set<String> { broughtBack.told }

  /// Which of these contents are to be kept.
  func kept(_ hashes: [String]) -> Set<String> {
    let asked = Set(hashes)
    return Set(received.lazy.filter { asked.contains($0.hash) && !purged.contains($0.seq) }.map(\.hash))
  }

  /// How many arrivals have lost their names before their time.
  var namesLost: Int { nameless.values.count { !purged.contains(received[$0].seq) } }

  /// The seals of all whose names are to be kept: as long as another file of that name is, too, because it is
  /// known by the newer one that nobody need mend the older.
  var sealsInForce: [String] {
    let kept = Set(received.filter { !purged.contains($0.seq) }.map(\.senderAndName))
    return received.filter { kept.contains($0.senderAndName) }.map(\.seal)
  }
}

extension Memory {
  /// What these entries say.
  ///
  /// - Parameter jobs: how many threads read them.
  init(_ entries: [Entry], names: Names = Names(), jobs: Int = 1) throws {
    self.init()
    self.names = names
    let read = inParallel(entries, jobs: jobs, stretch: 256) {
      $0.kind == Received.kind ? Received(fastFrom: $0.payload) : nil
    }
    for (entry, received) in zip(entries, read) { try add(entry, read: received) }
  }
}

/// The payload of the entry that ends a pass.
struct PassEnd: Codable {
  static let kind = "pass"
  var pass: Int
}

extension Entry {
  /// It says that a file was taken.
  public var isArrival: Bool { kind == Received.kind }
}
