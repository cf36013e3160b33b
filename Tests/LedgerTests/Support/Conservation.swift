import Disk
import Ledger
import Tables
import Testing

extension MemoryDisk {
  /// What must hold after any fault: every content that was dropped is in the Inbox or kept, what is kept is
  /// what its name says, the journal can be read, and what it calls published stands there whole.
  ///
  /// - Parameter except: contents that the sender took away again.
  func checkConserved(
    _ what: String, except: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let objects = files(below: ".ledger/objects")
    // A name that was moved aside is on its way: the next start removes it or puts it back.
    let kept = Set(files(below: "Inbox").values).union(objects.values).union(
      files(below: ".ledger/tmp").values)
    for content in sent where !content.isEmpty && !kept.contains(content) {
      let text = String(decoding: content.prefix(80), as: UTF8.self)
      #expect(except.contains(text), "\(what): \(text) is lost", sourceLocation: sourceLocation)
    }
    for (name, bytes) in objects {
      #expect(SHA256.hex(bytes) == name, "\(what): \(name)", sourceLocation: sourceLocation)
    }
    do {
      guard let view = try LedgerView(self, workspace: Scenario.workspace) else { return }
      for folder in view.published.flatMap(\.folders) {
        let manifest = file("Outbox/" + folder.path.joined(separator: "/") + "/MANIFEST.json")
        #expect(
          manifest.map { SHA256.hex($0.bytes) } == folder.manifest, "\(what): \(folder.path)",
          sourceLocation: sourceLocation)
      }
    } catch {
      Issue.record("\(what): \(error)", sourceLocation: sourceLocation)
    }
  }
}
