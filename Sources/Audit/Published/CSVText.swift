/// A CSV as the contract writes it (contract.md 5): UTF-8 with a byte order
/// mark, CRLF, RFC 4180, one header row. Anything else is no such file.
///
/// Cells are bytes one after another, and texts when they are asked for: a large round has hundreds of millions.
struct CSVText {
  let header: [String]
  /// Rows below the header.
  let count: Int
  /// All cells, without quotes.
  private let bytes: [UInt8]
  /// Where each cell of the file ends, the header's first.
  private let ends: [Int]

  /// Nil if the bytes are not written so.
  init?(_ file: [UInt8]) {
    guard file.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count)
    var ends: [Int] = []
    var cellsOfHeader = 0
    var rows = 0
    var quoted = false
    var position = 3
    while position < file.count {
      let byte = file[position]
      position += 1
      if quoted {
        if byte != UInt8(ascii: "\"") {
          bytes.append(byte)
        } else if position < file.count, file[position] == UInt8(ascii: "\"") {
          bytes.append(byte)
          position += 1
        } else {
          quoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        guard bytes.count == ends.last ?? 0 else { return nil }
        quoted = true
      case UInt8(ascii: ","): ends.append(bytes.count)
      case UInt8(ascii: "\r"):
        guard position < file.count, file[position] == UInt8(ascii: "\n") else { return nil }
        position += 1
        ends.append(bytes.count)
        if cellsOfHeader == 0 { cellsOfHeader = ends.count }
        // Every row has as many cells as the header.
        rows += 1
        guard ends.count == rows * cellsOfHeader else { return nil }
      case UInt8(ascii: "\n"): return nil
      default: bytes.append(byte)
      }
    }
    // Every line ends; a rest is half a file.
    guard !quoted, rows > 0, ends.count == rows * cellsOfHeader, bytes.count == ends.last else { return nil }
    (self.bytes, self.ends, count) = (bytes, ends, rows - 1)
    header = (0..<cellsOfHeader).map { CSVText.text(bytes[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]]) }
  }

  /// A cell of a row below the header.
  func text(_ column: Int, _ row: Int) -> String {
    let cell = (row + 1) * header.count + column
    return CSVText.text(bytes[ends[cell - 1]..<ends[cell]])
  }

  /// A text that a spreadsheet would run as a formula is written behind an apostrophe.
  private static func text(_ cell: ArraySlice<UInt8>) -> String {
    guard cell.first == UInt8(ascii: "'"), let second = cell.dropFirst().first, "=+-@".utf8.contains(second)
    else { return String(decoding: cell, as: UTF8.self) }
    return String(decoding: cell.dropFirst(), as: UTF8.self)
  }
}

/// The rows of a CSV read by the names of its columns.
struct CSVTable {
  let file: String
  private let text: CSVText
  private let columns: [String: Int]

  /// Nil, with a fault, if it is no such file or lacks a column.
  init?(_ file: String, _ bytes: [UInt8], columns wanted: [String], _ report: inout AuditReport) {
    self.file = file
    guard let text = CSVText(bytes) else {
      report.examine(.tables, false, Fault(.tables, file))
      return nil
    }
    self.text = text
    columns = Dictionary(text.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var isWhole = true
    for name in wanted where columns[name] == nil {
      report.examine(.tables, false, Fault(.tables, file, line: 1, about: name))
      isWhole = false
    }
    guard isWhole else { return nil }
    report.examine(.tables, true, Fault(.tables, file))
  }

  var count: Int { text.count }

  /// The line of a row as a spreadsheet numbers it.
  func line(_ row: Int) -> Int { row + 2 }

  func text(_ column: String, _ row: Int) -> String {
    columns[column].map { text.text($0, row) } ?? ""
  }
}
