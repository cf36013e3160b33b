import Disk
import Ledger
import TestDisks
import Testing

/// A pass as the pipeline makes it: take what has settled, and publish a
/// folder to each of two units, made from all that was ever received.
enum Scenario {
  static let workspace: FileName = "/w"
  static let dropped = [
    "Inbox/thcs-a/9A1.csv": "a,b\n1,2\n", "Inbox/thcs-a/9A2.csv": "a,b\n3,4\n", "Inbox/so/dot.csv": "x\n",
  ]

  static func rules(
    sizeLimit: Int64 = 1000,
    finish: @escaping @Sendable (IntakeRules.FileEnds) -> IntakeRules.Finish = { _ in .whole }
  ) -> IntakeRules {
    IntakeRules(
      sizeLimit: sizeLimit,
      place: { folders in
        let unit = folders.first?.escaped ?? ""
        if unit == "la" { return .wait(reason: "unknown-unit") }
        switch folders.dropFirst().first {
        case "bo-sung": return .take(.init(unit: unit, mode: .addition))
        case "dot-la": return .inspect(.init(unit: unit), reason: "unknown-round")
        case let round: return .take(.init(unit: unit, round: round?.escaped))
        }
      },
      finish: finish,
      concerns: { $0.starts(with: "rounds".utf8) })
  }

  static func fill(_ disk: MemoryDisk) {
    for (path, text) in dropped { disk.drop(path, text) }
  }

  @discardableResult
  static func pass(on disk: any Disk) throws -> Intake {
    let ledger = try Ledger(disk, workspace: workspace)
    let intake = try ledger.take(by: rules())
    try ledger.reading(ledger.received.map(\.hash), by: "program") {}
    guard ledger.received.count >= dropped.count else { return intake }
    let names = ledger.received.map { "\($0.path.escaped) \($0.hash)\n" }.sorted().joined()
    let publication = try ledger.publication(id: "lop10/01", about: ["round": "lop10"])
    for unit in ["so", "thcs-a"] {
      try publication.add(
        OutboxFolder(
          path: [unit, "lop10", "chinh-thuc-01"],
          files: [
            (["ket-qua.csv"], Array("\(unit)\n\(names)".utf8)), (["sub", "x.csv"], Array(names.utf8)),
          ],
          manifest: Array("{\"\(unit)\":1}".utf8)))
    }
    try publication.commit()
    try ledger.write([OutboxFile(path: ["so", "bien-nhan", "000001-dot.json"], bytes: Array("{}".utf8))])
    try ledger.endPass()
    return intake
  }

  /// The Outbox of a run without a fault.
  private static let undisturbed = Result {
    let disk = MemoryDisk()
    fill(disk)
    try pass(on: disk)
    return disk.files(below: "Outbox")
  }

  /// What must hold after any fault and one undisturbed pass.
  static func check(_ disk: MemoryDisk, _ what: String) throws {
    #expect(try disk.files(below: "Outbox") == undisturbed.get(), "\(what): the Outbox")
    #expect(disk.files(below: "Inbox").isEmpty, "\(what): the Inbox")
    #expect(disk.files(below: ".ledger/tmp").isEmpty, "\(what): tmp")
    #expect(
      Set(disk.files(below: ".ledger/objects").values) == Set(dropped.values.map { Array($0.utf8) }),
      "\(what): the objects")
    let ledger = try Ledger(disk, workspace: workspace)
    #expect(ledger.received.map(\.seq) == [1, 2, 3], "\(what): the arrivals")
    #expect(ledger.received.map(\.pass) == [1, 1, 1], "\(what): the passes")
    #expect(ledger.published.map(\.id) == ["lop10/01"], "\(what): published once")
    #expect(ledger.unfinished.isEmpty, "\(what): unfinished")
    for arrival in ledger.received { #expect(throws: Never.self) { try ledger.objects.read(arrival.hash) } }
    checkConserved(disk, what)
  }

  /// Every byte string that was dropped is in the Inbox or kept.
  static func checkConserved(_ disk: MemoryDisk, _ what: String) {
    #expect(disk.sent.count == dropped.count, "\(what): hollow")
    disk.checkConserved(what)
  }
}
