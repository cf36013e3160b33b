import Disk
import Foundation
import Ledger
import Pipeline
import Tables
import TestDisks
import Testing

/// A small season on a disk in memory: setup, a roster, a file that is refused, and then the orders that close
/// and finalize the round, each sending carried by one real pass.
enum MemorySeason {
  static let root: FileName = "/w"

  /// The tables that it uses: all of them would be read at every pass.
  private static let kinds = ["units", "rounds", "programs", "scoring", "roster", "orders"]

  /// And the columns of rosters that it does not use.
  private static let unused: Set<String> = [
    "ethnicity", "birthPlace", "permanentCommune", "permanentHamlet", "permanentAddress", "currentCommune",
    "currentHamlet", "currentAddress", "phone", "email", "guardian", "learning", "conduct", "math",
    "literature", "language9", "policy", "disability", "boarding", "specialWish", "combo", "language",
    "channel",
  ]

  private static let sendings: [[(path: String, lines: [String])]] = [
    [
      ("so/don-vi.csv", ["Mã đơn vị,Tên đơn vị,Vai trò", "A,THPT An Bình,Trường", "T,THCS Tân Trụ,Trường"]),
      (
        "so/dot.csv",
        [
          "Mã đợt,Tên đợt,Năm học,Cấp học,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
          "r1,Đợt một,2022-2023,THPT,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm",
        ]
      ),
      ("so/r1/chi-tieu.csv", ["Mã trường,Chỉ tiêu", "A,1"]),
      ("so/r1/cach-tinh.csv", ["Cột điểm,Hệ số", "ĐTB 9,1"]),
      (
        "T/r1/9A1.csv",
        [
          "Mã hồ sơ,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1", "H1,Lê An,01/02/2011,9A1,9,A",
          "H2,Lê Bình,01/02/2011,9A1,8,A",
        ]
      ),
      ("T/r1/khac.csv", ["không,phải", "1,2"]),
    ],
    [("so/r1/lenh.csv", ["Thao tác,Số khởi tạo", "khóa nhận hồ sơ,", "chốt,"])],
  ]

  /// One pass of a run that nobody disturbs.
  struct Step {
    /// The disk before it. Several threads copy it, so nobody opens anything there.
    let start: MemoryDisk
    /// How many files had been taken before it.
    let takenBefore: Int
    /// The operations of the disk in it.
    let operations: Int
    let outbox: [String: [UInt8]]
    let arrivals: [[String]]
    let entries: [String: Int]
  }

  static let undisturbed = Result {
    let disk = MemoryDisk()
    try copySchemas(to: disk)
    return try sendings.map { sending in
      for (path, lines) in sending { drop(path, lines, on: disk) }
      return try step(on: disk)
    }
  }

  /// The same season on a disk that lists names in another order is the same.
  static func checkListing(by seed: UInt64) throws {
    let disk = MemoryDisk()
    disk.listing = seed
    try copySchemas(to: disk)
    for (sending, step) in zip(sendings, try undisturbed.get()) {
      for (path, lines) in sending { drop(path, lines, on: disk) }
      try pass(on: disk)
      #expect(try !check(disk, after: step, "listed by \(seed)"))
    }
  }

  /// What was kept of the roster is lost, which a pass has told; the step is that it comes again.
  static let healing = Result {
    let disk = MemoryDisk()
    try copySchemas(to: disk)
    for (path, lines) in sendings[0] { drop(path, lines, on: disk) }
    try pass(on: disk)
    let roster = try #require(sendings[0].first { $0.path.hasSuffix("9A1.csv") })
    let hash = SHA256.hex(Array(text(roster.lines).utf8))
    #expect(disk.file(".ledger/objects")?.names.removeValue(forKey: FileName(hash)) != nil)
    disk.file(".ledger/shelf")?.names.removeAll()
    try pass(on: disk)
    drop(roster.path, roster.lines, on: disk)
    return try step(on: disk)
  }

  private static func text(_ lines: [String]) -> String { lines.map { $0 + "\r\n" }.joined() }

  private static func drop(_ path: String, _ lines: [String], on disk: MemoryDisk) {
    disk.drop("Inbox/" + path, text(lines))
  }

  /// One pass, counted.
  private static func step(on disk: MemoryDisk) throws -> Step {
    let start = MemoryDisk(copyOf: disk)
    let takenBefore = try taken(on: disk)
    let counting = FaultyDisk(disk)
    try pass(on: counting)
    return Step(
      start: start, takenBefore: takenBefore, operations: counting.count, outbox: disk.files(below: "Outbox"),
      arrivals: try arrivals(on: disk), entries: try entries(on: disk))
  }

