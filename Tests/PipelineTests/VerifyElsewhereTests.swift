import Audit
import Pipeline
import Testing

/// `verify` where another ledger lies than that of whoever published the folder.
@Suite struct VerifyElsewhereTests {
  /// A ledger that has published nothing of such a round says nothing of the folder; one that has, and not
  /// this one, does.
  @Test func aLedgerOfSomebodyElseIsNoWitness() throws {
    let (season, elsewhere) = (try Season(), try Season())
    var (own, foreign) = (DrawnRound.all[1], DrawnRound.all[2])
    try own.drop(in: season)
    try foreign.drop(in: elsewhere)
    try season.pass()
    try elsewhere.pass()
    let folder = season.path + "/Outbox/so/\(own.code)/du-kien-01"
    let verification = try View(elsewhere.workspace).verify(folder)
    #expect(verification.report.faults == [] && verification.limits == [.otherLedger])
    #expect(verification.report.examined[.published] == nil)
    #expect(verification.report.examined[.quota] ?? 0 > 0)
    try own.drop(in: elsewhere)
    try elsewhere.drop(
      "so/\(own.code)/chi-tieu.csv", "Mã trường,Mã chương trình,Chỉ tiêu", "S1,,8", "S2,,9", "S3,,9",
      "S1,chuyen,1")
    try elsewhere.pass()
    let denied = try View(elsewhere.workspace).verify(folder)
    #expect(!denied.report.faults(of: .published).isEmpty)
  }
}
