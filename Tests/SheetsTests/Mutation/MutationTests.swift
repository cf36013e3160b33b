import Sheets
import Tables
import TestSupport
import Testing

/// Whatever happens to a file on its way, it is read as what it was or refused:
/// never as other cells.
@Suite struct MutationTests {

  /// All that a reader gives away about a file; nil if it is refused.
  private func seen(_ bytes: [UInt8]) -> [String]? {
    guard let workbook = try? readWorkbook(bytes) else { return nil }
    return workbook.grids.flatMap { grid in
      [
        "\(grid.name) \(grid.visibility) \(grid.epoch1904) \(grid.merges) \(grid.rows.filter(\.hidden).map(\.number))"
      ]
        + shown(grid)
    }
  }

  @Test(.timeLimit(.minutes(10)), arguments: SmallFile.workbooks)
  func everyPrefixOfAWorkbookIsRefused(_ file: SmallFile) throws {
    #expect(try !#require(seen(file.bytes)).isEmpty)
    #expect(isDone(file.bytes))
    for length in stride(from: 0, to: file.bytes.count, by: hasMillions ? 1 : 9) {
      let prefix = Array(file.bytes.prefix(length))
      #expect(seen(prefix) == nil && !isDone(prefix), "\(length) of \(file.bytes.count) bytes")
    }
    tell("\(file.name): \(file.bytes.count) prefixes refused")
  }

  /// A text that ends with a line may be all there was. One that ends within a
  /// line is refused, or read with a note.
  @Test(arguments: SmallFile.texts)
  func everyPrefixOfATextIsRefusedOrSuspected(_ file: SmallFile) throws {
    #expect(try readWorkbook(file.bytes).notes.isEmpty)
    for length in 0..<file.bytes.count {
      let prefix = Array(file.bytes.prefix(length))
      guard prefix.last != 10, prefix.last != 13, let workbook = try? readWorkbook(prefix) else { continue }
      #expect(workbook.notes.map(\.code) == [.unfinished] || workbook.isEmpty, "\(length) bytes")
    }
    tell("\(file.name): \(file.bytes.count) prefixes refused or suspected")
  }

  @Test(.timeLimit(.minutes(20)), arguments: SmallFile.workbooks.indices)
  func aFlippedBitIsRefusedOrHarmless(_ index: Int) throws {
    let file = SmallFile.workbooks[index]
    let whole = try #require(seen(file.bytes))
    let bits = 8 * file.bytes.count
    var random = SeededRandom(seed: UInt64(index) + 1)
    // All of two workbooks, and of those that have no more than 20,000; in the ordinary run some.
    let isWhole = hasMillions && (index < 2 || bits <= 20_000)
    let places =
      isWhole ? Array(0..<bits) : (0..<(hasMillions ? 20_000 : 150)).map { _ in random.below(bits) }
    var refused = 0
    for bit in places {
      var wrong = file.bytes
      wrong[bit / 8] ^= 1 << (bit % 8)
      let result = seen(wrong)
      #expect(result == nil || result == whole, "bit \(bit % 8) of byte \(bit / 8)")
      if result == nil { refused += 1 }
    }
    tell(
      "\(file.name): \(places.count) of \(bits) bits flipped, \(refused) refused, \(places.count - refused) read the same"
    )
  }

  /// Bytes cut out of the middle, zeroed, or written twice, as a bad copy does.
  @Test(.timeLimit(.minutes(10)), arguments: SmallFile.workbooks.indices)
  func aBlockThatIsLostZeroedOrRepeated(_ index: Int) throws {
    let file = SmallFile.workbooks[index]
    let whole = try #require(seen(file.bytes))
    var random = SeededRandom(seed: UInt64(index) + 100)
    for _ in 0..<(hasMillions ? 5_000 : 40) {
      let start = random.below(file.bytes.count)
      let end = min(start + 1 + random.below(512), file.bytes.count)
      let block = file.bytes[start..<end]
      for replacement in [[], [UInt8](repeating: 0, count: block.count), Array(block + block)] {
        var wrong = file.bytes
        wrong.replaceSubrange(start..<end, with: replacement)
        let result = seen(wrong)
        #expect(result == nil || result == whole, "bytes \(start)..<\(end) by \(replacement.count)")
      }
    }
    tell("\(file.name): \(hasMillions ? 15_000 : 120) blocks lost, zeroed or repeated")
  }
}
