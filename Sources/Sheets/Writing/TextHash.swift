/// Hashes and comparisons of short texts, eight bytes at a time.
enum TextHash {
  /// Another one in each process.
  static func seed() -> UInt64 {
    var hasher = Hasher()
    hasher.combine(0)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// Each eight bytes are multiplied with what came before, both halves of the
  /// product folded, as in Y. Wang's wyhash.
  @inline(__always)
  static func hash(_ text: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var state = seed ^ UInt64(text.count)
    var index = 0
    while index + 8 <= text.count {
      state = folded(text.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ state)
      index += 8
    }
    var rest: UInt64 = 0
    while index < text.count {
      rest = rest << 8 | UInt64(text[index])
      index += 1
    }
    return folded(folded(rest ^ state) ^ seed)
  }

  @inline(__always)
  private static func folded(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low ^ value
  }

  /// Two texts of the same length.
  @inline(__always)
  static func isEqual(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= one.count {
      let (a, b) = (
        one.loadUnaligned(fromByteOffset: index, as: UInt64.self),
        other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      )
      if a != b { return false }
      index += 8
    }
    while index < one.count {
      if one[index] != other[index] { return false }
      index += 1
    }
    return true
  }
}
