/// The payload of an entry: what was kept of these contents was missing or damaged when their bytes came again.
/// It is written before they are kept, so that it is known of the arrivals that follow why they came.
struct LostContents: Codable {
  static let kind = "lost"
  var hashes: [String]
}

/// Arrivals that brought back what was lost of older ones.
struct BroughtBack {
  private(set) var seqs: Set<Int> = []
  /// What was lost, and the pass that brought it back: all that it took with these bytes came for that.
  private var passes: [String: Int?] = [:]

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
