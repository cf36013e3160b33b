import Disk

/// A removal of what must not be kept any longer. It stays in the journal, so
/// that a file that comes again is still known, and anyone can see what went by which rule.
public struct Purge: Hashable, Sendable, Codable {
  /// The kind of the entry that says what goes.
  public static let begun = "purging"
  static let done = "purged"
  /// The rule by which goes what a round was decided from.
  public static let finalizedRule = "finalizedDays"

  /// The rule of the settings that it follows.
  public var rule: String
  /// The arrivals whose bytes go.
  public var seqs: [Int]
  /// The rounds that they were for: what goes later goes by them, and nothing else knows them any more.
  public var rounds: [String]
  /// Their hashes, and those of other contents that go with them.
  public var hashes: [String]
  /// Folders of the Outbox that go, by their names below it.
  public var outbox: [[String]]
  /// Files of the Outbox that go.
  public var files: [Files]

  /// The files of some arrivals in a folder of the Outbox. The rest of their names is made from the sender's,
  /// in which there may be a child's: the journal has their numbers alone.
  public struct Files: Hashable, Sendable, Codable {
    /// The folder's names below the Outbox.
    public var folder: [String]
    /// The arrivals.
    public var seqs: [Int]
    /// What must stand in the name too; empty for all files of these arrivals.
    public var part: String

    /// The files of these arrivals in that folder.
    public init(in folder: [String], of seqs: [Int], part: String = "") {
      self.folder = folder
      self.seqs = seqs
      self.part = part
    }

    /// Whether that is the name of such a file.
    public func hold(_ name: String) -> Bool {
      arrivalNumber(name).map(seqs.contains) == true && (part.isEmpty || name.contains(part))
    }
  }

  /// A removal by that rule.
  public init(
    rule: String, seqs: [Int] = [], rounds: [String] = [], hashes: [String] = [], outbox: [[String]] = [],
    files: [Files] = []
  ) {
    self.rule = rule
    self.seqs = seqs
    self.rounds = rounds
    self.hashes = hashes
    self.outbox = outbox
    self.files = files
  }

  /// Older journals say nothing of rounds and files.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    rule = try fields.decode(String.self, forKey: .rule)
    seqs = try fields.decode([Int].self, forKey: .seqs)
    rounds = try fields.decodeIfPresent([String].self, forKey: .rounds) ?? []
    hashes = try fields.decode([String].self, forKey: .hashes)
    outbox = try fields.decode([[String]].self, forKey: .outbox)
    files = try fields.decodeIfPresent([Files].self, forKey: .files) ?? []
  }

  /// There is nothing to remove.
  public var isEmpty: Bool { seqs.isEmpty && hashes.isEmpty && outbox.isEmpty && files.isEmpty }
}

extension [Purge] {
  /// By arrival whose bytes were removed: the rounds that it was for.
  public var rounds: [Int: [String]] {
    var rounds: [Int: [String]] = [:]
    for purge in self { for seq in purge.seqs { rounds[seq] = purge.rounds } }
    return rounds
  }
}

/// The number of the arrival that a file of ours is for, which its name begins with: at least six digits
/// and a hyphen; nil if it is none.
public func arrivalNumber(_ name: String) -> Int? {
  let digits = name.utf8.prefix { (0x30...0x39).contains($0) }
  guard digits.count >= 6, name.utf8.dropFirst(digits.count).first == 0x2D else { return nil }
  return Int(Substring(digits))
}

extension Ledger {
  /// Removes contents and files for good: said in the journal first, so that a crash leaves nothing
  /// that is believed to be there and is not. Returns the paths, from the workspace on, of what stays in the Outbox
  /// because it is closed to us or in use.
  @discardableResult public func purge(_ purge: Purge) throws -> [String] {
    guard !purge.isEmpty else { return [] }
    try append([try Entry.Draft(Purge.begun, purge)])
    return try finish(purge)
  }

  @discardableResult func finish(_ purge: Purge) throws -> [String] {
    let hashes = Set(purge.hashes).subtracting(needed)
    for hash in hashes.sorted() {
      try shelf.remove(prefix: hash)
      _ = try nilIf(.notFound) { try disk.removeFile(FileName(hash), in: places.objects) }
    }
    try removeLaidOut()
    try disk.sync(places.objects)
    var left: [[String]] = []
    for path in purge.outbox {
      let isKept = try isKept {
        guard let last = path.last else { return }
        let home = try openInOutbox(path.dropLast())
        try disk.removeTree(FileName(last), in: home)
        try disk.sync(home)
      }
      if isKept { left.append(path) }
    }
    for files in purge.files where try isKept({ try remove(files) }) { left.append(files.folder) }
    try forgetNames()
    // What was seen of the Inbox names files, and is seen again.
    _ = try nilIf(.notFound) { try disk.removeFile(Settling.file, in: places.ledger) }
    try append([try Entry.Draft(Purge.done, purge)])
    return Set(left).map { (["Outbox"] + $0).joined(separator: "/") }.sorted()
  }

  /// Contents that arrivals need that were not removed.
  var needed: Set<String> {
    Set(memory.received.filter { !memory.purged.contains($0.seq) }.map(\.hash))
  }

  /// Whether nobody lets us remove what `body` does: one unit's folder stops nothing of the others.
  func isKept(_ body: () throws -> Void) throws -> Bool {
    do { _ = try nilIf(.notFound, .wrongKind, body: body) } catch let error as DiskError
      where [.denied, .busy, .notEmpty, .link].contains(error.code)
    {
      return true
    }
    return false
  }

  private func openInOutbox(_ path: some Sequence<String>) throws -> Handle {
    try path.reduce(places.outbox) { try disk.openFolder(FileName($1), in: $0) }
  }

  private func remove(_ files: Purge.Files) throws {
    let folder = try openInOutbox(files.folder)
    for name in try disk.names(in: folder) where name.text.map(files.hold) == true {
      try disk.removeTree(name, in: folder)
    }
    try disk.sync(folder)
  }

  /// The names in a folder of the Outbox as text; empty if there is no such folder.
  public func outboxNames(_ path: [String]) throws -> [String] {
    try nilIf(.notFound, .wrongKind, .denied) {
      let folder = try openInOutbox(path)
      return try disk.names(in: folder).compactMap(\.text)
    } ?? []
  }

  /// A file of the Outbox; nil if there is none.
  public func outboxFile(_ path: [String]) throws -> [UInt8]? {
    guard let last = path.last else { return nil }
    return try nilIf(.notFound, .wrongKind, .denied) {
      let home = try openInOutbox(path.dropLast())
      return try disk.readAll(try disk.openFile(FileName(last), in: home))
    }
  }
}
