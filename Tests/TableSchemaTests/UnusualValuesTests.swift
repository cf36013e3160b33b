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
