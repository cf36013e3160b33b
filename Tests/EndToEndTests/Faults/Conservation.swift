import Foundation
import Tables
import Testing

/// What must hold after any fault: every content that was dropped is in the Inbox
/// or kept, the journal can be read, and every published folder is what its manifest says.
func checkConserved(
  _ work: Workdir, _ dropped: some Sequence<Data>, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  func contents(_ folder: String) -> Set<Data> {
    Set(work.files(folder).compactMap { try? Data(contentsOf: work.path(folder + "/" + $0)) })
  }
  let kept = contents("Inbox").union(contents(".ledger/objects")).union(contents(".ledger/tmp"))
  let lost = dropped.filter { !kept.contains($0) }
  #expect(
    lost.isEmpty, "\(what): \(lost.map { String(decoding: $0.prefix(200), as: UTF8.self) })",
    sourceLocation: sourceLocation)
  for name in work.files(".ledger/objects") {
    let bytes = try Data(contentsOf: work.path(".ledger/objects/" + name))
    #expect(SHA256.hex(bytes) == name, "\(what)", sourceLocation: sourceLocation)
  }
  let status = try work.run("status", "--json")
  #expect(status.status < 2 && status.errors.isEmpty, "\(what): \(status)", sourceLocation: sourceLocation)
  try checkManifests(work, what, sourceLocation: sourceLocation)
}

/// Every published folder holds the files of its manifest, and no other.
private func checkManifests(_ work: Workdir, _ what: String, sourceLocation: SourceLocation) throws {
  struct Manifest: Decodable {
    struct File: Decodable { var path, sha256: String }
    var files: [File]
  }
  for name in work.files("Outbox") where name.hasSuffix("/MANIFEST.json") {
    let folder = "Outbox/" + name.dropLast("/MANIFEST.json".count)
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: work.path("Outbox/" + name)))
    let listed = Set(manifest.files.map(\.path))
    #expect(
      Set(work.files(folder)) == listed.union(["MANIFEST.json"]), "\(what): \(folder)",
      sourceLocation: sourceLocation)
    for file in manifest.files {
      let bytes = try Data(contentsOf: work.path(folder + "/" + file.path))
      #expect(
        SHA256.hex(bytes) == file.sha256, "\(what): \(folder)/\(file.path)", sourceLocation: sourceLocation)
    }
  }
}
