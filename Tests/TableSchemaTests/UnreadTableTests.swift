import TableSchema
import Tables
import Testing

/// Tables that are not read yet are named, and nobody is asked to make others of them.
@Suite struct UnreadTableTests {
  private static let sheets: [(UnreadTable, String)] = [
    (.exemptions, "Diện chính sách|Mã khoản thu|Mức giảm (%)\nHộ nghèo|HP|50"),
    (.feeChoices, "Số định danh cá nhân|Mã trường|Mã khoản thu|Số lượng\n080207000001|A|HP|1"),
    (
      .feeChoices,
      "Số định danh cá nhân|Họ và tên|Ngày sinh|Lớp|Mã khoản thu|Số lượng\n080207000001|An|01/02/2007|10A|HP|1"
    ),
    (
      .schoolRounds,
      "Mã trường|Nơi nhận hồ sơ|Nhận từ ngày|Nhận đến ngày|Chủ tịch hội đồng|Người lập biểu|Điện thoại\nA|VP|1|2|B|C|D"
    ),
    (
      .classRequests,
      "Số định danh cá nhân|Mã trường|Loại|Với|Lý do\n080207000001|A|cùng lớp|080207000002|anh em"
    ),
  ]

  @Test(arguments: [true, false])
  func areNamedForWhatTheyAre(isCSV: Bool) throws {
    for (kind, text) in Self.sheets {
      let grid = SheetLiteral("MỘT TIÊU ĐỀ\n" + text, isCSV: isCSV).grid
      let readings = readTables([grid], isCSV: isCSV, schemas: try ProjectSchemas.schemas.get())
      #expect(readings.allSatisfy { $0.table == nil && $0.kind == nil })
      let findings = readings.flatMap(\.refusal)
      #expect(findings.map(\.code) == [.unreadTable] && findings.first?.severity == .error, "\(text)")
      #expect(findings.first?.facts == ["kind": kind.rawValue], "\(text)")
    }
  }

  /// A column or two of such a table make none of what is read.
  @Test func whatIsReadIsReadWhateverElseStandsInIt() throws {
    let roster = SheetLiteral("SBD|Họ và tên|Ngày sinh|Lớp|Số lượng\n1|An|01/02/2007|9A1|2")
    #expect(try roster.reading().kind == .roster)
    let fees = SheetLiteral(
      "Mã trường|Mã khoản thu|Tên khoản thu|Kỳ thu|Số tiền|Số lượng\nA|HP|Học phí|2022|1000|1")
    #expect(try fees.reading().kind == .fees)
  }
}
