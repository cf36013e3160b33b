import Audit
import Foundation
import Pipeline
import Testing

/// `verify` of rounds where some seats are for some: the folder alone, and with the ledger.
@Suite struct VerifyReservationsTests {
  private static let wishes = "giai-trinh.csv"

  fileprivate func published() throws -> Season {
    let season = try Season()
    for round in DrawnRound.reserving {
      var round = round
      try round.drop(in: season)
    }
    try season.pass()
    return season
  }

  @Test func reservedSeatsAreDecidedTheSameTwice() throws {
    let season = try published()
    let view = try View(season.workspace)
    var seats: Set<String> = []
    var compared: Set<String> = []
    for round in DrawnRound.reserving {
      let folder = "Outbox/so/\(round.code)/du-kien-01"
      let verification = try view.verify(season.path + "/" + folder)
      #expect(verification.report.faults == [], "\(round)")
      #expect(verification.limits == [], "\(round)")
      #expect(verification.report.examined[.reservations] ?? 0 > 20, "\(round)")
      for row in try SpoiltFolder(season, copyOf: folder).tables[Self.wishes] ?? [] {
        seats.insert((row["seat"] ?? "") + " " + (row["seatIn"] ?? ""))
        compared.insert(row["cutoffRow"] ?? "")
      }
    }
    // The rounds are worth checking: every kind of seat occurs, in both readings of a tie.
    #expect(seats.isSuperset(of: ["0 ", "1 ", "2 ", "0 0", "1 1", " 0", " 1"]), "\(seats)")
    #expect(compared.isSuperset(of: ["", "0", "1", "2"]), "\(compared)")
  }

  /// Where a program has no zones, all are of tier 1: seats for that tier are for all, those for another for nobody.
  @Test func seatsForATierWhereThereAreNoZonesAreForAll() throws {
    let season = try Season()
    var round = try #require(DrawnRound.all.first)
    try round.drop(in: season)
    try season.drop(
      "so/\(round.code)/danh-rieng.csv", "Mã trường,Loại đối tượng,Giá trị,Số chỗ,Loại",
      "S1,Tuyến,1,2,dành riêng", "S3,Tuyến,2,1,dành riêng")
    try season.pass()
    let view = try View(season.workspace)
    let verification = try view.verify(season.path + "/Outbox/so/\(round.code)/du-kien-01")
    #expect(verification.report.faults == [] && verification.limits == [])
    #expect(verification.report.examined[.reservations] ?? 0 > 20)
  }

  /// What is spoilt, and how; false if a round has nothing of the kind.
  private static func spoilings() -> [(AuditProperty, (inout SpoiltFolder) throws -> Bool)] {
    func isOpen(_ row: [String: String]) -> Bool { row["seat"] == "0" && row["rows"] == "" }
    func isOut(_ row: [String: String], of seats: String) -> Bool {
      row["verdict"] == "eligible" && row["admitted"] == "0" && row["cutoffRow"] == seats
        && row["waiting"] != ""
    }
    /// Gives a row a key before all others.
    func best(_ row: inout [String: String]) {
      (row["direct"], row["wish"], row["score"]) = ("1", "1", "99")
      if row["tier"] != "" { row["tier"] = "1" }
    }
    return [
      // Nobody's category, nowhere, no such row, and a seat where nobody sits.
      (.reservations, { $0.change(wishes, where: isOpen) { $0["seat"] = "1" } }),
      (.reservations, { $0.change(wishes, where: isOpen) { $0["seat"] = "" } }),
      (.reservations, { $0.change(wishes, where: { $0["seat"] == "1" }) { $0["seat"] = "9" } }),
      (.reservations, { $0.change(wishes, where: { isOut($0, of: "0") }) { $0["seat"] = "0" } }),
      (.reservations, { $0.change(wishes, where: { $0["rows"] == "" }) { $0["rows"] = "7" } }),
      // More of a category than its cap.
      (.reservations, { try $0.seats(1, ofKind: "atMost") }),
      // More on a row than it has seats.
      (.quota, { try $0.seats(0, ofKind: "reserved") }),
      // Whoever is turned away from a part is better than everybody seated there.
      (.nobodyPassedOver, { $0.change(wishes, where: { isOut($0, of: "0") }, best) }),
      (.nobodyPassedOver, { $0.change(wishes, where: { isOut($0, of: "1") }, best) }),
      // A seat of a row stays free that somebody of its category wants.
      (
        .nobodyPassedOver,
        { folder in
          let rows = folder.tables[wishes] ?? []
          return folder.change(
            wishes,
            where: { row in
              row["seat"] == "1" && row["undecided"] == ""
                && rows.contains { isOut($0, of: "1") && $0["school"] == row["school"] }
            }
          ) { ($0["admitted"], $0["seat"]) = ("0", "") }
        }
      ),
      (.cutoffs, { $0.change(wishes, where: { isOut($0, of: "1") }) { $0["cutoffScore"] = "99" } }),
      (
        .cutoffs,
        {
          $0.change(wishes, where: { isOut($0, of: "0") }) {
            ($0["cutoffDirect"], $0["cutoffScore"]) = ("0", "0")
          }
        }
      ),
      // The last one on an open seat and somebody turned away from them become equal.
      (
        .ties,
        { folder in
          let rows = folder.tables[wishes] ?? []
          for row in rows where isOut(row, of: "0") && row["undecided"] == "" {
            let seated = rows.filter {
              $0["school"] == row["school"] && $0["program"] == row["program"] && $0["seat"] == "0"
            }
            guard let last = seated.max(by: { Int($0["rank"] ?? "") ?? 0 < Int($1["rank"] ?? "") ?? 0 })
            else { continue }
            return folder.change(
              wishes,
              where: {
                $0["applicationNo"] == row["applicationNo"] && $0["school"] == row["school"]
                  && $0["program"] == row["program"]
              }
            ) { changed in
              for column in ["direct", "tier", "wish", "score", "margin", "ties", "draw", "rank"] {
                changed[column] = last[column]
              }
            }
          }
          return false
        }
      ),
      // Seated in the later phase, and better than all in the earlier one.
      (
        .phases,
        { folder in
          let rows = folder.tables[wishes] ?? []
          let elsewhere = Set(
            rows.filter { $0["admitted"] == "1" && $0["program"] == "thuong" }.map { $0["applicationNo"] })
          let crowded = rows.contains { $0["program"] == "chuyen" && $0["seat"] == "0" }
          return crowded
            && folder.change(
              wishes,
              where: {
                $0["program"] == "chuyen" && $0["verdict"] == "eligible"
                  && elsewhere.contains($0["applicationNo"])
              }
            ) {
              $0["direct"] = "1"
              $0["score"] = "99"
            }
        }
      ),
    ]
  }

