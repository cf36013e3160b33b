import Sheets
import Testing

/// ZIP containers: the ordinary variants are read, the wrong ones refused.
@Suite struct ContainerTests {
  private let good = book(#"<row><c t="inlineStr"><is><t>tên</t></is></c></row>"#)
  private let sheet = "xl/worksheets/sheet1.xml"

  private func changed(_ change: (inout Container) -> Void) -> Container {
    var file = good
    change(&file)
    return file
  }

  @Test("F47: ordinary variants, with ZIP64 and data descriptors, are read")
  func variants() throws {
    #expect(try cells(good) == ["A1=tên"])
    #expect(try cells(changed { $0[sheet].method = 0 }) == ["A1=tên"])
    #expect(try cells(changed { $0[sheet].descriptor = true }) == ["A1=tên"])
    #expect(try cells(changed { $0[sheet].wide = true }) == ["A1=tên"])
    #expect(try cells(changed { $0.wide = true }) == ["A1=tên"])
    #expect(try cells(changed { $0.parts.append(.init("xl/media/", "")) }) == ["A1=tên"])
    let both = changed { file in
      file.bothRecords = true
      for index in file.parts.indices { file.parts[index].wide = true }
    }
    #expect(try cells(both) == ["A1=tên"])
    #expect(isDone(both.bytes))
    for length in 1..<both.bytes.count { #expect(!isDone(Array(both.bytes.prefix(length)))) }
  }

  /// A sheet with one text of 300 letters, deflated by zlib.
  private let deflated = """
    ed913b0e02310c44afb2ca01f08a8202795d71034e602d8644e427c7d2eef1092910250760a4293c6337cfb815\
    7d362f62d39e626e8bf366f50cd0562f89dba154c9bdb9174d6c7dd407b4aac2b77194221ce7f9048943768423\
    bbb031a1968d709d6c7121c790e56ada17422334e2bf7e168211c29b1bacdd032b7c7186cf03e905
    """

  @Test func realDeflate() throws {
    let letters = String(repeating: "a", count: 300)
    let digits = Array(deflated.utf8)
    var file = good
    file[sheet].content = Array(
      sheetPart(#"<row><c t="inlineStr"><is><t>\#(letters)</t></is></c></row>"#).dropFirst(38).utf8)
    file[sheet].deflated = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
    }
    #expect(try cells(file) == ["A1=\(letters)"])
    // Bytes behind the end of the deflated data, and data without an end.
    #expect(
      refusal(changed { $0[sheet].deflated = file[sheet].deflated.map { $0 + [0] } }).hasPrefix(
        "format-error"))
    #expect(
      refusal(changed { $0[sheet].deflated = file[sheet].deflated.map { $0.dropLast(3) } }).hasPrefix(
        "format-error"))
  }

  @Test("F22: a workbook cut off anywhere is refused")
  func allPrefixesAreRefused() {
    let bytes = good.bytes
    #expect(isDone(bytes))
    for length in 0..<bytes.count {
      let prefix = Array(bytes.prefix(length))
      #expect(!isDone(prefix), "\(length)")
      let expected = length == 0 ? "empty-file" : "unfinished"
      #expect(refusal(prefix).hasPrefix(expected), "\(length) bytes: \(refusal(prefix))")
    }
  }

  @Test("F21: copies that are half written")
  func halfWrittenCopies() {
    let bytes = good.bytes
    // The length is there, the bytes are not: zeros from some place on, or up to some place.
    for filled in stride(from: 0, to: bytes.count - 22, by: 7) {
      let tailMissing = Array(bytes.prefix(filled)) + [UInt8](repeating: 0, count: bytes.count - filled)
      #expect(!isDone(tailMissing), "\(filled)")
      #expect(!refusal(tailMissing).hasPrefix("read"), "\(filled)")
    }
    let headMissing = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 600) + bytes.dropFirst(604)
    #expect(!refusal(headMissing).hasPrefix("read"))
  }

