import Foundation
import Ledger
import Testing

/// Something else has the name of a folder that we make: it is named, and all goes on once it is moved away.
@Suite struct NamesTakenTests {
  private func put(_ path: String, in season: Season) throws {
    try FileManager.default.createDirectory(
      at: season.url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: season.url(path))
  }

  @Test(arguments: [
    "Outbox/T", "Inbox/T", "Outbox/so/lop10", "Outbox/so/bien-nhan",
    "Outbox/so/bien-nhan/may-doc",
  ])
  func aFileInThePlaceOfAFolder(_ path: String) throws {
    let season = try Season()
    try season.pass()
    try season.declare()
    try put(path, in: season)
    for _ in 0..<2 { #expect(throws: LedgerError.notAFolder(path: path)) { try season.pass() } }
    try FileManager.default.removeItem(at: season.url(path))
    try season.pass()
    #expect(season.files("Outbox/so/bien-nhan").count { $0.hasSuffix(".xlsx") } == 4)
    #expect(!season.files("Outbox/T").isEmpty)
  }

  @Test func aLinkInThePlaceOfAFolder() throws {
    let season = try Season()
    try season.pass()
    try season.declare()
    try FileManager.default.createSymbolicLink(
      atPath: season.url("Outbox/T").path, withDestinationPath: season.path)
    #expect(throws: LedgerError.notAFolder(path: "Outbox/T")) { try season.pass() }
  }
}
