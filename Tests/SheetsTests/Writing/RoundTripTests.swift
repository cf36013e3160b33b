import Foundation
import Tables
import Testing

@testable import Sheets

/// What goes into a file comes out of it, by our own readers and by others'.
@Suite struct RoundTripTests {
  static let book = BookSpec(sheets: [
    SheetSpec(name: "=1+1 & <b>", form: .flat, columns: [ColumnSpec("Chữ", width: 20)]) { sink in
      for text in hostileTexts {
        sink.text(text)
        sink.endRow()
      }
    }
  ]).written()

  /// A control character alone is what XML and CSV can hold least.
  private static func texts(_ grid: Grid) -> [[UInt8]] { grid.cells.map { Array(grid.text(of: $0)) } }

  @Test func hostileTextsThroughAWorkbook() throws {
    let grid = try #require(try readWorkbook(Self.book.bytes).grids.first)
    #expect(grid.name == "=1+1 & <b>")
    #expect(Self.texts(grid) == (["Chữ"] + hostileTexts).map { Array($0.utf8) })
    #expect(grid.cells.allSatisfy { $0.kind == .text })
  }

  /// A NUL in a text file is what a copy has not filled yet: such a file is refused, and never written by us.
  @Test func hostileTextsThroughACSV() throws {
    let texts = hostileTexts.filter { !$0.utf8.contains(0) }
    for separator in [false, true] {
      var csv = CSVWriter(guardsFormulas: false)
      csv.text("Chữ")
      csv.text("x")
      csv.endRow()
      for text in texts {
        csv.text(text)
        csv.text(separator ? text : "x")
        csv.endRow()
      }
      let grid = try #require(try readWorkbook(csv.bytes).grids.first)
      let expected = (["Chữ", "x"] + texts.flatMap { [$0, separator ? $0 : "x"] }).map { Array($0.utf8) }
      #expect(Self.texts(grid) == expected)
    }
  }

  @Test func whatWasWrittenIsReadByItsType() throws {
    let grid = try #require(
      try readWorkbook(BookSpec(sheets: [sampleList(rows: 3)]).written().bytes).grids.first)
    let row = shown(grid).filter { $0.prefix { $0 != "=" }.hasSuffix("10") }
    #expect(
      row == [
        "A10=number 1", "B10=080207010000", "C10=Nguyễn Thị Ánh 0", "D10=date 39110", "E10=Nữ",
        "F10=number 8.25", "G10=number 9.125", "H10=number 1500000",
      ])
    #expect(grid.merges.count > 10)
  }

  // MARK: Other programs

  static let hasCalamine = OpenpyxlTests.run("import python_calamine", on: []) != nil

  @Test(.enabled(if: hasCalamine, "skipped: python3 cannot import python_calamine here"))
  func calamineReadsTheSameTexts() throws {
    let script = """
      import sys, json, python_calamine
      book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
      sheet = book.get_sheet_by_index(0)
      print(json.dumps([book.sheet_names, [row[0] for row in sheet.to_python(skip_empty_area=False)]]))
      """
    let output = try #require(OpenpyxlTests.run(script, on: Self.book.bytes))
    let result = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String]])
    #expect(result[0] == ["=1+1 & <b>"])
    // What no XML can hold, calamine leaves escaped.
    let expected = (["Chữ"] + hostileTexts).map { $0 == "\u{FFFE}\u{FFFF}" ? "_xFFFE__xFFFF_" : $0 }
    #expect(result[1].map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test(.enabled(if: hasCalamine, "skipped: python3 cannot import python_calamine here"))
  func calamineReadsEveryBook() throws {
    let script = """
      import sys, python_calamine
      book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
      for name in book.sheet_names: book.get_sheet_by_name(name).to_python()
      print('read')
      """
    // It keeps a place for every cell up to the last one, and there are too many.
    for book in WrittenPackageTests.books where !book.name.hasPrefix("the last cell") {
      #expect(OpenpyxlTests.run(script, on: book.spec.written().bytes) == "read\n", "\(book.name)")
    }
  }

  @Test(.enabled(if: OpenpyxlTests.isThere, "skipped: python3 cannot import openpyxl here"))
  func openpyxlReadsEveryBook() throws {
    let script = """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      for sheet in book: list(sheet.iter_rows(max_row=50, max_col=20, values_only=True))
      print('read')
      """
    for book in WrittenPackageTests.books {
      #expect(OpenpyxlTests.run(script, on: book.spec.written().bytes) == "read\n", "\(book.name)")
    }
  }
}
