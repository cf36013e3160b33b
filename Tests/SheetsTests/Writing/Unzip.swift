/// A slow and plain reader of ZIP archives that shares nothing with the writer
/// it checks: what the central directory says must agree with the local headers,
/// sizes and CRCs.
struct Unzip {
  struct Flaw: Error { let what: String }

  struct Entry {
    let path: String
    let content: [UInt8]
    /// DOS time and date.
    let stamp: UInt32
    let flags: Int
    let offset: Int
    var text: String { String(decoding: content, as: UTF8.self) }
  }

  let entries: [Entry]

  func text(_ path: String) -> String { entries.first { $0.path == path }?.text ?? "" }

  init(_ bytes: [UInt8]) throws {
    func number(_ at: Int, _ width: Int) throws -> Int {
      guard at >= 0, at + width <= bytes.count else { throw Flaw(what: "cut off at \(at)") }
      return (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    guard try number(end, 4) == 0x0605_4b50 else { throw Flaw(what: "no end record") }
    var count = try number(end + 10, 2)
    var at = try number(end + 16, 4)
    if end >= 20, try number(end - 20, 4) == 0x0706_4b50 {
      let record = try number(end - 12, 8)
      guard try number(record, 4) == 0x0606_4b50 else { throw Flaw(what: "no zip64 record") }
      count = try number(record + 32, 8)
      at = try number(record + 48, 8)
    }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard try number(at, 4) == 0x0201_4b50 else { throw Flaw(what: "no directory entry at \(at)") }
      var packed = try number(at + 20, 4)
      var size = try number(at + 24, 4)
      let nameLength = try number(at + 28, 2)
      let extraLength = try number(at + 30, 2)
      var offset = try number(at + 42, 4)
      let path = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      var extra = at + 46 + nameLength + 4
      for keyPath in [\Sizes.size, \Sizes.packed, \Sizes.offset] {
        var sizes = Sizes(size: size, packed: packed, offset: offset)
        guard sizes[keyPath: keyPath] == 0xFFFF_FFFF else { continue }
        sizes[keyPath: keyPath] = try number(extra, 8)
        extra += 8
        (size, packed, offset) = (sizes.size, sizes.packed, sizes.offset)
      }
      for (local, central, width) in [
        (4, 6, 2), (6, 8, 2), (8, 10, 2), (10, 12, 4), (14, 16, 4), (26, 28, 2),
      ] {
        guard try number(offset + local, width) == number(at + central, width) else {
          throw Flaw(what: "\(path): headers disagree at \(local)")
        }
      }
      let start = try offset + 30 + nameLength + number(offset + 28, 2)
      let content = try Inflate(Array(bytes[start..<(start + packed)])).output
      guard content.count == size, try Unzip.crc(content) == number(at + 16, 4) else {
        throw Flaw(what: "\(path): size or CRC")
      }
      entries.append(
        Entry(
          path: path, content: content, stamp: UInt32(try number(at + 12, 4)), flags: try number(at + 8, 2),
          offset: offset))
      at += 46 + nameLength + extraLength + (try number(at + 32, 2))
    }
    self.entries = entries
  }

  private struct Sizes {
    var size: Int
    var packed: Int
    var offset: Int
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}

/// Inflate, bit by bit, after M. Adler's `puff`.
struct Inflate {
  private(set) var output: [UInt8] = []
  private let input: [UInt8]
  private var bit = 0

  init(_ input: [UInt8]) throws {
    self.input = input
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        try codes(Code(lengths), Code(Array(repeating: 5, count: 30)))
      case 2: try dynamic()
      default: throw Unzip.Flaw(what: "block type")
      }
    }
  }

  private mutating func bits(_ count: Int) throws -> Int {
    var value = 0
    for index in 0..<count {
      guard bit >> 3 < input.count else { throw Unzip.Flaw(what: "deflate cut off") }
      value |= Int(input[bit >> 3] >> UInt8(bit & 7) & 1) << index
      bit += 1
    }
    return value
  }

  private mutating func stored() throws {
    bit = (bit + 7) & ~7
    let length = try bits(16)
    _ = try bits(16)
    for _ in 0..<length { output.append(UInt8(try bits(8))) }
  }

  private mutating func dynamic() throws {
    let (literals, distances, count) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    var lengths = Array(repeating: 0, count: 19)
    for index in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(count) {
      lengths[index] = try bits(3)
    }
    let code = Code(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      switch try symbol(code) {
      case 16: all += Array(repeating: all.last ?? 0, count: 3 + (try bits(2)))
      case 17: all += Array(repeating: 0, count: 3 + (try bits(3)))
      case 18: all += Array(repeating: 0, count: 11 + (try bits(7)))
      case let length: all.append(length)
      }
    }
    try codes(Code(Array(all[..<literals])), Code(Array(all[literals...])))
  }

  private mutating func codes(_ literals: Code, _ distances: Code) throws {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      let length: Int
      if symbol < 265 {
        length = symbol - 254
      } else if symbol == 285 {
        length = 258
      } else {
        let extra = (symbol - 261) / 4
        length = 3 + (4 + (symbol - 261) % 4) << extra + (try bits(extra))
      }
      let far = try self.symbol(distances)
      let extra = max(far / 2 - 1, 0)
      let distance = try (far < 4 ? far + 1 : 1 + (2 + far % 2) << extra + bits(extra))
      guard distance <= output.count else { throw Unzip.Flaw(what: "distance") }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func symbol(_ code: Code) throws -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1..<16 {
      value |= try bits(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw Unzip.Flaw(what: "code")
  }

  private struct Code {
    var counts = Array(repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      for length in 1..<16 { symbols += lengths.indices.filter { lengths[$0] == length } }
    }
  }
}
