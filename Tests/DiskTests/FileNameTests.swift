import Disk
import Testing

@Suite struct FileNameTests {
  @Test func twoNormalisationsAreTwoNames() {
    let composed: FileName = "\u{111}i\u{1EC3}m.csv"
    let decomposed: FileName = "\u{111}ie\u{302}\u{309}m.csv"
    #expect(composed.text == decomposed.text, "as texts they are equal")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }

  @Test(arguments: [
    ([0x41, 0xE1, 0xBB, 0x83], "Aể"), ([0xFF, 0x41], "\\xFFA"), ([0x41, 0xC3], "A\\xC3"),
    ([0x0A, 0x09], "\\u{A}\\u{9}"), ([0xE2, 0x80, 0xAE, 0x42], "\\u{202E}B"), ([0x5C], "\\\\"),
    ([0x20, 0x2D], " -"),
  ])
  func theEscapedFormIsPrintableAndTellsNamesApart(bytes: [UInt8], escaped: String) {
    #expect(FileName(bytes).escaped == escaped)
    #expect("\(FileName(bytes))" == escaped)
  }

  @Test func orderIsThatOfTheBytes() {
    #expect(["b", "B", "á", "a"].map { FileName($0) }.sorted() == ["B", "a", "b", "á"])
    #expect(FileName("a") < FileName("ab"))
    #expect(FileName([0xFF]).text == nil)
  }

  @Test func endsAreComparedAsBytes() {
    #expect(FileName("~$a.xlsx").hasPrefix("~$"))
    #expect(FileName("a.tmp").hasSuffix(".tmp"))
    #expect(!FileName("tmp").hasSuffix(".tmp"))
  }
}
