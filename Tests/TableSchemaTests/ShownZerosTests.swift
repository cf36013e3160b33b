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

  /// Where signs stand among the digits, the whole is read as if it had been typed so.
  @Test func signsAmongThem() throws {
    let shown = SheetLiteral(
      """
      Số báo danh | Họ và tên | Ngày sinh | Lớp | Diện ưu tiên | Xã/Phường thường trú | ĐTB 9
      #12345[000-000] | An | 01/02/2007 | #1[9A00] | #1[U00] | #5[KP 00] | #8[00-0]
      """, isCSV: false)
    let typed = SheetLiteral(
      """
      Số báo danh | Họ và tên | Ngày sinh | Lớp | Diện ưu tiên | Xã/Phường thường trú | ĐTB 9
      012-345 | An | 01/02/2007 | 9A01 | U01 | KP 05 | 8
      """, isCSV: false)
    let table = try shown.table()
    #expect(texts("examNo", table) == ["012-345"])
    #expect(texts("sourceClass", table) == ["9A01"])
    #expect(texts("priorities", table) == ["U01"])
    #expect(texts("permanentCommune", table) == ["KP 05"])
    let told = try typed.told()
    #expect(try shown.told() == told)
    #expect(numbers("average9", table) == [80_000_000_000])
  }

  /// Numbers with a structure are their digits, if they are not more than that has.
  @Test func signsInNumbersWithAFormOfTheirOwn() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD | Họ và tên | Ngày sinh | Điện thoại | Khuyết tật
      #80207000001[000 000 000000] | An | 01/02/2007 | #912345678[0000 000 000] | #1[0-0]
      """, isCSV: false)
    let table = try sheet.table()
    #expect(texts("personalId", table) == ["080207000001"])
    #expect(texts("phone", table) == ["0912345678"])
    #expect(try sheet.told() == [])
    let other = SheetLiteral(
      """
      Số CCCD | Họ và tên | Ngày sinh | Điện thoại
      #80207000001[0000-000-000000] | An | 01/02/2007 | #912345678[+84 000 000 000]
      """, isCSV: false)
    #expect(try texts("personalId", other.table()) == ["080207000001"])
    #expect(try texts("phone", other.table()) == ["0912345678"])
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
