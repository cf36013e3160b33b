import Sheets
import Tables

/// A list as an office prints it, with everything that a list can have.
func sampleList(rows: Int) -> SheetSpec {
  SheetSpec(
    name: "Danh sách 10A1/2022",
    columns: [
      ColumnSpec("STT", width: 5, kind: .ordinal),
      ColumnSpec("Số định danh cá nhân", width: 15, kind: .code),
      ColumnSpec("Họ và tên", width: 24),
      ColumnSpec("Ngày sinh", width: 11, kind: .date),
      ColumnSpec("Giới tính", width: 7, choices: Choices(["Nam", "Nữ"])),
      ColumnSpec("Toán", group: "Điểm", width: 8, kind: .decimal(places: 2)),
      ColumnSpec("Ngữ văn", group: "Điểm", width: 8, kind: .decimal(places: nil)),
      ColumnSpec("Khoản thu", width: 12, kind: .amount, note: "Số tiền cả năm"),
      ColumnSpec("Ghi chú", width: 20, wraps: true),
    ],
    above: [
      TextRow(
        TextBlock("SỞ GIÁO DỤC VÀ ĐÀO TẠO", size: 12),
        TextBlock("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true, size: 12)),
      TextRow(
        TextBlock("TRƯỜNG THPT BÌNH MINH", bold: true, size: 12),
        TextBlock("Độc lập - Tự do - Hạnh phúc", bold: true, size: 12)),
      .blank,
      TextRow(TextBlock("DANH SÁCH HỌC SINH TRÚNG TUYỂN LỚP 10", bold: true, size: 14)),
      TextRow(TextBlock("Năm học 2022-2023 (Kèm theo Quyết định số … ngày … của Giám đốc Sở)", italic: true)),
      TextRow(TextBlock("DỰ KIẾN – CHƯA CÔNG BỐ", bold: true, tone: .warning)),
      .blank,
    ],
    below: [
      TextRow(
        TextBlock(
          "Danh sách này có \(rows) học sinh, trong đó nữ \(rows / 2).", italic: true, alignment: .left))
    ],
    signatures: [
      Signature(role: "NGƯỜI LẬP BIỂU", hint: "(Ký, ghi rõ họ tên)", name: "Trần Thị Bé"),
      Signature(
        place: "Tân An, ngày … tháng … năm 2022", role: "HIỆU TRƯỞNG", hint: "(Ký, đóng dấu)",
        name: "Nguyễn Văn Ân"),
    ],
    page: PageSpec(footer: "NỘI BỘ – có dữ liệu cá nhân trẻ em & phụ huynh", pageWord: "Trang"),
    frozenColumns: 3
  ) { sink in
    for row in 0..<rows {
      sink.ordinal()
      sink.text("0802070" + String(10_000 + row))
      sink.text(row == 1 ? "=HYPERLINK(\"http://x\")" : "Nguyễn Thị Ánh \(row)")
      if row == 2 {
        sink.mark(.error, note: "Ngày 31/02/2007 không có.\nHãy sửa lại.")
        sink.text("31/02/2007")
      } else if let day = Day(year: 2007, month: 1 + row % 12, day: 28) {
        sink.date(day)
      }
      sink.text(row % 2 == 0 ? "Nữ" : "Nam")
      sink.decimal(Exact(raw: 82_500_000_000))
      sink.decimal(Exact(raw: 91_250_000_000))
      sink.integer(1_500_000)
      sink.text(row == 3 ? "Con thương binh, hộ nghèo, xã biên giới, học bán trú tại trường" : "")
      sink.endRow()
    }
  }
}
