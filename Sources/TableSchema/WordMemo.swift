/// What was found out about the last few words of a column: most columns of
/// words hold a handful of them, a million times.
struct WordMemo {
  private var words = [[UInt8]?](repeating: nil, count: 64)
  private var values = [Int](repeating: 0, count: 64)

  /// What `compute` says about `word`, remembered.
  mutating func value(_ word: UnsafeBufferPointer<UInt8>, compute: () -> Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let slot = Int((hash ^ (hash >> 15)) & 63)
    if let known = words[slot], known.count == word.count,
      known.withUnsafeBufferPointer({ known in word.indices.allSatisfy { known[$0] == word[$0] } })
    {
      return values[slot]
    }
    let value = compute()
    words[slot] = Array(word)
    values[slot] = value
    return value
  }
}
