import Foundation
import Sheets
import Tables
import Testing
import Wording

@testable import Exports

@Suite struct ReceiptTests {
  /// The cells of a sheet by address.
  private func cells(_ grid: Grid) -> [String: String] {
    var cells: [String: String] = [:]
    for (index, row) in grid.rows.enumerated() {
      for cell in grid.cells[grid.cellRange(ofRow: index)] {
        let address = cellAddress(column: Int(cell.column), row: Int(row.number))
        cells[address] = "\(cell.kind) \(grid.string(of: cell))"
      }
    }
    return cells
  }

  @Test func theSendersSheetComesBackCellForCell() throws {
    let content = sampleReceipt()
    let book = try readWorkbook(content.workbook(in: .vi))
    #expect(book.grids.map(\.name) == ["Biên nhận", "9A1"])
    var expected = cells(content.grids[0])
    // An id that had become a number is text again; an ISO date is the text it was.
    expected["B5"] = "text 80207010002"
    expected["D6"] = "text 2007-03-09"
    #expect(cells(book.grids[1]) == expected)
    // The second of two ranges that overlap would make the file unreadable.
    #expect(book.grids[1].merges == [content.grids[0].merges[0]])
  }

  /// It is read as it was when it comes back.
  @Test func zerosThatACellShowsAreShownAgain() throws {
    var content = sampleReceipt()
    let codes = content.grids[0].cells.indices.filter { index in
      let cell = content.grids[0].cells[index]
      return cell.kind == .number && content.grids[0].text(of: cell).allSatisfy { (0x30...0x39).contains($0) }
    }
    try #require(!codes.isEmpty)
    for index in codes { content.grids[0].cells[index].zeros = 1 }
    let back = try readWorkbook(content.workbook(in: .vi)).grids[1]
    let numbers = back.cells.filter { $0.kind == .number && $0.zeros == 1 }
    #expect(numbers.map(back.string) == codes.map { content.grids[0].string(of: content.grids[0].cells[$0]) })
  }

  @Test func signsThatACellShowsAreShownAgain() throws {
    var content = sampleReceipt()
    let pattern = try #require(NumberPattern([.digit, .literal(0x2D), .digit, .digit]))
    let numbers = content.grids[0].cells.filter { $0.kind == .number }
    try #require(!numbers.isEmpty)
    for index in content.grids[0].cells.indices where content.grids[0].cells[index].kind == .number {
      let cell = content.grids[0].cells.remove(at: index)
      var last = content.grids[0]
      last.cells.append(cell)
      last.showLastCell(in: pattern)
      content.grids[0].patterns = last.patterns
      content.grids[0].cells.insert(last.cells[last.cells.count - 1], at: index)
    }
    let back = try readWorkbook(content.workbook(in: .vi)).grids[1]
    let shown = back.cells.filter { back.pattern(of: $0) == pattern }
    #expect(shown.map(\.kind) == numbers.map(\.kind))
    #expect(shown.map(back.string) == numbers.map(content.grids[0].string))
  }

  /// A sender's list that is called as our summary comes back, and the summary of a receipt that came back does not.
  @Test func aSendersSheetMayBeCalledAsTheReceiptIs() throws {
    var content = sampleReceipt()
    content.grids.append(grid("Biên nhận", [(1, [(.text, "Đã đọc được")])]))
    #expect(try readWorkbook(content.workbook(in: .vi)).grids.map(\.name) == ["Biên nhận", "9A1"])
    var table = Table(kind: .roster, sheet: "Biên nhận", headerRow: 1)
    table.rowNumbers = [2]
    table.held = [false]
    content.tables.append(.init(table, name: "Danh sách học sinh"))
    let names = try readWorkbook(content.workbook(in: .vi)).grids.map(\.name)
    #expect(names == ["Biên nhận", "9A1", "Biên nhận (2)"])
  }

  @Test func theFirstLineSaysWhatToDo() throws {
    for outcome in ReceiptOutcome.allCases {
      var content = sampleReceipt()
      content.outcome = outcome
      for language in Language.allCases {
        let grid = try #require(try readWorkbook(content.workbook(in: language)).grids.first)
        let first = try #require(grid.cells.first)
        let verdict = ReceiptWording(language).verdict(outcome, heldRows: 2, need: content.need)
        #expect(grid.string(of: first) == verdict)
      }
    }
  }

