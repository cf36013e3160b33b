import Tables
import Testing

@Suite struct ExactTests {
  @Test(arguments: [
    ("8.5", "8.5"), ("8,5", "8.5"), ("10", "10"), ("-0,25", "-0.25"), ("007", "7"),
    ("40.00000000000000", "40"),
    ("0.0001", "0.0001"), ("9.1250", "9.125"),
  ])
  func readsPointAndComma(text: String, written: String) throws {
    let number = try #require(Exact(parsing: text.utf8))
    #expect(number.text == written)
  }

  @Test(arguments: [
    (Int64.min, "-922337203.6854775808"), (.max, "922337203.6854775807"), (0, "0"), (-1, "-0.0000000001"),
    (10_000_000_000, "1"), (-5_000_000_000, "-0.5"), (100_500_000_000, "10.05"),
  ])
  func writesEveryNumber(raw: Int64, written: String) {
    #expect(Exact(raw: raw).text == written)
    #expect(Exact(raw: raw).text(point: ".") == written)
    var bytes = [UInt8(ascii: ",")]
    Exact(raw: raw).append(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "," + written)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1.2.3", "1e3", "8.00001", "1 000", "99999999999", "٣"])
  func refusesAnythingElse(text: String) {
    #expect(Exact(parsing: text.utf8) == nil)
  }

  @Test func sixDecimalsForCoefficients() {
    #expect(Exact(parsing: "0.333333".utf8, maxFraction: 6)?.text == "0.333333")
    #expect(Exact(parsing: "0.333333".utf8) == nil)
  }

  @Test func productsOfValuesAndCoefficientsAreExact() throws {
    let value = try #require(Exact(parsing: "9.1234".utf8))
    let coefficient = try #require(Exact(parsing: "0.123457".utf8, maxFraction: 6))
    #expect(try value.times(coefficient).text == "1.1263475938")
  }

  @Test func leavingTheRangeIsAnErrorNeverAWrongNumber() throws {
    let large = try #require(Exact(whole: 900_000_000))
    #expect(throws: Exact.Overflow.self) { try large.plus(large) }
    #expect(throws: Exact.Overflow.self) { try large.times(large) }
    let tiny = Exact(raw: 1)
    #expect(throws: Exact.Overflow.self) { try tiny.times(tiny) }
    #expect(Exact(whole: .max) == nil)
  }

  @Test func writesTheDecimalsAsked() throws {
    let number = try #require(Exact(parsing: "36.5".utf8))
    #expect(number.text(point: ",", minFraction: 2) == "36,50")
    #expect(number.fractionDigitsNeeded == 1)
    #expect(Exact.zero.fractionDigitsNeeded == 0)
  }

  @Test func ordersByValue() throws {
    let texts = ["-2", "-1.5", "0", "0.0001", "1", "10"]
    let numbers = texts.compactMap { Exact(parsing: $0.utf8) }
    #expect(numbers.sorted() == numbers)
    #expect(numbers.count == texts.count)
  }
}
