import Testing

/// guarantees.md, F63: results depend on no order of directories.
@Suite struct ListingOrderTests {
  @Test("F63: a season is the same in whatever order the disk lists names", arguments: UInt64(1)...8)
  func namesInAnyOrder(_ seed: UInt64) throws { try MemorySeason.checkListing(by: seed) }
}
