import TableSchema
import Tables
import Testing

@testable import Rounds

@Suite struct RosterInForceTests {
  @Test func wishesBecomePaths() {
    let world = Setup.world(
      "DVC",
      roster(
        child(1, wishes: "a|B/thuong"), child(2, wishes: "THPT An Bình/Chuyên Toán|Trường THPT Bình Minh")))
    #expect(world.inForce(.roster, "wish1") == ["2:A/thuong", "2:A/chuyen-toan"])
    #expect(world.inForce(.roster, "wish2") == ["2:B/thuong", "2:B/thuong"])
    #expect(world.codes() == ["name-for-code", "name-for-code"])
  }

  /// What our own lists offer is told once for each name in a column; each cell that is spelled otherwise is shown.
  @Test func namesAreTold() {
    let offered = ["Trường THPT An Bình/Chuyên Toán", "Trường THPT An Bình", "A", "Trường THPT Bình Minh"]
    let others = ["THPT Bình Minh", "trường thpt bình minh", "Truong THPT An Binh/chuyên toán"]
    let wishes = offered + others
    let world = Setup.world("DVC", rosterOf(wishes.enumerated().map { child($0 + 1, wishes: $1) }))
    let told = world.outcome()?.findings.filter { $0.code == .nameForCode } ?? []
    #expect(told.map { $0.place.cell } == ["F2", "F3", "F5", "F6", "F8"])
    #expect(told.map { $0.facts["more"] } == [nil, nil, "1", nil, nil])
    #expect(
      told.map { $0.facts["code"] } == ["A/chuyen-toan", "A/thuong", "B/thuong", "B/thuong", "A/chuyen-toan"])
    #expect(told.first?.value == offered[0])
  }

  @Test func anUnknownWishHoldsItsRow() {
    let world = Setup.world("DVC", roster(child(1, wishes: "A|Nowhere"), child(2, wishes: "A/x")))
    #expect(world.codes() == ["foreign-key", "foreign-key"])
    #expect(world.inForce(.roster, "personalId") == ["2:!" + id(1), "2:!" + id(2)])
    #expect(world.outcome()?.findings.compactMap(\.place.cell) == ["G2", "F3"])
  }

  /// Before anybody has declared seats no wish is wrong, and the sender has nothing to mend.
  @Test func aWishBeforeTheSeatsIsNotTheSendersFault() {
    var world = World()
    world.drop("so", file: "setup.xlsx", Setup.rounds(Setup.l10), Setup.units)
    world.drop("DVC", "l10", roster(child(1, wishes: "A|B"), child(2, wishes: "A")))
    world.pass()
    #expect(world.codes() == ["foreign-key", "foreign-key", "foreign-key", "too-many-errors"])
    #expect(world.outcome()?.findings.allSatisfy(\.awaitsSetup) == true)
    world.drop("so", "l10", Setup.programs)
    world.pass()
    #expect(world.codes(2) == [] && world.outcome(2)?.result == .taken)
  }

  /// The same of groups that a round will declare; once it has declared some, an unknown one is a mistake.
  @Test func aGroupBeforeThereAreAnyIsNotTheSendersFault() {
    var world = Setup.world()
    let header = "Số định danh cá nhân|Họ và tên|Ngày sinh|Diện ưu tiên|NV1\n"
    world.drop("DVC", "l10", header + "\(id(1))|An Văn|02/02/2007|LS|A")
    world.pass()
    #expect(world.outcome()?.findings.map(\.code) == [.tooManyErrors, .foreignKey])
    #expect(world.outcome()?.findings.allSatisfy(\.awaitsSetup) == true)
    world.drop("so", "l10", "Mã diện|Tên diện|Loại\nTB|Con thương binh|ưu tiên")
    world.pass()
    #expect(world.outcome(2)?.findings.contains(where: \.awaitsSetup) == false)
    #expect(world.codes(2) == ["foreign-key", "too-many-errors"])
  }

  @Test func aSchoolThatTakesNobodyIsNamed() {
    let world = Setup.world("DVC", roster(child(1, wishes: "S"), child(2, wishes: "S/thuong")))
    let told = world.outcome()?.findings.filter { $0.code == .foreignKey }.map { $0.facts["undeclared"] }
    #expect(told == [Undeclared.school.rawValue, Undeclared.school.rawValue])
  }

  @Test func aBareSchoolIsTheProgramThatTheBirthDateFits() {
    var world = Setup.world()
    world.history.settings.maxBadShare = 1
    world.drop(
      "so", "l10", mode: .supplement,
      "Mã trường|Mã chương trình|Chỉ tiêu|Sinh từ ngày|Sinh đến ngày\nS|t4|5|01/01/2018|31/12/2018\nS|t5|5|01/01/2017|31/12/2017"
    )
    world.pass()
    world.drop(
      "DVC", "l10",
      "Số định danh cá nhân|Họ và tên|Ngày sinh|NV1\n\(id(1))|An Văn|02/02/2018|S\n\(id(2))|Bình Văn|02/02/2017|S\n\(id(3))|Chi Văn|02/02/2016|S"
    )
    world.pass()
    #expect(world.inForce(.roster, "wish1") == ["3:S/t4", "3:S/t5", "3:!S"])
    #expect(world.codes().filter { $0 == "wish-unclear" }.count == 1)
  }

  @Test func aRouteToASchoolIsToEachOfItsPrograms() {
    let header = "Số định danh cá nhân|Họ và tên|Ngày sinh|Lớp|Trường đúng tuyến\n"
    let world = Setup.world(
      "S",
      header
        + ["A", "A/chuyen-toan", "B; THPT An Bình", "Nowhere"].enumerated().map { number, route in
          "\(id(number + 1))|An Văn|02/02/2007|9A1|\(route)"
        }.joined(separator: "\n"))
    #expect(
      world.inForce(.roster, "route") == [
        "2:A/chuyen-toan;A/thuong", "2:A/chuyen-toan", "2:B/thuong;A/chuyen-toan;A/thuong", "2:!",
      ])
  }

  @Test func theLaterOfTwoEqualWishesIsDropped() {
    let world = Setup.world("DVC", roster(child(1, wishes: "A|THPT An Bình")))
    #expect(world.inForce(.roster, "wish2") == ["2:"])
    #expect(world.codes() == ["name-for-code", "wish-repeated"])
  }

  @Test func aWishNumberBeyondTheRoundsIsAnError() {
    let world = Setup.world(
      "DVC", "Số định danh cá nhân|Họ và tên|Ngày sinh|NV1|NV2|NV3\n\(id(1))|An Văn|02/02/2007|A||B")
    #expect(world.codes() == ["wish-number"])
  }

  @Test func aBlankSourceSchoolIsTheSenderExceptForAnApplicant() {
    let leavers = Setup.world("S", roster(child(1), child(2, "")))
    #expect(leavers.inForce(.roster, "sourceSchool") == ["2:S", "2:S"])
    let applicants = Setup.world(
      "A", roster(child(1, ""), child(2, "", school: "Ngoài tỉnh"), child(3, "9A1")))
    #expect(applicants.inForce(.roster, "sourceSchool") == ["2:", "2:Ngoài tỉnh", "2:A"])
    #expect(applicants.outcome()?.result == .taken)
  }

  @Test func aSchoolSendsItsLeaversAndWhoWishesForIt() {
    let world = Setup.world(
      "A", roster(child(1, "", wishes: "B", school: "S"), child(2, "", wishes: "B|A", school: "S")))
    #expect(world.codes() == ["not-our-child"])
    #expect(world.inForce(.roster, "personalId") == ["2:!" + id(1), "2:" + id(2)])
  }

  @Test func aChildWithoutAnIdGetsANumber() {
    let sheet =
      "Mã hồ sơ|Họ và tên|Ngày sinh|Người giám hộ|NV1\n|Bé An|01/02/2007|Mẹ|A\n|Bé Bình|01/02/2007||A"
    let first = Setup.world("A", sheet)
    #expect(first.codes() == ["number-given", "number-given"])
    let digest = SHA256.hex("be an\n2007-02-01\nme".utf8).prefix(8)
    #expect(first.inForce(.roster, "applicationNo").first == "2:A-" + digest)
  }

  @Test func twinsWithoutIdsAreHeldAndNotMerged() {
    let world = Setup.world("A", "Mã hồ sơ|Họ và tên|Ngày sinh|NV1\n|Bé An|01/02/2007|A\n|BÉ AN|01/02/2007|A")
    #expect(world.inForce(.roster, "fullName").allSatisfy { $0.contains("!") })
    #expect(world.codes().filter { $0 == "duplicate-row" }.count == 2)
  }

  @Test func whoMaySendWhatIsInTheSchema() {
    let world = Setup.world("S", Setup.programs)
    #expect(world.outcome()?.result == .refused)
    #expect(world.codes() == ["not-allowed"])
  }

  @Test func aSchoolSendsOnlyAboutItself() {
    let world = Setup.world("A", "Mã trường|Tên lớp|Sĩ số tối đa\nA|10A1|45\nB|10A1|45")
    #expect(world.codes() == ["other-school"])
    #expect(world.inForce(.classes, "school") == ["2:A", "2:!B"])
  }

  @Test func anAuthoritySendsAboutItsSchools() {
    let world = Setup.world("PGD", "Mã trường|Tên lớp|Sĩ số tối đa\nS|6A1|45\nA|10A1|45")
    #expect(world.codes() == ["other-school"])
    #expect(world.inForce(.classes, "school") == ["2:S", "2:!A"])
  }

  @Test func aPersonIsNamedInATableAboutPersons() {
    let world = Setup.world("so", "Số định danh cá nhân|Số báo danh|Toán\n\(id(1))||8\n||9")
    #expect(world.codes() == ["person-missing"])
    #expect(world.inForce(.scores, "personalId") == ["2:" + id(1), "2:!"])
  }

  @Test func filesOfAStrangerWait() {
    let world = Setup.world("NOBODY", roster(child(1)))
    #expect(world.outcome()?.result == .pending)
    #expect(world.codes() == ["unknown-unit"])
    #expect(world.inForce(.roster, "personalId").isEmpty)
  }

  @Test func anAgeThatIsUnusualIsNoted() {
    let world = Setup.world(
      "DVC", "Số định danh cá nhân|Họ và tên|Ngày sinh|NV1\n\(id(1))|An Văn|02/02/2011|A")
    #expect(world.codes().contains("age-grade"))
    #expect(world.inForce(.roster, "personalId") == ["2:" + id(1)])
  }

  @Test func aCommuneThatNoZoneNamesIsANote() {
    var world = Setup.world()
    world.drop("so", "l10", "Xã/Phường|Mã trường|Tuyến\nXã Tân Trụ|A|1\nXã Nhựt Tảo|A|2")
    world.drop(
      "DVC", "l10",
      "Số định danh cá nhân|Họ và tên|Ngày sinh|Xã/Phường thường trú|NV1\n"
        + ["xã tân trụ", "Xã Nhựt Tàoo", "Xã Nhựt Tàoo", "Phường Xa Lạ"].enumerated().map {
          "\(id($0 + 1))|An Văn \($0)|02/02/2007|\($1)|A"
        }.joined(separator: "\n"))
    world.pass()
    #expect(world.codes() == ["unknown-commune", "unknown-commune"])
    #expect(world.outcome()?.findings.compactMap(\.place.cell) == ["D3", "D5"])
    #expect(world.outcome()?.findings.compactMap { $0.facts["suggestion"] } == ["Xã Nhựt Tảo"])
  }
}