  @Test func whateverIsSpoiltOfReservedSeatsIsFoundInTheFolderAlone() throws {
    let season = try published()
    let elsewhere = try Season()
    let alone = try View(elsewhere.workspace)
    for round in DrawnRound.reserving {
      let untouched = try alone.verify(season.path + "/Outbox/so/\(round.code)/du-kien-01")
      #expect(untouched.report.faults == [] && untouched.limits == [.noLedger], "\(round)")
    }
    for (index, (property, spoil)) in Self.spoilings().enumerated() {
      var spoilt = 0
      for round in DrawnRound.reserving {
        var folder = try SpoiltFolder(season, copyOf: "Outbox/so/\(round.code)/du-kien-01")
        guard try spoil(&folder) else { continue }
        spoilt += 1
        try folder.write()
        let found = try alone.verify(folder.path).report
        let isFound = !found.faults(of: property).isEmpty
        #expect(isFound, "\(index) \(property) in \(round): \(found.faults)")
      }
      #expect(spoilt > 0, "nothing to spoil: \(index) \(property)")
    }
  }
}

extension VerifyReservationsTests {
  /// A seat of another row is right in itself, and not what the second decision gives.
  @Test func whoSitsOnWhichSeatIsDecidedAgainToo() throws {
    let season = try published()
    let view = try View(season.workspace)
    var folder = try SpoiltFolder(season, copyOf: "Outbox/so/c0/du-kien-01")
    let changed = folder.change(
      "giai-trinh.csv", where: { $0["seat"] == "0" && $0["rows"]?.isEmpty == false }
    ) { $0["seat"] = $0["rows"]?.split(separator: ";").first.map(String.init) }
    #expect(changed)
    try folder.write()
    #expect(try !view.verify(folder.path).report.faults(of: .decidedAgain).isEmpty)
  }
}

extension SpoiltFolder {
  /// Gives all rows of reservations of a kind these seats; false if there are none.
  fileprivate func seats(_ seats: Int, ofKind kind: String) throws -> Bool {
    var hasChanged = false
    try edit("kiem-chung.json") { statement in
      var rules = statement["rules"] as? [String: Any] ?? [:]
      rules["programs"] = (rules["programs"] as? [[String: Any]] ?? []).map { program in
        var program = program
        program["reservations"] = (program["reservations"] as? [[String: Any]] ?? []).map { row in
          guard row["kind"] as? String == kind else { return row }
          hasChanged = true
          return row.merging(["seats": seats]) { _, new in new }
        }
        return program
      }
      statement["rules"] = rules
    }
    return hasChanged
  }
}
