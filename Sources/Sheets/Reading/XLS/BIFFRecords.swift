import Tables

/// The kinds of records that matter ([MS-XLS] 2.3).
enum RecordType {
  static let beginning: UInt16 = 0x0809
  static let end: UInt16 = 0x000A
  static let continued: UInt16 = 0x003C
  static let encryption: UInt16 = 0x002F
  static let epoch: UInt16 = 0x0022
  static let sheet: UInt16 = 0x0085
  static let font: UInt16 = 0x0031
  static let format: UInt16 = 0x041E
  static let style: UInt16 = 0x00E0
  static let sharedTexts: UInt16 = 0x00FC
  static let row: UInt16 = 0x0208
  static let merges: UInt16 = 0x00E5
  static let sharedText: UInt16 = 0x00FD
  static let label: UInt16 = 0x0204
  static let richLabel: UInt16 = 0x00D6
  static let number: UInt16 = 0x0203
  static let packedNumber: UInt16 = 0x027E
  static let packedNumbers: UInt16 = 0x00BD
  static let truthOrError: UInt16 = 0x0205
  static let formula: UInt16 = 0x0006
  static let formulaText: UInt16 = 0x0207
  static let calculation: UInt16 = 0x01C1
}

/// One record: its content and that of the records that continue it.
struct Record {
  var type: UInt16
  /// Where each piece of the content lies in the stream.
  var pieces: [Range<Int>]
}

/// The records of a stream, one after the other.
struct RecordStream {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next record with all that continues it. A stream that ends before its
  /// record `end` is damaged.
  mutating func next() throws(ReadingError) -> Record {
    let (type, first) = try header()
    var record = Record(type: type, pieces: [first])
    offset = first.upperBound
    while let type = bytes.number(at: offset, width: 2), type == RecordType.continued {
      let (_, piece) = try header()
      record.pieces.append(piece)
      offset = piece.upperBound
    }
    return record
  }

  /// Where the next record's content lies, without those that continue it; nil where none is whole.
  mutating func nextPiece() -> (type: UInt16, content: Range<Int>)? {
    guard let found = try? header() else { return nil }
    offset = found.content.upperBound
    return found
  }

  private func header() throws(ReadingError) -> (type: UInt16, content: Range<Int>) {
    guard let type = bytes.number(at: offset, width: 2), let length = bytes.number(at: offset + 2, width: 2),
      offset + 4 + Int(length) <= bytes.count
    else { throw .damaged(.records) }
    return (UInt16(type), (offset + 4)..<(offset + 4 + Int(length)))
  }
}

/// Reads the content of a record field by field, across the pieces it is in.
struct RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let pieces: [Range<Int>]
  private var piece = 0
  private var index: Int

  init(_ record: Record, in bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    pieces = record.pieces
    index = pieces[0].lowerBound
  }

  /// Nothing is left.
  var isAtEnd: Bool { index == pieces[piece].upperBound && piece == pieces.count - 1 }

  /// Goes on to the next piece where this one is used up.
  private mutating func advance() throws(ReadingError) {
    while index >= pieces[piece].upperBound {
      guard piece + 1 < pieces.count else { throw .damaged(.records) }
      piece += 1
      index = pieces[piece].lowerBound
    }
  }

  mutating func byte() throws(ReadingError) -> UInt8 {
    try advance()
    index += 1
    return bytes[index - 1]
  }

  /// A little-endian number of `width` bytes.
  mutating func number(_ width: Int) throws(ReadingError) -> UInt64 {
    var value: UInt64 = 0
    for shift in 0..<width { value |= UInt64(try byte()) << UInt64(8 * shift) }
    return value
  }

  mutating func skip(_ count: Int) throws(ReadingError) {
    var rest = count
    while rest > 0 {
      try advance()
      let step = min(rest, pieces[piece].upperBound - index)
      index += step
      rest -= step
    }
  }

  /// `count` characters, of one byte each or, if `wide`, of two: where they go on
  /// in another piece, that piece begins by saying again which.
  mutating func characters(_ count: Int, wide: Bool) throws(ReadingError) -> [UInt16] {
    var units: [UInt16] = []
    var wide = wide
    while units.count < count {
      if index >= pieces[piece].upperBound {
        try advance()
        wide = try byte() & 1 == 1
      }
      let width = wide ? 2 : 1
      let whole = min((pieces[piece].upperBound - index) / width, count - units.count)
      for _ in 0..<whole {
        units.append(wide ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]))
        index += width
      }
      // Half a character at the end of a piece.
      if whole == 0 { units.append(UInt16(try number(width))) }
    }
    return units
  }

  /// A text with its length in front ([MS-XLS] 2.5.293), and where in it parts
  /// with fonts of their own begin.
  mutating func text(lengthWidth: Int = 2) throws(ReadingError) -> (units: [UInt16], runs: [TextRun]) {
    let count = Int(try number(lengthWidth))
    let flags = try byte()
    let runCount = flags & 8 == 0 ? 0 : Int(try number(2))
    let extra = flags & 4 == 0 ? 0 : Int(try number(4))
    let units = try characters(count, wide: flags & 1 == 1)
    var runs: [TextRun] = []
    for _ in 0..<runCount { runs.append(TextRun(start: Int(try number(2)), font: Int(try number(2)))) }
    try skip(extra)
    return (units, runs)
  }
}

/// From `start` on a text has this font.
struct TextRun {
  var start: Int
  var font: Int
}
