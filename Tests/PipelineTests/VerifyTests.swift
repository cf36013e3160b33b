import Audit
import Disk
import Foundation
import Pipeline
import Rounds
import Testing
import Wording

/// `verify` of rounds of every kind, and of what was done to them afterwards.
@Suite struct VerifyTests {
  @Test func everyMethodAndPolicyIsDecidedTheSameTwice() throws {
    let season = try Season()
    for round in DrawnRound.all {
      var round = round
      try round.drop(in: season)
    }
    try season.pass()
    let view = try View(season.workspace)
    var seen = ""
    for round in DrawnRound.all {
      let folder = "Outbox/so/\(round.code)/du-kien-01"
      let verification = try view.verify(season.path + "/" + folder)
      #expect(verification.report.faults == [], "\(round)")
      #expect(verification.limits == [], "\(round)")
      #expect(verification.report.examined[.decidedAgain] ?? 0 > 100, "\(round)")
      #expect(verification.report.examined[.sameBytes] ?? 0 >= 5, "\(round)")
      for file in ["ket-qua.csv", "giai-trinh.csv"] {
        seen += String(decoding: try Data(contentsOf: season.url(folder + "/" + file)), as: UTF8.self)
      }
    }
    // The rounds are worth checking: every end and every reason occurs in them.
    for word in [
      ",admitted,", ",waiting,", ",not-admitted,", ",ineligible,", ",held,", ",withdrawn,", ",wrong-group,",
      ",wish-not-taken,", ",age,", ",out-of-zone,", ",absent,", ",violation,", ",missing-mark,",
      ",no-conversion,", ",failing-mark,", ",below-minimum,", ",out,", ",in,",
    ] {
      let occurs = seen.contains(word)
      #expect(occurs, "\(word)")
    }
  }

