import Rounds
import Tables
import Testing

/// By which tables two results were made, in few digits.
@Suite struct RuleDigestsTests {
  private func conversions(_ rows: [[String: String]]) -> String? {
    var fixture = RoundFixture(program("A", quota: 1))
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1", "conversion": "T"])
    fixture.add(.conversions, rows: rows)
    return RuleDigests(fixture.tables).programs.first?.conversions
  }

  /// A value that the engine takes for the same, in whatever order, is the same.
  @Test func aNumberIsTheSameHoweverItIsSpelled() {
    func rows(_ first: String, _ second: String, _ points: String = "3") -> [[String: String]] {
      [
        ["table": "T", "value1": first, "value2": second, "points": points],
        ["table": "T", "value1": "Giỏi", "value2": "", "points": "4"],
      ]
    }
    let digest = conversions(rows("8,0", "7"))
    #expect(digest?.count == 12)
    for other in [rows("8.0", "7,0"), rows("8", "7.00"), rows("8", "7").reversed()] {
      #expect(conversions(other) == digest)
    }
    #expect(conversions(rows("8,1", "7")) != digest)
    #expect(conversions(rows("8", "7", "5")) != digest)
  }
}
