import Disk

/// A removal of what must not be kept any longer. It stays in the journal, so
/// that a file that comes again is still known, and anyone can see what went by which rule.
public struct Purge: Hashable, Sendable, Codable {
  static let begun = "purging"
  static let done = "purged"

  /// The rule of the settings that it follows.
  public var rule: String
  /// The arrivals whose bytes go.
  public var seqs: [Int]
  /// Their hashes, and those of other contents that go with them.
  public var hashes: [String]
  /// Files and folders of the Outbox that go, by their names below it.
  public var outbox: [[String]]

  /// A removal by that rule.
  public init(rule: String, seqs: [Int] = [], hashes: [String] = [], outbox: [[String]] = []) {
    self.rule = rule
    self.seqs = seqs
    self.hashes = hashes
    self.outbox = outbox
  }

  /// There is nothing to remove.
  public var isEmpty: Bool { seqs.isEmpty && hashes.isEmpty && outbox.isEmpty }
}

extension Ledger {
  /// Removes contents and files for good: said in the journal first, so that a crash leaves nothing
  /// that is believed to be there and is not.
  public func purge(_ purge: Purge) throws {
    guard !purge.isEmpty else { return }
    try append([try Entry.Draft(Purge.begun, purge)])
    try finish(purge)
  }

  func finish(_ purge: Purge) throws {
    let needed = Set(memory.received.filter { !memory.purged.contains($0.seq) }.map(\.hash))
    for hash in Set(purge.hashes).subtracting(needed).sorted() {
      try shelf.remove(prefix: hash)
      _ = try nilIf(.notFound) { try disk.removeFile(FileName(hash), in: places.objects) }
    }
    try disk.sync(places.objects)
    for path in purge.outbox {
      try nilIf(.notFound, .wrongKind) {
        guard let last = path.last else { return }
        let home = try path.dropLast().reduce(places.outbox) { try disk.openFolder(FileName($1), in: $0) }
        try disk.removeTree(FileName(last), in: home)
        try disk.sync(home)
      }
    }
    try append([try Entry.Draft(Purge.done, purge)])
  }

  /// The names in a folder of the Outbox as text; empty if there is no such folder.
  public func outboxNames(_ path: [String]) throws -> [String] {
    try nilIf(.notFound, .wrongKind) {
      let folder = try path.reduce(places.outbox) { try disk.openFolder(FileName($1), in: $0) }
      return try disk.names(in: folder).compactMap(\.text)
    } ?? []
  }

  /// A file of the Outbox; nil if there is none.
  public func outboxFile(_ path: [String]) throws -> [UInt8]? {
    guard let last = path.last else { return nil }
    return try nilIf(.notFound, .wrongKind) {
      let home = try path.dropLast().reduce(places.outbox) { try disk.openFolder(FileName($1), in: $0) }
      return try disk.readAll(try disk.openFile(FileName(last), in: home))
    }
  }
}
