import Ledger
import Pipeline
import Rounds
import Tables
import Testing
import Wording

@Suite struct PassTests {
  @Test func theFirstPassMakesTheWorkspace() throws {
    let season = try Season()
    #expect(try View(season.workspace).isNew)
    let report = try season.pass()
    #expect(report.isClean && report.rounds.isEmpty && report.published.isEmpty)
    #expect(try !View(season.workspace).isNew)
  }

  @Test func aRoundIsCarriedToItsProvisionalListsOnce() throws {
    let season = try Season()
    try season.pass()
    try season.declare()
    try season.pass()
    try season.drop(
      "T/lop10/9A1.csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
      "080207000017,Lê Văn Bình,05/09/2007,9A1,8.5,A", "080207000025,Trần Văn Cường,06/10/2007,9A1,9,A")
    let report = try season.pass()
    #expect(report.outcomes.map(\.result) == [.taken], "\(report.outcomes)")
    guard case .decided(let counts) = try #require(report.rounds.first).standing else {
      Issue.record("\(report.rounds)")
      return
    }
    #expect(counts.admitted.all == 1 && counts.waiting.all == 1)
    #expect(report.published.contains("Outbox/so/lop10/du-kien-01"), "\(report.published)")
    #expect(season.files("Inbox").filter { $0.hasSuffix(".csv") } == [])

    let before = season.files("Outbox")
    let again = try season.pass()
    #expect(again.outcomes.isEmpty && again.published.isEmpty, "a pass without news changes nothing")
    #expect(season.files("Outbox") == before)
  }

  @Test func whatStopsARoundIsNamedWithItsCellAndTold() throws {
    let season = try Season()
    try season.pass()
    try season.declare()
    try season.drop(
      "so/lop10/tieu-chi.csv", "Thứ tự,Tiêu chí,Chiều", "1,ĐTB 9,giảm", "2,Chiều cao,giảm")
    try season.pass()
    try season.dropChild()
    let report = try season.pass()
    guard case .stopped(let errors) = try #require(report.rounds.first).standing else {
      Issue.record("\(report.rounds)")
      return
    }
    #expect(errors.map(\.file) == ["tieu-chi.csv"])
    #expect(errors.map(\.finding.place.cell) == ["B3"])
    #expect(errors.allSatisfy { $0.seq > 0 }, "its sender is told")
    #expect(report.outcomes.contains { outcome in errors.contains { $0.seq == outcome.seq } })
    #expect(report.published.isEmpty)
  }

  @Test func everyStateOfANameIsSaid() {
    let names: [InboxItem.Ignored] = [
      .hidden, .temporary, .owner, .mark, .system, .guide, .link, .notAFile, .outsideUnit, .tooDeep,
    ]
    let ignored = InboxWord.allCases.filter { $0.rawValue.hasPrefix("ignored-") }
    #expect(ignored.count == names.count)
    #expect(ignored.allSatisfy { $0.group == .ignored })
    #expect(Set(InboxWord.allCases.map(\.group)) == Set(InboxWord.Group.allCases))
    for language in Language.allCases {
      #expect(InboxWord.allCases.allSatisfy { !TerminalWording(language).inboxState($0).isEmpty })
      #expect(InboxReason.allCases.allSatisfy { !TerminalWording(language).inboxReason($0).isEmpty })
    }
  }
}
