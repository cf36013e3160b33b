public import Tables

/// Appends rows of a CSV as Excel and other programs read it: UTF-8 with a byte
/// order mark, commas, CRLF, quotes as in RFC 4180.
public struct CSVWriter: Sendable {
  /// What was written so far, from the byte order mark on.
  public internal(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// Texts that were given an apostrophe so that they cannot run as formulas:
  /// whoever publishes the file must say so.
  public internal(set) var guarded: [Guarded] = []
  /// Rows ended so far.
  public internal(set) var rows = 0

  private let guardsFormulas: Bool
  /// Cells of the row so far.
  var column = 0
  var rowStart = 3

  /// A cell that was guarded: row from 1, column from 0.
  public struct Guarded: Hashable, Sendable {
    /// From 1; the header counts.
    public let row: Int
    /// From 0.
    public let column: Int
  }

  /// - Parameter guardsFormulas: for files that people open in a spreadsheet;
  ///   not for those that only programs read, whose texts must stay as they are.
  public init(guardsFormulas: Bool) { self.guardsFormulas = guardsFormulas }

  /// Rows without a byte order mark, to be appended to a file's.
  public init(piece guardsFormulas: Bool) {
    self.guardsFormulas = guardsFormulas
    bytes = []
    rowStart = 0
  }

  /// A text as UTF-8, in quotes where it needs them.
  public mutating func text(_ text: ArraySlice<UInt8>) {
    separate()
    let isGuarded = guardsFormulas && FormulaGuard.isNeeded(text)
    if isGuarded { guarded.append(Guarded(row: rows + 1, column: column - 1)) }
    let needsQuotes =
      isGuarded || text.first == UInt8(ascii: " ") || text.last == UInt8(ascii: " ")
      || text.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
          || $0 == UInt8(ascii: "\r")
      }
    guard needsQuotes else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The same for a string.
  public mutating func text(_ string: String) { text(Array(string.utf8)[...]) }

  /// A word of our own, such as `admitted` or `-`: neither quoted nor guarded.
  public mutating func word(_ word: StaticString) {
    separate()
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// A whole number.
  public mutating func integer(_ value: Int64) {
    separate()
    bytes.appendDigits(of: value)
  }

  /// With a point and without trailing zeros.
  public mutating func decimal(_ value: Exact) {
    separate()
    value.append(to: &bytes)
  }

  /// As dd/mm/yyyy.
  public mutating func date(_ day: Day) {
    separate()
    bytes.appendDigits(of: day)
  }

  /// A cell without a value.
  public mutating func blank() { separate() }

  /// Ends the row. A row of one blank cell is written `""`, so that it is not
  /// an empty line.
  public mutating func endRow() {
    if column <= 1, bytes.count == rowStart { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    rows += 1
    column = 0
    rowStart = bytes.count
  }

  /// Begins the next cell.
  mutating func separate() {
    if column > 0 { bytes.append(UInt8(ascii: ",")) }
    column += 1
  }
}
