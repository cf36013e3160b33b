import Disk
import Foundation
import Ledger
import Rounds
import TableSchema
import Tables
import Testing

@testable import Pipeline

/// A round of which nothing has changed is not decided again, whatever else is new.
@Suite struct KeptDecisionTests {
  private let header = "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"
  private let season: Season

  /// Two rounds of one school, each with a roster.
  init() throws {
    season = try Season()
    try season.declareTwo()
    try season.drop("T/lop10/9A1.csv", header, "080207000017,Lê Văn Bình,05/09/2007,9A1,8,A")
    try season.drop("T/hai/9A1.csv", header, "080207000025,Lê Văn Ca,06/09/2007,9A1,8,A")
    try season.pass()
  }

  private func admitted(_ report: PassReport, _ round: String) -> Int? {
    guard case .decided(let counts)? = report.rounds.first(where: { $0.code == round })?.standing else {
      return nil
    }
    return counts.applicants.all
  }

  /// Says on the shelf that a round came to something else: whoever believes it has not decided.
  private func pretend(_ round: String, _ change: (inout KeptDecision) -> Void) throws {
    let configuration = try season.workspace.configuration()
    let ledger = try Ledger(season.disk, workspace: season.workspace.root)
    let tables = try #require(try View(season.workspace).inForce.rounds.first { $0.round.code == round })
    let inputs = try #require(RoundInputs.hash(of: tables, key: configuration.key))
    var kept = try #require(KeptDecision(round, inputs: inputs, on: ledger.shelf))
    change(&kept)
    kept.save(round, inputs: inputs, on: ledger.shelf)
  }

  @Test func onlyWhatHasChangedIsDecided() throws {
    for round in ["hai", "lop10"] { try pretend(round) { $0.counts?.applicants.all = 77 } }
    try season.drop("T/lop10/9A2.csv", header, "080207000033,Lê Thị Dung,07/09/2007,9A2,9,A")
    let report = try season.pass()
    #expect(admitted(report, "lop10") == 2, "what is new is decided")
    #expect(admitted(report, "hai") == 77, "the other round was not")
    #expect(report.published.allSatisfy { $0.contains("/lop10/") } && !report.published.isEmpty)
    // Without what was kept all is decided, and comes to the same lists.
    try FileManager.default.removeItem(at: season.url(".ledger/shelf"))
    let outbox = season.files("Outbox")
    #expect(try admitted(season.pass(), "hai") == 1)
    #expect(season.files("Outbox") == outbox)
  }

  @Test func listsThatAUnitHasNotAreDecidedAgain() throws {
    try pretend("hai") { kept in
      kept.counts?.applicants.all = 77
      kept.lists[0].digest = "another"
    }
    try season.drop("T/lop10/9A2.csv", header, "080207000033,Lê Thị Dung,07/09/2007,9A2,9,A")
    #expect(try admitted(season.pass(), "hai") == 1)
  }

  @Test func everythingThatIsDecidedFromIsAmongTheInputs() throws {
    let tables = try #require(try View(season.workspace).inForce.rounds.last)
    let hash = try #require(RoundInputs.hash(of: tables, key: "k"))
    #expect(RoundInputs.hash(of: tables, key: "k") == hash)
    #expect(RoundInputs.hash(of: tables, key: "l") != hash)
    let person = PersonKey(examNo: "7")
    let changes: [(String, (inout RoundTables) -> Void)] = [
      ("round", { $0.round.wishes += 1 }), ("units", { $0.units["A"]?.head = "Lê" }),
      ("department", { $0.department += "x" }),
      ("layers", { $0.layers[.roster]?[0].rows.removeLast() }),
      ("programs", { $0.programs[0].quota += 1 }), ("state", { $0.state = .closed }),
      ("seedIsOpen", { $0.seedIsOpen.toggle() }), ("wasReopened", { $0.wasReopened.toggle() }),
      ("fixed", { $0.fixed.insert("A") }),
      ("approvals", { $0.approvals["A"] = .asked }), ("fixedClasses", { $0.fixedClasses[person] = "A/10A1" }),
      ("settled", { $0.settled.kept[person] = "A/thuong" }),
    ]
    for (name, change) in changes {
      var other = tables
      change(&other)
      #expect(RoundInputs.hash(of: other, key: "k") != hash, "\(name)")
    }
    let stopped = [LocatedFinding(Finding(.setup, .error))]
    var other = tables
    other.refusedSetup = stopped
    #expect(RoundInputs.hash(of: other, key: "k") == nil)
    // What is added one day must be hashed too.
    #expect(
      Mirror(reflecting: tables).children.compactMap(\.label).sorted()
        // What the next order settles goes by three of them, and no list.
        == (changes.map(\.0) + ["refusedSetup", "record", "listed", "isPurged"]).sorted())
  }

  @Test func everythingOfATableInForceIsAmongTheInputs() throws {
    let tables = try #require(try View(season.workspace).inForce.rounds.last)
    let hash = RoundInputs.hash(of: tables, key: "k")
    func changed(_ change: (inout Layer) -> Void) -> Bool {
      var other = tables
      other.layers[.roster] = other.layers[.roster]?.map { layer in
        var layer = layer
        change(&layer)
        return layer
      }
      return RoundInputs.hash(of: other, key: "k") != hash
    }
    let layer = try #require(tables.layers[.roster]?.first)
    let unit = try #require(tables.units["A"])
    #expect(changed { $0.seq += 1 } && changed { $0.sender += "x" } && changed { $0.role = .portal })
    #expect(changed { $0.file += "x" } && changed { $0.day = Day(number: 7) })
    #expect(changed { $0.table.sheet += "x" } && changed { $0.rows = [] })
    #expect(changed { $0.table.columns[0].label += "x" } && changed { $0.table.held[0].toggle() })
    #expect(changed { $0.table.rowNumbers[0] += 1 } && changed { $0.table.headerRow += 1 })
    #expect(changed { $0.table.findings.append(Finding(.noRows, .note)) })
    #expect(
      Mirror(reflecting: layer).children.compactMap(\.label).sorted()
        == ["day", "file", "role", "rows", "sender", "seq", "table"])
    #expect(
      Mirror(reflecting: unit).children.compactMap(\.label).sorted()
        == ["code", "head", "levels", "name", "otherNames", "parent", "place", "printedAs", "role", "system"])
  }
}
