import Tables
import Testing

/// FIPS 180-4's vectors.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func vectors(message: String, digest: String) {
    #expect(SHA256.hex(message.utf8) == digest)
  }

  @Test func aHundredThousandLetters() {
    #expect(
      SHA256.hex([UInt8](repeating: UInt8(ascii: "a"), count: 100_000))
        == "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee")
  }

  /// The digest of the digests, as Python's hashlib has it: the padding stands otherwise for each length.
  @Test func everyLength() {
    var all = SHA256()
    for count in 0..<200 { all.update(SHA256.hash((0..<count).map { UInt8(truncatingIfNeeded: 7 * $0) })) }
    #expect(hexText(all.finalize()) == "0a716dcd52ebb45d547cf893c2616d1641ae3c122398e759ddeb1d0698a65c1a")
  }

  @Test func piecesMakeTheWhole() {
    let message = (0..<300).map { UInt8($0 & 0xFF) }
    for count in [0, 1, 55, 56, 63, 64, 65, 128, 300] {
      for step in [1, 7, 64, 100] {
        var hasher = SHA256()
        var start = 0
        while start < count {
          hasher.update(message[start..<min(start + step, count)])
          start += step
        }
        #expect(hasher.finalize() == SHA256.hash(message[..<count]))
      }
    }
  }

  @Test func anyCollection() {
    var hasher = SHA256()
    hasher.update([1, 2, 3].lazy.map { UInt8($0) })
    #expect(hasher.finalize() == SHA256.hash([1, 2, 3]))
    #expect(hexText([0, 15, 16, 255]) == "000f10ff")
  }
}
