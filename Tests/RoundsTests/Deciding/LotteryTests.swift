import Admission
import Rounds
import Tables
import Testing

/// contract.md 4, Ticket and draw.
@Suite struct LotteryTests {
  private func fixture(seed: String) -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 1))
    fixture.round.tiePolicy = .lottery
    fixture.round.lotteryKey = "bí mật"
    fixture.round.seed = seed
    fixture.add(
      .roster, by: "cong", ["personalId": "080207000001", "moetId": "8000000001", "wish1": "A/thuong"],
      ["moetId": "8000000002", "examNo": "1", "wish1": "A/thuong"],
      ["applicationNo": "HS-3", "wish1": "A/thuong"])
    return fixture
  }

  /// personalId, else moetId, else examNo, else applicationNo.
  @Test func aTicketGoesByTheStrongestIdentifier() throws {
    var fixture = fixture(seed: "1")
    fixture.layers[.roster] = nil
    fixture.add(
      .roster, by: "cong", ["examNo": "017", "applicationNo": "HS-4", "wish1": "A/thuong"])
    let round = try #require(fixture.decided)
    #expect(round.lottery.ticket(0) == String(SHA256.hex(Array("bí mật\n017".utf8)).prefix(12)))
    // A stronger one that comes later, or another that is weaker, is what counts, or does not.
    fixture.add(.roster, by: "A", ["examNo": "017", "moetId": "8000000009"])
    let later = try #require(fixture.decided)
    #expect(later.lottery.ticket(0) == String(SHA256.hex(Array("bí mật\n8000000009".utf8)).prefix(12)))
  }

  @Test func ticketsAndDrawsAreThoseThatAnybodyCanMakeAgain() throws {
    let round = try #require(fixture(seed: "20220715").decided)
    let identifiers = ["HS-3", "8000000002", "080207000001"]
    let tickets = identifiers.map { String(SHA256.hex(Array("bí mật\n\($0)".utf8)).prefix(12)) }
    let draws = tickets.map { SHA256.hex(Array("20220715\n\($0)".utf8)) }
    #expect((0..<3).map(round.lottery.ticket) == tickets)
    #expect((0..<3).map(round.lottery.draw) == draws)
    let first = draws.indices.min { draws[$0] < draws[$1] }
    #expect(round.outcome.status.firstIndex(of: .admitted) == first)
    #expect(
      (0..<3).compactMap(round.lottery.place) == draws.map { draw in draws.filter { $0 <= draw }.count })
  }

  @Test func withoutASeedTheTieWaitsForItsLots() throws {
    let round = try #require(fixture(seed: "").decided)
    #expect(round.outcome.status == [.held, .held, .held])
    #expect((0..<3).map(round.reason(of:)) == [.draw, .draw, .draw])
    #expect((round.counts.held.all, round.counts.tied, round.counts.unreviewed) == (3, 3, 0))
    #expect(round.lottery.draw(0).isEmpty)
    #expect(round.lottery.place(0) == nil)
    #expect(!round.lottery.ticket(0).isEmpty)
  }

  @Test func withoutALotteryThereAreNoTickets() throws {
    var fixture = fixture(seed: "")
    fixture.round.tiePolicy = .allIn
    let round = try #require(fixture.decided)
    #expect(round.lottery.ticket(0).isEmpty)
  }
}
