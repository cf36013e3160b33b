import TableSchema
import Tables
import Testing

/// Notes on values that are unusual beside others: they hold nothing.
@Suite struct UnusualValuesTests {
  @Test func aNumberOfAnotherLengthThanTheOthers() throws {
    let usual = (1...19).map { "1002\($0 + 10)" }
    let sheet = roster("SBD", usual + ["1️⃣10021"])
    #expect(try sheet.told(facts: ["length"]) == ["1 note length-outlier length=6"])
    #expect(try sheet.table().held.allSatisfy { !$0 })
    // Too few to have a usual length; of too many lengths; no numbers.
    #expect(try roster("SBD", Array(usual.prefix(18)) + ["10021"]).told() == [])
    #expect(try roster("SBD", usual + ["10021", "10022", "10023"]).told() == [])
    #expect(try roster("SBD", usual + ["A-1"]).told() == [])
  }

  /// A program set to months before days makes dates of what it can, and leaves the rest as texts.
  @Test func datesWhoseDaysAndMonthsMayHaveChangedPlaces() throws {
    // 03/01/2007 to 03/12/2007
    let early = [39085, 39116, 39144, 39175, 39205].map { "@\($0)" }
    let late = ["13/02/2007", "25/03/2007", "14/01/2007", "31/12/2007", "20/08/2007"]
    func told(_ dates: [String]) throws -> [String] {
      let lines = dates.enumerated().map { "Trẻ \($0) A|\($1)" }
      return try SheetLiteral((["Họ và tên|Ngày sinh"] + lines).joined(separator: "\n"), isCSV: false)
        .told(facts: ["count", "sample", "reason"])
    }
    #expect(try told(late + early) == ["B7 note month-first count=5 sample=13/02/2007"])
    #expect(try told(late + early + ["05/06/2007"]) == [])
    #expect(try told(late + early + ["@39095"]) == [])
    #expect(try told(late + early.dropLast()) == [])
    let american = ["02/03/2007", "02/13/2007", "11/12/2007"]
    #expect(
      try told(american) == [
        "B2 note month-first count=2 sample=02/13/2007 reason=texts",
        "B3 error type-error reason=no-such-day",
      ])
    #expect(try told(american + ["13/02/2007"]) == ["B3 error type-error reason=no-such-day"])
    #expect(try told(["2007-02-03", "02/31/2007"]) == ["B3 error type-error reason=no-such-day"])
  }

  /// One child in two rows, in one of them without an id.
  @Test func aChildWithAndWithoutItsId() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD|Họ và tên|Ngày sinh|Giới tính
      080207000001|1️⃣Lê An|01/02/2007|Nam
      |2️⃣LÊ  AN|01/02/2007|Nam
      |Lê An|01/02/2007|Nữ
      |Lê An|02/02/2007|Nam
      080207000002|Lê Bình|01/02/2007|Nam
      """)
    #expect(
      try sheet.told(facts: ["otherRow"]).filter { $0.contains("alike") } == [
        "1 note alike-without-id otherRow=3", "2 note alike-without-id otherRow=2",
      ])
  }

  @Test func anAverageFarFromItsMarks() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên|Ngày sinh|ĐTB 9|Toán 9|Ngữ văn 9|ĐTB Ngoại ngữ
      A B|01/02/2008|8,1|9,0|8,0|8,5
      C D|01/02/2008|1️⃣1,8|9,0|8,0|8,5
      E F|01/02/2008|5,5|8,5|8,5|8,5
      G H|01/02/2008|5,4||8,5|8,5
      I K|01/02/2008|2️⃣5,4|8,5|8,5|8,5
      """)
    #expect(
      try sheet.told(facts: ["mean"]) == [
        "1 note average-parts mean=8.5", "2 note average-parts mean=8.5",
      ])
  }

  @Test func marksOfAnySizeAreCompared() throws {
    let huge = SheetLiteral(
      """
      Họ và tên|Ngày sinh|ĐTB 9|Toán 9|Ngữ văn 9
      A B|01/02/2008|900000000|900000000|900000000
      """)
    #expect(try huge.told() == ["C2 error maximum", "D2 error maximum", "E2 error maximum"])
  }

  @Test func placesOfBirthNameAProvinceOfOldOrNew() throws {
    let sheet = roster(
      "Nơi sinh",
      [
        "Long An", "Tỉnh Hoà Bình", "TP. Hồ Chí Minh", "BV Từ Dũ, TP.HCM", "Thành phố Huế",
        "Thừa Thiên - Huế",
        "Bà Rịa – Vũng Tàu", "1️⃣Log An", "Log An", "2️⃣Quận 5",
      ])
    #expect(
      try sheet.told(facts: ["suggestion"]) == [
        "1 note unknown-province suggestion=Long An", "2 note unknown-province",
      ])
  }

  @Test func ethnicitiesAreSpelledInManyWays() throws {
    let sheet = roster("Dân tộc", ["H'Mông", "Hmông", "Khơ-me", "KHƠ ME", "Ê Đê", "1️⃣Kinhh", "Kinhh"])
    #expect(try sheet.told(facts: ["suggestion"]) == ["1 note unknown-ethnicity suggestion=Kinh"])
  }
}
