import TableSchema
import Tables
import Testing

/// 123 in the format `000000` is 000123 to whoever reads it.
@Suite struct ShownZerosTests {
  @Test func theyBelongToCodesAndTexts() throws {
    let sheet = SheetLiteral(
      """
      Số báo danh | Họ và tên | Ngày sinh | Lớp | Diện ưu tiên | Xã/Phường thường trú
      #000123 | An | 01/02/2007 | #09 | #01 | #05
      #123 | Bình | 01/02/2007 | #9 | #1 | #5
      """, isCSV: false)
    let table = try sheet.table()
    #expect(texts("examNo", table) == ["000123", "123"])
    #expect(texts("sourceClass", table) == ["09", "9"])
    #expect(texts("priorities", table) == ["01", "1"])
    #expect(texts("permanentCommune", table) == ["05", "5"])
    // What is read as it is seen is no repair.
    #expect(try sheet.told() == [])
  }

  @Test func anIdentifierThatIsSeenWholeIsWhole() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD | Họ và tên | Ngày sinh | Điện thoại
      #080207000001 | An | 01/02/2007 | #0912345678
      """, isCSV: false)
    #expect(try texts("personalId", sheet.table()) == ["080207000001"])
    #expect(try texts("phone", sheet.table()) == ["0912345678"])
    #expect(try sheet.told() == [])
  }

  /// A format for something else, drawn over a column of numbers with a form of their own, changes none of them.
  @Test func numbersWithAFormOfTheirOwnHaveWhatThatAsksFor() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD | Mã định danh Bộ GD&ĐT | Họ và tên | Ngày sinh | Điện thoại | Khuyết tật | ĐTB 9
      #0080207000001 | #008012345678 | An | 01/02/2007 | #000912345678 | #01 | #08
      """, isCSV: false)
    let table = try sheet.table()
    #expect(texts("personalId", table) == ["080207000001"])
    #expect(texts("moetId", table) == ["8012345678"])
    #expect(texts("phone", table) == ["0912345678"])
    #expect(table.held == [false])
    #expect(try sheet.told().filter { !$0.contains("repair") } == [])
  }
}
