import TableSchema
import Tables
import Testing

@testable import Rounds

/// A cell of which nothing can be read is told for that alone, and is the same as no other.
@Suite struct UnreadableTests {
  private func told(_ world: World) -> [String] {
    (world.outcome()?.findings ?? []).filter { $0.severity == .error }
      .map { "\($0.place.cell ?? "-") \($0.code.rawValue)" }.sorted()
  }

  @Test func anErrorValueInAWishIsToldOnce() {
    let rows = roster(child(1, wishes: "#N/A|B"), child(2, wishes: "A|#REF!"), child(3, wishes: "A"))
    let world = Setup.world("DVC", rows)
    #expect(told(world) == ["F2 error-cell", "G3 error-cell"])
    #expect(world.outcome()?.tables.map(\.held) == [2])
    // It may have been a wish for the sender.
    let other = Setup.world(
      "A", roster(child(1, wishes: "#N/A", school: "S"), child(2, wishes: "A", school: "S")))
    #expect(told(other) == ["F2 error-cell"])
    let seats = Setup.world("so", "Mã trường|Chỉ tiêu\n#N/A|10\n#N/A|20\nB|30")
    #expect(told(seats) == ["A2 error-cell", "A3 error-cell"])
  }

  /// Two children whose ids became `9.12E+11` are not one child.
  @Test func idsThatLostTheirDigitsAreNotCompared() {
    let rows = [
      "9.12E+11|An Văn|02/02/2007|9A1||A|", "9.12E+11|Bình Trần|03/02/2007|9A1||B|",
      "#N/A|Chi Lê|04/02/2007|9A1||B|", "#N/A|Dung Lê|05/02/2007|9A1||B|",
    ]
    let roster = Setup.world("DVC", rosterOf(rows + (10...12).map { child($0) }))
    #expect(told(roster) == ["A2 digits-lost", "A3 digits-lost", "A4 error-cell", "A5 error-cell"])
    #expect(roster.outcome()?.tables.map(\.held) == [4])
    let scores = Setup.world(
      "so", "Số định danh cá nhân|Toán\n9.12E+11|8\n9.12E+11|7\n#N/A|7\n#N/A|6\n\(id(1))|9")
    #expect(told(scores) == ["A2 digits-lost", "A3 digits-lost", "A4 error-cell", "A5 error-cell"])
    // Readable ones are.
    let same = Setup.world("so", "Số định danh cá nhân|Toán\n\(id(1))|8\n\(id(1))|7")
    #expect(told(same) == ["A2 unique-error", "A3 unique-error"])
  }
}