  @Test func everyFlippedBitIsRefusedOrHarmless() {
    let bytes = good.bytes
    for index in bytes.indices {
      var wrong = bytes
      wrong[index] ^= 0x10
      let result = refusal(wrong)
      #expect(!result.hasPrefix("read") || result == #"read: [["A1=tên"]]"#, "byte \(index): \(result)")
    }
  }

  /// Names in an old encoding, such as those of pictures: different ones stay different.
  @Test func namesThatAreNotUTF8() throws {
    var bytes = changed { $0.parts += [.init("xl/media/h1", "a"), .init("xl/media/h2", "b")] }.bytes
    for (index, digit) in zip(bytes.indices, bytes)
    where digit == UInt8(ascii: "1") || digit == UInt8(ascii: "2") {
      if index > 1, bytes[index - 1] == UInt8(ascii: "h"), bytes[index - 2] == UInt8(ascii: "/") {
        bytes[index] = digit + 0x90
      }
    }
    #expect(try cells(bytes) == ["A1=tên"])
  }

  @Test("F47: a checksum that lies")
  func aChecksumThatLies() {
    #expect(
      refusal(changed { $0[sheet].claimedChecksum = 1 }) == "format-error detail=checksum part=\(sheet)")
  }

  @Test("F47: a size that lies")
  func aSizeThatLies() {
    for size: UInt32 in [0, 10, 100_000, 0xFFFF_FFF0] {
      #expect(
        refusal(changed { $0[sheet].claimedSize = size }) == "format-error detail=size part=\(sheet)")
    }
  }

  @Test func aDirectoryThatDiffersFromTheHeaders() {
    #expect(
      refusal(changed { $0[sheet].localName = "xl/worksheets/sheet2.xml" })
        == "format-error detail=container part=\(sheet)")
    #expect(refusal(changed { $0.claimedCount = 3 }) == "format-error detail=container")
    #expect(refusal(changed { $0[sheet].claimedOffset = 0xFFFF_FF00 }).hasPrefix("unfinished"))
  }

  /// Bzip2, LZMA, XZ, Zstandard, Deflate64, shrunk, and one that nobody has defined.
  @Test("F47: a packing that nobody knows", arguments: [12, 14, 95, 93, 9, 1, 77] as [UInt16])
  func anUnknownMethod(_ method: UInt16) {
    #expect(refusal(changed { $0[sheet].method = method }) == "format-error detail=packing part=\(sheet)")
  }

  /// By password, strongly, and with a hidden directory.
  @Test("F47: a part with a password", arguments: [1, 1 | 1 << 6, 1 << 13] as [UInt16])
  func anEncryptedPart(_ flags: UInt16) {
    #expect(refusal(changed { $0[sheet].flags = flags }) == "password-protected part=\(sheet)")
  }

  /// A sheet of so many bytes that deflates to next to nothing.
  private func bomb(_ size: Int) -> Container {
    let text = String(repeating: " ", count: size)
    return changed { file in
      file[sheet].content = Array((sheetPart(text) + text.prefix(1 << 20)).utf8)
      file[sheet].deflated = bareDeflate(of: file[sheet].content)
    }
  }

  @Test("F47: a bomb is stopped at the limit")
  func aBombIsStoppedAtTheLimit() {
    let file = bomb(40 << 20)
    #expect(file.bytes.count < 200_000)
    #expect(
      refusal(file, limits: .init(partBytes: 1 << 20)) == "too-large limit=partBytes maximum=1048576")
    #expect(
      refusal(file, limits: .init(inflatedBytes: 1 << 20)) == "too-large limit=inflatedBytes maximum=1048576")
    #expect(refusal(file) == "read: [[]]")
  }

  /// A bomb that claims to be small is stopped where its claim ends.
  @Test("F47: a bomb that claims to be small")
  func aBombThatClaimsToBeSmall() {
    var file = bomb(1 << 20)
    file[sheet].claimedSize = 1000
    #expect(refusal(file) == "format-error detail=size part=\(sheet)")
  }

  @Test("F47: more entries than the record can count")
  func moreEntriesThanTheRecordCanCount() {
    var file = good
    for number in 0..<65_536 { file.parts.append(.init("\(number)", [])) }
    file.claimedCount = UInt16(truncatingIfNeeded: file.parts.count)
    #expect(refusal(file) == "too-large limit=entries maximum=4096")
    file.claimedCount = 0xFFFF
    #expect(refusal(file) == "too-large limit=entries maximum=4096")
  }

  /// Nothing inside a part is unpacked again.
  @Test("F47: a container within the container")
  func aContainerWithinTheContainer() throws {
    #expect(
      try cells(changed { $0.parts.append(.init("xl/embeddings/book.xlsx", good.bytes)) }) == ["A1=tên"])
  }

  /// What ends where a container ends that is stored within it has the rest still to come.
  @Test func cutBehindAContainerWithinTheContainer() throws {
    let inner = good.bytes
    let file = changed { file in
      var part = Container.Part("xl/embeddings/book.xlsx", inner)
      part.method = 0
      file.parts.insert(part, at: 0)
    }
    #expect(try cells(file) == ["A1=tên"])
    let bytes = file.bytes
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: inner) })
    let cut = Array(bytes[..<(start + inner.count)])
    #expect(refusal(cut) == "unfinished" && !isDone(cut))
  }

  @Test("F47: entries that overlap")
  func overlaps() {
    var part = Container.Part("xl/other.bin", "")
    part.claimedOffset = 0
    part.localName = "[Content_Types].xml"
    part.name = "[Content_Types].xml"
    #expect(!refusal(changed { $0.parts.append(part) }).hasPrefix("read"))
    // A part within another part's content.
    var inner = Container(parts: [.init("a", "x")]).bytes
    inner.removeLast(22)
    var outer = Container.Part("outer", inner)
    outer.method = 0
    var file = good
    file.parts.insert(outer, at: 0)
    var alias = Container.Part("a", "x")
    alias.claimedOffset = 30 + 5
    file.parts.append(alias)
    #expect(refusal(file) == "format-error detail=overlap")
  }

  @Test("F47: names that leave the container")
  func namesThatLeaveTheContainer() {
    for name in ["../a", "xl/../../a", "/etc/x", "..\\a", "C:\\a", "", "a\0b"] {
      let result = refusal(changed { $0.parts.append(.init(name, "")) })
      #expect(result.hasPrefix("format-error detail=part-name"), "\(name.debugDescription)")
    }
  }

  @Test(
    "F47: names that stand twice",
    arguments: ["xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml", "xl\\worksheets\\sheet1.xml"])
  func namesThatStandTwice(_ name: String) {
    var file = good
    file.parts.append(.init(name, sheetPart("")))
    #expect(refusal(file) == "format-error detail=two-parts part=\(sheet)")
  }

  @Test func bytesAroundTheContainer() {
    #expect(refusal([1, 2] + good.bytes) == "unsupported-format format=binary")
    for zeros in [1, 100, 100_000] {
      let copy = good.bytes + [UInt8](repeating: 0, count: zeros)
      #expect(refusal(copy) == "unfinished reason=zeros", "\(zeros)")
      #expect(!isDone(copy))
    }
    for count in [1, 100] {
      #expect(
        refusal(good.bytes + [UInt8](repeating: 7, count: count)) == "format-error detail=behind-end",
        "\(count)")
    }
  }

  /// Where the end is missing that is what is said, even if a container within has its own.
  @Test func aMissingEndAfterAContainerWithin() {
    var inner = Container.Part("xl/embeddings/book.xlsx", good.bytes)
    inner.method = 0
    let bytes = changed { $0.parts.append(inner) }.bytes
    #expect(refusal(Array(bytes.dropLast(100))) == "unfinished")
  }
}
