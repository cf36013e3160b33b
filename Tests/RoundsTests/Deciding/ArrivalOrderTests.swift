import Rounds
import Tables
import Testing

/// contract.md 2: apart from what replaces what, nothing depends on the order of arrival.
@Suite struct ArrivalOrderTests {
  /// Forty children in files of four senders, with and without overlap.
  private func files() -> [(sender: String, rows: [[String: String]])] {
    var random = SeededRandom(seed: 7)
    var rows: [String: [[String: String]]] = [:]
    for child in 0..<40 {
      let id = String(1000 + child)
      rows["thcs1", default: []].append([
        "personalId": id, "sourceClass": "9A", "average9": String(random.within(5...9)),
        "math9": String(random.within(5...9)),
      ])
      for sender in ["A", "B", "cong"] where random.chance(40) {
        rows[sender, default: []].append([
          "personalId": id, "applicationNo": "\(sender)-\(child)",
          "wish1": random.chance(50) ? "A/thuong" : "B/thuong",
          "submitted": "0\(random.within(1...2))/06/2022",
        ])
      }
    }
    return rows.keys.sorted().map { ($0, rows[$0] ?? []) }
  }

  /// Everything that the department would read of a round, a line an applicant.
  private func result(_ files: [(sender: String, rows: [[String: String]])]) throws -> [String] {
    var fixture = RoundFixture(program("A", quota: 5), program("B", quota: 5))
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(.tieBreaks, ["order": "1", "field": "Toán 9", "direction": "giảm"])
    for file in files { fixture.add(.roster, by: file.sender, rows: file.rows) }
    let round = try #require(fixture.decided)
    return (0..<round.cohort.count).map { applicant in
      let key = round.cohort.key(of: applicant)
      let reason = round.reason(of: applicant)?.rawValue ?? ""
      return [key.personalId, key.applicationNo, round.places[applicant], reason].joined(separator: ",")
    } + round.cohort.recordsOnly.map { round.cohort.column("personalId").text(at: $0) }
  }

  @Test func theOrderOfFilesAndRowsDoesNotMatter() throws {
    let files = files()
    let expected = try result(files)
    #expect(expected.contains { $0.hasSuffix("different-wishes") })
    #expect(expected.contains { $0.contains(",A,") })
    var random = SeededRandom(seed: 1)
    for _ in 0..<10 {
      var shuffled = files.map { file in
        var rows = file.rows
        random.shuffle(&rows)
        return (sender: file.sender, rows: rows)
      }
      random.shuffle(&shuffled)
      #expect(try result(shuffled) == expected)
    }
  }
}
