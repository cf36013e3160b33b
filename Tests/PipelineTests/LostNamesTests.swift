import Foundation
import Ledger
import Pipeline
import Rounds
import Tables
import Testing

/// What files were called is lost: their receipts tell it, and where they do not a file is called by its number.
@Suite struct LostNamesTests {
  private let season: Season

  /// Two rounds, a file that is refused, and two that contradict each other.
  init() throws {
    season = try Season()
    try season.declareTwo()
    try season.drop("T/lop10/Khong phai.csv", "không,phải", "1,2")
    for (file, mark) in [("a", "8"), ("b", "9")] {
      try season.drop(
        "T/lop10/\(file).csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
        "080207000017,Lê Văn Bình,05/09/2007,9A1,\(mark),A")
    }
    try season.pass()
  }

  private func loseNames() throws { try FileManager.default.removeItem(at: season.url(".ledger/names")) }

  /// Who may read the folders is another matter.
  private func aboutNames(_ report: PassReport) -> [Ledger.Note] {
    report.notes.filter { note in
      switch note {
      case .namesLost, .namesFound: true
      default: false
      }
    }
  }

  private func names() throws -> [String] { try View(season.workspace).status().files.map(\.name) }

  @Test func receiptsTellWhatFilesWereCalled() throws {
    let before = try names()
    #expect(before.contains("Khong phai.csv"))
    for _ in 0..<2 {
      try loseNames()
      let report = try season.pass()
      #expect(aboutNames(report) == [.namesFound(before.count)], "\(report.notes)")
      #expect(report.outcomes.isEmpty && report.published.isEmpty)
      #expect(try names() == before)
      #expect(try aboutNames(season.pass()).isEmpty)
    }
    try loseNames()
    let report = try recover(season.workspace, wait: false)
    #expect(report.isWhole && report.namesFound == before.count)
    #expect(try names() == before)
  }

  /// Else each pass would read all of them.
  @Test func receiptsThatToldNothingAreReadOnce() throws {
    let (receipts, aside) = (season.url("Outbox/T/bien-nhan/may-doc"), season.url("aside"))
    try FileManager.default.moveItem(at: receipts, to: aside)
    try loseNames()
    #expect(try aboutNames(season.pass()).last == .namesLost(3))
    try FileManager.default.moveItem(at: aside, to: receipts)
    #expect(try aboutNames(season.pass()) == [.namesLost(3)])
    // Whoever has put them back says so.
    #expect(try recover(season.workspace, wait: false).namesFound == 3)
  }

  /// A receipt shows a line break in a name by signs, which are not the name: it would equal no other file's.
  @Test func aNameThatCannotBeShownIsNotGuessed() throws {
    try season.drop("T/lop10/x\ny.csv", "không,phải", "7,8")
    try season.pass()
    let before = try names()
    try loseNames()
    #expect(try aboutNames(season.pass()) == [.namesFound(before.count - 1), .namesLost(1)])
    #expect(try names().dropLast() == before.dropLast() && names().last != before.last)
  }

  @Test func namesAreNotTakenFromReceiptsOfALaterJournal() throws {
    let copy = season.url("saved")
    try FileManager.default.copyItem(at: season.url(".ledger"), to: copy)
    try season.drop("T/lop10/sau.csv", "không,phải", "3,4")
    try season.pass()
    try FileManager.default.removeItem(at: season.url(".ledger"))
    try FileManager.default.moveItem(at: copy, to: season.url(".ledger"))
    try loseNames()
    let journal = try Data(contentsOf: season.url(".ledger/journal"))
    #expect(throws: LedgerError.shortened()) { try season.pass() }
    #expect(try Data(contentsOf: season.url(".ledger/journal")) == journal)
  }

