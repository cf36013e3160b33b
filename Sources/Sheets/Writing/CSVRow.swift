public import Tables

/// A row of a CSV that people open, put together in memory that nobody shares, so that a cell is a
/// few bytes written and nothing more: for files of millions of rows.
///
/// What several rows begin with is written once: the row is cut back to it (``cut(to:)``).
public struct CSVRow: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity = 512
  /// Bytes so far: each cell, and the comma after it.
  private var count = 0
  /// Cells so far.
  private var column = 0
  /// Which of them were guarded, from 0.
  private var guarded: [Int] = []

  /// A row without cells.
  public init() { memory = .allocate(capacity: capacity) }

  deinit { memory.deallocate() }

  /// Where a row can be cut: after the cells so far.
  public struct Mark: Sendable {
    fileprivate var count: Int
    fileprivate var column: Int
  }

  /// After the cells so far.
  public var mark: Mark { Mark(count: count, column: column) }

  /// Forgets the cells after a mark.
  public mutating func cut(to mark: Mark) {
    (count, column) = (mark.count, mark.column)
    while let last = guarded.last, last >= column { guarded.removeLast() }
  }

  /// Room for so many bytes, from the first free one on.
  @inline(__always)
  private mutating func room(for bytes: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < bytes { grow(bytes) }
    return memory + count
  }

  @inline(never)
  private mutating func grow(_ bytes: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + bytes)
    larger.update(from: memory, count: count)
    memory.deallocate()
    (memory, capacity) = (larger, 2 * capacity + bytes)
  }

  @inline(__always)
  private mutating func end(_ place: UnsafeMutablePointer<UInt8>, _ bytes: Int) {
    place[bytes] = UInt8(ascii: ",")
    count += bytes + 1
    column += 1
  }

  /// A cell without a value.
  @inline(__always)
  public mutating func blank() { end(room(for: 1), 0) }

  /// A digit.
  @inline(__always)
  public mutating func flag(_ isSet: Bool) {
    let place = room(for: 2)
    place[0] = UInt8(ascii: isSet ? "1" : "0")
    end(place, 1)
  }

  /// A whole number.
  public mutating func integer(_ value: Int64) {
    let place = room(for: 22)
    guard value < 0 else { return end(place, place.writeDigits(of: value.magnitude)) }
    place[0] = UInt8(ascii: "-")
    end(place, 1 + (place + 1).writeDigits(of: value.magnitude))
  }

  /// With a point and without trailing zeros.
  public mutating func decimal(_ value: Exact) {
    let place = room(for: Exact.longestText + 1)
    end(place, value.write(to: place))
  }

  /// A text, as ``CSVWriter`` writes it.
  public mutating func text(_ text: ArraySlice<UInt8>) {
    // A code needs neither quotes nor guard.
    guard text.first?.isLetterOrDigit ?? true, text.allSatisfy({ $0.isLetterOrDigit || $0.joins }) else {
      return put(CSVWriter.cells(guardsFormulas: true) { $0.text(text) })
    }
    let place = room(for: text.count + 1)
    _ = UnsafeMutableBufferPointer(start: place, count: text.count).update(fromContentsOf: text)
    end(place, text.count)
  }

  /// The same for a string.
  public mutating func text(_ string: String) { text(Array(string.utf8)[...]) }

  /// Cells that were made before, at least one.
  public mutating func put(_ cells: CSVCells) {
    for number in cells.guarded { guarded.append(column + number) }
    put(cells.bytes, 0..<cells.bytes.count, of: cells.count)
  }

  /// The cells that stand at a place of the list, at least one.
  @inline(__always)
  public mutating func put(_ list: CSVCellList, at number: Int) {
    let (bytes, cells) = list.range(number)
    if !list.guarded.isEmpty {
      for cell in list.guarded[number] ?? [] { guarded.append(column + cell) }
    }
    put(list.bytes, bytes, of: cells)
  }

  @inline(__always)
  private mutating func put(_ bytes: [UInt8], _ range: Range<Int>, of cells: Int) {
    let place = room(for: range.count + 1)
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      place.update(from: start + range.lowerBound, count: range.count)
    }
    end(place, range.count)
    column += cells - 1
  }

  /// Writes the row at the end of a file that guards formulas, too, and keeps what stands before the mark.
  public mutating func end(in csv: inout CSVWriter, keeping mark: Mark) {
    guard count > 1 else {
      csv.blank()
      csv.endRow()
      return cut(to: mark)
    }
    // In place of the last comma.
    let place = room(for: 1) - 1
    (place[0], place[1]) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    csv.append(row: UnsafeBufferPointer(start: memory, count: count + 1), guarded: guarded)
    if mark.count == count { place[0] = UInt8(ascii: ",") }
    cut(to: mark)
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// It stands within codes and between them.
  fileprivate var joins: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self == UInt8(ascii: ";")
  }
}
