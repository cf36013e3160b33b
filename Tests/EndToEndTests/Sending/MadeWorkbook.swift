import Foundation
import Tables

/// A workbook as an office program would save it, from rows of texts; small, and open to be spoiled.
struct MadeWorkbook {
  struct Sheet {
    var name: String
    /// A text beginning with `#` is a number, with `@` a date as ISO has it, with `=` a formula without a
    /// value; blank: no cell.
    var rows: [[String]]
    var merges: [String] = []
    var isHidden = false
    /// Sheet rows that a filter hides.
    var hiddenRows: Set<Int> = []
  }

  var sheets: [Sheet]
  /// What stands in front of each worksheet's first element.
  var prologue = ""

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  init(_ name: String, _ rows: [[String]]) { sheets = [Sheet(name: name, rows: rows)] }

  var bytes: [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let links = "http://schemas.openxmlformats.org/package/2006/relationships"
    let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    var list = ""
    var targets = ""
    var parts: [(String, String)] = [
      ("[Content_Types].xml", #"<Types xmlns="\#(types)"/>"#),
      (
        "_rels/.rels",
        #"<Relationships xmlns="\#(links)"><Relationship Id="b" Type="\#(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.isHidden ? #" state="hidden""# : ""
      list += #"<sheet name="\#(escaped(sheet.name))" sheetId="\#(index + 1)"\#(state) r:id="s\#(index)"/>"#
      targets +=
        #"<Relationship Id="s\#(index)" Type="\#(office)/worksheet" Target="worksheets/sheet\#(index + 1).xml"/>"#
      parts.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          #"\#(prologue)<worksheet xmlns="\#(main)"><sheetData>\#(rows(of: sheet))</sheetData>\#(merges(of: sheet))</worksheet>"#
        ))
    }
    parts.append(
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(main)" xmlns:r="\#(office)"><sheets>\#(list)</sheets></workbook>"#
      ))
    parts.append(
      ("xl/_rels/workbook.xml.rels", #"<Relationships xmlns="\#(links)">\#(targets)</Relationships>"#))
    return zipped(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  private func rows(of sheet: Sheet) -> String {
    sheet.rows.enumerated().map { index, row in
      let cells = row.enumerated().map { column, text in cell(text, "\(letter(column))\(index + 1)") }
        .joined()
      let hidden = sheet.hiddenRows.contains(index + 1) ? #" hidden="1""# : ""
      return cells.isEmpty ? "" : #"<row r="\#(index + 1)"\#(hidden)>\#(cells)</row>"#
    }.joined()
  }

  private func cell(_ text: String, _ address: String) -> String {
    switch text.first {
    case nil: ""
    case "#": #"<c r="\#(address)"><v>\#(text.dropFirst())</v></c>"#
    case "@": #"<c r="\#(address)" t="d"><v>\#(text.dropFirst())</v></c>"#
    case "=": #"<c r="\#(address)"><f>\#(escaped(String(text.dropFirst())))</f></c>"#
    default:
      #"<c r="\#(address)" t="inlineStr"><is><t xml:space="preserve">\#(escaped(text))</t></is></c>"#
    }
  }

  private func merges(of sheet: Sheet) -> String {
    let ranges = sheet.merges.map { #"<mergeCell ref="\#($0)"/>"# }.joined()
    return ranges.isEmpty ? "" : "<mergeCells>\(ranges)</mergeCells>"
  }

  private func letter(_ column: Int) -> String { columnLetters(column) }

  private func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
  }
}

/// A ZIP file whose entries are stored as they are.
func zipped(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  var file: [UInt8] = []
  var directory: [UInt8] = []
  func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  for (name, bytes) in entries {
    let start = file.count
    // Version, flags, method, time, date (1/1/1980); then checksum, sizes, lengths.
    let common =
      little(20, 2) + little(0, 6) + little(0x21, 2) + little(Int(checksum(bytes)), 4)
      + little(bytes.count, 4)
      + little(bytes.count, 4) + little(name.utf8.count, 2) + little(0, 2)
    file += little(0x0403_4B50, 4) + common + Array(name.utf8) + bytes
    directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10) + little(start, 4)
    directory += Array(name.utf8)
  }
  let end =
    little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
    + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
  return file + directory + end
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}
