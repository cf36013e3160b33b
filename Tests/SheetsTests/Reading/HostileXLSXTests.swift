import Sheets
import Tables
import Testing

/// Workbooks made to hurt, or broken: each is refused with a reason, never
/// read in part.
@Suite struct HostileXLSXTests {
  private let declared = #"<?xml version="1.0" encoding="UTF-8"?>"#
  private let one = #"<row r="1"><c r="A1"><v>1</v></c></row>"#

  @Test(
    "F48: a DOCTYPE in any part is refused",
    arguments: [
      "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
      "xl/worksheets/sheet1.xml",
      "xl/sharedStrings.xml",
      "xl/styles.xml",
    ])
  func doctypesInAnyPart(_ part: String) {
    let declarations = [
      "<!DOCTYPE x>", "<!DOCTYPE x SYSTEM \"file:///etc/hostname\">", "<!DOCTYPE x [<!ENTITY a \"b\">]>",
      "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]>",
    ]
    for declaration in declarations {
      var file = book(one, shared: "<si/>", formats: "")
      let text = String(decoding: file[part].content, as: UTF8.self)
      let root = text.hasPrefix("<?xml") ? text.dropFirst(declared.count) : text[...]
      file[part].content = Array((declaration + root).utf8)
      #expect(refusal(file) == "forbidden-content part=\(part.lowercased())", "\(declaration)")
    }
  }

  @Test(
    "F48: a DOCTYPE behind much that says nothing",
    arguments: [
      "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
      "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
    ])
  func doctypesFarBehind(_ part: String) {
    for much in [
      "<!--" + String(repeating: "x", count: 100 << 10) + "-->", String(repeating: "\n", count: 100 << 10),
    ] {
      var file = book(one, shared: "<si/>", formats: "")
      let text = String(decoding: file[part].content, as: UTF8.self)
      let root = text.hasPrefix("<?xml") ? text.dropFirst(declared.count) : text[...]
      file[part].content = Array((declared + much + "<!DOCTYPE x [<!ENTITY a \"b\">]>" + root).utf8)
      #expect(refusal(file) == "forbidden-content part=\(part.lowercased())")
    }
  }

  @Test("F48: a DOCTYPE in UTF-16")
  func doctypeInUTF16() {
    var file = book("")
    let text = "<!DOCTYPE x [<!ENTITY a \"b\">]>" + sheetPart("").dropFirst(declared.count)
    file["xl/worksheets/sheet1.xml"].content = [0xFF, 0xFE] + text.utf16.flatMap { le($0, 2) }
    #expect(refusal(file) == "forbidden-content part=xl/worksheets/sheet1.xml")
  }

  @Test(
    "F48: a DOCTYPE in a part that nobody reads",
    arguments: ["docProps/core.xml", "xl/theme/theme1.xml", "customXml/_rels/item1.xml.rels"])
  func doctypesInUnreadParts(_ part: String) {
    let text = "<!-- -->\n<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"
    let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { le($0, 2) }
    for content in [Array((declared + text).utf8), utf16] {
      var file = book(one)
      file[part].content = content
      #expect(refusal(file) == "forbidden-content part=\(part.lowercased())")
    }
    // What else is wrong in them, and what stands behind the beginning of the root, is nobody's concern.
    let blanks = String(repeating: " ", count: 70 << 10)
    for content in [
      "", "x", "<x>", "<x><!-- <!DOCTYPE x> --></x>", "<x/><!DOCTYPE x>", blanks, "<x a='1' a='2'/>",
    ] {
      var file = book(one)
      file[part].content = Array(content.utf8)
      #expect(refusal(file).hasPrefix("read:"), "\(content.prefix(30))")
    }
  }

