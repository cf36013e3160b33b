import Disk
import Tables

/// A whole copy of one version of a file in the Inbox, in `.ledger/tmp`.
struct Copy {
  let candidate: Survey.Candidate
  let name: FileName
  let hash: String
  let size: Int64
  private let folder: Handle
  private let disk: any Disk

  /// The Inbox's side failed: the file is left, others are not concerned.
  struct SourceFailure: Error {
    /// Nil if the file has gone.
    var state: InboxItem.State?
  }

  /// Reads through one descriptor and proves by the identity before and after that nobody wrote meanwhile.
  /// Throws ``SourceFailure`` for what the sender's side does; then no copy is left.
  /// - Parameter unsynced: is given the copy, which a crash could still undo.
  init(
    of candidate: Survey.Candidate, from inbox: Handle, to name: FileName, in folder: Handle,
    on disk: any Disk, unsynced: inout Unsynced
  ) throws {
    self.candidate = candidate
    self.name = name
    self.folder = folder
    self.disk = disk
    let path = candidate.path
    let home = try Copy.source { try disk.openFolder(at: path.folders, in: inbox) }
    let source = try Copy.source { try disk.openFile(path.name, in: home) }
    try Copy.prove(try Copy.source { try disk.status(of: source) }, candidate)
    let file = try disk.freshFile(name, in: folder)
    do {
      try disk.reserve(candidate.status.size, for: file)
      var hasher = SHA256()
      var read: Int64 = 0
      while true {
        let bytes = try Copy.source { try disk.read(source, at: read, count: 1 << 20) }
        if bytes.isEmpty { break }
        hasher.update(bytes)
        try disk.write(bytes[...], to: file)
        read += Int64(bytes.count)
      }
      try Copy.prove(try Copy.source { try disk.status(of: source) }, candidate)
      try Copy.prove(try Copy.source { try disk.status(of: path.name, in: home) }, candidate)
      guard read == candidate.status.size else { throw SourceFailure(state: .settling(.changing)) }
      hash = hexText(hasher.finalize())
      size = read
      unsynced.add(file)
    } catch {
      try? disk.removeFile(name, in: folder)
      throw error
    }
  }

  /// The bytes of the copy.
  func bytes() throws -> [UInt8] { try disk.readAll(try disk.openFile(name, in: folder)) }

  func drop() throws { try disk.removeFile(name, in: folder) }

  private static func prove(_ status: FileStatus, _ candidate: Survey.Candidate) throws {
    guard status.kind == .file, status.identity == candidate.status.identity else {
      throw SourceFailure(state: .settling(.changing))
    }
  }

  private static func source<Value>(_ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch let error as DiskError where error.code == .notFound {
      throw SourceFailure(state: nil)
    } catch let error as DiskError where error.code != .exhausted {
      throw SourceFailure(state: .unreadable(error))
    }
  }
}
