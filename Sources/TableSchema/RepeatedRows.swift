import Tables

/// The rows that say again, word for word, what an earlier row says.
struct RepeatedRows {
  /// Each with the row that it repeats, in order.
  private(set) var pairs: [(row: Int, first: Int)] = []

  init(_ columns: [Column], rowCount: Int) {
    // Most tables have an id in each row, and none twice: nothing else need be compared.
    let ids = columns.filter { Schema.identifierKeys.contains($0.key) }
    if !ids.isEmpty, Self.pairs(ids, rowCount: rowCount).isEmpty { return }
    pairs = Self.pairs(columns, rowCount: rowCount)
  }

  private static func pairs(_ columns: [Column], rowCount: Int) -> [(row: Int, first: Int)] {
    var pairs: [(row: Int, first: Int)] = []
    var hashes = [UInt64](repeating: 0x9E37_79B9_7F4A_7C15, count: rowCount)
    for column in columns { mix(column.texts, into: &hashes) }
    var firstRows = FirstRows(for: rowCount)
    for row in 0..<rowCount {
      guard let first = firstRows.insert(row, hash: hashes[row], hashes) else { continue }
      // Equal hashes of different rows are left alone: to drop a row is the exception.
      if columns.allSatisfy({ $0.texts[row] == $0.texts[first] }) { pairs.append((row, first)) }
    }
    return pairs
  }

  private static func mix(_ texts: TextColumn, into hashes: inout [UInt64]) {
    texts.bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      for row in hashes.indices {
        let range = texts.range(row)
        var hash = hashes[row] ^ UInt64(range.count)
        var index = range.lowerBound
        while index + ByteWord.size <= range.upperBound {
          hash = (hash ^ ByteWord(start + index).bits) &* 0x9FB2_1C65_1E98_DF25
          hash ^= hash >> 32
          index += ByteWord.size
        }
        while index < range.upperBound {
          hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
          index += 1
        }
        hashes[row] = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
      }
    }
  }
}

/// For each hash the first row that has it.
private struct FirstRows {
  private var slots: [Int32]

  init(for rowCount: Int) {
    var size = 16
    while size < 2 * rowCount { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// The earlier row with the same hash; nil where there is none, and `row` is the first.
  mutating func insert(_ row: Int, hash: UInt64, _ hashes: [UInt64]) -> Int? {
    let last = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & last
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash { return Int(slots[slot]) }
      slot = (slot + 1) & last
    }
    slots[slot] = Int32(row)
    return nil
  }
}
