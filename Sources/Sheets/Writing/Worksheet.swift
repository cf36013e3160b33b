import Tables

/// One worksheet part while its rows are streamed into it.
struct Worksheet {
  /// What Excel's sheets have.
  static let lastRow = 1_048_576
  static let columnLimit = 16_384
  static let linkLimit = 65_530

  let name: String
  private var xml = XMLBytes.part()
  private let deflation = Deflation()
  private(set) var row = 0
  private var rowDigits: [UInt8] = []
  /// Where the open row's height can still be put in.
  private var heightPlace = 0
  /// The lines of its tallest text.
  private var rowLines = 1
  /// How a cell of each column begins, up to its letters: `<c r="AB`.
  private var heads: [[UInt8]] = []
  private(set) var merges: [CellRange] = []
  private(set) var notes: [CellNote] = []
  private(set) var links: [PlacedLink] = []

  init(name: String) { self.name = name }

  /// Everything before the rows.
  mutating func open(_ head: (inout XMLBytes) -> Void) {
    xml.add("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")
    xml.add(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
    head(&xml)
    xml.add("<sheetData>")
  }

  mutating func openRow(_ number: Int, height: Int? = nil) {
    row = number
    rowDigits.removeAll(keepingCapacity: true)
    rowDigits.appendDigits(of: Int64(number))
    xml.add("<row r=\"")
    xml.bytes.append(contentsOf: rowDigits)
    xml.add("\"")
    heightPlace = xml.bytes.count
    rowLines = 1
    if let height { addHeight(height, to: &xml) }
    xml.add(">")
  }

  /// The open row holds a text of so many lines: spreadsheets do not make rows
  /// grow when they only open a file.
  mutating func grow(toLines lines: Int) { rowLines = max(rowLines, lines) }

  mutating func closeRow() {
    if rowLines > 1 {
      var height = XMLBytes()
      addHeight(rowLines * 15 + 3, to: &height)
      xml.bytes.insert(contentsOf: height.bytes, at: heightPlace)
    }
    xml.add("</row>")
    if xml.bytes.count > 1 << 16 {
      deflation.addLater(xml.bytes)
      // The bytes are the other thread's now; as many come next.
      xml.bytes = []
      xml.bytes.reserveCapacity(3 << 15)
    }
  }

  private func addHeight(_ points: Int, to xml: inout XMLBytes) {
    xml.attribute(" ht", min(points, 409))
    xml.add(" customHeight=\"1\"")
  }

  mutating func blank(_ column: Int, style: Int) {
    begin(column, style)
    xml.add("\"/>")
  }

  /// A shared text, by its number.
  mutating func text(_ column: Int, style: Int, number: Int) {
    begin(column, style)
    xml.add("\" t=\"s\"><v>")
    xml.add(number)
    xml.add("</v></c>")
  }

  /// A number that `digits` spells.
  mutating func number(_ column: Int, style: Int, _ digits: (inout [UInt8]) -> Void) {
    begin(column, style)
    xml.add("\"><v>")
    digits(&xml.bytes)
    xml.add("</v></c>")
  }

  mutating func boolean(_ column: Int, style: Int, _ value: Bool) {
    begin(column, style)
    xml.add("\" t=\"b\"><v>")
    xml.add(value ? 1 : 0)
    xml.add("</v></c>")
  }

  /// One of the error values that spreadsheets know.
  mutating func error(_ column: Int, style: Int, _ value: ErrorValue) {
    begin(column, style)
    xml.add("\" t=\"e\"><v>")
    xml.text(value.rawValue)
    xml.add("</v></c>")
  }

  private mutating func begin(_ column: Int, _ style: Int) {
    while heads.count <= column { heads.append(Array("<c r=\"\(columnLetters(heads.count))".utf8)) }
    xml.bytes.append(contentsOf: heads[column])
    xml.bytes.append(contentsOf: rowDigits)
    xml.add("\" s=\"")
    xml.add(style)
  }

  mutating func merge(_ range: CellRange) {
    if range.rows.count > 1 || range.columns.count > 1 { merges.append(range) }
  }

  mutating func note(_ column: Int, _ text: String) {
    notes.append(CellNote(row: row, column: column, text: text))
  }

  mutating func link(_ column: Int, _ link: CellLink) {
    guard links.count < Worksheet.linkLimit else { return }
    links.append(PlacedLink(cell: cellAddress(column: column, row: row), target: link))
  }

  /// Ends the rows and the part, after everything that follows them.
  mutating func close(path: String, _ tail: (inout XMLBytes) -> Void) -> ZipEntry {
    xml.add("</sheetData>")
    tail(&xml)
    xml.add("</worksheet>")
    deflation.add(xml.bytes)
    xml.bytes.removeAll()
    return ZipEntry(path: path, deflation)
  }
}

/// The error values that a spreadsheet cell can hold.
enum ErrorValue: String {
  case null = "#NULL!"
  case division = "#DIV/0!"
  case value = "#VALUE!"
  case reference = "#REF!"
  case name = "#NAME?"
  case number = "#NUM!"
  case notAvailable = "#N/A"
}

extension CellRange {
  /// `A1:C2`, or `A1` for a single cell.
  var reference: String {
    let first = cellAddress(column: columns.lowerBound, row: rows.lowerBound)
    let last = cellAddress(column: columns.upperBound, row: rows.upperBound)
    return first == last ? first : first + ":" + last
  }
}
