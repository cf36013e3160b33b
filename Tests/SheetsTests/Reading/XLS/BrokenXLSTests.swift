import Sheets
import Tables
import TestSupport
import Testing

/// XLS workbooks that are cut off, damaged, encrypted, too old or hostile.
@Suite struct BrokenXLSTests {
  private static func book(_ cells: [(UInt16, [UInt8])] = [(0x0204, at(0, 0) + narrow("a"))]) -> MadeXLS {
    var book = MadeXLS()
    book.cells = cells.map { (type: $0.0, content: $0.1) }
    return book
  }

  @Test func oldAndEncryptedOnesAreNamed() {
    var book = Self.book()
    book.version = 0x0500
    #expect(refusal(book.bytes) == "unsupported-format format=xls")
    book = Self.book()
    book.streamName = "Book"
    #expect(refusal(book.bytes) == "unsupported-format format=xls")
    book = Self.book()
    book.globals = [(0x002F, le(0, 6))]
    #expect(refusal(book.bytes) == "password-protected")
    book.streamName = "Something"
    #expect(refusal(book.bytes) == "unsupported-format format=binary")
  }

  /// Chains that go in a circle, leave the table, or lead out of the file.
  @Test func chainsThatLeadNowhere() {
    for (link, refused) in [
      (2 as UInt32, "format-error detail=container"), (127, "format-error detail=container"),
      (128, "format-error detail=container"), (0xFFFF_FFFE, "format-error detail=container"),
    ] {
      var book = Self.book()
      book.links = [3: link]
      #expect(refusal(book.bytes) == refused, "\(link)")
    }
    var book = Self.book()
    book.links = [1: 1]
    #expect(refusal(book.bytes) == "format-error detail=container")
    book.links = [100: 0xFFFF_FFFE]
    #expect(refusal(book.bytes) == "unfinished")
  }

  /// Sizes and counts that are not true set nothing aside and end nowhere but in a refusal.
  @Test("F49: claimed sizes and counts of older workbooks are not believed")
  func claimsAreNotBelieved() throws {
    let whole = Self.book().bytes
    // The stream's size, in its entry of the directory.
    var bytes = whole
    bytes.replaceSubrange((1536 - 512 + 128 + 120)..<(1536 - 512 + 128 + 124), with: le(0x7FFF_FFFF, 4))
    #expect(refusal(bytes) == "format-error detail=container")
    // How many sectors the table of sectors has: not even looked at.
    bytes = whole
    bytes.replaceSubrange(44..<48, with: le(0x7FFF_FFFF, 4))
    #expect(refusal(bytes) == #"read: [["A1=a"]]"#)
    // A list of tables that names itself as its continuation.
    bytes = whole
    bytes.replaceSubrange(68..<72, with: le(3, 4))
    #expect(refusal(bytes).hasPrefix("format-error") || refusal(bytes) == "unfinished")
    var book = Self.book([(0x00FD, at(0, 0) + le(0, 4))])
    book.globals = [(0x00FC, joined(le(0xFFFF_FFFF, 4), le(0xFFFF_FFFF, 4), narrow("a")))]
    #expect(refusal(book.bytes) == "format-error detail=records")
    book.globals = [
      (0x00FC, joined(le(1, 4), le(1, 4), le(0xFFFF, 2), [0x0C], le(0xFFFF, 2), le(0xFFFF_FFFF, 4)))
    ]
    #expect(refusal(book.bytes) == "format-error detail=records")
    book.globals = []
    #expect(refusal(book.bytes) == "format-error A1 detail=shared-text")
  }

  /// The list of sheets names the same records twice: so they could be read without end.
  @Test func sheetsThatShareTheirRecords() {
    var book = Self.book([(0x0204, at(0, 0) + narrow(String(repeating: "a", count: 100)))])
    book.small = true
    // The sheet begins behind the stream's beginning (20 bytes), twice its name (13) and an end (4).
    book.globals = [(0x0085, le(50, 4) + [0, 0] + [1, 0, 0x42])]
    #expect(refusal(book.bytes) == "format-error detail=overlap")
    book.globals = []
    #expect(refusal(book.bytes).hasPrefix("read"))
  }

  @Test func damagedRecords() {
    #expect(
      refusal(Self.book([(0x0204, joined(at(0, 0), le(9, 2), [0, 0x41]))]).bytes)
        == "format-error detail=records")
    #expect(refusal(Self.book([(0x0203, at(0, 0))]).bytes) == "format-error detail=records")
    #expect(
      refusal(Self.book([(0x0204, at(0, 0) + narrow("a")), (0x0204, at(0, 0) + narrow("b"))]).bytes)
        == "format-error A1 detail=address")
    #expect(
      refusal(Self.book([(0x0204, at(0, 0xFFFF) + narrow("a"))]).bytes) == "format-error CRXP1 detail=address"
    )
    #expect(
      refusal(Self.book([(0x00E5, joined(le(1, 2), le(5, 2), le(4, 2), le(0, 4)))]).bytes)
        == "format-error detail=address")
    // The list of sheets leads to where no sheet begins.
    var bytes = Self.book().bytes
    let list = bytes.firstIndex(of: 0x85) ?? 0
    bytes[list + 4] = 3
    #expect(refusal(bytes) == "format-error detail=records")
  }

  @Test func limits() {
    let two: [(UInt16, [UInt8])] = [(0x0204, at(0, 0) + narrow("ab")), (0x0204, at(0, 1) + narrow("abc"))]
    #expect(refusal(Self.book(two).bytes, limits: .init(cells: 1)) == "too-large B1 limit=cells maximum=1")
    #expect(
      refusal(Self.book(two).bytes, limits: .init(cellCharacters: 2))
        == "too-large B1 limit=cellCharacters maximum=2")
    var book = Self.book([(0x00FD, at(0, 0) + le(0, 4))])
    book.globals = [(0x00FC, joined(le(1, 4), le(1, 4), narrow("abc")))]
    #expect(
      refusal(book.bytes, limits: .init(cellCharacters: 2)) == "too-large A1 limit=cellCharacters maximum=2")
  }

  /// Cut off at any byte: the same cells or refused, never fewer.
  @Test("F22: an older workbook cut off anywhere has the same cells or is refused")
  func prefixes() throws {
    let bytes = try fixture("tu-1904.xls")
    let whole = refusal(bytes)
    for length in 8..<bytes.count {
      let outcome = refusal(Array(bytes.prefix(length)))
      #expect(!outcome.hasPrefix("read") || outcome == whole, "\(length)")
    }
  }

  /// The format has no checksums: a changed byte may be another value. It is
  /// never more cells than the file can hold, and never a crash.
  @Test func changedBits() throws {
    let bytes = try fixture("gia-tri.xls")
    var random = SeededRandom(seed: 5)
    for _ in 0..<(hasMillions ? 100_000 : 1_000) {
      var changed = bytes
      let bit = Int(random.next() % UInt64(bytes.count * 8))
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let workbook = try? readWorkbook(changed) else { continue }
      #expect(workbook.grids.reduce(0) { $0 + $1.cells.count } <= bytes.count / 6)
    }
  }
}
