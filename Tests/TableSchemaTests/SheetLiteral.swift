import Foundation
import TableSchema
import Tables
import Testing

/// The schema files of the project.
enum ProjectSchemas {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Schemas")

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  static func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for kind in TableKind.allCases {
      files[kind.rawValue] = try bytes("tables/\(kind.rawValue).json")
    }
    return files
  }

  static let schemas = Result { try SchemaSet(files: files()) }
}

/// A sheet written as text: a line for a row, `|` between cells. Blank cells do
/// not exist. A mark 1️⃣…9️⃣ in a cell is where a finding must point.
///
/// In a workbook `#45` is a number, `#045` one whose format shows a zero in front, `#45[00-0]` one in a format with signs, `@40425` a date, `!#N/A` an error, `=?` a
/// formula without a value, `?1` a boolean; `⏎` is a line break. `hidden:` hides a row.
struct SheetLiteral {
  var grid: Grid
  /// By `row/column`, the mark.
  private var marks: [String: String] = [:]
  var isCSV: Bool

  init(_ text: String, isCSV: Bool = true, epoch1904: Bool = false, merges: [Grid.Merge] = []) {
    self.isCSV = isCSV
    grid = Grid(name: isCSV ? "" : "Sheet1", epoch1904: epoch1904)
    grid.merges = merges
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var line = String(line)
      let hidden = line.hasPrefix("hidden:")
      if hidden { line.removeFirst("hidden:".count) }
      let first = Int32(grid.cells.count)
      for (column, cell) in line.components(separatedBy: "|").enumerated() {
        add(cell, row: index + 1, column: column)
      }
      if grid.cells.count > Int(first) {
        grid.rows.append(Grid.Row(number: Int32(index + 1), hidden: hidden, firstCell: first))
      }
    }
  }

  private mutating func add(_ cell: String, row: Int, column: Int) {
    var text = cell.trimmingCharacters(in: CharacterSet(charactersIn: " "))
    for mark in (1...9).map({ "\($0)\u{FE0F}\u{20E3}" }) {
      guard let range = text.range(of: mark, options: .literal) else { continue }
      marks["\(row)/\(column)"] = String(mark.prefix(1).unicodeScalars.prefix(1))
      text.removeSubrange(range)
    }
    text = text.replacingOccurrences(of: "⏎", with: "\n").replacingOccurrences(of: "␣", with: " ")
    guard !text.isEmpty else { return }
    var kind = Grid.Kind.text
    if !isCSV, let prefix = text.first {
      let kinds: [Character: Grid.Kind] = [
        "#": .number, "@": .date, "!": .error, "=": .formulaWithoutValue, "?": .boolean, "~": .isoDate,
        "^": .time,
      ]
      if let special = kinds[prefix] {
        kind = special
        text.removeFirst()
      }
    }
    var pattern: NumberPattern?
    if kind == .number, text.hasSuffix("]"), let bracket = text.firstIndex(of: "[") {
      pattern = NumberPattern(
        text[bracket...].dropFirst().dropLast().utf8.map { $0 == UInt8(ascii: "0") ? .digit : .literal($0) })
      text.removeSubrange(bracket...)
    }
    let zeros = kind == .number && text.allSatisfy(\.isNumber) ? text.prefix { $0 == "0" }.count : 0
    text.removeFirst(min(zeros, text.count - 1))
    let start = UInt32(grid.bytes.count)
    if kind != .formulaWithoutValue { grid.bytes += text.utf8 }
    grid.cells.append(
      Grid.Cell(
        start: start, length: UInt32(grid.bytes.count) - start, column: UInt16(column), kind: kind,
        inShared: false))
    grid.cells[grid.cells.count - 1].zeros = UInt8(zeros)
    if let pattern { grid.showLastCell(in: pattern) }
  }

  func reading() throws -> TableReading {
    validate(grid, isCSV: isCSV, schemas: try ProjectSchemas.schemas.get())
  }

  func table(sourceLocation: SourceLocation = #_sourceLocation) throws -> Table {
    try #require(try reading().table, sourceLocation: sourceLocation)
  }

  /// Each finding as `<mark> <severity> <code> [fact=value …]`; without a mark the
  /// cell, or `-` where there is none.
  func told(facts names: [String] = []) throws -> [String] {
    try reading().findings.map { finding in
      let place = finding.place
      let mark = marks["\(place.row)/\(place.column)"] ?? place.cell ?? "-"
      let facts = names.compactMap { name in finding.facts[name].map { "\(name)=\($0)" } }
      return ([mark, finding.severity.rawValue, finding.code.rawValue] + facts).joined(separator: " ")
    }
  }
}

/// The texts of a column, by row.
func texts(_ key: String, _ table: Table) -> [String] {
  (0..<table.rowCount).map { table.text(key, $0) }
}

/// The numbers of a column, by row.
func numbers(_ key: String, _ table: Table) -> [Int64?] {
  (0..<table.rowCount).map { table.number(key, $0) }
}

/// A roster with one more column, to try the values of that column.
func roster(_ label: String, _ values: [String], isCSV: Bool = true, epoch1904: Bool = false) -> SheetLiteral
{
  let lines = values.enumerated().map { "Học Sinh \($0)|01/02/2011|\($1)" }
  return SheetLiteral(
    (["Họ và tên|Ngày sinh|\(label)"] + lines).joined(separator: "\n"), isCSV: isCSV, epoch1904: epoch1904)
}
