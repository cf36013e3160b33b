import Testing

@testable import Sheets

/// What people put into names, and what must come back unchanged.
let hostileTexts: [String] = [
  "=1+1", "=HYPERLINK(\"http://example.test\",\"x\")", "+84912345678", "-", "@SUM(A1)", "\t=1", "\r\n=1",
  "'=1", "''", " leading", "trailing ", "two\nlines", "a\u{0}b\u{1}\u{1F}", "_x0041_", "_x005F_x0041_",
  "_x0041_x0042_", "_x004", "x_x00e9_y", "\u{FFFE}\u{FFFF}", "<b>&amp;</b>", "]]>", "\"quoted\"", "000123",
  "1-2", "MARCH1", "1E5", "Nguyễn Thị Ánh", "Nguye\u{302}\u{303}n", "👩‍🏫 \u{202E}evil", "，＝１", "\u{FEFF}=1",
  "\u{3000}＝1", "\u{A0}-1", "a,b;c", "true",
]

@Suite struct CellTextTests {
  /// The texts of a shared text part, read by a plain scan.
  static func sharedTexts(_ xml: String) -> [String] {
    xml.components("<si>").dropFirst().map { item in
      let open = item.firstIndex(of: ">").map { item.index(after: $0) } ?? item.startIndex
      let inner = item[open...].components("</t>").first ?? ""
      return unescaped(inner)
    }
  }

  /// XML first, then each `_xHHHH_` once, from left to right.
  static func unescaped(_ text: String) -> String {
    var xml = text
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      xml = xml.components(entity).joined(separator: character)
    }
    var result = String.UnicodeScalarView()
    var rest = xml.unicodeScalars[...]
    while let first = rest.first {
      let head = Array(rest.prefix(7))
      if head.count == 7, head[0] == "_", head[1] == "x", head[6] == "_",
        let value = UInt32(String(String.UnicodeScalarView(head[2..<6])), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }

  @Test func hostileTextsComeBackAndNothingIsAFormula() throws {
    let book = BookSpec(sheets: [
      SheetSpec(name: "=1+1", columns: [ColumnSpec("=A1", width: 10, note: "=note")]) { sink in
        for text in hostileTexts {
          sink.text(text)
          sink.endRow()
        }
      }
    ]).written()
    let zip = try Unzip(book.bytes)
    let texts = CellTextTests.sharedTexts(zip.text("xl/sharedStrings.xml"))
    #expect(texts.map { Array($0.utf8) } == (["=A1"] + hostileTexts).map { Array($0.utf8) })
    for entry in zip.entries {
      for forbidden in ["<f>", "<f ", "externalLink", "hyperlink", "oleObject"] {
        #expect(!entry.text.contains(forbidden), "\(entry.path) has \(forbidden)")
      }
    }
  }

  @Test func charactersThatXMLCannotHoldAreEscaped() {
    var xml = XMLBytes()
    xml.text("a\u{1}\r\u{B}_x0041_ \u{FFFF}<&>")
    #expect(
      String(decoding: xml.bytes, as: UTF8.self)
        == "a_x0001__x000D__x000B__x005F_x0041_ _xFFFF_&lt;&amp;&gt;")
  }

  @Test func spacesAtTheEndsAreKept() {
    var xml = XMLBytes()
    for text in [" a", "a\n", "a b"] { xml.textElement(Array(text.utf8)[...]) }
    #expect(
      String(decoding: xml.bytes, as: UTF8.self)
        == "<t xml:space=\"preserve\"> a</t><t xml:space=\"preserve\">a\n</t><t>a b</t>")
  }

  @Test func aTextTooLongIsCutAndSaid() {
    let exact = String(repeating: "ă", count: 32_767)
    let pairs = "a" + String(repeating: "😀", count: 16_384)
    let book = BookSpec(sheets: [
      SheetSpec(name: "a", columns: [ColumnSpec("x", width: 9), ColumnSpec("y", width: 9)]) { sink in
        sink.text(exact)
        sink.text(pairs)
        sink.endRow()
      }
    ]).written()
    #expect(book.cuts == [WrittenBook.Cut(sheet: "a", cell: "B2")])
    // Never half a character: 1 + 2 × 16,383 units are the most that fit.
    #expect(cellText(Array(pairs.utf8)[...]).text.count == 1 + 4 * 16_383)
    #expect(cellText(Array(exact.utf8)[...]).isCut == false)
  }

  @Test func brokenBytesBecomeReplacementCharacters() {
    let (text, isCut) = cellText([65, 0xFF, 66])
    #expect(String(decoding: text, as: UTF8.self) == "A\u{FFFD}B")
    #expect(!isCut)
  }

  @Test func textsAreSharedInTheOrderOfFirstUse() {
    var texts = TextPool()
    for round in 0..<2 {
      for number in 0..<3000 {
        #expect(texts.number(of: Array("text \(number)".utf8)[...]) == number, "round \(round)")
      }
    }
    #expect(texts.count == 3000)
    #expect(texts.uses == 6000)
  }
}

extension StringProtocol {
  /// The pieces between separators.
  func components(_ separator: String) -> [String] {
    var pieces: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
