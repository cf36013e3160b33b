import Disk
import Exports
import Ledger
import Tables

/// The contents of files that were taken. Each is read once by one build of the
/// program with one set of Schemas; then its tables stand on the shelf.
struct Library: Sendable {
  let configuration: Configuration
  /// ``Configuration/key``, found once.
  private let key: String
  let objects: Objects
  /// Nil where there is none.
  let shelf: Shelf?
  /// Contents that have killed this program when it read them.
  private let deadly: Set<String>
  /// Contents among which there may be such a one.
  private let suspects: Set<String>

  init(_ configuration: Configuration, _ objects: Objects, _ shelf: Shelf?, _ deaths: Deaths) {
    self.configuration = configuration
    self.objects = objects
    self.shelf = shelf
    key = configuration.key
    deadly = deaths.deadly(by: key)
    suspects = deaths.suspects(by: key)
  }

  /// The tables of a file; its cells only if it had to be read.
  func content(of received: Received) throws -> FileContent {
    if deadly.contains(received.hash) { return .deadly(received) }
    if let shelf, let bytes = shelf.get(name(of: received.hash)), let content = ContentForm.content(bytes) {
      try objects.check(received.hash, size: received.size)
      return content
    }
    return try read(received)
  }

  /// The tables of a file that is about to be taken: they will be asked for again.
  func content(of bytes: [UInt8]) -> FileContent {
    let hash = SHA256.hex(bytes)
    let name = name(of: hash)
    if deadly.contains(hash) { return .gone }
    if let found = shelf?.get(name).flatMap(ContentForm.content) { return found }
    let content = FileContent(bytes, configuration)
    shelf?.put(ContentForm.bytes(of: content), as: name)
    return content
  }

  /// All of a file, its cells too.
  func read(_ received: Received) throws -> FileContent {
    if deadly.contains(received.hash) { return .deadly(received) }
    return read(received, try objects.read(received.hash))
  }

  /// The same of its bytes.
  func read(_ received: Received, _ bytes: [UInt8]) -> FileContent {
    if deadly.contains(received.hash) { return .deadly(received, head: bytes.prefix(4)) }
    let content = FileContent(bytes, configuration)
    shelf?.put(ContentForm.bytes(of: content), as: name(of: received.hash))
    return content
  }

  /// Whether a content of that hash would be read for its tables.
  func wouldRead(_ hash: String) -> Bool { !deadly.contains(hash) && shelf?.holds(name(of: hash)) != true }

  /// Does something with files that reads them, said on the disk before: several at a time, but for those
  /// of which one may be deadly.
  ///
  /// - Parameter wouldRead: whether a file is really read.
  func reading<Item, Value>(
    _ items: [Item], hash: (Item) -> String, wouldRead: (Item) -> Bool, in ledger: Ledger,
    _ read: ([Item]) throws -> [Value]
  ) throws -> [Value] {
    var values: [Value] = []
    var group: [Item] = []
    func readGroup() throws {
      let hashes = Set(group.filter { !deadly.contains(hash($0)) && wouldRead($0) }.map(hash)).sorted()
      values += try ledger.reading(hashes, by: key) { try read(group) }
      group = []
    }
    for item in items {
      let isSuspect = suspects.contains(hash(item)) && wouldRead(item)
      if isSuspect { try readGroup() }
      group.append(item)
      if isSuspect { try readGroup() }
    }
    if !group.isEmpty { try readGroup() }
    return values
  }

  /// Whether a workspace's shelf was left by this build and these Schemas: then all of them could be made out.
  static func isLeft(by configuration: Configuration, in workspace: Workspace) -> Bool {
    Shelf.glance(at: keyName, in: workspace.root, on: workspace.disk) == Array(configuration.key.utf8)
  }

  /// Clears the shelf of what another build or other Schemas left there.
  func tidy() throws {
    let key = Array(key.utf8)
    guard let shelf, shelf.get(Library.keyName) != key else { return }
    try shelf.remove(prefix: "")
    shelf.put(key, as: Library.keyName)
  }

  private static let keyName = "key"

  private func name(of hash: String) -> String { hash + "-" + key.prefix(16) }
}

extension Configuration {
  /// Stands for everything besides the files themselves that decides what is read from them:
  /// the Schemas, and this build of the program.
  var key: String {
    let lines = sources.map { "\($0.name) \($0.sha256)\n" }
    return SHA256.hex(Array((lines.joined() + programVersion + "\n" + thisBuild()).utf8))
  }
}
