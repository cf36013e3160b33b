/// SHA-256 (FIPS 180-4) of bytes that come in pieces.
public struct SHA256: Sendable {
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  /// The bytes of the last, incomplete block.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  /// Of the empty message so far.
  public init() {}

  /// Takes the next bytes of the message.
  public mutating func update(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
      [UInt8](bytes).withUnsafeBytes { update($0) }
    }
  }

  /// Takes the next bytes of the message.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var offset = 0
    if !rest.isEmpty {
      offset = min(SHA256.blockSize - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<offset])
      guard rest.count == SHA256.blockSize else { return }
      rest.withUnsafeBytes { SHA256.compress($0, into: &state) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - offset) / SHA256.blockSize * SHA256.blockSize
    if whole > 0 {
      SHA256.compress(UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + whole)]), into: &state)
    }
    if offset + whole < bytes.count { rest.append(contentsOf: bytes[(offset + whole)...]) }
  }

  /// The 32 bytes of the digest of all that was taken.
  public func finalize() -> [UInt8] {
    var state = state
    // The rest, a one, zeros, and the number of bits in the last eight bytes.
    let padded = rest.count < SHA256.blockSize - 8 ? SHA256.blockSize : 2 * SHA256.blockSize
    withUnsafeTemporaryAllocation(byteCount: padded, alignment: 8) { last in
      last.initializeMemory(as: UInt8.self, repeating: 0)
      last.copyBytes(from: rest)
      last[rest.count] = 0x80
      last.storeBytes(of: (length &<< 3).bigEndian, toByteOffset: padded - 8, as: UInt64.self)
      SHA256.compress(UnsafeRawBufferPointer(last), into: &state)
    }
    return [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      for index in 0..<8 {
        UnsafeMutableRawBufferPointer(digest).storeBytes(
          of: state[index].bigEndian, toByteOffset: 4 * index, as: UInt32.self)
      }
      count = 32
    }
  }

  /// The digest of a whole message.
  public static func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(bytes)
    return hasher.finalize()
  }

  /// The digest of a whole message as 64 lower-case hex digits.
  public static func hex(_ bytes: some Collection<UInt8>) -> String { hexText(hash(bytes)) }

  private static let blockSize = 64

  /// Works whole blocks into the state.
  private static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>) {
    roundConstants.withUnsafeBufferPointer { k in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
        for start in stride(from: 0, to: blocks.count, by: blockSize) {
          for t in 0..<16 {
            let word = blocks.loadUnaligned(fromByteOffset: start &+ 4 &* t, as: UInt32.self)
            w[t] = UInt32(bigEndian: word)
          }
          for t in 16..<64 {
            let (early, late) = (w[t &- 15], w[t &- 2])
            let s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
            let s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
            w[t] = w[t &- 16] &+ s0 &+ w[t &- 7] &+ s1
          }
          rounds(w, k, &state)
        }
      }
    }
  }

  /// The 64 rounds of one block: eight at a time, after which every word is in its place again.
  @inline(__always)
  private static func rounds(
    _ w: UnsafeMutableBufferPointer<UInt32>, _ k: UnsafeBufferPointer<UInt32>,
    _ state: inout SIMD8<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var t = 0
    while t < 64 {
      round(a, b, c, &d, e, f, g, &h, k[t] &+ w[t])
      round(h, a, b, &c, d, e, f, &g, k[t &+ 1] &+ w[t &+ 1])
      round(g, h, a, &b, c, d, e, &f, k[t &+ 2] &+ w[t &+ 2])
      round(f, g, h, &a, b, c, d, &e, k[t &+ 3] &+ w[t &+ 3])
      round(e, f, g, &h, a, b, c, &d, k[t &+ 4] &+ w[t &+ 4])
      round(d, e, f, &g, h, a, b, &c, k[t &+ 5] &+ w[t &+ 5])
      round(c, d, e, &f, g, h, a, &b, k[t &+ 6] &+ w[t &+ 6])
      round(b, c, d, &e, f, g, h, &a, k[t &+ 7] &+ w[t &+ 7])
      t &+= 8
    }
    state &+= SIMD8(a, b, c, d, e, f, g, h)
  }

  /// One round, of which only two words come out changed; all others move by one place.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ input: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let majority = (a & b) | (c & (a | b))
    h = h &+ input &+ choice &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25))
    d &+= h
    h = h &+ majority &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22))
  }

  @inline(__always)
  private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

/// Bytes as lower-case hex digits.
public func hexText(_ bytes: some Collection<UInt8>) -> String {
  String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
    var end = 0
    for byte in bytes {
      text[end] = hexDigit(byte &>> 4)
      text[end &+ 1] = hexDigit(byte & 15)
      end &+= 2
    }
    return end
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }
