import Foundation
import Testing

@testable import Sheets

/// Another program's judgement of the workbooks.
@Suite struct OpenpyxlTests {
  /// What a Python script prints about a file; nil if it failed.
  static func run(_ script: String, on bytes: [UInt8]) -> String? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    guard (try? Data(bytes).write(to: file)) != nil else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "error", "-c", script, file.path]
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONUTF8": "1"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  static let isThere = run("import openpyxl", on: []) != nil

  @Test(.enabled(if: isThere, "skipped: python3 cannot import openpyxl here"))
  func readsWhatWasWritten() throws {
    let book = BookSpec(sheets: [sampleList(rows: 4)]).written()
    let script = """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.worksheets[0]
      print(book.sheetnames, sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows)
      for row in sheet.iter_rows(min_row=10, max_row=13, max_col=8, values_only=True):
        print(*[v.strftime('%d/%m/%Y') if hasattr(v, 'strftime') else v for v in row], sep='|')
      print(sheet['D12'].comment.text, sheet['B10'].number_format, sheet['D10'].number_format, sep='|')
      print(sheet.page_setup.paperSize, sheet.oddFooter.center.text, len(sheet.merged_cells.ranges))
      """
    let expected = """
      ['Danh sách 10A1-2022'] D10 A9:I13 $8:$9
      1|080207010000|Nguyễn Thị Ánh 0|28/01/2007|Nữ|8.25|9.125|1500000
      2|080207010001|=HYPERLINK("http://x")|28/02/2007|Nam|8.25|9.125|1500000
      3|080207010002|Nguyễn Thị Ánh 2|31/02/2007|Nữ|8.25|9.125|1500000
      4|080207010003|Nguyễn Thị Ánh 3|28/04/2007|Nam|8.25|9.125|1500000
      Ngày 31/02/2007 không có.
      Hãy sửa lại.|@|dd/mm/yyyy
      9 Trang &P/&N 23

      """
    #expect(OpenpyxlTests.run(script, on: book.bytes) == expected)
  }

  @Test(.enabled(if: isThere, "skipped: python3 cannot run here"))
  func zip64IsReadByOthers() throws {
    var archive = ZipArchive()
    archive.sizeLimit = 1
    archive.countLimit = 1
    let bytes = archive.write([ZipArchiveTests.entry("a/b", Array(repeating: 65, count: 100_000))])
    let script = "import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).read('a/b')))"
    #expect(OpenpyxlTests.run(script, on: bytes) == "100000\n")
  }
}
