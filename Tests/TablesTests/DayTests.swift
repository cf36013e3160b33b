import Tables
import Testing

@Suite struct DayTests {
  @Test func everyDayOfFourCenturiesGoesThereAndBack() throws {
    var expected: Int32?
    for year in 1896...2104 {
      for month in 1...12 {
        for day in 1...31 {
          guard let made = Day(year: year, month: month, day: day) else { continue }
          if let previous = expected { #expect(made.number == previous + 1) }
          expected = made.number
          let back = made.components
          #expect(back.year == year && back.month == month && back.day == day)
        }
      }
    }
  }

  @Test func thereIsNoThirtyFirstOfApril() {
    #expect(Day(year: 2022, month: 4, day: 31) == nil)
    #expect(Day(year: 2022, month: 2, day: 29) == nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 2022, month: 13, day: 1) == nil)
  }

  /// Excel's serial 44197 is 1 January 2021; the 1904 system counts 1,462 fewer.
  @Test func excelSerials() {
    #expect(Day(excelSerial: 44197, epoch1904: false)?.iso == "2021-01-01")
    #expect(Day(excelSerial: 42735, epoch1904: true)?.iso == "2021-01-01")
    #expect(Day(excelSerial: 1, epoch1904: false)?.iso == "1900-01-01")
    #expect(Day(excelSerial: 59, epoch1904: false)?.iso == "1900-02-28")
    #expect(Day(excelSerial: 60, epoch1904: false) == nil)
    #expect(Day(excelSerial: 61, epoch1904: false)?.iso == "1900-03-01")
    #expect(Day(excelSerial: 0, epoch1904: true)?.iso == "1904-01-01")
    #expect(Day(excelSerial: 3_000_000, epoch1904: false) == nil)
    #expect(Day(excelSerial: 44197, epoch1904: false)?.excelSerial == 44197)
  }

  @Test func writtenAsPapersWriteIt() {
    #expect(Day(year: 2007, month: 9, day: 5)?.text == "05/09/2007")
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
  }
}
