import Foundation
import Testing

/// Same inputs, same bytes (G7, F63): whatever the time zone, the language, the
/// number of threads and the hash seed of the process.
@Suite struct PromisesDeterminismTests {
  @Test("F63: three seasons are the same bytes, whatever the machine is set to")
  func threeSeasonsAreTheSameBytes() throws {
    let settings = [
      ["TZ": "Asia/Tokyo", "LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8"],
      ["TZ": "America/New_York", "LANG": "C", "LC_ALL": "C"],
      ["TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
    ]
    var seasons: [[String: Data]] = []
    for (environment, jobs) in zip(settings, ["1", "8", "3"]) {
      try withWorkdir { (work) throws in
        let demo = try work.run(
          ["demo", "--children", "150", "--jobs", jobs, "--quiet"],
          environment: environment.merging(["TUYENSINH_HOME": work.root.path]) { _, new in new })
        #expect(demo.status == 0 && demo.errors.isEmpty, "\(demo)")
        seasons.append(try outbox(work, ".demo/Outbox"))
      }
    }
    #expect(seasons[0].keys.contains { $0.hasSuffix("chinh-thuc-01/MANIFEST.json") })
    for season in seasons.dropFirst() { #expect(differences(seasons[0], season) == []) }
  }

  /// contract.md 5: what the manifest says is what lies there, and it never changes.
  @Test func aPublishedFolderIsWhatItsManifestSays() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      try work.run("finalize", "r1")
      let first = try outbox(work, "Outbox").filter { $0.key.contains("/r1/") }
      for (path, bytes) in first where path.hasSuffix("MANIFEST.json") {
        let manifest = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let files = try #require(manifest["files"] as? [[String: Any]])
        let folder = String(path.dropLast("MANIFEST.json".count))
        let there = first.keys.filter { $0.hasPrefix(folder) && $0 != path }.map {
          $0.dropFirst(folder.count)
        }
        #expect(
          files.compactMap { $0["path"] as? String }.sorted() == there.map(String.init).sorted(), "\(path)")
        for file in files {
          let name = try #require(file["path"] as? String)
          let sum = try work.shell("sha256sum < '\(work.root.path)/\(folder)\(name)'").output.prefix(64)
          #expect(file["sha256"] as? String == String(sum), "\(folder)\(name)")
          #expect(file["rows"] is Int)
        }
        #expect((manifest["inputs"] as? [[String: Any]])?.isEmpty == false)
        #expect((manifest["schemas"] as? [[String: Any]])?.isEmpty == false)
        #expect(manifest["program"] is String && manifest["zlib"] is String)
      }
      try work.run("reopen", "r1")
      try round.applications("a", fourChildren + ["A5|10|S1|S2|"])
      try work.run("finalize", "r1")
      let later = try outbox(work, "Outbox")
      #expect(later.keys.contains("Outbox/so/r1/chinh-thuc-02/MANIFEST.json"))
      for (path, bytes) in first { #expect(later[path] == bytes, "\(path) changed") }
    }
  }
}