  @Test func aFileWithoutANameIsCalledByItsNumber() throws {
    try FileManager.default.removeItem(at: season.url("Outbox/T/bien-nhan/may-doc"))
    try loseNames()
    // Something new, so that what is to be done is written anew.
    try season.drop("T/lop10/khac.csv", "không,phải", "5,6")
    let report = try season.pass()
    #expect(report.notes.contains(.namesLost(3)), "\(report.notes)")
    let seqs = try View(season.workspace).status().files.filter { $0.unit == "T" }.map(\.seq)
    #expect(seqs.count == 4)
    let expected = seqs.dropLast().map { "tệp số \($0)" } + ["khac.csv"]
    #expect(try names().suffix(4) == expected[...])
    let tasks = try season.tasks("T")
    #expect(expected.allSatisfy(tasks.contains), "\(tasks)")
    let receipts = tasks.filter { $0.hasSuffix(".xlsx") && $0.contains("/bien-nhan/") }
    #expect(receipts.count == 4 && receipts.contains { $0.contains("-khong-phai-tu-choi") })
    for receipt in receipts {
      #expect(FileManager.default.fileExists(atPath: season.url(receipt).path), "\(receipt)")
    }
  }

  private func roster(_ path: String, _ rows: String...) throws {
    let header = "Số định danh cá nhân,Họ và tên,Ngày sinh,ĐTB 9,NV1,Lớp"
    try season.drop(path, bytes: Data(([header] + rows).map { $0 + "\r\n" }.joined().utf8))
  }

  /// Nor does any receipt tell them.
  private func forgetNames() throws {
    for unit in ["so", "T"] {
      try FileManager.default.removeItem(at: season.url("Outbox/\(unit)/bien-nhan/may-doc"))
    }
    try loseNames()
  }

  /// The numbers of those that matter, of all that are lost.
  private func needed(_ report: PassReport) -> [Int]? {
    guard case .namesLost(_, let needed)? = aboutNames(report).last else { return nil }
    return needed.map(\.seq)
  }

  /// It ends well where nothing hangs on a name, and not where a correction would not be known by it.
  @Test func namesThatMatterAreToldApart() throws {
    let rows = "080207000025,Lê Văn An,05/09/2007,7,A,9A2"
    try roster("T/9A2.csv", rows)
    let outcomes = try season.pass().outcomes
    #expect(outcomes.map(\.result) == [.pending])
    let own = outcomes.map(\.seq)
    #expect(try season.pass().isClean, "nothing new")
    try forgetNames()
    for _ in 0..<2 {
      let report = try season.pass()
      #expect(needed(report) == own && report.tellsOfLoss && !report.isClean, "\(report.notes)")
    }
    let status = try View(season.workspace).status()
    #expect(status.namesLost == own[0] && status.namesNeeded == own)
    let recovered = try recover(season.workspace, wait: false)
    #expect(recovered.namesNeeded.map(\.seq) == own && !recovered.isWhole)
    // The same file in the folder of its round says which that is.
    try roster("T/hai/9A2.csv", rows)
    let settled = try season.pass()
    #expect(needed(settled) == [] && !settled.tellsOfLoss)
    #expect(try View(season.workspace).status().namesNeeded.isEmpty)
    #expect(try recover(season.workspace, wait: false).isWhole)
  }

  @Test func whatANewerFileOfItsNameHasSettledStaysSo() throws {
    try roster(
      "T/9A2.csv", "080207000025,Lê Văn An,05/09/2007,7,A,9A2", "080207000033,Lê Văn Cường,05/09/2007,7,A,9A3"
    )
    try season.pass()
    try roster("T/lop10/9A2.csv", "080207000025,Lê Văn An,05/09/2007,7,A,9A2")
    try season.pass()
    try forgetNames()
    // From now on one round alone takes lists.
    try season.drop("so/hai/khoa.csv", "Thao tác,Mã đơn vị", "khóa nhận hồ sơ,")
    try season.pass()
    let rows = try #require(View(season.workspace).round("lop10")?.layers[.roster]?.flatMap { $0.rows })
    #expect(rows.count == 1, "of the older list nothing stands")
    #expect(try needed(season.pass()) == [])
  }
}
