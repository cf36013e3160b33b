import Foundation
import Sheets
import Tables
import Testing

/// What the font of a cell makes of its text, in XLSX.
@Suite struct FontTests {
  private let formats = """
    <fonts><font><name val="Arial"/></font><font><sz val="12"/><name val=".VnTime"/></font>\
    <font><name val=".vnArialH"/></font><font><name val="VNI-Times"/></font></fonts>\
    <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="77"/></cellXfs>
    """

  @Test func ofTheCell() throws {
    let rows =
      "<row>" + (0..<6).map { #"<c s="\#($0)" t="inlineStr"><is><t>a</t></is></c>"# }.joined()
      + #"<c s="1"><v>5</v></c></row>"#
    let grid = try #require(try readWorkbook(book(rows, formats: formats).bytes).grids.first)
    #expect(grid.hasOldFonts)
    #expect(
      grid.cells.map(\.script) == [.unicode, .tcvn3, .tcvn3Capitals, .vni, .unicode, .unicode, .unicode])
    let plain = try #require(try readWorkbook(book(rows).bytes).grids.first)
    #expect(!plain.hasOldFonts)
  }

  /// Parts of a text with fonts of their own count before the cell's; different ones prove nothing.
  @Test func ofTheRuns() throws {
    func run(_ font: String?) -> String {
      let properties = font.map { "<rPr><b/><rFont val=\"\($0)\"/></rPr>" } ?? ""
      return "<r>\(properties)<t>a</t></r>"
    }
    let shared =
      "<si>\(run(".VnTime"))\(run(".VnArial"))</si><si>\(run(nil))\(run(".VnTime"))</si>"
      + "<si>\(run("Arial"))</si><si><t>a</t></si>"
    let rows =
      "<row>" + (0..<4).map { #"<c t="s"><v>\#($0)</v></c>"# }.joined() + "</row><row>"
      + (0..<4).map { #"<c s="1" t="s"><v>\#($0)</v></c>"# }.joined() + "</row>"
    let grid = try #require(try readWorkbook(book(rows, shared: shared, formats: formats).bytes).grids.first)
    let expected: [Grid.Script] = [
      .tcvn3, .unicode, .unicode, .unicode, .tcvn3, .tcvn3, .unicode, .tcvn3,
    ]
    #expect(grid.cells.map(\.script) == expected)
    // The same where each cell has its text; what nothing stands in says nothing of the next one.
    func inline(_ text: String, _ style: Int) -> String {
      #"<c s="\#(style)" t="inlineStr"><is>\#(text)</is></c>"#
    }
    let texts = shared.components(separatedBy: "</si>").dropLast().map { $0.replacing("<si>", with: "") }
    let own = [0, 1].map { style in
      "<row>" + texts.map { inline($0, style) }.joined()
        + inline(#"<r><rPr><rFont val=".VnTime"/></rPr></r>"#, 0)
        + #"<c t="str"><v>a</v></c></row>"#
    }
    let other = try #require(try readWorkbook(book(own.joined(), formats: formats).bytes).grids.first)
    let both = Array(expected[..<4]) + [.unicode] + Array(expected[4...]) + [.unicode]
    #expect(other.cells.map(\.script) == both)
    #expect(other.hasOldFonts)
    // A run proves it where no style has such a font.
    let alone = try #require(
      try readWorkbook(book("<row>" + inline(run(".VnTime"), 0) + "</row>").bytes).grids.first)
    #expect(alone.hasOldFonts && alone.cells.map(\.script) == [.tcvn3])
  }
}