  @Test func theFirstSheetSaysWhatWasReadAndChangedAndFound() throws {
    let grid = try #require(try readWorkbook(sampleReceipt().workbook(in: .vi)).grids.first)
    let rows = grid.rows.indices.map { row in grid.cells[grid.cellRange(ofRow: row)].map(grid.string) }
    #expect(
      rows.contains(["Đã đọc được", "Danh sách học sinh (trang tính “9A1”): 3 dòng; nhận 1, giữ lại 2."]))
    #expect(rows.contains(["Thay đổi so với bản trước", "Danh sách học sinh: thêm 1, bỏ 0, sửa 2."]))
    let told = rows.filter { ["Phải sửa", "Đã tự sửa", "Lưu ý"].contains($0.first) }
    // How many, and where; then each.
    #expect(
      told.prefix(3).map { $0.prefix(2).joined(separator: " ") } == [
        "Phải sửa 3 chỗ", "Đã tự sửa 1 chỗ", "Lưu ý 2 chỗ",
      ])
    #expect(told[0][2].contains("Ngày sinh: 1; Họ và tên: 1"))
    let found = Array(told.dropFirst(3))
    // The gravest first, otherwise in the order of the file.
    #expect(
      found == [
        ["Phải sửa", "9A1", "D5", "Ngày sinh", "31/02/2007", "Không có ngày 31/02/2007. Hãy sửa lại."],
        ["Phải sửa", "9A1", "C6", "Họ và tên", "Thiếu họ và tên."],
        ["Phải sửa", "9A1", "dòng 7", "Dòng trống."],
        ["Đã tự sửa", "9A1", "B5", "80207010002", "080207010002", "Đã thêm số 0."],
        ["Lưu ý", "9A1", "Sở thích", "Cột lạ."],
        ["Lưu ý", "9A1", "D5", "Khác với hồ sơ gốc."],
      ])
  }

  @Test func aColumnWithoutALabelIsNamedAsOne() {
    var content = sampleReceipt()
    content.findings = [
      finding(.blankLabel, .note, row: 3, column: 6, message: ""),
      finding(.headingRow, .note, row: 6, column: 1, label: "Họ và\ntên", message: ""),
      finding(.blankLabel, .note, row: 3, column: 27, message: ""),
      finding(.hiddenRows, .note, row: 3, column: -1, message: ""),
    ]
    let texts = ReceiptHead(content: content, wording: ReceiptWording(.vi)).lines.flatMap(\.blocks).map(
      \.text)
    #expect(texts.contains { $0.hasSuffix("cột G: 1; Họ và tên: 1; cột AB: 1; cả dòng: 1.") })
  }

  /// Whether something must be sent again is not the same as whether the file is in force.
  @Test func aFileThatNobodyCanMendNeedNotBeSentAgain() {
    func need(_ outcome: ReceiptOutcome, _ codes: FindingCode...) -> ReceiptNeed {
      var content = sampleReceipt()
      content.outcome = outcome
      content.tables = []
      content.findings = codes.map { finding($0, .error, row: 0, column: -1, message: "") }
      return content.need
    }
    #expect(need(.refused, .notAllowed) == .nothing)
    #expect(need(.refused, .notAllowed, .missingLabel) == .correct)
    #expect(need(.refused, .unreadTable) == .nothing)
    #expect(need(.held, .roundClosed) == .waiting)
    #expect(need(.held, .wouldRemove) == .confirm)
    #expect(need(.accepted) == .nothing)
    #expect(sampleReceipt().need == .correct)
  }

  /// Where a school wishes for seats that nobody has declared yet, it has nothing to mend.
  @Test func whatWaitsForSeatsWaits() {
    var content = sampleReceipt()
    content.outcome = .refused
    let facts = ["undeclared": Undeclared.round.rawValue]
    content.findings = [
      finding(.tooManyErrors, .error, row: 0, column: -1, facts: facts, message: ""),
      finding(.foreignKey, .error, row: 5, column: 4, facts: facts, message: ""),
    ]
    #expect(content.need == .waiting)
    content.findings.append(finding(.required, .error, row: 5, column: 2, message: ""))
    #expect(content.need == .correct)
  }

  @Test func whatHoldsForSeveralSheetsIsSaidOnce() throws {
    var content = sampleReceipt()
    content.outcome = .refused
    content.findings = ["9A1", "9A2"].flatMap { sheet in
      [
        finding(.tooManyErrors, .error, sheet: sheet, row: 0, column: -1, message: "Quá nhiều lỗi."),
        finding(.missingLabel, .error, sheet: sheet, row: 3, column: -1, message: "Thiếu cột ở \(sheet)."),
      ]
    }
    let lines = ReceiptHead(content: content, wording: ReceiptWording(.vi)).lines
    let texts = lines.flatMap(\.blocks).map(\.text)
    #expect(texts.filter { $0.contains("Quá nhiều lỗi") } == ["Quá nhiều lỗi."])
    #expect(texts.filter { $0.hasPrefix("Ô: Thiếu cột") }.count == 2)
  }

  @Test func theListLeadsToTheCells() throws {
    let xml = try linkPart(sampleReceipt().workbook(in: .vi))
    // Of rows without a cell to point at, the first cell that they have.
    for cell in ["D5", "C6", "A7", "B5"] { #expect(xml.contains("location=\"'9A1'!\(cell)\""), "\(cell)") }
  }

  @Test func aRepairSaysWhatStoodThereBeforeAndAfter() throws {
    let content = sampleReceipt()
    let sheet = ReceiptSheet(
      grid: content.grids[0], table: content.tables[0], remarks: content.findings,
      wording: ReceiptWording(.vi))
    #expect(
      sheet.cellMarks()[0].note
        == "Đã tự sửa\nTrước: 80207010002\nSau: 080207010002\nĐã thêm số 0.")
  }

  @Test func findingsOfACellAreOneMark() throws {
    let content = sampleReceipt()
    let sheet = ReceiptSheet(
      grid: content.grids[0], table: content.tables[0], remarks: content.findings,
      wording: ReceiptWording(.vi))
    let marks = sheet.cellMarks()
    #expect(marks.map { cellAddress(column: $0.column, row: $0.row) } == ["B5", "D5", "C6", "A7"])
    #expect(marks.map(\.severity) == [.repair, .error, .error, .error])
    #expect(
      marks[1].note
        == "Phải sửa: Không có ngày 31/02/2007. Hãy sửa lại.\nLưu ý: Khác với hồ sơ gốc.")
  }

  @Test func aCorrectedReceiptDoesNotBringItsFirstSheetAlong() throws {
    var content = sampleReceipt()
    content.grids = try readWorkbook(content.workbook(in: .vi)).grids
    #expect(try readWorkbook(content.workbook(in: .vi)).grids.map(\.name) == ["Biên nhận", "9A1"])
  }

  @Test func aListThatIsTooLongSaysHowManyAreLeftOut() throws {
    var content = sampleReceipt()
    content.findings = (1...1_003).map { row in
      finding(.required, .error, row: row + 3, column: 2, message: "Thiếu \(row)")
    }
    let grid = try #require(try readWorkbook(content.workbook(in: .vi)).grids.first)
    let texts = grid.cells.map(grid.string)
    #expect(texts.contains("Thiếu 1000"))
    #expect(!texts.contains("Thiếu 1001"))
    #expect(texts.contains(ReceiptWording(.vi).rest(3)))
  }

  /// Cells that are only counted have no colour, and nobody says that they have.
  @Test func whatIsOnlyCountedIsNotSaidToBeColoured() throws {
    var content = sampleReceipt()
    content.findings = [
      finding(.nameForCode, .repair, row: 4, column: 2, label: "NV1", facts: ["more": "5"], message: "Tên")
    ]
    let grid = try readWorkbook(content.workbook(in: .vi)).grids[0]
    let texts = grid.cells.map(grid.string)
    #expect(texts.contains("6 chỗ"))
    #expect(!texts.contains { $0.hasPrefix("Còn ") })
  }

  /// Sent back as it is, the row is held again.
  @Test func aFormulaWithoutAValueComesBackAsAnError() throws {
    var content = sampleReceipt()
    content.grids[0] = grid("9A1", [(4, [(.formulaWithoutValue, "A1+B1"), (.text, "x")])])
    content.findings = [finding(.formulaWithoutValue, .error, row: 4, column: 0, message: "")]
    let read = try readWorkbook(content.workbook(in: .vi)).grids[1]
    #expect(read.cells.map { "\($0.kind) \(read.string(of: $0))" } == ["error #N/A", "text x"])
  }

  @Test func datesOf1904KeepTheirDay() throws {
    var content = sampleReceipt()
    content.grids[0] = grid("9A1", [(4, [(.date, "37688"), (.dateTime, "37688.5")])])
    content.grids[0].epoch1904 = true
    content.findings = []
    let read = try readWorkbook(content.workbook(in: .vi)).grids[1]
    #expect(read.cells.map(read.string) == ["39150", "39150.5"])
  }

  @Test func aFileWithoutTablesHasTheFirstSheetAlone() throws {
    let content = ReceiptContent(
      file: "ảnh.jpg", sha256: "00", received: "", outcome: .refused,
      findings: [
        finding(.unsupportedFormat, .error, sheet: "", row: 0, column: -1, message: "Đây là một tấm ảnh.")
      ])
    let grids = try readWorkbook(content.workbook(in: .vi)).grids
    #expect(grids.map(\.name) == ["Biên nhận"])
    // No sheet follows that could be coloured: the file itself comes back.
    #expect(grids[0].cells.map(grids[0].string).contains(ReceiptWording(.vi).findings(1, areMarked: false)))
  }

  @Test func aTableThatIsNotInForceDoesNotSeemToHaveNoRows() {
    let words = ReceiptWording(.vi)
    #expect(
      words.table(name: "Khoản thu", sheet: "", rows: 5, accepted: 0, held: 0)
        == "Khoản thu: 5 dòng; chưa dòng nào có hiệu lực.")
  }

  @Test func theSameReceiptHasTheSameBytes() throws {
    #expect(sampleReceipt().workbook(in: .vi) == sampleReceipt().workbook(in: .vi))
    #expect(try sampleReceipt().json() == sampleReceipt().json())
  }

  @Test func machinesGetTheKeysThatWerePromised() throws {
    let json = try JSONSerialization.jsonObject(with: Data(sampleReceipt().json()))
    let receipt = try #require(json as? [String: Any])
    #expect(
      receipt.keys.sorted() == ["file", "findings", "outcome", "received", "round", "sha256", "tables"])
    #expect(receipt["outcome"] as? String == "nhan-mot-phan")
    let table = try #require((receipt["tables"] as? [[String: Any]])?.first)
    #expect(table.keys.sorted() == ["accepted", "held", "kind", "rows", "sheet"])
    #expect(table["kind"] as? String == "roster")
    #expect(table["held"] as? Int == 2)
    let findings = try #require(receipt["findings"] as? [[String: Any]])
    let keys = ["cell", "code", "column", "message", "row", "severity", "sheet", "value"]
    #expect(findings.allSatisfy { $0.keys.sorted() == keys })
    #expect(findings[2]["code"] as? String == "type-error")
    #expect(findings[2]["cell"] as? String == "D5")
    #expect(findings[0]["row"] is NSNull)
  }

  /// At most 1,000, the gravest of them, with the count of the rest.
  @Test func machinesAreToldHowManyFindingsAreLeftOut() throws {
    var content = sampleReceipt()
    content.findings = (1...1_003).map { row in
      finding(.unknownCommune, row > 1_000 ? .error : .note, row: row + 3, column: 2, message: "\(row)")
    }
    // Those that stand for more of their kind, listed or not.
    content.findings[5].finding.facts["more"] = "250"
    content.findings[1_002].finding.facts["untold"] = "40"
    let json = try JSONSerialization.jsonObject(with: Data(content.json()))
    let receipt = try #require(json as? [String: Any])
    let findings = try #require(receipt["findings"] as? [[String: Any]])
    #expect(findings.count == 1_000 && receipt["moreFindings"] as? Int == 293)
    #expect(findings.prefix(4).map { $0["row"] as? Int } == [1_004, 1_005, 1_006, 4])
    #expect(content.findings.found == 1_293)
  }

  /// A form that nobody has filled in is no list that has come.
  @Test func aTableWithoutRowsIsNotSaidToBeAccepted() throws {
    var content = sampleReceipt()
    content.outcome = .accepted
    content.findings = []
    content.tables[0].rows = 0
    content.tables[0].changes = nil
    #expect(content.need == .fill)
    let grid = try #require(try readWorkbook(content.workbook(in: .vi)).grids.first)
    #expect(grid.cells.first.map(grid.string)?.hasPrefix("CHƯA CÓ DÒNG NÀO") == true)
    // A list with nobody in it has taken others out of force.
    content.tables[0].changes = .init(added: 0, removed: 2, altered: 0)
    #expect(content.need == .nothing)
  }
}
