import Sheets
import Tables
import Testing

/// Ten small files, each with something that the others do not have.
struct SmallFile: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  var testDescription: String { name }

  static let workbooks: [SmallFile] = [
    SmallFile(name: "ours", bytes: BookSpec(sheets: [sampleList(rows: 2)]).written().bytes),
    SmallFile(name: "shared texts, styles, a hidden row, a merge", bytes: dressed.bytes),
    SmallFile(name: "strict, with prefixes", bytes: strict.bytes),
    SmallFile(name: "UTF-16", bytes: wide.bytes),
    SmallFile(name: "zip64 beside ordinary numbers", bytes: large.bytes),
    SmallFile(name: "data descriptors, a very hidden sheet", bytes: streamed.bytes),
    SmallFile(name: "1904, ISO dates, errors, formulas", bytes: odd.bytes),
  ]

  static let texts: [SmallFile] = [
    SmallFile(
      name: "commas and quotes", bytes: Array("Mã,Tên\r\n1,\"Đỗ \"\"Bi\"\"\r\nÂn\"\r\n2,Bé\r\n".utf8)),
    SmallFile(
      name: "semicolons and a mark", bytes: [0xEF, 0xBB, 0xBF] + Array("sep=;\nMã;Tên\n1;\"a;b\"\n".utf8)),
    SmallFile(name: "tabs and carriage returns", bytes: Array("Mã\tTên\tLớp\r1\tĐào\t9A\r".utf8)),
  ]

  private static var dressed: Container {
    book(
      """
      <row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>40816</v></c></row>\
      <row r="4"><c r="A4" t="s"><v>1</v></c><c r="C4"><v>8.5</v></c></row>
      """, after: #"<mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#,
      shared: "<si><r><t>Đặng </t></r><r><t>Ân</t></r></si><si><t>x</t></si>",
      formats: #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#)
  }

  private static var strict: Container {
    let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let links = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    var file = book("")
    file["xl/workbook.xml"].content = Array(
      "<x:workbook xmlns:x='\(main)' xmlns:q='\(links)'><x:sheets><x:sheet name='S' q:id='s'/></x:sheets></x:workbook>"
        .utf8)
    file["xl/_rels/workbook.xml.rels"].content = Array(
      relationships("<Relationship Id='s' Type='\(links)/worksheet' Target='worksheets/sheet1.xml'/>").utf8)
    file["xl/worksheets/sheet1.xml"].content = Array(
      """
      <x:worksheet xmlns:x="\(main)"><x:sheetData><x:row><x:c r="B1"><x:v>8</x:v></x:c>\
      <x:c t="inlineStr"><x:is><x:t>tên</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>
      """.utf8)
    return file
  }

  private static var wide: Container {
    var file = book("")
    let sheet = sheetPart("<row><c t='str'><v>Đỗ 😀</v></c></row>").replacing("UTF-8", with: "UTF-16")
    file["xl/worksheets/sheet1.xml"].content = [0xFF, 0xFE] + sheet.utf16.flatMap { le($0, 2) }
    return file
  }

  private static var large: Container {
    var file = book("<row><c t='str'><v>tên</v></c></row>")
    for index in file.parts.indices { file.parts[index].wide = true }
    file.bothRecords = true
    return file
  }

  private static var streamed: Container {
    var file = book("<row><c t='str'><v>tên</v></c></row>")
    file["xl/workbook.xml"].content = Array(
      workbookPart("<sheet name='A' r:id='s'/><sheet name='B' state='veryHidden' r:id='y'/>").utf8)
    file["xl/_rels/workbook.xml.rels"].content = Array(
      relationships(sheetLink("s", "worksheets/sheet1.xml") + sheetLink("y", "\\xl\\worksheets\\y.xml")).utf8)
    file.parts.append(.init("xl\\worksheets\\Y.xml", sheetPart("<row r='9'><c><v>1</v></c></row>")))
    for index in file.parts.indices {
      file.parts[index].descriptor = true
      file.parts[index].method = index % 2 == 0 ? 0 : 8
    }
    return file
  }

  private static var odd: Container {
    book(
      """
      <row><c t="d"><v>2011-09-30</v></c><c t="e"><v>#N/A</v></c><c><f>A1</f></c><c t="b"><v>1</v></c>\
      <c t="str"><f>A1</f><v>_x0041_</v></c></row>
      """, properties: #"<workbookPr date1904="1"/>"#)
  }
}
