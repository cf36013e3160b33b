import Foundation
import Testing

/// Results of a made-up province, counted again from `ket-qua.csv` and `diem-chuan.csv` alone.
@Suite struct DecidingRecheckTests {
  @Test func publishedResultsAgreeWithTheirOwnCutoffsAndQuotas() throws {
    let work = try Workdir()
    defer { work.remove() }
    try work.useQuickSettings()
    #expect(try work.run("sample", work.path("mau").path, "--children", "240").status == 0)
    let waves = try FileManager.default.contentsOfDirectory(atPath: work.path("mau").path).sorted()
    for wave in waves {
      for file in work.files("mau/\(wave)/Inbox") {
        try work.drop(file, Data(contentsOf: work.path("mau/\(wave)/Inbox/\(file)")))
      }
      try work.run("run")
    }
    let results = work.files("Outbox/so").filter { $0.hasSuffix("chinh-thuc-01/ket-qua.csv") }
    #expect(results.count == 4)
    for result in results {
      let folder = "Outbox/so/" + result.dropLast("ket-qua.csv".count)
      let round = try PublishedRound(
        children: work.rows(folder + "ket-qua.csv"), cutoffs: work.rows(folder + "diem-chuan.csv"))
      #expect(round.children.count > 20)
      #expect(round.faults == [], "\(result)")
    }
  }

  @Test func aSpoiltResultIsSeen() {
    let cutoffs = [
      [
        "school": "A", "program": "p", "wish": "1", "quota": "1", "applicants": "3", "admitted": "1",
        "cutoff": "8", "tier": "", "last": "8",
      ]
    ]
    func child(_ id: String, _ status: String, _ score: String, _ rank: String) -> [String: String] {
      [
        "personalId": id, "status": status, "school": "A", "program": "p", "wish": "1", "score": score,
        "tier": "", "rank": rank,
      ]
    }
    let right = [child("1", "admitted", "8", "1"), child("2", "waiting", "7", "1")]
    #expect(PublishedRound(children: right, cutoffs: cutoffs).faults == [])
    let spoilt = [
      [child("1", "admitted", "8", "1"), child("2", "waiting", "9", "1")],
      [child("1", "admitted", "8", "1"), child("2", "admitted", "8", "2")],
      [child("1", "admitted", "7", "1"), child("2", "waiting", "6", "1")],
      [child("2", "admitted", "8", "1"), child("1", "waiting", "7", "1")],
    ]
    for children in spoilt { #expect(PublishedRound(children: children, cutoffs: cutoffs).faults != []) }
  }
}

/// A result as it was published.
private struct PublishedRound {
  let children: [[String: String]]
  let cutoffs: [[String: String]]

  /// What does not agree, in words.
  var faults: [String] { order + places + seats + cutoffFaults }

  /// One row a child, in the order of the contract.
  private var order: [String] {
    let keys = children.map { child in
      ["personalId", "moetId", "examNo", "applicationNo"].map { Array((child[$0] ?? "").utf8) }
    }
    return zip(keys, keys.dropFirst()).compactMap { a, b in
      for (x, y) in zip(a, b) where x != y {
        return x.lexicographicallyPrecedes(y) ? nil : "order at \(String(decoding: y, as: UTF8.self))"
      }
      return "twice: \(a.map { String(decoding: $0, as: UTF8.self) })"
    }
  }

  /// A place is told of those admitted and waiting, of no others, and it is one of the published ones.
  private var places: [String] {
    let known = Set(cutoffs.map(place))
    return children.compactMap { child in
      let status = child["status"] ?? ""
      switch status {
      case "admitted", "waiting": return known.contains(place(child)) ? nil : "place of \(child)"
      case "not-admitted", "ineligible", "held": return child["school"] == "" ? nil : "place of \(child)"
      default: return "status \(status)"
      }
    }
  }

  /// As many admitted as told; beyond the quota only those equal to the last one in.
  private var seats: [String] {
    var faults: [String] = []
    for row in cutoffs {
      let admitted = children.filter { $0["status"] == "admitted" && place($0) == place(row) }
      if row["admitted"] != String(admitted.count) { faults.append("admitted at \(place(row))") }
    }
    for (program, rows) in Dictionary(grouping: cutoffs, by: program) {
      let ranks = children.filter { $0["status"] == "admitted" && self.program($0) == program }
        .compactMap { Int($0["rank"] ?? "") }
      let quota = Int(rows[0]["quota"] ?? "") ?? 0
      let before = ranks.filter { $0 < ranks.max() ?? 0 }.count
      if before >= max(quota, 1) || (quota == 0 && !ranks.isEmpty) { faults.append("quota of \(program)") }
    }
    return faults
  }

  /// Nobody waits whose tier and score are better than the cut-off, and the cut-off is somebody's score.
  private var cutoffFaults: [String] {
    var faults: [String] = []
    for row in cutoffs {
      let here = children.filter { place($0) == place(row) }
      let waiting = here.filter { $0["status"] == "waiting" }
      // All were turned away.
      if row["cutoff"] == "-" { continue }
      guard let cutoff = Decimal(string: row["cutoff"] ?? "") else {
        if row["cutoff"] == "", !waiting.isEmpty { faults.append("no cut-off at \(place(row))") }
        continue
      }
      let tier = Int(row["tier"] ?? "") ?? 1
      let scores = here.filter { $0["status"] == "admitted" && (Int($0["tier"] ?? "") ?? 1) == tier }
        .compactMap { Decimal(string: $0["score"] ?? "") }
      if !scores.contains(cutoff) { faults.append("cut-off of \(place(row))") }
      for child in waiting {
        let own = Int(child["tier"] ?? "") ?? 1
        let score = Decimal(string: child["score"] ?? "") ?? 0
        if own < tier || (own == tier && score > cutoff) { faults.append("passed over: \(child)") }
      }
    }
    return faults
  }

  private func program(_ row: [String: String]) -> String {
    (row["school"] ?? "") + "/" + (row["program"] ?? "")
  }
  private func place(_ row: [String: String]) -> String { program(row) + " NV" + (row["wish"] ?? "") }
}
