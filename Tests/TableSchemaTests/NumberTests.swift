import Tables
import Testing

@testable import TableSchema

@Suite struct NumberTests {
  private func spelled(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer {
      SpelledNumber($0).map { String(decoding: $0.plain, as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("8.3000000000000007", "8.3"), ("0.1", "0.1"), ("1E-3", "0.001"), ("8.0207123456E10", "80207123456"),
    ("80207123456.0", "80207123456"), ("-0", "0"), ("-2.50", "-2.5"), ("0.000", "0"),
    ("99999999999999999", "100000000000000000"),
    ("9.9999999999999995", "10"), ("1e3", "1000"), ("100", "100"), (".5", "0.5"), ("5.", "5"),
  ])
  func areReadAtFifteenDigits(_ text: String, _ plain: String) { #expect(spelled(text) == plain) }

  @Test(arguments: ["", "-", "1.2.3", "abc", "1E", "1E9999", "0x10", "1,5", "1 "])
  func othersAreNone(_ text: String) { #expect(spelled(text) == nil) }

  private func whole(_ text: String) -> Int64? {
    Array(text.utf8).withUnsafeBufferPointer { wholeNumber($0) }
  }

  @Test(arguments: [
    ("0", 0), ("280", 280), ("-3", -3), ("+3", 3), ("1.500.000", 1_500_000), ("1 500 000", 1_500_000),
    ("1.000", 1000),
    ("45,0", 45), ("45.00", 45), ("9223372036854775807", Int64.max), ("1.500,0", 1500),
  ])
  func wholeNumbers(_ text: String, _ value: Int64) { #expect(whole(text) == value) }

  @Test(arguments: [
    "", "-", "1.50.000", "1500.000", "1,000", "9223372036854775808", "1.5", "1.", ".000", "1..000", "1.000.",
    "a",
  ])
  func noWholeNumbers(_ text: String) { #expect(whole(text) == nil) }
}
