import Exports
import Sheets
import Tables
import Wording

/// A grid of cells, each a kind and a text; blank texts are no cells.
func grid(_ name: String, _ rows: [(number: Int32, cells: [(Grid.Kind, String)])]) -> Grid {
  var grid = Grid(name: name)
  for (number, cells) in rows {
    grid.rows.append(.init(number: number, hidden: false, firstCell: Int32(grid.cells.count)))
    for (column, (kind, text)) in cells.enumerated() where !text.isEmpty {
      grid.cells.append(
        .init(
          start: UInt32(grid.bytes.count), length: UInt32(text.utf8.count), column: UInt16(column),
          kind: kind,
          inShared: false))
      grid.bytes += Array(text.utf8)
    }
  }
  return grid
}

func finding(
  _ code: FindingCode, _ severity: Finding.Severity, sheet: String = "9A1", row: Int, column: Int,
  label: String = "", value: String = "", facts: [String: String] = [:], message: String
) -> ReceiptContent.Remark {
  .init(
    Finding(
      code, severity, at: .init(sheet: sheet, row: row, column: column, label: label), value: value,
      facts: facts),
    message: "Ô: " + message, statement: message)
}

/// A roster with a title, three children and a signature; four findings.
func sampleReceipt() -> ReceiptContent {
  var sheet = grid(
    "9A1",
    [
      (1, [(.text, "DANH SÁCH HỌC SINH LỚP 9A1")]),
      (
        3,
        [
          (.text, "STT"), (.text, "Số định danh cá nhân"), (.text, "Họ và tên"), (.text, "Ngày sinh"),
          (.text, "ĐTB 9"),
        ]
      ),
      (
        4,
        [
          (.number, "1"), (.text, "080207010001"), (.text, "Nguyễn Thị Ánh"), (.date, "39150"),
          (.number, "8.3000000000000007"),
        ]
      ),
      (
        5, [(.number, "2"), (.number, "80207010002"), (.text, "=1+1"), (.text, "31/02/2007"), (.text, "8,5")]
      ),
      (
        6, [(.number, "3"), (.text, "080207010003"), (.text, ""), (.isoDate, "2007-03-09"), (.error, "#N/A")]
      ),
      (8, [(.text, ""), (.text, ""), (.text, "Người lập biểu")]),
    ])
  sheet.merges = [
    .init(firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 4),
    .init(firstRow: 1, lastRow: 2, firstColumn: 4, lastColumn: 5),
  ]
  var table = Table(kind: .roster, sheet: "9A1", headerRow: 3)
  table.rowNumbers = [4, 5, 6]
  table.held = [false, true, true]
  table.columns = [Column(key: "personalId", label: "Số định danh cá nhân", sheetColumn: 1, type: .code)]
  return ReceiptContent(
    file: "9A1.xlsx", sha256: String(repeating: "ab", count: 32), received: "23/11/2026 18:30",
    outcome: .partly, round: "lop10",
    tables: [.init(table, name: "Danh sách học sinh", changes: .init(added: 1, removed: 0, altered: 2))],
    findings: [
      finding(.unknownLabel, .note, row: 0, column: -1, label: "Sở thích", message: "Cột lạ."),
      finding(
        .leadingZero, .repair, row: 5, column: 1, value: "80207010002", facts: ["repaired": "080207010002"],
        message: "Đã thêm số 0."),
      finding(
        .typeError, .error, row: 5, column: 3, label: "Ngày sinh", value: "31/02/2007",
        message: "Không có ngày 31/02/2007. Hãy sửa lại."),
      finding(.personDiffers, .note, row: 5, column: 3, message: "Khác với hồ sơ gốc."),
      finding(.required, .error, row: 6, column: 2, label: "Họ và tên", message: "Thiếu họ và tên."),
      finding(.personMissing, .error, row: 7, column: -1, message: "Dòng trống."),
    ],
    grids: [sheet])
}

/// The part of a workbook that holds its links.
func linkPart(_ workbook: [UInt8]) throws -> String {
  try inflatedParts(workbook).map { String(decoding: $0, as: UTF8.self) }.first {
    $0.contains("<hyperlinks>")
  } ?? ""
}
