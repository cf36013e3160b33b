import Sample
import Tables
import Testing

/// What the ready-made setups are named for is seen in who was admitted.
@Suite struct SampleProfileRulesTests {
  /// A child at one of its wishes, as the published folder says.
  private struct Wished {
    var id: String
    var school: String
    var number: Int
    var verdict: String
    var score: Exact?
    var tier: Int?
    var birth: Day
    var isAdmitted: Bool
    /// Admitted nowhere before this wish.
    var isTurnedAway: Bool
  }

  private func wishes(_ folder: String, _ work: Workdir) throws -> [Wished] {
    let children = Dictionary(
      uniqueKeysWithValues: try work.rows(folder + "/ket-qua.csv").map { ($0["personalId"] ?? "", $0) })
    return try work.rows(folder + "/giai-trinh.csv").map { row in
      let child = try #require(children[row["personalId"] ?? ""])
      let number = try #require(Int(row["wish"] ?? ""))
      let place = child["status"] == "admitted" ? try #require(Int(child["wish"] ?? "")) : Int.max
      let birth = (child["birthDate"] ?? "").split(separator: "/").compactMap { Int($0) }
      try #require(birth.count == 3)
      return Wished(
        id: row["personalId"] ?? "", school: row["school"] ?? "", number: number,
        verdict: row["verdict"] ?? "",
        score: Exact(parsing: (row["score"] ?? "").utf8), tier: Int(row["tier"] ?? ""),
        birth: try #require(Day(year: birth[2], month: birth[1], day: birth[0])), isAdmitted: place == number,
        isTurnedAway: place > number)
    }
  }

  @Test func laterWishesAreAboveTheFirstByTheirMarginAtTheSameSchool() throws {
    let work = try Workdir()
    defer { work.remove() }
    let folder = try work.carry(.haNoi)
    let wishes = try wishes(folder, work)
    let cutoffs = try work.rows(folder + "/diem-chuan.csv").filter { $0["wish"] == "1" }
    #expect(cutoffs.count == 3)
    var stopped = 0
    for row in cutoffs {
      let first = try #require(Exact(parsing: (row["cutoff"] ?? "").utf8), "\(cutoffs)")
      for wish in wishes where wish.school == row["school"] && wish.verdict == "eligible" {
        let score = try #require(wish.score)
        let least = try first.plus(#require(Exact(whole: Int64(wish.number - 1))))
        if wish.isAdmitted { #expect(score >= least, "\(wish)") }
        if wish.isTurnedAway { #expect(score < least, "\(wish)") }
        // Whom the margin alone keeps out.
        if wish.number == 3, wish.isTurnedAway, score >= first { stopped += 1 }
      }
    }
    #expect(wishes.contains { $0.number == 3 && $0.isAdmitted } && stopped > 0)
  }

  @Test func theFirstWishesAreWithinTheAreaAndTheLastIsAnywhere() throws {
    let work = try Workdir()
    defer { work.remove() }
    let wishes = try wishes(work.carry(.haNoi), work)
    #expect(wishes.allSatisfy { $0.number < 3 || $0.verdict == "eligible" })
    let outside = wishes.filter { $0.verdict == "out-of-zone" }
    #expect(!outside.isEmpty && !outside.contains(where: \.isAdmitted))
  }

  @Test func fiveYearOldsAreFirstWithinTheirTier() throws {
    let work = try Workdir()
    defer { work.remove() }
    let wishes = try wishes(work.carry(.kindergarten), work)
    let fives = wishes.filter { $0.birth.components.year == 2020 }
    let younger = wishes.filter { $0.birth.components.year > 2020 }
    var passed = 0
    for five in fives where five.isTurnedAway {
      let tier = try #require(five.tier)
      for child in younger where child.school == five.school && child.isAdmitted {
        #expect(try #require(child.tier) < tier, "\(child) before \(five)")
      }
    }
    for five in fives where five.isAdmitted {
      passed += younger.filter { $0.school == five.school && $0.tier == five.tier && $0.isTurnedAway }.count
    }
    #expect(fives.contains(where: \.isTurnedAway) && passed > 0)
  }
}
