import Foundation
import TableSchema
import Testing

@Suite struct SchemaGuideTests {
  /// The committed page is what the schema files give. To write it anew after a
  /// change, run this test with TUYENSINH_WRITE_GUIDE=1; it fails when it writes.
  @Test func theCommittedPageIsUpToDate() throws {
    let words = try GuideWords(json: ProjectSchemas.bytes("guide.json"))
    let guide = schemaGuide(try ProjectSchemas.schemas.get(), words: words)
    if ProcessInfo.processInfo.environment["TUYENSINH_WRITE_GUIDE"] == "1" {
      try Data(guide.utf8).write(to: ProjectSchemas.folder.appending(path: "README.md"))
      Issue.record("Schemas/README.md was written")
    }
    #expect(Array(guide.utf8) == (try ProjectSchemas.bytes("README.md")))
  }
}
