import Disk
import Rounds
import Testing
import Wording

@testable import Ledger
@testable import Pipeline

/// When a pass is all well (exit status 0), and when somebody has to look.
@Suite struct ReportTests {
  private func item(_ state: InboxItem.State) -> InboxItem {
    InboxItem(path: InboxPath(["so"], "a.csv"), state: state)
  }

  @Test func whatIsLeftNeedsAttentionUnlessIgnored() {
    var report = PassReport()
    #expect(report.isClean)
    report.left = [item(.ignored(.hidden)), item(.taken(seq: 1))]
    #expect(report.isClean)
    for state: InboxItem.State in [.settling(.empty), .waiting(reason: "unknown-unit"), .tooLarge(1), .ready]
    {
      report.left = [item(state)]
      #expect(!report.isClean, "\(state)")
    }
  }

  @Test func refusalsAndStoppedRoundsAreNotClean() {
    var report = PassReport()
    report.refusals = [.notReady]
    #expect(!report.isClean)
    report.refusals = []
    report.rounds = [RoundReport(code: "r1", name: "", state: .open, standing: .notReady)]
    #expect(report.isClean)
    report.rounds[0].standing = .violated([])
    #expect(!report.isClean)
    report.rounds[0].standing = .stopped([])
    #expect(!report.isClean)
  }

  @Test func aLaterPassTellsWhereThingsStand() {
    var total = PassReport()
    total.published = ["Outbox/so/r1/du-kien-01"]
    total.left = [item(.settling(.empty))]
    var later = PassReport()
    later.published = ["Outbox/so/r1/chinh-thuc-01"]
    total.add(later)
    #expect(total.published.count == 2)
    #expect(total.left.isEmpty)
  }

  @Test func everyStateHasItsCode() {
    #expect(item(.settling(.open)).word == .settling)
    #expect(item(.waiting(reason: "unknown-round")).word == .unknownRound)
    #expect(item(.ignored(.link)).word == .link)
    #expect(Refusal.held(3, awaitsDraw: false).reason.rawValue == "people-held")
    #expect(Refusal.held(3, awaitsDraw: true).reason.rawValue == "lots-undrawn")
    #expect(Refusal.settling(InboxPath(["so"], "a.csv")).reason.rawValue == "settling")
  }
}
