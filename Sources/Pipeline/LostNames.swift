import Disk
import Ledger
import TableSchema
import Tables
import Wording

extension OutboxEvidence {
  /// Finds out from the receipts what arrivals were called whose names are lost; how many were found.
  ///
  /// The end of the journal is to be checked before: an older one would take the names of others for its own.
  func findNames(_ ledger: Ledger) throws -> Int {
    let nameless = ledger.nameless
    guard !nameless.isEmpty else { return 0 }
    let receipts = Dictionary(grouping: try receipts(ledger), by: \.seq)
    var found: [Int: FileName] = [:]
    for arrival in nameless {
      let own = receipts[arrival.seq]?.first {
        $0.sha256 == arrival.hash && $0.unit.lowercased() == arrival.destination.unit.lowercased()
      }
      // A receipt that was given while the name was lost does not tell it either, nor one that shows signs which
      // cannot be shown.
      guard let own, !own.file.isEmpty, !own.file.contains("\\"),
        !Language.allCases.contains(where: { own.file == $0.file(own.seq) })
      else { continue }
      found[arrival.seq] = FileName(own.file)
    }
    try ledger.learn(found)
    return found.count
  }
}

extension Configuration {
  /// What people call a file: by its number where it is not known any more what it was called.
  func called(_ received: Received) -> String { language.called(received) }
}

extension Language {
  /// What people call a file: by its number where it is not known any more what it was called.
  func called(_ received: Received) -> String {
    received.isNameless ? file(received.seq) : received.path.name.escaped
  }
}

extension Received {
  /// The folder that it lay in, from the workspace.
  var folderInInbox: String { (["Inbox"] + path.folders.map(\.escaped)).joined(separator: "/") }
}

extension Ledger {
  /// The receipt of an arrival as it lies in the Outbox, by its number, where its name does not tell it; nil if
  /// there is none.
  func receiptGiven(to received: Received) -> String? {
    let names = (try? outboxNames([received.destination.unit, "bien-nhan"])) ?? []
    return names.filter { arrivalNumber($0) == received.seq && $0.hasSuffix(".xlsx") }.max()
  }
}
