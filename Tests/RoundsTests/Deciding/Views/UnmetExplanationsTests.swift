import Admission
import Rounds
import Tables
import Testing

/// Whoever is kept out by something else than a score is told its own facts beside what is asked.
@Suite struct UnmetExplanationsTests {
  private func explained(_ fixture: RoundFixture) throws -> WishExplanation {
    let round = try #require(fixture.decided)
    return try #require(Explanations(round, schemas: shippedSchemas).explanation(of: 0).first)
  }

  @Test func theBirthDateAndWhoMayDeviate() throws {
    var fixture = RoundFixture(
      program("A") {
        $0.bornFrom = day("01/01/2011")
        $0.ageExempt = ["kt", "XX"]
      })
    fixture.add(.priorities, ["code": "KT", "name": "Khuyết tật", "kind": "ưu tiên"])
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "birthDate": "31/12/2010", "wish1": "A/thuong"])
    let wish = try explained(fixture)
    #expect(wish.reason == .age)
    #expect(wish.unmet == .age(born: day("31/12/2010"), exempt: ["Khuyết tật", "XX"]))
  }

  @Test func theResidencesAndTheZones() throws {
    var fixture = RoundFixture(program("A") { $0.zoned = true }, program("A", "toan") { $0.zoned = true })
    fixture.units["T1"] = Unit(code: "T1", name: "THCS Nguồn", role: .school)
    fixture.add(
      .zones, ["basis": "nơi ở hiện tại", "commune": "Xã Hai", "school": "A", "tier": "2"],
      ["basis": "thường trú", "commune": "Xã Một", "hamlet": "Ấp 1", "school": "A", "tier": "1"],
      ["basis": "thường trú", "commune": "Xã Một", "hamlet": "Ấp 2", "school": "A", "tier": "1"],
      ["sourceSchool": "T1", "basis": "trường cuối cấp", "school": "A", "program": "thuong", "tier": "3"],
      ["commune": "Xã Ba", "school": "A", "program": "toan", "tier": "1"])
    fixture.add(
      .roster, by: "cong",
      [
        "personalId": "1", "wish1": "A/thuong", "permanentCommune": "Xã Một", "permanentHamlet": "Ấp 9",
        "currentCommune": "Xã Bốn", "sourceSchool": "Ngoài tỉnh",
      ])
    let wish = try explained(fixture)
    #expect(wish.reason == .outOfZone)
    guard case .zone(let zone) = wish.unmet else {
      Issue.record("\(String(describing: wish.unmet))")
      return
    }
    #expect(zone.permanent == ZoneFacts.Residence(commune: "Xã Một", hamlet: "Ấp 9"))
    #expect(zone.current == ZoneFacts.Residence(commune: "Xã Bốn", hamlet: ""))
    #expect(zone.sourceSchool == "Ngoài tỉnh")
    #expect(
      zone.areas == [
        .init(tier: 1, basis: .permanent, commune: "Xã Một", hamlets: ["Ấp 1", "Ấp 2"], sourceSchool: ""),
        .init(tier: 2, basis: .current, commune: "Xã Hai", hamlets: [], sourceSchool: ""),
        .init(tier: 3, basis: .sourceSchool, commune: "", hamlets: [], sourceSchool: "THCS Nguồn"),
      ])
  }

  /// The row of zones that gives a child its tier, or the route.
  @Test func whatGivesTheTier() throws {
    var fixture = RoundFixture(program("A") { $0.zoned = true })
    fixture.units["T1"] = Unit(code: "T1", name: "THCS Nguồn", role: .school)
    fixture.add(
      .zones, ["basis": "nơi ở hiện tại", "commune": "Xã Hai", "school": "A", "tier": "2"],
      ["basis": "thường trú", "commune": "Xã Một", "hamlet": "Ấp 1", "school": "A", "tier": "1"],
      ["basis": "cả hai", "commune": "Xã Sáu", "sourceSchool": "T1", "school": "A", "tier": "1"],
      ["sourceSchool": "T1", "basis": "trường cuối cấp", "school": "A", "tier": "3"],
      ["commune": "Xã Ba", "school": "A", "tier": "2"], ["commune": "Xã Một", "school": "A", "tier": "4"],
      ["commune": "Xã Một", "school": "B", "tier": "1"], ["school": "A", "tier": "5"])
    let children: [([String: String], TierBasis)] = [
      (
        ["permanentCommune": "xã một", "permanentHamlet": "Ấp 1", "currentCommune": "Xã Hai"],
        TierBasis(basis: .permanent, commune: "Xã Một", hamlet: "Ấp 1")
      ),
      (
        ["permanentCommune": "Xã Bốn", "currentCommune": "Xã Hai"],
        TierBasis(basis: .current, commune: "Xã Hai")
      ),
      (
        ["permanentCommune": "Xã Sáu", "currentCommune": "Xã Sáu", "sourceSchool": "T1"],
        TierBasis(basis: .both, commune: "Xã Sáu", sourceSchool: "THCS Nguồn")
      ),
      (
        ["permanentCommune": "Xã Sáu", "sourceSchool": "T1"],
        TierBasis(basis: .sourceSchool, sourceSchool: "THCS Nguồn")
      ),
      (
        ["permanentCommune": "Xã Bốn", "currentCommune": "Xã Ba"],
        TierBasis(basis: .current, commune: "Xã Ba")
      ),
      (
        ["permanentCommune": "Xã Một", "permanentHamlet": "Ấp 9"],
        TierBasis(basis: .permanent, commune: "Xã Một")
      ),
      ([:], TierBasis(basis: .everybody)),
    ]
    for (number, child) in children.enumerated() {
      fixture.add(
        .roster, by: "cong",
        child.0.merging(["personalId": String(number + 1), "wish1": "A/thuong"]) { own, _ in own })
    }
    fixture.add(
      .roster, by: "T1", ["personalId": "8", "sourceSchool": "T1", "route": "A/thuong", "wish1": "A/thuong"])
    let round = try #require(fixture.decided)
    let explanations = Explanations(round, schemas: shippedSchemas)
    let told = (0..<8).map { explanations.explanation(of: $0).first?.tierBasis }
    #expect(told == children.map(\.1) + [TierBasis(basis: .route)])
  }

  @Test(arguments: [("Thiếu", ["Học bạ"]), ("Không đạt", ["Giấy khai sinh", "Học bạ", "XX"])])
  func thePapersThatLack(status: String, names: [String]) throws {
    var fixture = RoundFixture(program("A") { $0.reviewsDocuments = true })
    fixture.add(
      .documents, ["code": "HB", "name": "Học bạ", "required": "trước xét tuyển"],
      ["code": "GKS", "name": "Giấy khai sinh", "required": "trước nhập học"])
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "A/thuong"])
    fixture.add(
      .decisions, by: "A",
      ["personalId": "1", "school": "A", "status": status, "missing": "gks;HB;XX", "note": "Nộp lại"])
    let wish = try explained(fixture)
    guard case .papers(let papers) = wish.unmet else {
      Issue.record("\(String(describing: wish.unmet))")
      return
    }
    #expect(papers.names.map { $0.uppercased() } == names.map { $0.uppercased() })
    #expect(papers.note == "Nộp lại")
  }

  /// Papers that were found good after all are told by nobody.
  @Test func aLaterDecisionLeavesNothingBehind() throws {
    var fixture = RoundFixture(program("A") { $0.reviewsDocuments = true })
    fixture.add(.documents, ["code": "HB", "name": "Học bạ", "required": "trước xét tuyển"])
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "A/thuong"])
    for status in ["Không đạt", "Đạt"] {
      fixture.add(
        .decisions, by: "A", ["personalId": "1", "school": "A", "status": status, "missing": "HB"])
    }
    let wish = try explained(fixture)
    #expect(wish.reason == nil && wish.unmet == nil)
    let round = try #require(fixture.decided)
    #expect(round.lackingPapers(ofWish: 0, of: 0) == nil)
  }
}
