import Tables

/// What a formula gave when it was last calculated ([MS-XLS] 2.5.133): a number, or what the first byte says where
/// the last two are set.
enum FormulaResult {
  case number(Double)
  /// In a record of its own.
  case text
  case truth(UInt8)
  case error(UInt8)
  /// An empty text.
  case blank

  init(_ bits: UInt64) {
    guard bits >> 48 == 0xFFFF else {
      self = .number(Double(bitPattern: bits))
      return
    }
    switch bits & 0xFF {
    case 0: self = .text
    case 1: self = .truth(UInt8(truncatingIfNeeded: bits >> 16))
    case 2: self = .error(UInt8(truncatingIfNeeded: bits >> 16))
    default: self = .blank
    }
  }

  /// What stands where nothing was calculated, too.
  var isNothing: Bool {
    switch self {
    case .number(let number): number == 0
    case .blank: true
    case .text, .truth, .error: false
    }
  }

  /// Where in the content of a formula's record its result stands.
  private static let offset = 6

  /// Whether any formula of a stream has a result that somebody calculated.
  static func isAny(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var stream = RecordStream(bytes, from: start)
    while let record = stream.nextPiece() {
      guard record.type == RecordType.formula, record.content.count >= offset + 8,
        let bits = bytes.number(at: record.content.lowerBound + offset, width: 8)
      else { continue }
      if !FormulaResult(bits).isNothing { return true }
    }
    return false
  }
}