  private static func copySchemas(to disk: MemoryDisk) throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Schemas/tables")
    for kind in kinds {
      var schema = try #require(
        try JSONSerialization.jsonObject(
          with: Data(contentsOf: project.appendingPathComponent(kind + ".json"))) as? [String: Any])
      let fields = schema["fields"] as? [[String: Any]] ?? []
      schema["fields"] = fields.compactMap { field -> [String: Any]? in
        guard let name = field["name"] as? String, !unused.contains(name) else { return nil }
        var field = field
        if name == "wish" { (field["numbered"], field["offered"]) = (2, [1, 2]) }
        return field
      }
      disk.put(
        "Schemas/tables/\(kind).json",
        [UInt8](try JSONSerialization.data(withJSONObject: schema, options: .sortedKeys)))
    }
    disk.put("Schemas/settings.json", Array(#"{"settleSeconds": 0}"#.utf8))
  }

  static func pass(on disk: any Disk) throws {
    var pass = try Pass(Workspace(disk, root: root, home: root, jobs: 1), wait: false)
    _ = try pass.run()
  }

  /// What was taken together, in the order of its numbers. The numbers of passes are not the same where one has
  /// done nothing but finish another.
  private static func arrivals(on disk: MemoryDisk) throws -> [[String]] {
    let received = try LedgerView(disk, workspace: root)?.received ?? []
    return Dictionary(grouping: received, by: \.pass).sorted { $0.key < $1.key }.map {
      $0.value.map { "\($0.seq) \($0.path.escaped)" }
    }
  }

  /// Whether the journal, torn by a fault, says of some files of the sending that they were taken, and of some not.
  static func isPartlyTaken(_ disk: MemoryDisk, _ step: Step) throws -> Bool {
    let now = try taken(on: disk)
    return step.takenBefore < now && now < step.arrivals.joined().count
  }

  private static func taken(on disk: MemoryDisk) throws -> Int {
    try LedgerView(disk, workspace: root)?.received.count ?? 0
  }

  /// How often each thing happened that must not happen twice.
  private static func entries(on disk: MemoryDisk) throws -> [String: Int] {
    let kinds = ["ledger", "received", "receipt", "judged", "event", "carried-out", "published"]
    let entries = try LedgerView(disk, workspace: root)?.entries ?? []
    return Dictionary(grouping: entries.map(\.kind).filter(kinds.contains)) { $0 }.mapValues(\.count)
  }

  /// What must hold once a pass that was disturbed has been finished by the next one.
  /// - Parameter leavesOut: a unit may have been left out, because it could not be reached, and given its lists later.
  /// - Returns: whether some file was left by the first and taken by the second: then numbers are others,
  ///   and what was decided is the same.
  static func check(
    _ disk: MemoryDisk, after step: Step, _ what: String, leavesOut: Bool = false
  ) throws -> Bool {
    checkConserved(disk, what)
    #expect(disk.files(below: "Inbox").isEmpty, "\(what): the Inbox")
    #expect(disk.files(below: ".ledger/tmp").isEmpty, "\(what): tmp")
    let outbox = disk.files(below: "Outbox")
    #expect(!outbox.keys.contains { $0.contains("/.") }, "\(what): left in the Outbox")
    if try arrivals(on: disk) == step.arrivals {
      #expect(Set(outbox.keys) == Set(step.outbox.keys), "\(what): the names in the Outbox")
      let others = outbox.filter { step.outbox[$0.key] != $0.value }.keys.sorted()
      #expect(others == [], "\(what): the Outbox")
      var entries = try entries(on: disk)
      let together = step.entries["published", default: 0]
      if leavesOut, entries["published", default: 0] > together {
        // Each unit has its lists once: the Outbox is the same.
        entries["published"] = together
      }
      #expect(entries == step.entries, "\(what): nothing happens twice")
      return false
    }
    #expect(newestResult(outbox) == newestResult(step.outbox), "\(what): the result")
    return true
  }

  private static func newestResult(_ outbox: [String: [UInt8]]) -> String {
    let results = outbox.filter { $0.key.hasPrefix("so/r1/") && $0.key.hasSuffix("/ket-qua.csv") }
    let official = results.filter { $0.key.contains("chinh-thuc") }
    let newest = (official.isEmpty ? results : official).max { $0.key < $1.key }
    return newest.map { String(decoding: $0.value, as: UTF8.self) } ?? ""
  }

  static func checkConserved(_ disk: MemoryDisk, _ what: String) {
    #expect(!disk.sent.isEmpty && disk.losses(workspace: root) == [], "\(what)")
  }
}
