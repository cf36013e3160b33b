import Tables
import Testing

@testable import Sheets

@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("dd/mm/yyyy", Grid.Kind.date), ("d-mmm-yy", .date), ("[$-42A]d mmmm yyyy;@", .date), ("mmm", .date),
    ("mm", .date),
    ("yyyy\\-mm\\-dd\\Thh:mm:ss", .dateTime), ("m/d/yy h:mm", .dateTime),
    ("dd/mm/yyyy hh:mm AM/PM", .dateTime),
    ("[h]:mm:ss", .time), ("mm:ss.0", .time), ("h:mm A/P", .time), ("hh\"h\"mm", .time), ("[mm]:ss", .time),
    ("DD.MM.YYYY", .date), ("\"ngày\" dd \"tháng\" mm", .date), ("m:s", .time), ("h:mm:ss m", .dateTime),
    ("General", .number), ("0.00", .number), ("#,##0\\ [$đ-42A]", .number), ("0.00E+00", .number),
    ("@", .number),
    ("[Red]0;[Blue]-0", .number), ("\"dd/mm\"0", .number), ("_(* #,##0_);_(* (#,##0);_(@_)", .number),
    ("0;dd/mm/yyyy", .number), ("0\\d", .number), ("_d0*m", .number), ("", .number), ("[", .number),
    ("\"", .number),
    ("General \"m\"", .number),
  ])
  func codes(_ code: String, _ expected: Grid.Kind) {
    #expect(kind(ofFormat: code) == expected, "\(code)")
  }

  @Test func zerosInFront() {
    func zeros(_ code: String, _ number: String) -> UInt8 {
      NumberFormat(code).zeros(before: Array(number.utf8)[...])
    }
    #expect(zeros("000000", "123") == 3)
    #expect(zeros("000000", "123.0") == 3)
    #expect(zeros("000000;-000000;@", "0") == 5)
    #expect(zeros("000000000000", "80207123456") == 1)
    for (code, number) in [
      ("000", "123"), ("000", "1234"), ("000000", "8.5"), ("000000", "-12"), ("000000", "1E3"), ("0", "1"),
      ("", "1"), ("00.00", "1"), ("#00", "1"), ("General", "1"), (String(repeating: "0", count: 21), "1"),
    ] {
      #expect(zeros(code, number) == 0, "\(code) \(number)")
    }
  }

  @Test func builtIn() {
    let dates = Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36] + Array(50...58))
    let times: Set = [18, 19, 20, 21, 32, 33, 45, 46, 47]
    for id in 0...163 {
      let expected: Grid.Kind =
        dates.contains(id) ? .date : times.contains(id) ? .time : id == 22 ? .dateTime : .number
      #expect(kind(ofBuiltInFormat: id) == expected, "\(id)")
    }
  }
}
