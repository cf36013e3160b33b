/// Values written one after the other as bytes, for what this program alone reads again.
public struct ByteWriter {
  /// All that was written.
  public private(set) var bytes: [UInt8] = []

  /// Nothing is written yet.
  public init() {}

  /// In as few bytes as it needs; small negative numbers are small too.
  public mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number &<< 1) ^ Int64(number &>> 63))
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// In UTF-8, after its length.
  public mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// One byte.
  public mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// After their number.
  public mutating func add(_ raw: [UInt8]) {
    add(raw.count)
    bytes += raw
  }

  /// As they lie in memory: a form is for the machine that made it.
  public mutating func add<Number: FixedWidthInteger>(numbers: [Number]) {
    add(numbers.count)
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// After their number, each as `write` does it.
  public mutating func add<Item>(_ items: [Item], _ write: (inout ByteWriter, Item) -> Void) {
    add(items.count)
    for item in items { write(&self, item) }
  }
}

/// Reads what a ``ByteWriter`` wrote; throws at the first byte that does not fit.
public struct ByteReader {
  /// The bytes are not what was asked for.
  public struct Misfit: Error {
    /// What a reader of its own throws.
    public init() {}
  }

  private var rest: ArraySlice<UInt8>

  /// Reads from the first byte on.
  public init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Nothing is left.
  public var isAtEnd: Bool { rest.isEmpty }

  /// A number.
  public mutating func number() throws(Misfit) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst(), shift < 64 {
      value |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { return Int(Int64(bitPattern: value &>> 1) ^ -Int64(bitPattern: value & 1)) }
      shift += 7
    }
    throw Misfit()
  }

  /// A flag.
  public mutating func flag() throws(Misfit) -> Bool {
    guard let byte = rest.popFirst() else { throw Misfit() }
    return byte == 1
  }

  /// Bytes of any number.
  public mutating func raw() throws(Misfit) -> [UInt8] { Array(try take(try count(of: 1))) }

  /// A text.
  public mutating func text() throws(Misfit) -> String {
    let length = try count(of: 1)
    return String(decoding: try take(length), as: UTF8.self)
  }

  /// Numbers as they lie in memory.
  public mutating func numbers<Number: FixedWidthInteger>(_ type: Number.Type) throws(Misfit) -> [Number] {
    let count = try count(of: MemoryLayout<Number>.size)
    let raw = try take(count * MemoryLayout<Number>.size)
    return [Number](unsafeUninitializedCapacity: count) { buffer, filled in
      raw.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      filled = count
    }
  }

  /// Items, each as `read` does it.
  public mutating func items<Item>(_ read: (inout ByteReader) throws(Misfit) -> Item) throws(Misfit) -> [Item]
  {
    let count = try count(of: 1)
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try read(&self)) }
    return items
  }

  /// A count of things of so many bytes at least: never more than the rest can hold.
  private mutating func count(of size: Int) throws(Misfit) -> Int {
    let count = try number()
    guard count >= 0, count <= rest.count / size else { throw Misfit() }
    return count
  }

  private mutating func take(_ count: Int) throws(Misfit) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw Misfit() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
