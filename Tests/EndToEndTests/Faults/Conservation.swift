import Foundation
import Tables
import Testing

/// A test of a fault in a workspace of its own, with what must hold at its end.
func conserving(_ body: (Workdir) throws -> Void) throws {
  try withWorkdir { work in
    try body(work)
    try checkConserved(work, "at the end")
  }
}

/// The same with a round.
func conservingRound(_ body: (DecidingRound) throws -> Void) throws {
  try withRound { round in
    try body(round)
    try checkConserved(round.work, "at the end")
  }
}

/// What must hold after any fault: every content that was dropped is in the Inbox
/// or kept, the journal can be read, and every published folder is what its manifest says.
///
/// - Parameter edited: files of the Outbox that somebody has changed or put there.
func checkConserved(
  _ work: Workdir, also dropped: [Data] = [], edited: Set<String> = [], _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try checkKept(work, also: dropped, edited: edited, what, sourceLocation: sourceLocation)
  let status = try work.run("status", "--json")
  #expect(status.status < 2 && status.errors.isEmpty, "\(what): \(status)", sourceLocation: sourceLocation)
}

/// The same, but for the journal: what a pass has just read it need not read again.
func checkKept(
  _ work: Workdir, also dropped: [Data] = [], edited: Set<String> = [], _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  func contents(_ folder: String) -> Set<Data> {
    Set(
      work.files(folder).compactMap { name in
        let url = work.path(folder + "/" + name)
        // A pipe would be waited for, and what is too large for anybody was not sent to be kept.
        let facts = try? FileManager.default.attributesOfItem(atPath: url.path)
        guard facts?[.type] as? FileAttributeType == .typeRegular, (facts?[.size] as? Int ?? 0) < 1 << 26
        else {
          return nil
        }
        return try? Data(contentsOf: url)
      })
  }
  let kept = contents("Inbox").union(contents(".ledger/objects")).union(contents(".ledger/tmp"))
  let lost = (dropped + work.sent.contents).filter { !kept.contains($0) }
  #expect(
    lost.isEmpty, "\(what): \(lost.map { String(decoding: $0.prefix(200), as: UTF8.self) })",
    sourceLocation: sourceLocation)
  for name in work.files(".ledger/objects") {
    let bytes = try Data(contentsOf: work.path(".ledger/objects/" + name))
    #expect(SHA256.hex(bytes) == name, "\(what)", sourceLocation: sourceLocation)
  }
  try checkManifests(work, edited, what, sourceLocation: sourceLocation)
}

/// Every published folder holds the files of its manifest, and no other.
private func checkManifests(
  _ work: Workdir, _ edited: Set<String>, _ what: String, sourceLocation: SourceLocation
) throws {
  struct Manifest: Decodable {
    struct File: Decodable { var path, sha256: String }
    var files: [File]
  }
  for name in work.files("Outbox") where name.hasSuffix("/MANIFEST.json") {
    let folder = "Outbox/" + name.dropLast("/MANIFEST.json".count)
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: work.path("Outbox/" + name)))
    let listed = Set(manifest.files.map(\.path))
    let there = work.files(folder).filter { !edited.contains(folder + "/" + $0) || listed.contains($0) }
    #expect(
      Set(there) == listed.union(["MANIFEST.json"]), "\(what): \(folder)", sourceLocation: sourceLocation)
    for file in manifest.files where !edited.contains(folder + "/" + file.path) {
      let bytes = try Data(contentsOf: work.path(folder + "/" + file.path))
      #expect(
        SHA256.hex(bytes) == file.sha256, "\(what): \(folder)/\(file.path)", sourceLocation: sourceLocation)
    }
  }
}
