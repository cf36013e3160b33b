import Disk
import Exports
import Ledger
import Tables

/// The contents of files that were taken. Each is read once by one build of the
/// program with one set of Schemas; then its tables stand on the shelf.
struct Library: Sendable {
  let configuration: Configuration
  let objects: Objects
  /// Nil where there is none.
  let shelf: Shelf?

  /// The tables of a file; its cells only if it had to be read.
  func content(of received: Received) throws -> FileContent {
    if let shelf, let bytes = shelf.get(name(of: received.hash)), let content = ContentForm.content(bytes) {
      try objects.check(received.hash, size: received.size)
      return content
    }
    return try read(received)
  }

  /// The tables of a file that is about to be taken: they will be asked for again.
  func content(of bytes: [UInt8]) -> FileContent {
    let name = name(of: SHA256.hex(bytes))
    if let found = shelf?.get(name).flatMap(ContentForm.content) { return found }
    let content = FileContent(bytes, configuration)
    shelf?.put(ContentForm.bytes(of: content), as: name)
    return content
  }

  /// All of a file, its cells too.
  func read(_ received: Received) throws -> FileContent {
    let content = FileContent(try objects.read(received.hash), configuration)
    shelf?.put(ContentForm.bytes(of: content), as: name(of: received.hash))
    return content
  }

  /// Clears the shelf of what another build or other Schemas left there.
  func tidy() throws {
    let key = Array(configuration.key.utf8)
    guard let shelf, shelf.get(Library.keyName) != key else { return }
    try shelf.remove(prefix: "")
    shelf.put(key, as: Library.keyName)
  }

  private static let keyName = "key"

  private func name(of hash: String) -> String { hash + "-" + configuration.key.prefix(16) }
}

extension Configuration {
  /// Stands for everything besides the files themselves that decides what is read from them:
  /// the Schemas, and this build of the program.
  var key: String {
    let lines = sources.map { "\($0.name) \($0.sha256)\n" }
    return SHA256.hex(Array((lines.joined() + programVersion + "\n" + thisBuild()).utf8))
  }
}
