package import Disk
import Ledger
import Tables

extension MemoryDisk {
  /// What does not hold that must hold after any fault: every content that was dropped is in the Inbox or
  /// kept, what is kept is what its name says, the journal can be read, and what it calls published stands
  /// there whole.
  ///
  /// - Parameter except: contents that the sender took away again.
  package func losses(workspace: FileName, except: Set<String> = []) -> [String] {
    var found: [String] = []
    let objects = files(below: ".ledger/objects")
    // A name that was moved aside is on its way: the next start removes it or puts it back.
    let kept = Set(files(below: "Inbox").values).union(objects.values).union(
      files(below: ".ledger/tmp").values)
    for content in sent where !content.isEmpty && !kept.contains(content) {
      let text = String(decoding: content.prefix(80), as: UTF8.self)
      if !except.contains(text) { found.append("\(text) is lost") }
    }
    for (name, bytes) in objects where SHA256.hex(bytes) != name { found.append("\(name) is something else") }
    do {
      guard let view = try LedgerView(self, workspace: workspace) else { return found }
      for folder in view.published.flatMap(\.folders) {
        let manifest = file("Outbox/" + folder.path.joined(separator: "/") + "/MANIFEST.json")
        if manifest.map({ SHA256.hex($0.bytes) }) != folder.manifest {
          found.append("\(folder.path) is not whole")
        }
      }
    } catch {
      found.append("\(error)")
    }
    return found
  }
}
