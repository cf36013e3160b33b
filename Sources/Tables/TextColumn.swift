/// A column of texts: one arena of UTF-8 bytes and the end of each row's slice.
public struct TextColumn: Sendable {
  /// The texts of all rows, one after the other.
  public private(set) var bytes: [UInt8] = []
  /// Where the text of each row ends in ``bytes``.
  public private(set) var ends: [UInt32] = []

  /// A column without rows.
  public init() {}

  /// A column of these texts, for small tables and tests.
  public init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  /// A column put together again from its parts; nil if they do not fit.
  public init?(bytes: [UInt8], ends: [UInt32]) {
    guard (ends.last ?? 0) == bytes.count, zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      return nil
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// The number of rows.
  public var count: Int { ends.count }

  /// Makes room at once for what is about to be appended.
  public mutating func reserve(rows: Int, bytes count: Int) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(count)
  }

  /// Adds a row; an empty text is a blank.
  public mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
  }

  /// The same for bytes that lie elsewhere, in the loops over millions of cells.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
  }

  /// Adds many rows at once. `fill` writes their texts, `size` bytes, and for each
  /// row where its text ends, counted from the first of these bytes.
  public mutating func append(
    rows: Int, bytes size: Int,
    _ fill: (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>) -> Void
  ) {
    let (firstRow, firstByte) = (ends.count, bytes.count)
    bytes.append(contentsOf: repeatElement(0, count: size))
    ends.append(contentsOf: repeatElement(0, count: rows))
    bytes.withUnsafeMutableBufferPointer { bytes in
      ends.withUnsafeMutableBufferPointer { ends in
        guard let text = bytes.baseAddress, let end = ends.baseAddress else { return }
        fill(text + firstByte, end + firstRow)
        for row in firstRow..<ends.count { ends[row] += UInt32(firstByte) }
      }
    }
  }

  /// The same for a string.
  public mutating func append(_ text: String) { append(text.utf8) }

  /// The bytes of row `index`.
  public subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// The text of row `index` as a string, for what a person will read.
  public func string(_ index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

  /// Whether row `index` has no text.
  public func isBlank(_ index: Int) -> Bool { range(index).isEmpty }

  /// Where the text of row `index` lies in `bytes`.
  public func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }
}
