public import Disk

/// The payload of an entry: names that had been lost were found again, and these stand for them from now on.
struct NamesFound: Codable {
  static let kind = "names"
  var seqs: [Int]
  var seals: [String]
}

extension Ledger {
  /// The arrivals of which it is not known any more what they were called, though they are kept.
  public var nameless: [Received] {
    namesLost > 0 ? received.filter { $0.isNameless && !purged.contains($0.seq) } : []
  }

  /// Writes down again what arrivals were called.
  public func learn(_ names: [Int: FileName]) throws {
    let known = names.sorted { $0.key < $1.key }
    guard !known.isEmpty else { return }
    let seals = try writeDown(known.map(\.value))
    try append([Entry.Draft(NamesFound.kind, NamesFound(seqs: known.map(\.key), seals: seals))])
  }
}

extension Memory {
  /// Takes in the seals of names that were found again.
  mutating func learn(_ found: NamesFound) {
    let seals = Dictionary(zip(found.seqs, found.seals)) { _, later in later }
    for index in received.indices {
      if let seal = seals[received[index].seq] { rename(at: index, seal: seal) }
    }
  }
}
