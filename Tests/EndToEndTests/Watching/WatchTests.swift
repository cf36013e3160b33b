import Foundation
import Glibc
import Testing

/// `watch`: passes for as long as the process lives.
@Suite struct WatchTests {
  private func receipts(_ work: Workdir, _ unit: String = "so") -> [String] {
    work.files("Outbox/\(unit)/bien-nhan/may-doc")
  }

  @Test(
    "F04: a watch takes what settles, and ends cleanly when it is asked to",
    arguments: [SIGTERM, SIGINT, SIGHUP])
  func aWatchTakesWhatSettlesAndEndsWhenAsked(_ signal: Int32) throws {
    try conservingRound { round in
      let work = round.work
      let watch = try Background(work)
      try eventually("the workspace is made") { work.files(".ledger").contains("journal") }
      try round.declare()
      try eventually("setup is taken") { work.files("Inbox").filter { $0.hasSuffix(".csv") }.isEmpty }
      try round.applications("a", fourChildren)
      try eventually("lists appear") { round.published("so") == ["du-kien-01"] }
      watch.send(signal)
      #expect(watch.status() == 0)
      #expect(try work.shell("ls .ledger/tmp; find Outbox -name '.*'").output == "")
      // Nothing was left for another process to do.
      let before = work.files("Outbox")
      #expect(try work.run("run").errors.isEmpty)
      #expect(work.files("Outbox") == before)
    }
  }

  @Test("F04: a second signal ends a watch at once, whatever it is doing; the next pass finishes it")
  func aSecondSignalEndsAWatchAtOnce() throws {
    try conservingRound { round in
      let work = round.work
      // A pipe that nobody reads, and into which no more fits: it never gets beyond telling.
      let pipe = work.path("pipe")
      try #require(mkfifo(pipe.path, 0o600) == 0)
      let end = open(pipe.path, O_RDWR | O_NONBLOCK)
      defer { close(end) }
      while write(end, [UInt8](repeating: 0x2E, count: 4096), 4096) > 0 {}
      let watch = try Background(work, into: pipe)
      try eventually("the workspace is made") { work.files(".ledger").contains("journal") }
      try round.declare()
      // What comes later than the files of that pass is not even looked at.
      try eventually("a pass has something to tell") { try work.text(".ledger/journal").contains("\tpass\t") }
      for signal in [SIGTERM, SIGINT] { watch.send(signal) }
      #expect([128 + SIGTERM, 128 + SIGINT].contains(watch.status()))
      #expect(try work.run("run").errors.isEmpty)
      #expect(try work.shell("ls .ledger/tmp; find Outbox -name '.*'").output == "")
    }
  }

  @Test func anOpenFolderIsNotedOnce() throws {
    try withRound { round in
      let work = round.work
      try work.run("run")
      #expect(try work.shell("chmod 733 Inbox; mkdir Outbox/so; chmod 777 Outbox/so").status == 0)
      let watch = try Background(work)
      try round.declare()
      try eventually("setup is taken") { work.files("Inbox").filter { $0.hasSuffix(".csv") }.isEmpty }
      try round.applications("a", fourChildren)
      try eventually("lists appear") { round.published("so") == ["du-kien-01"] }
      watch.send(SIGTERM)
      #expect(watch.status() == 0)
      let notes = try watch.output().split(separator: "\n").filter { $0.contains("Note:") }
      #expect(notes.count == 1 && notes[0].contains("in Inbox and 1 more everybody can write"), "\(notes)")
    }
  }

  @Test func aPersonsOrderIsCarriedOutWhileSomebodyWatches() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      let watch = try Background(work)
      try eventually("lists appear") { round.published("so") == ["du-kien-01"] }
      #expect(try work.run("finalize", "r1", "--wait").status == 0)
      #expect(round.published("so") == ["chinh-thuc-01", "du-kien-01"])
      watch.send(SIGTERM)
      #expect(watch.status() == 0)
    }
  }

  /// F24: the new content under a name of eight digits, the old file deleted, then renamed; `~$` beside it.
  @Test("F24: Excel saves by renaming; its own files are listed, and the workbook is taken once")
  func excelSavesByRenaming() throws {
    try conservingRound { round in
      let work = round.work
      try round.declare()
      try work.run("run")
      let taken = receipts(work).count
      let watch = try Background(work)
      try work.drop("cong/~$ho-so.csv", "x")
      try work.drop("cong/ho-so.csv", "Mã hồ sơ,ĐTB 9,NV1\r\nA1,5,S1\r\n")
      try work.drop(
        "cong/1A2B3C4D", "Mã hồ sơ,ĐTB 9,NV1,Họ và tên,Ngày sinh\r\nA1,9,S1,Lê Thị An,01/02/2011\r\n")
      let states = try object(try work.run("status", "--json"))["inbox"] as? [[String: Any]] ?? []
      #expect(
        states.compactMap { $0["state"] as? String }.filter { $0.hasPrefix("ignored") }.sorted()
          == ["ignored-owner", "ignored-temporary"])
      try work.takeAway("cong/ho-so.csv")
      try FileManager.default.moveItem(
        at: work.path("Inbox/cong/1A2B3C4D"), to: work.path("Inbox/cong/ho-so.csv"))
      try work.takeAway("cong/~$ho-so.csv")
      try eventually("the workbook is taken") { receipts(work, "cong").count == 1 }
      watch.send(SIGTERM)
      #expect(watch.status() == 0)
      #expect(receipts(work, "cong").count == 1)
      #expect(receipts(work).count == taken)
      #expect(
        try work.text("Outbox/cong/bien-nhan/may-doc/" + receipts(work, "cong")[0]).contains("ho-so.csv"))
    }
  }

  @Test("F16: what cannot be mended by waiting ends a watch")
  func whatCannotBeMendedByWaitingEndsIt() throws {
    try withRound { round in
      let work = round.work
      try work.run("run")
      try FileManager.default.moveItem(at: work.path("Inbox"), to: work.path("Elsewhere"))
      let watch = try Background(work)
      #expect(watch.status() == 2)
      #expect(try watch.output().contains("Inbox"))
      #expect(!FileManager.default.fileExists(atPath: work.path("Inbox").path))
    }
  }

  @Test func itsOutputNamesNoSendersFile() throws {
    try withRound { round in
      let work = round.work
      let watch = try Background(work, ["watch", "--json"])
      try eventually("the workspace is made") { work.files(".ledger").contains("journal") }
      try work.drop("so/Canary Lê Thị An.csv", "không,phải,bảng\r\n1,2,3\r\n")
      try work.drop("la/Canary Lê Thị An.csv", "a,b\r\n1,2\r\n")
      try eventually("it is told") { try watch.output().contains("refused") }
      watch.send(SIGTERM)
      #expect(watch.status() == 0)
      let output = try watch.output()
      #expect(!output.lowercased().contains("canary"), "\(output)")
      #expect(receipts(work).count == 1)
    }
  }
}
