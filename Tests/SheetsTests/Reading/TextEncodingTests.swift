import Sheets
import Tables
import Testing

/// CSV in encodings other than UTF-8: told by evidence, or refused.
@Suite struct TextEncodingTests {
  private static let text = "STT;Họ và tên\r\n1;Nguyễn Đỗ Ưng\r\n2;Trần \"Ái\" Hường\r\n"
  private static let shownCells = [
    "A1=STT", "B1=Họ và tên", "A2=1", "B2=Nguyễn Đỗ Ưng", "A3=2", "B3=Trần \"Ái\" Hường",
  ]

  private func utf16(_ text: String, big: Bool, mark: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in (mark ? [0xFEFF] : []) + Array(text.utf16) {
      bytes += big ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    return bytes
  }

  @Test(
    "F50: UTF-16 as spreadsheet programs write it",
    arguments: [(false, true), (true, true), (false, false), (true, false)])
  func utf16(big: Bool, mark: Bool) throws {
    let bytes = utf16(Self.text, big: big, mark: mark)
    #expect(sniff(bytes) == .csv)
    #expect(isDone(bytes))
    let workbook = try readWorkbook(bytes)
    #expect(workbook.grids.flatMap(shown) == Self.shownCells)
    #expect(workbook.notes == [Finding(.transcoded, .note, facts: ["encoding": "utf-16"])])
    // Cut off: half a character, a record that is not whole, zeros that a copy has not filled.
    #expect(refusal(Array(bytes.dropLast())) == "unfinished")
    #expect(!isDone(Array(bytes.dropLast())))
    #expect(!isDone(Array(bytes.dropLast(2)) + [0, 0]))
    #expect(refusal(Array(bytes.dropLast(2)) + [0, 0]) == "unfinished reason=zeros")
  }

  /// The first characters need not be ASCII.
  @Test("F50: UTF-16 without a mark", arguments: [false, true])
  func utf16WithoutAMark(big: Bool) throws {
    let bytes = utf16("Họ và tên;STT\r\nNguyễn Đỗ Ưng;1\r\n", big: big, mark: false)
    #expect(
      try readWorkbook(bytes).grids.flatMap(shown) == ["A1=Họ và tên", "B1=STT", "A2=Nguyễn Đỗ Ưng", "B2=1"])
    #expect(isDone(bytes))
  }

  /// Where a page's bytes do not decide, what it declares does; where they do, that.
  @Test func aPageDeclaresItsEncoding() throws {
    let page = { (charset: String, text: [UInt8]) in
      Array(
        "<html><meta http-equiv=Content-Type content=\"text/html; charset=\(charset)\"><table><tr><td>".utf8)
        + text + Array("</td></tr></table></html>".utf8)
    }
    let letters = Array("Nguy&#7877;n ".utf8) + [0xD0] + Array("&#7895;".utf8)
    for (charset, read) in [("windows-1258", "A1=Nguyễn Đỗ"), ("windows-1252", "A1=Nguyễn Ðỗ")] {
      let workbook = try readWorkbook(page(charset, letters))
      #expect(workbook.grids.flatMap(shown) == [read])
      #expect(workbook.notes.map { $0.facts["encoding"] } == [charset])
    }
    #expect(try readWorkbook(page("windows-1252", Array("Đỗ".utf8))).grids.flatMap(shown) == ["A1=Đỗ"])
  }

  @Test func brokenUTF16() {
    let lone = utf16("a;b\n", big: false, mark: true) + [0x00, 0xDC, 0x0A, 0x00]
    #expect(refusal(lone) == "encoding-error encoding=utf-16 line=2")
    #expect(refusal(utf16("a;b\n", big: false, mark: true) + [0x00, 0xD8]) == "unfinished")
    #expect(refusal([0xFF, 0xFE]) == "empty-file")
  }

  /// `Trần Đức` and `Nguyễn` as Windows writes them for Vietnam: tones behind their letters.
  @Test func windows1258() throws {
    var bytes = Array("STT;T".utf8) + [0xEA] + Array("n\n1;Tr".utf8) + [0xE2, 0xCC] + Array("n ".utf8)
    bytes += [0xD0, 0xFD, 0xEC] + Array("c\n2;Nguy".utf8) + [0xEA, 0xDE] + Array("n V".utf8) + [0xE3]
    bytes += Array("n\n".utf8)
    let workbook = try readWorkbook(bytes)
    #expect(
      workbook.grids.flatMap(shown) == ["A1=STT", "B1=Tên", "A2=1", "B2=Trần Đức", "A3=2", "B3=Nguyễn Văn"])
    #expect(workbook.notes == [Finding(.transcoded, .repair, facts: ["encoding": "windows-1258"])])
  }

  /// Names that need no letter beyond Western Europe's.
  @Test func windows1252() throws {
    let bytes = Array("Tr".utf8) + [0xE2] + Array("m;L".utf8) + [0xEA] + Array(" H".utf8) + [0xE0, 0x0A]
    let workbook = try readWorkbook(bytes)
    #expect(workbook.grids.flatMap(shown) == ["A1=Trâm", "B1=Lê Hà"])
    #expect(workbook.notes.map(\.code) == [.transcoded])
  }

  /// A program that has no other letters writes question marks for the rest of the alphabet.
  @Test func lettersThatAreLost() throws {
    let bytes = joined(
      Array("L".utf8), [0xEA], Array(" H".utf8), [0xE0], Array(";1\nNguy?n Th? Mai;2\n".utf8))
    do throws(ReadingError) {
      _ = try readWorkbook(bytes)
      Issue.record("was read")
    } catch {
      #expect(error.finding == Finding(.lettersLost, .error, value: "Nguy?n"))
    }
  }

  /// Old fonts: the characters stay as they are until the header says what they mean.
  @Test func tcvn3() throws {
    // Họ và tên, Nguyễn Văn Ánh
    let bytes: [UInt8] = joined(
      Array("STT;H".utf8), [0xE4], Array(" v".utf8), [0xB5], Array(" t".utf8), [0xAA],
      Array("n\n1;Nguy".utf8),
      [0xD4], Array("n V".utf8), [0xA8], Array("n ".utf8), [0xB8], Array("nh\n".utf8))
    let workbook = try readWorkbook(bytes)
    #expect(workbook.grids.flatMap(shown) == ["A1=STT", "B1=Hä vµ tªn", "A2=1", "B2=NguyÔn V¨n ¸nh"])
    #expect(workbook.notes.isEmpty)
  }

  /// `São` is no Vietnamese in any encoding, and `Mün` in none for certain.
  @Test(arguments: [[0x53, 0xE3, 0x6F], [0x4D, 0xFC, 0x6E], [0x8A, 0x9E, 0x81], [0xB1, 0xB2, 0xC0, 0xC4]])
  func whatNothingProvesIsRefused(_ name: [UInt8]) {
    #expect(refusal(name + Array(";1\n".utf8)).hasPrefix("encoding-error"))
  }
}
