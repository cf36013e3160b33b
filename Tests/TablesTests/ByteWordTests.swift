import Tables
import Testing

@Suite struct ByteWordTests {
  /// Every byte at every place, among bytes on both sides of every limit.
  @Test func eachByteAtEachPlace() {
    for neighbour: UInt8 in [0x00, 0x0D, 0x20, 0x21, 0x61, 0x7E, 0x7F, 0x80, 0xFF] {
      for byte in UInt8.min...UInt8.max {
        for place in 0..<ByteWord.size {
          var bytes = [UInt8](repeating: neighbour, count: ByteWord.size)
          bytes[place] = byte
          let word = bytes.withUnsafeBufferPointer { $0.baseAddress.map(ByteWord.init) }
          guard let word else { continue }
          for limit: UInt8 in [1, 0x0E, 0x21, 0x80] {
            #expect(first(word.below(limit)) == bytes.firstIndex { $0 < limit })
          }
          #expect(first(word.equal(to: ByteWord(repeating: 0x0D))) == bytes.firstIndex(of: 0x0D))
          #expect(first(word.beyondASCII) == bytes.firstIndex { $0 >= 0x80 })
          #expect(word.isVisibleASCII == bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        }
      }
    }
  }

  @Test func copiesOfEveryLength() {
    let source = (0..<40).map { UInt8($0 + 1) }
    for length in source.indices {
      var target = [UInt8](repeating: 0, count: source.count)
      source.withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
          guard let target = target.baseAddress else { return }
          ByteWord.copy(UnsafeBufferPointer(rebasing: source[..<length]), to: target)
        }
      }
      #expect(target == source.prefix(length) + [UInt8](repeating: 0, count: source.count - length))
    }
  }

  private func first(_ answer: UInt64) -> Int? { answer == 0 ? nil : ByteWord.first(answer) }
}
