import Rounds
import Tables
import Testing

@Suite struct FeeListsTests {
  @Test func theMostSpecificRowOfACodeAndPeriodIsCharged() throws {
    var fixture = RoundFixture(program("A", quota: 9), program("A", "toan", quota: 9), program("B", quota: 9))
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "fullName": "Lê An", "wish1": "A/thuong"],
      ["personalId": "2", "fullName": "Lê Bình", "wish1": "A/toan"], ["personalId": "3", "wish1": "B/thuong"])
    fixture.add(.classes, by: "A", ["school": "A", "program": "thuong", "class": "10A", "capacity": "9"])
    let fee = [
      "school": "A", "code": "HP", "name": "Học phí", "period": "HK1", "amount": "100000",
      "due": "01/09/2022",
    ]
    fixture.add(
      .fees, by: "A", fee, fee.merging(["program": "toan", "amount": "120000"]) { $1 },
      fee.merging(["class": "10a", "amount": "90000"]) { $1 }, fee.merging(["code": "BH"]) { $1 },
      fee.merging(["code": "AN", "voluntary": "x"]) { $1 })
    fixture.add(.studentCodes, by: "A", ["personalId": "2", "code": "HS02"])
    let round = try #require(fixture.decided)
    let lists = FeeLists(round, schemas: shippedSchemas)
    let charges = lists.charges(of: 0..<2).map { charge in
      "\(charge.applicant) \(lists.fees[charge.fee].code) \(lists.fees[charge.fee].amount)"
    }
    #expect(charges == ["0 HP 90000", "0 BH 100000", "1 HP 120000", "1 BH 100000"])
    #expect(lists.fees[0].due == day("01/09/2022"))
    #expect(lists.charges(of: [2]).isEmpty)
    #expect(round.studentCodes == [1: "HS02"])
  }
}
