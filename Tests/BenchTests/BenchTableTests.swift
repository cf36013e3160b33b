import Testing
import Wording

@testable import Bench

@Suite struct BenchTableTests {
  private let report = BenchReport(
    children: 100_000, rosters: 200, fileBytes: 17_600_000, jobs: 2, memoryBefore: 158_000_000,
    measures: [
      BenchMeasure(
        .readAndValidate, rows: 101_090, bytes: 120_500_000, seconds: 1.25, bareSeconds: 0.5, bar: .ratio(3),
        peakMemory: 160_000_000),
      BenchMeasure(
        .matchCommonScore, rows: 1_500_000, seconds: 2, bar: .seconds(1.5), peakMemory: 777_000_000),
    ])

  @Test func numbersAreWrittenAsTheLanguageWritesThem() {
    let english = report.lines(in: .en)
    #expect(english[0].hasPrefix("100,000 children in 200 XLSX rosters (17.6 MB); 2 threads"))
    #expect(
      cells(english[3]).dropFirst(3) == [
        "101,090", "120.5", "1.250", "80,872", "96.4", "0.500", "2.50", "≤", "3.0×", "ok", "160",
      ])
    let vietnamese = report.lines(in: .vi)
    #expect(vietnamese[0].hasPrefix("100.000 học sinh trong 200 danh sách XLSX (17,6 MB)"))
    #expect(
      cells(vietnamese[4]).suffix(7)
        == ["1.500.000", "2,000", "750.000", "≤", "1,5", "s", "vượt", "777"].suffix(7))
  }

  @Test(arguments: Language.allCases) func columnsStandUnderTheirLabels(language: Language) {
    let lines = report.lines(in: language)
    #expect(lines.count == 5)
    #expect(Set(lines.dropFirst(2).map(\.count)).count == 1)
  }

  @Test(arguments: Language.allCases) func everyStageHasANameOfItsOwn(language: Language) {
    let words = BenchWording(language)
    #expect(Set(BenchStage.allCases.map(words.name)).count == BenchStage.allCases.count)
  }

  @Test(arguments: [
    (0.0, 0, "0"), (0.5, 1, "0.5"), (1234.056, 2, "1,234.06"), (9.999, 1, "10.0"), (.infinity, 1, "-"),
  ])
  func decimalsAreRounded(value: Double, places: Int, text: String) {
    #expect(BenchWording(.en).number(value, places: places) == text)
  }

  private func cells(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}