  /// What is spoilt, in which kind of round, and how; false if the round has nothing of the kind.
  private static func spoilings() -> [(AuditProperty, String, (inout SpoiltFolder) -> Bool)] {
    let (results, wishes) = ("ket-qua.csv", "giai-trinh.csv")
    let admitted: ([String: String]) -> Bool = { $0["admitted"] == "1" }
    return [
      (
        .tables, "d1",
        { folder in
          folder.header[results]?[7] = "trangthai"
          return true
        }
      ),
      (
        .people, "d1",
        { folder in
          folder.tables[results]?.swapAt(0, 1)
          return true
        }
      ),
      (
        .people, "d1",
        { folder in
          folder.tables[results]?.removeLast()
          return true
        }
      ),
      (
        .agreement, "d1",
        { $0.change(results, where: { $0["status"] == "admitted" }) { $0["score"] = "99" } }
      ),
      (
        .agreement, "d1",
        { $0.change(results, where: { $0["status"] == "waiting" }) { $0["rank"] = "40" } }
      ),
      (.eligibility, "d1", { $0.change(wishes, where: admitted) { $0["verdict"] = "age" } }),
      (.eligibility, "d1", { $0.change(wishes, where: { $0["verdict"] == "age" }) { $0["verdict"] = "x" } }),
      (
        .nobodyPassedOver, "d1",
        { $0.change(wishes, where: { admitted($0) && $0["cutoffScore"] != "" }) { $0["admitted"] = "0" } }
      ),
      (
        .nobodyPassedOver, "d4",
        { folder in
          // Somebody turned away gets a better key than everybody seated.
          folder.change(wishes, where: { $0["waiting"] == "1" && $0["program"] == "thuong" }) {
            $0["score"] = "99"
            $0["wish"] = "1"
          }
        }
      ),
      (.cutoffs, "d1", { $0.change(wishes, where: { $0["cutoffScore"] != "" }) { $0["cutoffScore"] = "1" } }),
      (
        .cutoffs, "d12",
        { $0.change(wishes, where: { admitted($0) && $0["direct"] == "0" }) { $0["cutoffScore"] = "99" } }
      ),
      (
        .cutoffTable, "d1",
        { $0.change("diem-chuan.csv", where: { $0["cutoff"] != "" }) { $0["cutoff"] = "1" } }
      ),
      (
        .cutoffTable, "d2", { $0.change("diem-chuan.csv", where: { _ in true }) { $0["applicants"] = "999" } }
      ),
      (
        .cutoffTable, "d2",
        { folder in
          folder.tables["diem-chuan.csv"]?.removeFirst()
          return true
        }
      ),
      (
        .ties, "d1",
        { folder in
          // The last one seated and the first one behind become equal.
          let rows = folder.tables[wishes] ?? []
          for row in rows where row["waiting"] == "1" && row["program"] == "thuong" {
            let seated = rows.filter {
              $0["school"] == row["school"] && $0["program"] == "thuong" && admitted($0)
            }
            guard let last = seated.max(by: { Int($0["rank"] ?? "") ?? 0 < Int($1["rank"] ?? "") ?? 0 })
            else {
              continue
            }
            return folder.change(
              wishes, where: { $0["applicationNo"] == row["applicationNo"] && $0["school"] == row["school"] }
            ) { changed in
              for column in ["direct", "tier", "score", "ties", "rank"] { changed[column] = last[column] }
            }
          }
          return false
        }
      ),
      (
        .phases, "d1",
        { folder in
          let rows = folder.tables[wishes] ?? []
          let elsewhere = Set(
            rows.filter { admitted($0) && $0["program"] == "thuong" }.map { $0["applicationNo"] })
          return folder.change(
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
      (
        .onePlace, "d1",
        { folder in
          let seated = Set(
            (folder.tables[wishes] ?? []).filter(admitted).map { $0["applicationNo"] })
          return folder.change(
            wishes,
            where: {
              !admitted($0) && $0["verdict"] == "eligible" && seated.contains($0["applicationNo"])
            }
          ) { $0["admitted"] = "1" }
        }
      ),
      (
        .everyoneAccounted, "d1",
        { $0.change(results, where: { $0["status"] == "not-admitted" }) { $0["status"] = "ineligible" } }
      ),
      (.waitingLists, "d1", { $0.change(wishes, where: { $0["waiting"] == "1" }) { $0["waiting"] = "2" } }),
      (.waitingLists, "d1", { $0.change(wishes, where: { $0["waiting"] == "1" }) { $0["waiting"] = "" } }),
      (.ranks, "d1", { $0.change(wishes, where: { $0["rank"] == "3" }) { $0["rank"] = "2" } }),
      (.lottery, "d2", { $0.change("boc-tham.csv", where: { $0["order"] == "2" }) { $0["order"] = "3" } }),
      (
        .lottery, "d2",
        { $0.change("boc-tham.csv", where: { $0["order"] == "2" }) { $0["ticket"] = "0123456789ab" } }
      ),
      (.lottery, "d2", { $0.change(wishes, where: { $0["draw"] != "" }) { $0["draw"] = "77" } }),
      (.lottery, "d2", { $0.change(results, where: { _ in true }) { $0["ticket"] = "0123456789ab" } }),
    ]
  }

  @Test func whateverIsSpoiltIsFoundInTheFolderAlone() throws {
    let season = try Season()
    let wanted = Set(VerifyTests.spoilings().map(\.1))
    for round in DrawnRound.all where wanted.contains(round.code) {
      var round = round
      try round.drop(in: season)
    }
    try season.pass()
    let elsewhere = try Season()
    let alone = try View(elsewhere.workspace)
    for code in wanted {
      let untouched = try alone.verify(season.path + "/Outbox/so/\(code)/du-kien-01")
      #expect(untouched.report.faults == [] && untouched.limits == [.noLedger], "\(code)")
    }
    for (index, (property, code, spoil)) in VerifyTests.spoilings().enumerated() {
      var folder = try SpoiltFolder(season, copyOf: "Outbox/so/\(code)/du-kien-01")
      let hasSpoilt = spoil(&folder)
      #expect(hasSpoilt, "nothing to spoil: \(index) \(property)")
      try folder.write()
      let found = try alone.verify(folder.path).report
      let isFound = !found.faults(of: property).isEmpty
      #expect(isFound, "\(index) \(property): \(found.faults.map(\.property))")
      #expect(found.faults(of: .files).isEmpty, "the manifest fits")
      for fault in found.faults { #expect(!"\(fault)".contains("Lê"), "\(fault)") }
    }
    // Files, the statement and the quota lie outside of the tables.
    for (property, spoil) in [
      (
        AuditProperty.files,
        { (folder: SpoiltFolder) throws in
          try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/la.txt"))
        }
      ),
      (.files, { try FileManager.default.removeItem(atPath: $0.path + "/tong-hop.xlsx") }),
      (.files, { try Data("x".utf8).write(to: URL(fileURLWithPath: $0.path + "/ket-qua.csv")) }),
      (.files, { try FileManager.default.removeItem(atPath: $0.path + "/MANIFEST.json") }),
      (
        .statement,
        { folder in
          try folder.edit("kiem-chung.json") { $0["holds"] = false }
          try folder.rehash()
        }
      ),
      (
        .quota,
        { folder in
          try folder.edit("kiem-chung.json") { statement in
            var rules = statement["rules"] as? [String: Any] ?? [:]
            rules["programs"] = (rules["programs"] as? [[String: Any]] ?? []).map { program in
              program.merging(["quota": 1]) { _, new in new }
            }
            statement["rules"] = rules
          }
          try folder.rehash()
        }
      ),
    ] {
      let folder = try SpoiltFolder(season, copyOf: "Outbox/so/d1/du-kien-01")
      try spoil(folder)
      #expect(try !alone.verify(folder.path).report.faults(of: property).isEmpty, "\(property)")
    }
  }

  @Test func whatTheLedgerKnowsOtherwiseIsFoundWithIt() throws {
    let season = try Season()
    var round = DrawnRound.all[1]
    try round.drop(in: season)
    try season.pass()
    let view = try View(season.workspace)
    // A result that is right in itself, of somebody else's marks.
    var folder = try SpoiltFolder(season, copyOf: "Outbox/so/d1/du-kien-01")
    var whose: String?
    let changed = folder.change("giai-trinh.csv", where: { $0["verdict"] == "missing-mark" }) {
      $0["verdict"] = "no-conversion"
      whose = $0["applicationNo"]
    }
    let told = folder.change("ket-qua.csv", where: { $0["applicationNo"] == whose }) { row in
      let (old, new) = (reasonText(.missingMark, in: .vi), reasonText(.noConversion, in: .vi))
      row["reason"] = row["reason"]?.replacing(old, with: new, maxReplacements: 1)
    }
    #expect(changed && told)
    try folder.write()
    let found = try view.verify(folder.path).report
    let properties = Set(found.faults.map(\.property))
    #expect(properties == [.published, .decidedAgain, .sameBytes], "\(found.faults)")
    // Inputs that were others.
    let other = try SpoiltFolder(season, copyOf: "Outbox/so/d1/du-kien-01")
    try other.edit("MANIFEST.json") { manifest in
      manifest["inputs"] = (manifest["inputs"] as? [[String: Any]] ?? []).map { input in
        input.merging(["sha256": String(repeating: "0", count: 64)]) { _, new in new }
      }
    }
    #expect(try !view.verify(other.path).report.faults(of: .inputs).isEmpty)
    // An older folder is checked as things stood then.
    try season.drop(
      "so/d1/chi-tieu.csv", "Mã trường,Mã chương trình,Chỉ tiêu", "S1,,9", "S2,,9", "S3,,9", "S1,chuyen,1")
    try season.pass()
    let later = try View(season.workspace)
    for number in ["01", "02"] {
      let verification = try later.verify(season.path + "/Outbox/so/d1/du-kien-\(number)")
      #expect(verification.report.faults == [], "\(number)")
      #expect(verification.report.examined[.decidedAgain] != nil)
    }
  }
}
