import Exports
import Foundation
import TableSchema
import Wording

@testable import Bench

/// The project's own schemas, and a province small enough for a test.
enum Project {
  static var spec: BenchSpec {
    var spec = BenchSpec(children: 60, jobs: 2)
    spec.rosters = 3
    spec.matchChildren = 90
    spec.matchPrograms = 12
    spec.repeats = 1
    spec.largeRows = 50
    spec.peer = BenchSpec.Peer(seconds: 9, bytes: 1_234_567)
    return spec
  }

  static func bench(begin: (BenchStage) -> Void = { _ in }) throws -> BenchReport {
    let schemas = try schemas()
    var profiles: [String: ExportProfile] = [:]
    for (name, json) in try files("exports") { profiles[name] = try ExportProfile(name: name, json: json) }
    var now: Int64 = 0
    return try Bench.bench(
      spec, schemas: schemas, profiles: profiles,
      clock: {
        now += 1_000_000
        return now
      }, peakMemory: { 7_000_000 }, begin: begin)
  }

  static func schemas() throws -> SchemaSet { try SchemaSet(files: files("tables")) }

  private static func files(_ folder: String) throws -> [String: [UInt8]] {
    let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Schemas").appendingPathComponent(folder)
    var files: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
    where file.pathExtension == "json" {
      files[file.deletingPathExtension().lastPathComponent] = [UInt8](try Data(contentsOf: file))
    }
    return files
  }
}
