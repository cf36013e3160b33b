import Tables
import Testing

@testable import TableSchema

/// No letter has dozens of marks, and to compose thousands takes longer than anybody waits.
@Suite struct RunsOfMarksTests {
  private let marks = String(repeating: "\u{0301}\u{0323}", count: 20_000)

  @Test(.timeLimit(.minutes(1))) func aNameOfNothingButMarksIsRefusedAtOnce() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Lạ
      1️⃣A\(marks) Lê | 05/10/2007 | a\(marks)
      Trần Thị Bé | 07/10/2007 |
      """)
    #expect(try sheet.told().filter { !$0.contains("unknown-label") } == ["1 error run-of-marks"])
    #expect(try sheet.table().held == [true, false])
    let told = try #require(try sheet.reading().findings.first { $0.code == .runOfMarks })
    #expect(told.value.utf8.count < 100 && told.value.hasSuffix(" Lê"))
  }

  /// Nor are they brought back out of what was read in the wrong encoding.
  @Test(.timeLimit(.minutes(1))) func mangledTextHidesNone() {
    func isUndone(_ text: String) -> Bool {
      let mangled = String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
      return Array(mangled.utf8).withUnsafeBufferPointer { cleaned($0, collapsing: true).isUnmangled }
    }
    #expect(isUndone("Nguyễn Thị Ổi") && !isUndone("Lê A\(marks)"))
  }

  @Test func bySomebodysSchemaToo() throws {
    let schema = try StandardSchema(
      file: "s.json", json: Array(#"{"fields": [{"name": "a", "type": "string"}]}"#.utf8))
    let grid = SheetLiteral("a\nx\(marks)\ny").grid
    let reading = schema.check(schema.inUnicode(grid))
    #expect(reading.findings.map(\.code) == [.runOfMarks])
    #expect(reading.held == [true, false])
  }

  /// What has two bytes a mark, or four, at any place; and none of what people write.
  @Test(arguments: ["\u{0301}", "\u{20D0}", "\u{1D165}"])
  func eachIsFound(_ mark: String) {
    for before in 0..<70 {
      for count in [RunsOfMarks.most, RunsOfMarks.most + 1, RunsOfMarks.most + 5] {
        let text = String(repeating: "ế", count: before) + String(repeating: mark, count: count) + "b"
        let surplus = Array(text.utf8).withUnsafeBufferPointer(RunsOfMarks.surplus)
        #expect(surplus.count == (count > RunsOfMarks.most ? 1 : 0), "\(before) \(count)")
        let size = mark.utf8.count
        #expect(surplus.first?.count ?? 0 == (count - RunsOfMarks.most) * size)
      }
    }
    let few = String(repeating: "Nguyễn Thị Ổi e\u{0323}\u{0302}, ", count: 50)
    #expect(!Array(few.utf8).withUnsafeBufferPointer(RunsOfMarks.mayBeIn))
  }
}
