import Sheets
import Tables
import Testing

@Suite struct CSVTests {
  private func read(_ text: String) throws -> Workbook { try readWorkbook(Array(text.utf8)) }
  private func cells(_ text: String) throws -> [String] { try read(text).grids.flatMap(shown) }

  @Test("F50: delimiters and line ends", arguments: [",", ";", "\t", "|"])
  func delimitersAndLineEnds(_ delimiter: String) throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = [["STT", "Họ và tên"], ["1", "Trần Ân"], ["", ""], ["2", ""]]
        .map { $0.joined(separator: delimiter) + end }.joined()
      #expect(try cells(text) == ["A1=STT", "B1=Họ và tên", "A2=1", "B2=Trần Ân", "A4=2"])
      let workbook = try read(text)
      #expect(workbook.format == .csv(delimiter: Array(delimiter.utf8)[0], byteOrderMark: false))
      #expect(workbook.notes.isEmpty)
      #expect(isDone(Array(text.utf8)))
    }
  }

  @Test func byteOrderMark() throws {
    let workbook = try readWorkbook([0xEF, 0xBB, 0xBF] + Array("Mã;Tên\n1;2\n".utf8))
    #expect(workbook.format == .csv(delimiter: UInt8(ascii: ";"), byteOrderMark: true))
    #expect(workbook.grids.flatMap(shown) == ["A1=Mã", "B1=Tên", "A2=1", "B2=2"])
  }

  @Test func anEndAsDOSWroteIt() throws {
    let workbook = try read("Mã,Tên\r\n1,An\r\n\u{1A}")
    #expect(workbook.grids.flatMap(shown) == ["A1=Mã", "B1=Tên", "A2=1", "B2=An"])
    #expect(workbook.notes.isEmpty)
  }

  @Test("F50: quotes")
  func quotes() throws {
    let text = "\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\nx\"y,\"\",\"p\"q\n\"\"\"\",' ,\"\"\"a\"\"\"\n"
    #expect(
      try cells(text) == [
        "A1=a,b", "B1=say \"hi\"", "C1=two\r\nlines", "A2=x\"y", "C2=pq", "A3=\"", "B3=' ", "C3=\"a\"",
      ])
  }

  /// How systems keep zeros through a spreadsheet program: it shows what stands between the quotes.
  @Test func textBehindAnEqualsSign() throws {
    let text = "=\"0123\",\"=\"\"0456\"\"\",=\"\",=1+1\n=\"a\"\"b\",=\",=,=\"Trần Ân\""
    #expect(
      try cells(text) == ["A1=0123", "B1=0456", "D1==1+1", "A2==\"a\"\"b\"", "B2==\"", "C2==", "D2=Trần Ân"])
    // Anything else that begins so is a formula.
    let texts = [
      "=\"0123\",a\n", "a,\"=\"\"x\"\"\"\n", "=1+1\n", "\"=A1\"\n", "\"=F(\"\"x\"\")\"\n", "=\"a\"&\"b\"\n",
    ]
    #expect(
      try texts.map { try read($0).grids[0].hasFormulaTexts } == [false, false, true, true, true, true])
  }

  @Test func recordsOfBlanksAreCounted() throws {
    let grid = try read("a,b\n,\n,\n\n\"\"\n1,2\n,,\n").grids[0]
    #expect(grid.recordCount == 7)
    #expect(
      grid.blankRecords.map { [Int($0.first), Int($0.count), Int($0.fieldCount)] } == [
        [2, 2, 2], [5, 1, 1], [7, 1, 3],
      ])
    #expect(grid.rows.map(\.number) == [1, 6])
  }

  /// Where nothing stands above the labels, what parts the fields stands among them.
  @Test func oneColumnOfValuesWithSigns() throws {
    func cells(_ text: String, _ labels: [String] = []) throws -> [String] {
      try readWorkbook(Array(text.utf8), firstRow: labels).grids.flatMap(shown)
    }
    #expect(try cells("a\n1;2\n3;4\n") == ["A1=a", "A2=1;2", "A3=3;4"])
    #expect(try cells("\"a;b\"\n1;2\n3;4\n") == ["A1=a;b", "A2=1;2", "A3=3;4"])
    #expect(try cells("a|b\n1;2|x\n3;4|y\n") == ["A1=a", "B1=b", "A2=1;2", "B2=x", "A3=3;4", "B3=y"])
    // A label that has such a sign is not parted.
    #expect(try cells("a b;c\n1\n2\n", ["a b;c"]) == ["A1=a b;c", "A2=1", "A3=2"])
    #expect(try cells("a;b,\"c\"\n1;2,3\n", ["a;b", "c"]) == ["A1=a;b", "B1=c", "A2=1;2", "B2=3"])
    #expect(try read("a\n1;2\n3;4\n").grids.flatMap(shown).count == 5)
  }

  /// Nor do the semicolons of characters that are spelled as in a page.
  @Test func charactersOfAPageDoNotDecide() throws {
    let text = "H&#7885; t&ecirc;n,Lớp\nNguy&#7877;n V&#x103;n &#193;n,9A\n"
    #expect(
      try cells(text) == [
        "A1=H&#7885; t&ecirc;n", "B1=Lớp", "A2=Nguy&#7877;n V&#x103;n &#193;n", "B2=9A",
      ])
    #expect(try cells("A&B;Lớp\nR&D;9A\n") == ["A1=A&B", "B1=Lớp", "A2=R&D", "B2=9A"])
  }

  @Test func aTitleAndADecimalCommaDoNotDecide() throws {
    let text = "SỞ GIÁO DỤC, ĐÀO TẠO, TỈNH, A\n\nSTT;Tên;Toán\n1;An;8,5\n2;Bé;7,25\n"
    #expect(
      try cells(text) == [
        "A1=SỞ GIÁO DỤC, ĐÀO TẠO, TỈNH, A", "A3=STT", "B3=Tên", "C3=Toán", "A4=1", "B4=An", "C4=8,5", "A5=2",
        "B5=Bé",
        "C5=7,25",
      ])
  }

  @Test(
    "F50: a line that names the separator",
    arguments: ["sep=;\r\n", "sep=;\n", "\"sep=;\"\r\n", "SEP=;\r", "\u{FEFF}sep=;\n"])
  func separatorLine(_ line: String) throws {
    #expect(try cells(line + "a,b,c;d\n") == ["A1=a,b,c", "B1=d"])
    #expect(try read(line).isEmpty)
  }

  @Test func recordsKnowHowManyFieldsTheyHave() throws {
    let grid = try #require(try read("a;b;c\n1\n;;\n2;;\n\"x\";\"\"\n").grids.first)
    #expect(grid.rows.map(\.number) == [1, 2, 4, 5])
    #expect(grid.rows.map(\.fieldCount) == [3, 1, 3, 2])
  }

  @Test func oneColumn() throws {
    #expect(try cells("Mã\n1\n") == ["A1=Mã", "A2=1"])
  }

  @Test("F50: an open quote is a file that was cut off")
  func cutOff() {
    #expect(refusal(Array("a,b\n1,\"x\n".utf8)) == "unfinished B2 reason=quote")
    // The one that would close it is another value's, and rows between them would be part of a name.
    #expect(refusal(Array("a,b\n1,\"x\n2,\"y, z\"\n".utf8)) == "unfinished B2 reason=quote")
    #expect(refusal(Array("a,b\n\"1\n2\" ,\"x\"y\n".utf8)).hasPrefix("read"))
    #expect(refusal(Array("a,b,c\n1,2,3\n4,5".utf8)) == "unfinished 3")
    #expect(refusal(Array("a,b\n\0\0\0".utf8)) == "unfinished reason=zeros")
    // Zeros that a copy has not filled yet, before more that it has; and what is no text at all.
    let hole = [UInt8](repeating: 0, count: 4_096)
    #expect(refusal(Array("a,b\n".utf8) + hole + Array("1,2\n".utf8)) == "unfinished reason=zeros")
    #expect(refusal(Array("a,b\n1,\0\n".utf8)) == "unsupported-format format=binary")
    #expect(refusal([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + hole) == "unsupported-format format=binary")
    #expect(refusal([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == "unsupported-format format=binary")
    #expect(!isDone(Array("a,b\n\0\0\n".utf8)))
    #expect(!isDone(Array("a,b".utf8)))
    #expect(!isDone([]))
  }

  /// Where a text has values that may be rows.
  private func rowsInCells(_ text: String) throws -> [String] {
    try read(text).notes.filter { $0.code == .rowsInACell }.map { "\($0.severity) \($0.place.cell ?? "")" }
  }

  /// The quote of another row closes it, at the end of a field: the rows between are part of a remark, or a name.
  @Test(
    "F50: a quote too many takes in no rows silently",
    arguments: [
      "1,An,9A,\"cao 1m5\n2,Bình,9A,\n3,Chi,9A,cao 1m5\"\n",
      "1,An,9A,\"cao 1m5\n2,Bình,9A,cao 1m6\"\n",
      "1,An,9A,\"cao 1m5\r\n2,Bình,9A,\r\n3,\"\"Chi\"\",9A,cao 1m5\"\r\n",
      "1,\"An,9A,x\n2,Bình,9A,y\n3,Chi\",9A,z\n", "1,\"An,9A,x\n2,Bình\",9A,y\n",
      "1,An,9A,\"x\n2,Bình,9A,y\n3,Chi\",9A,z\n", "\"1,An,9A,x\n2\",Bình,9A,y\n",
      "1,An,9A,\"x\n2,Bình,9A,\"\n", "1,An,9A,Thôn 3, xã B\n2,Bình,9A,\"x\n3,Chi,9A,y\n4,Dũng,9A,z\"\n",
    ])
  func rowsInAQuote(_ rows: String) throws {
    for title in ["", "DANH SÁCH\n", "DANH SÁCH,,,,,\n,,,\n"] {
      let told = try rowsInCells(title + "STT,Họ và tên,Lớp,Ghi chú\n" + rows + "9,Tám,9A,\n")
      let before = rows.prefix { $0 != "\"" }
      let column = ["A", "B", "C", "D"][
        before.split(whereSeparator: \.isNewline).last?.count { $0 == "," } ?? 0]
      let row = 2 + (title + before).count(where: \.isNewline)
      #expect(told == ["note \(column)\(row)"])
    }
  }

  /// In a table of some width a whole line of it in a value is a row.
  @Test(
    "F50: a quote too many takes in no rows of a wide table",
    arguments: [
      (";", "080;\"Nguyễn An;9A;8;9;x\n081;Lê Bình;9A;7;7,5;\n082;Võ Chi\";9A;6;6;\n", "B3"),
      (",", "080,An,9A,8,9,\"cao 1m5\n081,Bình,9A,7,7,\n082,Chi,9A,6,6,x\"\n", "F3"),
    ])
  func rowsOfAWideTable(_ delimiter: String, _ rows: String, _ place: String) throws {
    let header = ["SBD", "Họ và tên", "Lớp", "Toán", "Văn", "Ghi chú"].joined(separator: delimiter)
    let first = ["079", "Bé", "9A", "5", "5", ""].joined(separator: delimiter)
    let text = header + "\n" + first + "\n" + rows + first + "\n"
    #expect(refusal(Array(text.utf8)) == "unfinished \(place) reason=quote")
    // Whoever writes a sentence writes a space.
    let remark = "080,An,9A,8,9,\"x\n1, 2, 3, 4, 5, 6\ny\"\n"
    #expect(refusal(Array((header + "\n" + remark.replacing(",", with: delimiter)).utf8)).hasPrefix("read"))
  }

  /// What somebody wrote in several lines is a value, whatever commas it has.
  @Test(
    "F50: a value of several lines",
    arguments: [
      "1,An,9A,\"cao 1m5, nặng 40kg\ncha mất, mẹ xa, ở với ông\ncần giúp, sớm\"\n",
      "1,An,9A,\"con liệt sĩ\ngiỏi Toán, Lý, Hóa, Sinh\"\n", "1,An,9A,\"a\n\nb,c\"\n",
      "1,\"Nguyễn\nAn\",9A,\"a, b\nc\"\n", "1,\"Nguyễn,\nAn\",9A,x\n",
    ])
  func valuesOfSeveralLines(_ rows: String) throws {
    let header = "STT,\"Họ, chữ lót,\nvà tên\",Lớp,\"Ghi\nchú\"\n"
    for title in ["", "DANH SÁCH\n", "DANH SÁCH,,,\n"] {
      #expect(try rowsInCells(title + header + rows + "2,Bé,9A,\n") == [], "\(rows)")
    }
    // Nobody can tell these from rows, so they are read.
    let address = "1,An,9A,\"Thôn 3\nXã B, huyện C, tỉnh D, Việt Nam\nđi vào\"\n"
    #expect(try rowsInCells("STT,Họ và tên,Lớp,Địa chỉ\n" + address) == ["note D2"])
    // With two columns a comma in a sentence says nothing.
    #expect(try rowsInCells("Mã,Ghi chú\n1,\"Em chăm\nhọc Toán, Lý\ncần cố gắng\"\n") == [])
  }

  /// More than a receipt has room for are counted; of each column the first is named.
  @Test func moreValuesThatMayBeRowsAreCounted() throws {
    let rows = (1...1_003).map { "\($0),An,\"x,k\n2,y,z\",k\n" }.joined()
    let notes = try read("a,b,c,d\n" + rows + "9,Tám,z,\"x\n2,y,z,t\n3\"\n").notes
    #expect(notes.count == 1_001)
    #expect(notes.map { $0.facts["more"] ?? "" }.filter { !$0.isEmpty } == ["3"])
    #expect(notes.first?.facts["more"] == "3")
    #expect(notes.last?.place.cell == "D1005")
  }

  /// To the letter of the format it is one value.
  @Test func whatIsReadAsWritten() throws {
    let text = "a,b\n1,\"x\n2,y\n3,z\"\n"
    #expect(try rowsInCells(text) == ["note B2"])
    let workbook = try readWorkbook(Array(text.utf8), firstRow: ["a", "b"])
    #expect(workbook.grids.flatMap(shown) == ["A1=a", "B1=b", "A2=1", "B2=x\n2,y\n3,z"])
    #expect(!workbook.notes.contains { $0.code == .rowsInACell })
  }

  @Test func aCompleteLastRecordWithoutLineEndIsNoted() throws {
    let workbook = try read("a,b\n1,2")
    #expect(workbook.grids.flatMap(shown) == ["A1=a", "B1=b", "A2=1", "B2=2"])
    #expect(workbook.notes == [Finding(.unfinished, .note, at: .init(row: 2))])
  }

  /// Every prefix that ends within a record is refused, noted, or known to be unfinished.
  @Test("F22: a CSV cut off anywhere is refused, or says so")
  func prefixes() throws {
    let bytes = Array("Mã;Tên\n1;\"Đỗ \"\"Bi\"\"\"\n2;Ân\n".utf8)
    for length in 1..<bytes.count {
      let prefix = Array(bytes.prefix(length))
      guard prefix.last != UInt8(ascii: "\n") else { continue }
      #expect(!isDone(prefix))
      if let workbook = try? readWorkbook(prefix) { #expect(!workbook.notes.isEmpty, "\(length)") }
      // A last record with fewer fields than the header is never taken for one.
      let last = prefix.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      if last.count > 1, last.last?.contains(UInt8(ascii: ";")) == false {
        #expect(refusal(prefix).hasPrefix("unfinished"), "\(length): \(refusal(prefix))")
      }
    }
  }

  @Test("F50: encodings are found, or the file is refused")
  func encodings() {
    // One wrong byte in a text that is UTF-8 otherwise.
    #expect(refusal(Array("a,b\nTrần Ân,".utf8) + [0xFF, 0x0A]) == "encoding-error line=2 near=Trần Ân,")
    let wrong: [[UInt8]] = [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80],
      [0xE1, 0xBB], [0xF0, 0x9F, 0x98],
    ]
    for bytes in wrong { #expect(refusal(bytes).hasPrefix("encoding-error line=1"), "\(bytes)") }
    for text in ["ẵ", "😀", "\u{7FF}", "\u{FFFD}", "\u{10FFFF}", "\u{800}"] {
      #expect(refusal(Array((text + "\n").utf8)) == "read: [[\"A1=\(text)\"]]")
    }
  }

  @Test("F50: a field beyond what a cell holds is refused with its place")
  func limits() {
    let long = "a\nb,\"" + String(repeating: "ă", count: 32_768) + "\"\n"
    #expect(refusal(Array(long.utf8)) == "too-large B2 limit=cellCharacters maximum=32767")
    #expect(
      refusal(Array("a,b\nc,d\n".utf8), limits: .init(cells: 3)) == "too-large B2 limit=cells maximum=3")
    #expect(
      refusal(Array("a,b\n".utf8), limits: .init(fileBytes: 3)) == "too-large limit=fileBytes maximum=3")
    #expect(
      refusal(Array((String(repeating: ",", count: 16_384) + "x\n").utf8))
        == "format-error XFE1 detail=address")
  }

  @Test func nothingInIt() throws {
    #expect(refusal([]) == "empty-file")
    #expect(refusal([0xEF, 0xBB, 0xBF]) == "empty-file")
    #expect(try read("\n\r\n ,\n").grids.flatMap(shown) == ["A3= "])
    #expect(try read(",,\n\n").isEmpty)
  }
}
