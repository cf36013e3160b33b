import Testing

@testable import Sheets

@Suite struct ZipArchiveTests {
  static func entry(_ path: String, _ content: [UInt8]) -> ZipEntry {
    var xml = XMLBytes()
    xml.bytes = content
    return ZipEntry(path: path, xml)
  }

  static let contents: [[UInt8]] = [
    [], [65], Array(repeating: 7, count: 70_000),
    (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) },
  ]

  @Test func everyEntryComesBack() throws {
    var archive = ZipArchive()
    let entries = ZipArchiveTests.contents.enumerated().map { ZipArchiveTests.entry("part\($0)", $1) }
    let read = try Unzip(archive.write(entries))
    #expect(read.entries.map(\.path) == ["part0", "part1", "part2", "part3"])
    #expect(read.entries.map(\.content) == ZipArchiveTests.contents)
    // 1 January 1980, 0:00; no data descriptor, no encryption.
    #expect(read.entries.allSatisfy { $0.stamp == 0x0021_0000 && $0.flags == 0 })
  }

  /// With the limits lowered each record of zip64 is needed, as above 4 GB.
  @Test(arguments: [UInt64(1), 100, 60_000]) func largeArchivesUseZip64(limit: UInt64) throws {
    var archive = ZipArchive()
    archive.sizeLimit = limit
    archive.countLimit = 2
    let entries = ZipArchiveTests.contents.enumerated().map { ZipArchiveTests.entry("part\($0)", $1) }
    let read = try Unzip(archive.write(entries))
    #expect(read.entries.map(\.content) == ZipArchiveTests.contents)
  }

  @Test func bareDeflateIsTheDeflateOfTheWriter() throws {
    for content in ZipArchiveTests.contents {
      #expect(try Inflate(bareDeflate(of: content)).output == content)
    }
    #expect(bareDeflate(of: ZipArchiveTests.contents[2]).count < 1000)
  }

  @Test func zlibSaysItsVersion() { #expect(zlibVersion.contains(".")) }
}
