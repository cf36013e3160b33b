import Tables

/// The rows that say again, word for word, what an earlier row says.
struct RepeatedRows {
  /// Each with the row that it repeats, in order.
  private(set) var pairs: [(row: Int, first: Int)] = []

  init(_ columns: [Column], rowCount: Int) {
    var hashes = [UInt64](repeating: 0x9E37_79B9_7F4A_7C15, count: rowCount)
    for column in columns { Self.mix(column.texts, into: &hashes) }
    var firstRows: [UInt64: Int] = [:]
    firstRows.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      guard let first = firstRows[hashes[row]] else {
        firstRows[hashes[row]] = row
        continue
      }
      // Equal hashes of different rows are left alone: to drop a row is the exception.
      if columns.allSatisfy({ $0.texts[row] == $0.texts[first] }) { pairs.append((row, first)) }
    }
  }

  private static func mix(_ texts: TextColumn, into hashes: inout [UInt64]) {
    texts.bytes.withUnsafeBufferPointer { bytes in
      for row in hashes.indices {
        var hash = hashes[row]
        for byte in bytes[texts.range(row)] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hashes[row] = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
      }
    }
  }
}
