import Disk
import Ledger
import Testing

@testable import Pipeline

/// Whose the files of an Inbox folder are (contract.md 2).
@Suite struct KnownFoldersTests {
  private func placing(_ folders: FileName...) -> IntakeRules.Placing {
    var known = KnownFolders()
    known.add(unit: "THCS-A")
    known.add(round: "lop10", name: "Tuyển sinh lớp 10")
    return known.placing(of: folders)
  }

  @Test func foldersSayUnitRoundAndWhatIsReplaced() {
    typealias Place = IntakeRules.Destination
    #expect(placing("THCS-A") == .take(Place(unit: "THCS-A")))
    #expect(placing("thcs-a", "LOP10") == .take(Place(unit: "THCS-A", round: "lop10")))
    #expect(placing("THCS-A", "Tuyển sinh lớp 10") == .take(Place(unit: "THCS-A", round: "lop10")))
    #expect(
      placing("THCS-A", "lop10", "Bổ sung") == .take(Place(unit: "THCS-A", round: "lop10", mode: .addition)))
    #expect(placing("THCS-A", "thay-the") == .take(Place(unit: "THCS-A", mode: .replacement)))
    #expect(placing("THCS-A", "THAY THẾ") == .take(Place(unit: "THCS-A", mode: .replacement)))
  }

  @Test func unknownOnesWait() {
    #expect(placing("THCS-B") == .wait(reason: "unknown-unit"))
    #expect(placing(FileName([0xFF])) == .wait(reason: "unknown-unit"))
    #expect(placing("THCS-A", "lop11") == .inspect(.init(unit: "THCS-A"), reason: "unknown-round"))
    #expect(
      placing("THCS-A", "lop10", "lop10")
        == .inspect(.init(unit: "THCS-A", round: "lop10"), reason: "unknown-round"))
  }
}
