import Tables
import Testing

@testable import TableSchema

/// What an exam list writes into the place of a mark where nobody came.
@Suite struct AbsenceTests {
  @Test(arguments: ["V", "v", "vắng", "VẮNG THI", "Bỏ thi", "không thi", "(V)"])
  func isToldAsSuch(_ text: String) throws {
    let sheet = SheetLiteral("SBD|Toán|Lịch sử\n01|1️⃣\(text)|8\n02|7|2️⃣\(text)\n03|7|6")
    #expect(
      try sheet.told(facts: ["reason", "label"]) == [
        "1 error type-error reason=absence label=Toán", "2 error type-error reason=absence label=Lịch sử",
      ])
    #expect(try sheet.table().held == [true, true, false])
  }

  /// Elsewhere, and of other texts, nothing of the kind is said.
  @Test func otherTextsAreNone() throws {
    #expect(try roster("ĐTB 9", ["V"]).told(facts: ["reason"]) == ["C2 error type-error"])
    let sheet = SheetLiteral("SBD|Toán|Vắng\n01|tám|\n02||Toán\n03|7|")
    #expect(try sheet.told(facts: ["reason"]) == ["B2 error type-error"])
  }
}
