import Testing

@testable import Sheets

@Suite struct TextLayoutTests {
  @Test func sharesCoverAllColumnsInOrder() {
    for columns in 1...7 {
      for wide in 0..<columns {
        let widths = (0..<columns).map { $0 == wide ? 40.0 : 5.0 }
        for count in 1...columns {
          let shares = TextLayout(widths: widths).shares(count)
          #expect(shares.flatMap { Array($0) } == Array(0..<columns), "\(widths) in \(count)")
          #expect(shares.count == count)
        }
      }
    }
  }

  @Test func sharesFollowWidths() {
    #expect(TextLayout(widths: [10, 10, 10, 10]).shares(2) == [0...1, 2...3])
    #expect(TextLayout(widths: [5, 15, 25, 10, 10, 10]).shares(2) == [0...2, 3...5])
    #expect(TextLayout(widths: [20]).shares(3) == [0...0, 0...0, 0...0])
    #expect(TextLayout(widths: []).shares(2) == [0...0, 0...0])
  }

  @Test func blocksWithoutRoomStandBelowEachOther() {
    let lines = TextLayout(widths: [20]).lines(of: TextRow(TextBlock("left"), TextBlock("right")))
    #expect(lines.map { $0.blocks.map(\.block.text) } == [["left"], ["right"]])
  }

  @Test func longTextsMakeTheRowHigher() {
    let layout = TextLayout(widths: [10, 10])
    #expect(layout.lines(of: TextRow(TextBlock("short"))).first?.height == nil)
    let long = String(repeating: "chữ ", count: 20)
    #expect((layout.lines(of: TextRow(TextBlock(long))).first?.height ?? 0) >= 4 * 15)
    #expect(TextLayout.lineCount(of: "a\nb\nc", width: 10, bold: false) == 3)
  }

  @Test func capitalsAreWideAndMarksTakeNoRoom() {
    func lines(_ text: String) -> Int { TextLayout.lineCount(of: text, width: 10, bold: false) }
    #expect(lines("") == 1)
    #expect(lines("aaaaaaaaaa") == 1 && lines("aaaaaaaaaaa") == 2)
    #expect(lines("ữữữữữữữữữữ") == 1 && lines("ữữữữữữữữữữữ") == 2)
    #expect(lines("ĐĐĐĐĐĐĐ") == 1 && lines("ĐĐĐĐĐĐĐĐ") == 2)
    #expect(lines("u\u{31B}\u{303}u\u{31B}\u{303}u\u{31B}\u{303}u\u{31B}\u{303}u\u{31B}\u{303}") == 1)
    #expect(lines("aaaaaaaaaaa\n\nĐ") == 4)
  }
}
