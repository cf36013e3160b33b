import Sheets
import Tables
import Testing

/// XML that is small in the file and large for whoever parses it, or that wants
/// to hide what it says.
@Suite struct HostileXMLTests {
  private let sheet = "xl/worksheets/sheet1.xml"
  private let one = #"<row r="1"><c r="A1"><v>1</v></c></row>"#

  private func file(_ content: [UInt8]) -> Container {
    var file = book("")
    file[sheet].content = content
    return file
  }

  private func file(_ content: String) -> Container { file(Array(content.utf8)) }

  /// Each attribute is compared with each: a million of them would take minutes.
  @Test func aMillionAttributesOnOneElement() {
    let attributes = (0..<1_000_000).map { " a\($0)=''" }.joined()
    #expect(
      refusal(file(sheetPart("<row\(attributes)/>")))
        == "too-large limit=xmlTagBytes maximum=262144 part=\(sheet)")
  }

  @Test func someHundredAttributesOnOneElement() {
    func row(_ count: Int) -> String { "<row" + (0..<count).map { " a\($0)=''" }.joined() + "/>" }
    #expect(refusal(file(sheetPart(row(256)))).hasPrefix("read"))
    #expect(
      refusal(file(sheetPart(row(257)))) == "too-large limit=xmlAttributes maximum=256 part=\(sheet)")
  }

  @Test func moreNamespacesThanAnybodyNeeds() {
    func open(_ depth: Int) -> String {
      "<a" + (0..<20).map { " xmlns:n\(depth)x\($0)='urn:x'" }.joined() + ">"
    }
    let deep = (0..<30).map(open).joined() + String(repeating: "</a>", count: 30)
    #expect(refusal(file(sheetPart(deep))) == "too-large limit=xmlAttributes maximum=256 part=\(sheet)")
  }

  @Test("F48: an attribute of a hundred megabytes")
  func anAttributeOfAHundredMegabytes() {
    var content = Array("<worksheet a='".utf8)
    content += [UInt8](repeating: UInt8(ascii: "a"), count: 100 << 20)
    var file = file(content + Array("'/>".utf8))
    file[sheet].deflated = bareDeflate(of: file[sheet].content)
    #expect(refusal(file) == "too-large limit=xmlTagBytes maximum=262144 part=\(sheet)")
  }

  @Test func aCommentOfManyMegabytes() {
    let long = String(repeating: "-x", count: 4 << 20)
    #expect(
      refusal(file(sheetPart("<!--\(long)-->")))
        == "too-large limit=xmlTagBytes maximum=262144 part=\(sheet)")
    #expect(refusal(file(sheetPart("<!--\(long.prefix(100_000))-->\(one)"))) == #"read: [["A1=number 1"]]"#)
  }

  @Test("F48: a hundred thousand elements inside one another")
  func aHundredThousandElementsInsideOneAnother() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(refusal(file(sheetPart(deep))) == "too-large limit=xmlDepth maximum=256 part=\(sheet)")
  }

  @Test func aTextOfManyMegabytesInOneCell() {
    let long = String(repeating: "ă", count: 8 << 20)
    #expect(
      refusal(file(sheetPart("<row><c t='str'><v>\(long)</v></c></row>")))
        == "too-large A1 limit=cellCharacters maximum=32767 part=\(sheet)")
    let text = sheetPart("<row><c t='str'><v><![CDATA[\(long)]]></v></c></row>")
    #expect(refusal(file(text)) == "too-large limit=xmlTagBytes maximum=262144 part=\(sheet)")
  }

  /// One long text, shown by many cells: whoever copies what a cell shows would be filled by it.
  @Test func aSharedTextThatIsShownAMillionTimes() {
    let text = "<si><t>\(String(repeating: "x", count: 30_000))</t></si>"
    let row = "<row>" + String(repeating: "<c t='s'><v>0</v></c>", count: 100) + "</row>"
    let file = book(String(repeating: row, count: 200), shared: text)
    #expect(
      refusal(file)
        == "too-large CR179 limit=inflatedBytes maximum=536870912 part=\(sheet)")
    #expect(refusal(book(row, shared: text), limits: .init(inflatedBytes: 3_100_000)).hasPrefix("read"))
  }

  /// The legitimate cousin: much text, each shown once.
  @Test func muchSharedText() throws {
    let text = String(repeating: "Trường THPT Nguyễn Thông ", count: 1_000)
    let shared = (0..<500).map { "<si><t>\($0)\(text)</t></si>" }.joined()
    let rows = (0..<500).map { "<row><c t='s'><v>\($0)</v></c></row>" }.joined()
    let grid = try #require(try readWorkbook(book(rows, shared: shared).bytes).grids.first)
    #expect(grid.cells.count == 500)
    #expect(grid.string(of: grid.cells[499]) == "499" + text)
  }

  @Test func moreSheetsThanParts() {
    var file = book(one)
    file["xl/workbook.xml"].content = Array(
      workbookPart(String(repeating: "<sheet name='a'/>", count: 5_000)).utf8)
    #expect(refusal(file) == "too-large limit=entries maximum=4096 part=xl/workbook.xml")
  }

  @Test func moreRelationshipsThanParts() {
    var file = book(one)
    file["_rels/.rels"].content = Array(
      relationships((0..<5_000).map { sheetLink("x\($0)", "x") }.joined()).utf8)
    #expect(refusal(file) == "too-large limit=entries maximum=4096 part=_rels/.rels")
  }

  /// A DOCTYPE behind an encoding that a filter would not look into.
  @Test("F48: a DOCTYPE behind an encoding")
  func aDoctypeInAnotherEncoding() {
    let text = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><x>&a;</x>"
    let utf7 = "<?xml version='1.0' encoding='UTF-7'?>" + text.replacing("<", with: "+ADw-")
    let wide: [UInt8] = [0xFE, 0xFF] + text.utf8.flatMap { [0, $0] as [UInt8] }
    let utf32: [UInt8] = text.utf8.flatMap { [$0, 0, 0, 0] as [UInt8] }
    let declared = "<?xml version='1.0' encoding='UTF-16'?>" + text
    let ebcdic: [UInt8] = [0x4C, 0x6F, 0xA7, 0x94, 0x93] + text.utf8.map { $0 ^ 0x80 }
    let contents: [[UInt8]] = [Array(utf7.utf8), wide, utf32, Array(declared.utf8), ebcdic]
    for (index, content) in contents.enumerated() {
      let result = refusal(file(content))
      let isRefused = ["forbidden-content", "encoding-error", "format-error"].contains {
        result.hasPrefix($0)
      }
      #expect(isRefused, "\(index): \(result)")
    }
    #expect(refusal(file(wide)) == "forbidden-content part=\(sheet)")
  }

  /// UTF-16 with half a character or cut off within one, and UTF-8 with a NUL.
  @Test("F48: bytes that are no characters")
  func bytesThatAreNoCharacters() {
    let text = "<?xml version='1.0' encoding='UTF-16'?>" + sheetPart(one).dropFirst(38)
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { le($0, 2) }
    #expect(refusal(file(wide)) == #"read: [["A1=number 1"]]"#)
    // A decoder that gives up in the middle of the sheet.
    for place in stride(from: 200, to: wide.count - 40, by: 2) {
      let broken = Array(wide[..<place]) + [0x00, 0xDC, 0x00, 0xDC] + wide[place...]
      #expect(refusal(file(broken)).hasPrefix("format-error detail=xml"), "\(place)")
      #expect(refusal(file(Array(wide[..<(place + 1)]))).hasPrefix("format-error detail=xml"), "\(place)")
    }
    #expect(refusal(file(sheetPart("<row><c t='str'><v>a\0b</v></c></row>"))).hasPrefix("format-error"))
    #expect(
      refusal(file(sheetPart("<row><c t='str'><v>a&#0;b</v></c></row>"))).hasPrefix("format-error"))
  }

  @Test func manyStylesAndFormats() throws {
    let formats = (0..<20_000).map { "<numFmt numFmtId='\(164 + $0)' formatCode='0.0\\\($0)'/>" }.joined()
    let styles = String(repeating: "<xf numFmtId='14'/>", count: 100_000)
    let file = book(
      "<row><c s='99999'><v>40816</v></c><c s='100000'><v>1</v></c><c s='999999999999'><v>2</v></c></row>",
      formats: "<numFmts>\(formats)</numFmts><cellXfs>\(styles)</cellXfs>")
    #expect(try cells(file) == ["A1=date 40816", "B1=number 1", "C1=number 2"])
  }
}
