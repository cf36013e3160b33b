import Foundation
import Sheets
import Tables
import Testing

/// A workbook that another program wrote, read by us.
@Suite struct ReadOpenpyxlTests {
  private static let script = """
    import sys, io, datetime
    from openpyxl import Workbook
    book = Workbook()
    sheet = book.active
    sheet.title = 'Lớp 9A & B'
    sheet['A2'] = 'Họ và\\ntên'
    sheet['B2'] = 8.25
    sheet['C2'] = datetime.date(2011, 9, 30)
    sheet['D2'] = datetime.datetime(2011, 9, 30, 12)
    sheet['E2'] = datetime.time(6)
    sheet['F2'] = True
    sheet['G2'] = '=1+1'
    sheet['H2'] = '#N/A'
    sheet['I2'] = '079206001234'
    sheet['C3'] = 40816
    sheet['C3'].number_format = 'dd/mm/yyyy'
    sheet['D3'] = 1500000
    sheet['D3'].number_format = '#,##0 "đ"'
    sheet.merge_cells('A5:C5')
    sheet.row_dimensions[3].hidden = True
    other = book.create_sheet('Ẩn')
    other.sheet_state = 'hidden'
    other['XFD1'] = 'cuối'
    out = io.BytesIO()
    book.save(out)
    sys.stdout.buffer.write(out.getvalue())
    """

  /// The bytes that openpyxl writes, or nil where there is none.
  private static let bytes: [UInt8]? = {
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script]
    let output = Pipe()
    python.standardOutput = output
    python.standardError = FileHandle.nullDevice
    guard (try? python.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    return python.terminationStatus == 0 ? Array(data) : nil
  }()

  @Test(.enabled("openpyxl is not installed") { ReadOpenpyxlTests.bytes != nil })
  func reads() throws {
    let grids = try readWorkbook(try #require(Self.bytes)).grids
    #expect(grids.map(\.name) == ["Lớp 9A & B", "Ẩn"])
    #expect(grids.map(\.visibility) == [.visible, .hidden])
    #expect(
      shown(grids[0]) == [
        "A2=Họ và\ntên", "B2=number 8.25", "C2=date 40816", "D2=dateTime 40816.5",
        "E2=time 0.25",
        "F2=boolean 1", "G2=formulaWithoutValue ", "H2=error #N/A", "I2=079206001234", "C3=date 40816",
        "D3=number 1500000",
      ])
    #expect(shown(grids[1]) == ["XFD1=cuối"])
    #expect(grids[0].rows.map(\.hidden) == [false, true])
    #expect(grids[0].merges == [.init(firstRow: 5, lastRow: 5, firstColumn: 0, lastColumn: 2)])
  }
}
