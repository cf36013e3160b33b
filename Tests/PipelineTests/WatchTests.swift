import Disk
import Foundation
import Ledger
import Pipeline
import Rounds
import Testing
import Wording

/// `watch` with a clock and hints of our own.
@Suite struct WatchTests {
  /// Carries out a script, a step for each wait, and then asks to stop.
  private final class Script: Waiting {
    var mustStop = false
    private var steps: [() throws -> Void]
    private(set) var waits: [Int64] = []
    let givesHints: Bool

    init(givesHints: Bool = true, _ steps: [() throws -> Void]) {
      self.steps = steps
      self.givesHints = givesHints
    }

    func watch(_ folder: Handle) -> Bool { givesHints }

    func wait(nanoseconds: Int64) {
      waits.append(nanoseconds)
      guard !steps.isEmpty else { return mustStop = true }
      do { try steps.removeFirst()() } catch { Issue.record("\(error)") }
    }
  }

  private func watch(_ season: Season, _ script: Script) throws -> (
    reports: [PassReport], troubles: [any Error], purges: [PurgeReport]
  ) {
    var reports: [PassReport] = []
    var purges: [PurgeReport] = []
    var troubles: [any Error] = []
    var watch = Watch(season.workspace, script) { news in
      switch news {
      case .passed(let report): reports.append(report)
      case .purged(let report): purges.append(report)
      case .trouble(let error): troubles.append(error)
      }
    }
    try watch.run()
    return (reports, troubles, purges)
  }

  private let noon: Int64 = 1_658_293_200
  private let day: Int64 = 86_400

  private func roster(_ season: Season, marks: String...) throws {
    try season.drop(
      "T/lop10/9A1.csv",
      (["Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"]
        + marks.enumerated().map { "08020700001\($0.offset),Lê Văn Bình,05/09/2007,9A1,\($0.element),A" })
        .joined(separator: "\r\n"))
  }

  private func folders(_ season: Season) -> [String] {
    Set(season.files("Outbox/so/lop10").compactMap { $0.split(separator: "/").first.map(String.init) })
      .filter { $0.hasPrefix("du-kien") }.sorted()
  }

  /// Refused files are kept for thirty days, and then go while the watch lives.
  @Test func whatHasOutlivedItsTimeGoesOnceADay() throws {
    let season = try Season()
    let clock = ClockDisk.Clock(noon)
    season.disk = ClockDisk(clock)
    let objects = { season.files(".ledger/objects").count }
    var before = 0
    let script = Script([
      { try season.drop("so/khong-phai.csv", "không,phải", "1,2") }, {}, {},
      {
        before = objects()
        #expect(season.files("Outbox/so/bien-nhan").contains { $0.contains("-goc.") })
        clock.time += 29 * day
      }, {},
      {
        #expect(objects() == before)
        clock.time += day
      }, {},
      {
        #expect(objects() == before - 1)
        #expect(!season.files("Outbox/so/bien-nhan").contains { $0.contains("-goc.") })
        clock.time += day
      }, {},
    ])
    let told = try watch(season, script)
    #expect(told.troubles.isEmpty)
    #expect(told.purges.map(\.refused) == [1])
  }

