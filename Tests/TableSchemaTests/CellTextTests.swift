import Tables
import Testing

@testable import TableSchema

@Suite struct CellTextTests {
  private func cleanedText(_ text: String, collapsing: Bool = true) -> String {
    Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: cleaned($0, collapsing: collapsing).bytes, as: UTF8.self)
    }
  }

  /// What the quick look at bytes calls clean is what cleaning would leave alone.
  @Test func theQuickLookErrsOnTheSafeSide() {
    let pieces = [
      "a", "Á", "ế", "đ", "Đ", "Ð", "ð", " ", "  ", "\t", "\u{A0}", "\u{200B}", "\u{FEFF}", "e\u{0301}",
      "ơ\u{0323}",
      "\u{AD}", "–", "\u{3000}", "x", "9",
    ]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let text = first + second + third
          for collapsing in [true, false] {
            let clean = Array(text.utf8).withUnsafeBufferPointer { isClean($0, collapsing: collapsing) }
            // A letter that makes the slow way look at it, and that it keeps.
            let forced = cleanedText("°" + text + "°", collapsing: collapsing).dropFirst().dropLast()
            if clean { #expect(Array(forced.utf8) == Array(text.utf8), "\(text.debugDescription)") }
            let once = cleanedText(text, collapsing: collapsing)
            #expect(cleanedText(once, collapsing: collapsing) == once)
          }
        }
      }
    }
  }

  @Test func softHyphensMayBeLetters() {
    for text in ["M\u{AD}êng", "H¶i D\u{AD}\u{AC}ng", "T\u{AD}"] { #expect(cleanedText(text) == text) }
    let others = ["0802078\u{AD}90030", "Nguy\u{AD}ễn", "THPT-\u{AD}TAN\u{AD}TRU", "An \u{AD}"]
    for text in others { #expect(cleanedText(text) == text.filter { $0 != "\u{AD}" }.trimmed) }
  }

  @Test func lineBreaksBecomeSpaces() {
    #expect(cleanedText("Ngày\n sinh ") == "Ngày sinh")
    #expect(cleanedText("a\nb", collapsing: false) == "a\nb")
  }

  @Test func bytesThatAreNoTextDoNoHarm() {
    for bytes in [[0xC3] as [UInt8], [0xFF, 0xFE], [0xC3, 0x28], [0x20, 0xE1, 0xBB]] {
      _ = bytes.withUnsafeBufferPointer { cleaned($0, collapsing: true) }
      _ = bytes.withUnsafeBufferPointer { DateText($0) }
      _ = bytes.withUnsafeBufferPointer { wholeNumber($0) }
    }
  }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