  @Test("F48: parts in other encodings, and in none")
  func otherEncodings() {
    for encoding in ["UTF-7", "ISO-8859-1", "IBM037", "windows-1258"] {
      var file = book("")
      file["xl/worksheets/sheet1.xml"].content = Array(sheetPart(one).replacing("UTF-8", with: encoding).utf8)
      #expect(["encoding-error", "format-error"].contains { refusal(file).hasPrefix($0) }, "\(encoding)")
    }
    var file = book("")
    file["xl/worksheets/sheet1.xml"].content = Array(sheetPart(#"<row><c t="str"><v>"#).utf8) + [0xC3, 0x28]
    #expect(refusal(file).hasPrefix("format-error detail=xml"))
  }

  @Test(
    "F49: wrong sheets are refused with the place",
    arguments: [
      ("<row><c><v>1</v></c>", "format-error detail=xml line=1 part=xl/worksheets/sheet1.xml"),
      (
        "<row><c t=\"str\"><v>&unknown;</v></c></row>",
        "format-error detail=xml line=1 part=xl/worksheets/sheet1.xml"
      ),
      ("<x:row/>", "format-error detail=xml line=1 part=xl/worksheets/sheet1.xml"),
      ("<row r=\"999999999\"/>", "format-error 1 detail=address part=xl/worksheets/sheet1.xml"),
      ("<row r=\"0\"/>", "format-error 1 detail=address part=xl/worksheets/sheet1.xml"),
      ("<row r=\"1048576\"/><row/>", "format-error 1048577 detail=address part=xl/worksheets/sheet1.xml"),
      ("<row><c r=\"XFE1\"/></row>", "format-error A1 detail=address part=xl/worksheets/sheet1.xml"),
      ("<row><c r=\"XFD1\"/><c/></row>", "format-error XFE1 detail=address part=xl/worksheets/sheet1.xml"),
      ("<row r=\"2\"><c r=\"A3\"/></row>", "format-error A2 detail=address part=xl/worksheets/sheet1.xml"),
      ("<row><c r=\"A\"/></row>", "format-error A1 detail=address part=xl/worksheets/sheet1.xml"),
      ("<row><c r=\"AAAA1\"/></row>", "format-error A1 detail=address part=xl/worksheets/sheet1.xml"),
      (
        "<row><c t=\"s\"><v>1</v></c></row>",
        "format-error A1 detail=shared-text part=xl/worksheets/sheet1.xml"
      ),
      (
        "<row><c t=\"s\"><v>-1</v></c></row>",
        "format-error A1 detail=shared-text part=xl/worksheets/sheet1.xml"
      ),
      (
        "<row><c t=\"s\"><v>99999999999999999999</v></c></row>",
        "format-error A1 detail=shared-text part=xl/worksheets/sheet1.xml"
      ),
      (
        "<row><c t=\"s\"><v>x</v></c></row>",
        "format-error A1 detail=shared-text part=xl/worksheets/sheet1.xml"
      ),
    ])
  func wrongSheets(_ rows: String, _ expected: String) {
    #expect(refusal(book(rows, shared: #"<si><t>only</t></si>"#)) == expected)
  }

  @Test("F49: claimed sizes and counts are not believed")
  func claimsAreNotBelieved() throws {
    var file = book(#"<row><c t="s"><v>0</v></c></row>"#, shared: "<si><t>a</t></si>")
    file["xl/sharedStrings.xml"].content = Array(
      String(decoding: file["xl/sharedStrings.xml"].content, as: UTF8.self)
        .replacing("<sst ", with: #"<sst count="8876876876876" uniqueCount="8876876876876" "#).utf8)
    file["xl/worksheets/sheet1.xml"].content = Array(
      sheetPart(#"<row><c t="s"><v>0</v></c></row>"#)
        .replacing("<sheetData>", with: #"<dimension ref="A1:XFD1048576"/><sheetData>"#).utf8)
    #expect(try cells(file) == ["A1=a"])
  }

  @Test func missingParts() throws {
    for part in ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"] {
      var file = book(one)
      file.remove(part)
      #expect(refusal(file).hasPrefix("format-error detail=missing-part"), "\(part)")
    }
    var file = book(#"<row><c s="1"><v>1</v></c></row>"#, shared: "<si/>", formats: "")
    file.remove("xl/sharedStrings.xml")
    file.remove("xl/styles.xml")
    #expect(try cells(file) == ["A1=number 1"])
    file["xl/worksheets/sheet1.xml"].content = Array(sheetPart(#"<row><c t="s"><v>0</v></c></row>"#).utf8)
    #expect(refusal(file) == "format-error A1 detail=shared-text part=xl/worksheets/sheet1.xml")
  }

  @Test func onePartForManySheets() {
    var file = book(one)
    file["xl/workbook.xml"].content = Array(
      workbookPart(#"<sheet name="A" r:id="s"/><sheet name="B" r:id="s"/>"#).utf8)
    #expect(refusal(file) == "format-error detail=missing-part")
    file["xl/workbook.xml"].content = Array(workbookPart(#"<sheet name="A" r:id="other"/>"#).utf8)
    #expect(refusal(file) == "format-error detail=missing-part")
  }

  @Test func wrongKindsOfParts() {
    for part in [
      "xl/workbook.xml", "xl/worksheets/sheet1.xml", "_rels/.rels", "xl/sharedStrings.xml", "xl/styles.xml",
    ] {
      var file = book(one, shared: "<si/>", formats: "")
      file[part].content = Array("<other/>".utf8)
      #expect(refusal(file).hasPrefix("format-error detail=xml"), "\(part)")
      file[part].content = []
      #expect(refusal(file).hasPrefix("format-error detail=xml"), "\(part)")
    }
  }

  @Test("F47: cells, characters and parts over the limits")
  func limits() {
    let text = { (count: Int) in
      #"<row r="4"><c r="C4" t="inlineStr"><is><t>\#(String(repeating: "ă", count: count))</t></is></c></row>"#
    }
    let ten = ReadingLimits(cellCharacters: 10)
    #expect(refusal(book(text(10)), limits: ten).hasPrefix("read"))
    #expect(
      refusal(book(text(11)), limits: ten)
        == "too-large C4 limit=cellCharacters maximum=10 part=xl/worksheets/sheet1.xml")
    #expect(refusal(book(text(32_768))).hasPrefix("too-large C4"))
    #expect(refusal(book(text(32_767))).hasPrefix("read"))
    #expect(refusal(book(text(400_000))).hasPrefix("too-large C4"))
    let long = "<si><t>\(String(repeating: "x", count: 11))</t></si><si><t>b</t></si>"
    #expect(
      refusal(book(#"<row><c t="s"><v>1</v></c></row>"#, shared: long), limits: ten) == #"read: [["A1=b"]]"#)
    #expect(
      refusal(book(#"<row><c t="s"><v>0</v></c></row>"#, shared: long), limits: ten).hasPrefix("too-large A1")
    )

    #expect(
      refusal(book(one + "<row><c><v>2</v></c></row>"), limits: .init(cells: 1))
        == "too-large A2 limit=cells maximum=1 part=xl/worksheets/sheet1.xml")
    #expect(refusal(book(one), limits: .init(fileBytes: 100)) == "too-large limit=fileBytes maximum=100")
    #expect(refusal(book(one), limits: .init(entries: 4)) == "too-large limit=entries maximum=4")
    #expect(refusal(book(one), limits: .init(inflatedBytes: 300)).hasPrefix("too-large limit=inflatedBytes"))
    #expect(
      refusal(book(text(9_000)), limits: .init(partBytes: 9_000)).hasPrefix("too-large limit=partBytes"))
    let deep = String(repeating: "<c>", count: 300) + String(repeating: "</c>", count: 300)
    #expect(refusal(book("<row>\(deep)</row>")).hasPrefix("too-large limit=xmlDepth maximum=256"))
  }

  /// A byte of any part replaced, with checksums that fit: read or refused, never a crash.
  @Test(arguments: [UInt8(ascii: "<"), UInt8(ascii: "9"), UInt8(ascii: "\""), 0xFF])
  func damagedParts(_ byte: UInt8) {
    let rows = """
      <row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>40816</v></c>\
      <c t="inlineStr"><is><t>a_x000D_</t></is></c></row>
      """
    let good = book(
      rows, after: #"<mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#, shared: "<si><r><t>x</t></r></si>",
      formats: #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#)
    for part in good.parts.indices {
      for index in stride(from: Int(byte) % 3, to: good.parts[part].content.count, by: 3) {
        var file = good
        file.parts[part].content[index] = byte
        let result = refusal(file)
        #expect(
          ["read", "format-error", "forbidden-content", "encoding-error", "too-large"].contains {
            result.hasPrefix($0)
          },
          "\(good.parts[part].name) \(index): \(result)")
      }
    }
  }
}