  @Test func provisionalListsAreShownOnceADayAndAtTheNextDayWithoutNews() throws {
    let season = try Season()
    let clock = ClockDisk.Clock(noon)
    season.disk = ClockDisk(clock)
    let script = Script([
      { try season.declare() }, {}, {},
      { try roster(season, marks: "8") }, {}, {},
      {
        #expect(folders(season) == ["du-kien-01"])
        try roster(season, marks: "8", "9")
      }, {}, {},
      {
        #expect(folders(season) == ["du-kien-01"])
        clock.time += day
      }, {},
      { #expect(folders(season) == ["du-kien-01", "du-kien-02"]) },
    ])
    let told = try watch(season, script)
    #expect(told.troubles.isEmpty)
    #expect(told.reports.flatMap(\.outcomes).count >= 6)
  }

  /// Whoever asks for a pass sees what stands, though nothing new has come.
  @Test func whatIsKeptForAnotherDayIsShownByAPassThatIsAskedFor() throws {
    let season = try Season()
    season.disk = ClockDisk(ClockDisk.Clock(noon))
    let script = Script([
      { try season.declare() }, {}, {},
      { try roster(season, marks: "8") }, {}, {},
      { try roster(season, marks: "8", "9") }, {}, {},
      { #expect(folders(season) == ["du-kien-01"]) },
    ])
    #expect(try watch(season, script).troubles.isEmpty)
    #expect(folders(season) == ["du-kien-01"])
    try season.pass()
    #expect(folders(season) == ["du-kien-01", "du-kien-02"])
    #expect(try season.pass().published == [])
  }

  @Test("F60: a round closes by its day while somebody watches; a clock that jumps back opens nothing")
  func aRoundClosesByItsDay() throws {
    let season = try Season()
    let clock = ClockDisk.Clock(noon)
    season.disk = ClockDisk(clock)
    func state() -> RoundState? { (try? View(season.workspace))?.round("lop10")?.state }
    let script = Script([
      {
        try season.declare()
        try season.drop(
          "so/dot.csv",
          "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
          "lop10,Tuyển sinh lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,20/07/2022,1,đồng thời,Lấy cả nhóm")
      }, {}, {},
      {
        #expect(state() == .open)
        clock.time += day
      }, {},
      {
        #expect(state() == .closed)
        clock.time -= 400 * day
      }, {},
      { #expect(state() == .closed) },
    ])
    #expect(try watch(season, script).troubles.isEmpty)
  }

  @Test("F24: whoever leaves a file open for ten minutes is told which mark to delete, until it is closed")
  func whatIsLeftOpenIsTold() throws {
    let season = try Season()
    let clock = ClockDisk.Clock(noon)
    season.disk = ClockDisk(clock)
    let mark = season.url("Inbox/T/lop10/~$9A1.csv")
    func tells() throws -> Bool { try season.tasks("T").contains { $0.contains("«~$9A1.csv»") } }
    func reason() throws -> InboxReason? {
      try View(season.workspace).status().inbox.first { $0.path == "T/lop10/9A1.csv" }?.reason
    }
    let script = Script([
      { try season.declare() }, {}, {},
      {
        try roster(season, marks: "8")
        try Data("x".utf8).write(to: mark)
      }, {}, {},
      {
        let (told, why) = (try tells(), try reason())
        #expect(!told && why == .open)
        clock.slept += 601_000_000_000
      }, {}, {},
      {
        let (told, why) = (try tells(), try reason())
        #expect(told && why == .leftOpen)
        try FileManager.default.removeItem(at: mark)
      }, {}, {},
    ])
    #expect(try watch(season, script).troubles.isEmpty)
    #expect(try !tells())
    #expect(season.files("Outbox/T/bien-nhan/may-doc").count == 1)
  }

  @Test func itWaitsLongWhereItIsToldAndShortlyWhereItIsNot() throws {
    let told = Script([{}, {}])
    _ = try watch(try Season(), told)
    #expect(told.waits.allSatisfy { $0 > 50_000_000_000 }, "\(told.waits)")
    let untold = Script(givesHints: false, [{}, {}])
    _ = try watch(try Season(), untold)
    #expect(untold.waits.allSatisfy { $0 <= 10_000_000_000 }, "\(untold.waits)")
  }

  @Test func whatAPassHasLeftMakesNoOtherPassUntilItIsSomethingElse() throws {
    let season = try Season()
    let script = Script([
      { try season.drop("la/a.csv", "a,b", "1,2") }, {}, {}, {}, {},
      { try season.drop("la/a.csv", "a,b", "1,2", "3,4") }, {}, {}, {},
    ])
    let reports = try watch(season, script).reports
    #expect(reports.count == 3, "\(reports.map(\.left))")
    #expect(reports.dropFirst().allSatisfy { $0.left.count == 1 })
  }

  @Test func settingsThatCannotBeReadAreToldOnceAndWaitedFor() throws {
    let season = try Season()
    try season.pass()
    let settings = season.url("Schemas/settings.json")
    try Data("{".utf8).write(to: settings)
    let script = Script([{}, {}, { try Data("{\"settleSeconds\": 0}".utf8).write(to: settings) }])
    let told = try watch(season, script)
    #expect(told.troubles.count == 1 && told.reports.isEmpty)
  }
}
