import TableSchema
import Tables
import Testing

/// Dates as they stand in a sentence are read, and the receipt says so.
@Suite struct WordedDateTests {
  @Test func datesWithWordsAroundThem() throws {
    let values = [
      "01/02/2007", "1️⃣01/02/2007.", "2️⃣Ngày 01/02/2007", "3️⃣ngày 1 tháng 2 năm 2007", "4️⃣NGÀY: 1-2-2007",
      "5️⃣1 tháng 2, năm 2007", "6️⃣01 / 02 / 2007", "7️⃣1. 2. 2007;", "8️⃣'01/02/2007.", "1-2-2007",
      "01.02.2007", "01/02/2007 00:00",
    ]
    let sheet = dates(values)
    let table = try sheet.table()
    #expect(Set(numbers("birthDate", table)) == [Int64(13_545)])
    #expect(
      try sheet.told(facts: ["repaired"]) == (1...8).map { "\($0) repair reread repaired=01/02/2007" })
    // What was read otherwise stands as it is read, for whoever compares it.
    #expect(texts("birthDate", table).dropFirst().prefix(8).allSatisfy { $0 == "01/02/2007" })
    #expect(!table.held.contains(true))
  }

  @Test(arguments: [
    "Ngày 31/02/2007", "tháng 2 năm 2007", "Ngày sinh 01/02/2007", "ngày 1 tháng 2 năm 07", "01/02",
    "1 2 2007",
    "01/02/2007 hoặc 02/02/2007", "Ngày", ".", "ngày 1 tháng hai năm 2007", "01/02-2007.",
    "2007 tháng 2 năm 1", "ngày 1 tháng 2007 năm 2", "001 tháng 2 năm 2007", "1 tháng 2 năm 207",
  ])
  func whatIsNoDateInAnyWords(_ value: String) throws {
    #expect(try dates(["1️⃣" + value, "01/02/2007"]).told() == ["1 error type-error"])
  }

  @Test func whatIsWrongIsSaidAsOfAnyDate() throws {
    let sheet = dates(["1️⃣Ngày 1/2/07", "2️⃣31/02/2007.", "3️⃣ngày 31 tháng 2 năm 2007"])
    #expect(
      try sheet.told(facts: ["reason"]) == [
        "1 error type-error reason=two-digit-year", "2 error type-error reason=no-such-day",
        "3 error type-error reason=no-such-day",
      ])
  }

  /// Where words say which is the month nothing shows in which order others write.
  @Test func theOrderThatWordsSay() throws {
    let named = (1...6).map { "ngày \($0) tháng 2 năm 2007" }
    #expect(try dates(named + ["1️⃣02/25/2007"]).reading().findings.allSatisfy { $0.code != .monthFirst })
    let ended = ["1/2/2007."] + (2...6).map { "\($0)/2/2007" }
    let order = try dates(ended + ["Ngày 02/25/2007"]).reading().findings.first { $0.code == .monthFirst }
    // As the cells have them.
    #expect(order?.value == "1/2/2007." && order?.facts["sample"] == "Ngày 02/25/2007")
  }

  private func dates(_ values: [String]) -> SheetLiteral {
    let lines = values.enumerated().map { "Học Sinh \($0)|\($1)" }
    return SheetLiteral((["Họ và tên|Ngày sinh"] + lines).joined(separator: "\n"))
  }
}
