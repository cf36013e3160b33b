import Tables
import TestSupport
import Testing

@testable import Sheets

/// The reader that skips eight bytes at a time, beside one that looks at each.
@Suite struct CSVDifferentialTests {
  /// Short texts of everything that means something in a CSV, at every distance from a word's edge.
  @Test("F50: it is cut as by looking at one byte after the other")
  func cutsAsOneByteAfterTheOtherWould() throws {
    var random = SeededRandom(seed: 17)
    let pieces = [
      ",", ",", "\n", "\r", "\r\n", "\"", "\"", "\"\"", "\t", "a", "Nguyễn", "0123456789", " ", "\u{1}",
    ]
    for _ in 0..<20_000 {
      let text = (0..<random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined()
      var reader = CSVReader(Array(text.utf8), delimiter: UInt8(ascii: ","), limits: .standard)
      let read: [[String]]?
      do {
        try reader.read(from: 0)
        read = cells(reader.grid)
      } catch {
        #expect(error.code == .unfinished)
        read = nil
      }
      #expect(read == naive(Array(text.utf8)), "\(text.debugDescription)")
    }
  }

  @Test func findsTheFaultThatTheStandardLibraryFinds() {
    var random = SeededRandom(seed: 18)
    let pieces: [[UInt8]] = [
      Array("thpt-12,".utf8), Array("ễ".utf8), Array("Đ".utf8), Array("ơ".utf8), Array("😀".utf8),
      [0xE0, 0xA0, 0x80],
      [0xE0, 0x9F, 0x80], [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2, 0x80],
      [0xF4, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE1, 0xBA], [0xFF], [0x61],
    ]
    for _ in 0..<40_000 {
      let bytes = (0..<random.below(12)).flatMap { _ in
        random.below(3) > 0 ? pieces[random.below(4)] : pieces[random.below(pieces.count)]
      }
      let fault = bytes.withUnsafeBufferPointer { firstFault($0) }
      #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      if let fault {
        #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil)
        #expect(String(decoding: bytes[fault...], as: UTF8.self).unicodeScalars.first == "\u{FFFD}")
      }
    }
  }

  // MARK: One byte after the other

  private func cells(_ grid: Grid) -> [[String]] {
    grid.rows.indices.map { row in
      ["\(grid.rows[row].number)"]
        + grid.cells[grid.cellRange(ofRow: row)].map { "\($0.column) " + grid.string(of: $0) }
    }
  }

  /// The same cells; nil for a text that is not finished.
  private func naive(_ text: [UInt8]) -> [[String]]? {
    var rows: [[String]] = []
    var (index, row, before) = (0, 0, 0)
    while index < text.count {
      row += 1
      var (fields, ended) = ([[UInt8]()], false)
      var (quoted, fresh, isBroken) = (false, true, false)
      while index < text.count, !ended {
        let byte = text[index]
        index += 1
        let isQuote = byte == UInt8(ascii: "\"")
        if quoted {
          if isQuote, index < text.count, text[index] == UInt8(ascii: "\"") {
            index += 1
            fields[fields.count - 1].append(byte)
          } else if isQuote {
            quoted = false
          } else {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { isBroken = true }
            fields[fields.count - 1].append(byte)
          }
        } else if isQuote, fresh {
          quoted = true
        } else if byte == UInt8(ascii: ",") {
          fields.append([])
          (fresh, isBroken) = (true, false)
          continue
        } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          if byte == UInt8(ascii: "\r"), index < text.count, text[index] == UInt8(ascii: "\n") { index += 1 }
          ended = true
        } else {
          // More behind the quote that closed a value of several lines.
          if isBroken, byte > UInt8(ascii: " ") { return nil }
          fields[fields.count - 1].append(byte)
        }
        fresh = false
      }
      if quoted || (!ended && fields.count < before) { return nil }
      let filled = fields.enumerated().filter { !$0.1.isEmpty }
      if filled.isEmpty { continue }
      before = fields.count
      rows.append(["\(row)"] + filled.map { "\($0.0) " + String(decoding: $0.1, as: UTF8.self) })
    }
    return rows
  }
}
