/// The payload of an entry: people were told that what was kept of these contents is missing or damaged. All of
/// them: what an older entry has besides is there again.
struct ToldLost: Codable {
  static let kind = "told-lost"
  var hashes: [String]
}

extension Ledger {
  /// Writes down of which contents it is told that they are lost: only what is sent again after that comes for it.
  public func tellLost(_ hashes: Set<String>) throws {
    // What was told and is not noticed any more may be lost all the same.
    let still = try memory.toldLost.subtracting(hashes).filter { hash in
      try !memory.kept([hash]).isEmpty && !objects.isWhole(hash)
    }
    let all = hashes.union(still)
    guard all != memory.toldLost else { return }
    try append([Entry.Draft(ToldLost.kind, ToldLost(hashes: all.sorted()))])
  }
}

/// The payload of an entry: what was kept of these contents was missing or damaged when their bytes came again.
/// It is written before they are kept, so that it is known of the arrivals that follow why they came.
struct LostContents: Codable {
  static let kind = "lost"
  var hashes: [String]
}

/// Arrivals that brought back what was lost of older ones.
struct BroughtBack {
  private(set) var seqs: Set<Int> = []
  /// Of which it was told that they are lost.
  private(set) var told: Set<String> = []
  /// What was lost, and the pass that brought it back: all that it took with these bytes came for that.
  private var passes: [String: Int?] = [:]

  mutating func add(_ newer: ToldLost) { told = Set(newer.hashes) }

  mutating func add(_ lost: LostContents) {
    for hash in lost.hashes { passes[hash] = .some(nil) }
  }

  /// Whether the arrival is one of them.
  mutating func add(_ file: Received) -> Bool {
    guard let pass = passes[file.hash], pass ?? file.pass == file.pass else { return false }
    passes[file.hash] = file.pass
    seqs.insert(file.seq)
    return true
  }
}
