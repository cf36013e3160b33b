/// A CSV as the contract writes it (contract.md 5): UTF-8 with a byte order
/// mark, CRLF, RFC 4180, one header row. Anything else is no such file.
struct CSVText {
  let header: [String]
  /// In order, each with as many cells as the header.
  let rows: [[String]]

  /// Nil if the bytes are not written so.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    var lines: [[String]] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var quoted = false
    var position = 3
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if quoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          cell.append(byte)
          position += 1
        } else {
          quoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        guard cell.isEmpty else { return nil }
        quoted = true
      case UInt8(ascii: ","):
        cells.append(CSVText.text(cell))
        cell.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\r"):
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\n") else { return nil }
        position += 1
        cells.append(CSVText.text(cell))
        cell.removeAll(keepingCapacity: true)
        lines.append(cells)
        cells.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\n"): return nil
      default: cell.append(byte)
      }
    }
    // Every line ends; a rest is half a file.
    guard !quoted, cells.isEmpty, cell.isEmpty, let header = lines.first,
      lines.allSatisfy({ $0.count == header.count })
    else { return nil }
    self.header = header
    rows = Array(lines.dropFirst())
  }

  /// A text that a spreadsheet would run as a formula is written behind an apostrophe.
  private static func text(_ cell: [UInt8]) -> String {
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

  var count: Int { text.rows.count }

  /// The line of a row as a spreadsheet numbers it.
  func line(_ row: Int) -> Int { row + 2 }

  func text(_ column: String, _ row: Int) -> String {
    columns[column].map { text.rows[row][$0] } ?? ""
  }
}
