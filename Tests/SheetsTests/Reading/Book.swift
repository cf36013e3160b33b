import Sheets
import Tables

private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let package = "http://schemas.openxmlformats.org/package/2006/relationships"

/// A workbook of one sheet, from what stands between `<sheetData>` tags; parts
/// can be replaced afterwards.
func book(
  _ rows: String, after: String = "", shared: String? = nil, formats: String? = nil, properties: String = ""
) -> Container {
  var links = #"<Relationship Id="s" Type="\#(office)/worksheet" Target="worksheets/sheet1.xml"/>"#
  if shared != nil {
    links += #"<Relationship Id="t" Type="\#(office)/sharedStrings" Target="sharedStrings.xml"/>"#
  }
  if formats != nil { links += #"<Relationship Id="f" Type="\#(office)/styles" Target="styles.xml"/>"# }
  let sheets = #"<sheet name="Lớp 9A" sheetId="1" r:id="s"/>"#
  var container = Container(parts: [
    .init(
      "[Content_Types].xml", #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#
    ),
    .init(
      "_rels/.rels",
      relationships(#"<Relationship Id="b" Type="\#(office)/officeDocument" Target="xl/workbook.xml"/>"#)),
    .init("xl/workbook.xml", workbookPart(sheets, properties: properties)),
    .init("xl/_rels/workbook.xml.rels", relationships(links)),
    .init("xl/worksheets/sheet1.xml", sheetPart(rows, after: after)),
  ])
  if let shared {
    container.parts.append(.init("xl/sharedStrings.xml", #"<sst xmlns="\#(main)">\#(shared)</sst>"#))
  }
  if let formats {
    container.parts.append(.init("xl/styles.xml", #"<styleSheet xmlns="\#(main)">\#(formats)</styleSheet>"#))
  }
  return container
}

func workbookPart(_ sheets: String, properties: String = "") -> String {
  #"<workbook xmlns="\#(main)" xmlns:r="\#(office)">\#(properties)<sheets>\#(sheets)</sheets></workbook>"#
}

func sheetPart(_ rows: String, after: String = "") -> String {
  #"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="\#(main)"><sheetData>\#(rows)</sheetData>\#(after)</worksheet>"#
}

func relationships(_ links: String) -> String {
  #"<Relationships xmlns="\#(package)">\#(links)</Relationships>"#
}

func sheetLink(_ id: String, _ target: String, kind: String = "worksheet") -> String {
  #"<Relationship Id="\#(id)" Type="\#(office)/\#(kind)" Target="\#(target)"/>"#
}

/// Every cell of the first sheet, in order: `A1=text`, with the kind in front
/// of what is not text: `B2=date 44197`.
func cells(_ container: Container, limits: ReadingLimits = .standard) throws -> [String] {
  try cells(container.bytes, limits: limits)
}

func cells(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws -> [String] {
  try readWorkbook(bytes, limits: limits).grids.first.map(shown) ?? []
}

func shown(_ grid: Grid) -> [String] {
  grid.rows.indices.flatMap { row in
    grid.cellRange(ofRow: row).map { index in
      let cell = grid.cells[index]
      let address = cellAddress(column: Int(cell.column), row: Int(grid.rows[row].number))
      return "\(address)=\(cell.kind == .text ? "" : "\(cell.kind) ")\(grid.string(of: cell))"
    }
  }
}

/// The refusal of a file, in one line: the code, the place, and its facts by name.
func refusal(_ container: Container, limits: ReadingLimits = .standard) -> String {
  refusal(container.bytes, limits: limits)
}

func refusal(_ bytes: [UInt8], limits: ReadingLimits = .standard) -> String {
  do throws(ReadingError) {
    return "read: \(try readWorkbook(bytes, limits: limits).grids.map(shown))"
  } catch {
    let place = error.place.cell ?? (error.place.row > 0 ? String(error.place.row) : "")
    let facts = error.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return ([error.code.rawValue, place] + facts).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Whether a file has a whole ``FileEnding``, behind a function so that a failure does not print the file.
func isDone(_ bytes: @autoclosure () -> [UInt8]) -> Bool {
  let bytes = bytes()
  let (head, tail) = (Array(bytes.prefix(4096)), Array(bytes.suffix(68 << 10)))
  return FileEnding(head: head, tail: tail, size: Int64(bytes.count)) == .whole
}
