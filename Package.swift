// swift-tools-version: 6.2
import PackageDescription

/// With TUYENSINH_FUZZ, what reads files is built for libFuzzer, and so is the target that feeds it.
let fuzzes = Context.environment["TUYENSINH_FUZZ"] != nil
let fuzzer: [SwiftSetting] = fuzzes ? [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])] : []

/// Every target of ours: no warnings, explicit imports, no hidden existentials.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], c: [CSetting] = []) -> Target {
  .target(name: name, dependencies: dependencies, cSettings: c, swiftSettings: strict + fuzzer)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "tuyensinh",
  targets: [
    // The system's libraries
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    .systemLibrary(name: "CKernel"),

    // Values, and the two edges of the world
    module("Tables"),
    module("Disk", ["CKernel"], c: [.define("_GNU_SOURCE")]),
    module("Sheets", ["Tables", "CZlib", "CLibXML2"]),

    // What a table means, and what is decided
    module("TableSchema", ["Tables", "CLibXML2"]),
    module("Admission", ["Tables"]),
    module("Placement", ["Tables"]),
    module("Audit", ["Tables"]),
    module("Rounds", ["Tables", "TableSchema", "Admission", "Placement"]),

    // What people read
    module("Wording", ["Tables", "TableSchema", "Admission", "Placement", "Audit", "Rounds"]),
    module(
      "Exports",
      ["Tables", "Sheets", "TableSchema", "Admission", "Placement", "Rounds", "Wording"]),

    // What was promised, and the order of things
    module("Ledger", ["Tables", "Disk"]),
    module(
      "Pipeline",
      [
        "Tables", "Disk", "Sheets", "TableSchema", "Admission", "Placement", "Audit", "Rounds", "Wording",
        "Exports", "Ledger",
      ]),

    // Tools
    module("Sample", ["Tables", "Sheets"]),
    module(
      "Bench",
      ["Tables", "Sheets", "TableSchema", "Admission", "Rounds", "Exports", "Sample", "Wording"]),
    .executableTarget(
      name: "tuyensinh",
      dependencies: [
        "Tables", "Disk", "Ledger", "Sheets", "TableSchema", "Admission", "Audit", "Rounds", "Wording",
        "Exports",
        "Pipeline",
        "Sample", "Bench",
      ],
      swiftSettings: strict),

    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "TestDisks", dependencies: ["Disk", "Ledger", "Tables"], path: "Tests/TestDisks",
      swiftSettings: strict),
    tests("TablesTests", ["Tables"]),
    tests("DiskTests", ["Disk"]),
    tests("SheetsTests", ["Sheets", "Tables", "TestSupport"]),
    tests("TableSchemaTests", ["TableSchema", "Tables", "CLibXML2"]),
    tests("AdmissionTests", ["Admission", "Tables", "TestSupport"]),
    tests("PlacementTests", ["Placement", "Tables"]),
    tests("AuditTests", ["Audit", "Tables"]),
    tests("RoundsTests", ["Rounds", "TableSchema", "Admission", "Placement", "Tables", "TestSupport"]),
    tests("WordingTests", ["Wording", "Tables", "TableSchema", "Admission", "Placement", "Audit", "Rounds"]),
    tests(
      "ExportsTests",
      ["Exports", "Sheets", "Rounds", "TableSchema", "Admission", "Placement", "Wording", "Tables"]),
    tests("LedgerTests", ["Ledger", "Disk", "Tables", "TestSupport", "TestDisks"]),
    tests(
      "PipelineTests",
      [
        "Pipeline", "Audit", "Ledger", "Disk", "Tables", "Rounds", "Wording", "TestSupport", "Admission",
        "Sheets", "TableSchema", "TestDisks",
      ]),
    tests("SampleTests", ["Sample", "Sheets", "Tables"]),
    tests(
      "BenchTests",
      ["Bench", "Admission", "Sample", "Sheets", "TableSchema", "Tables", "Exports", "Wording"]),
    tests("EndToEndTests", ["tuyensinh", "Sample", "Sheets", "Tables", "TestSupport"]),
    tests("HouseTests", []),
  ],
  swiftLanguageModes: [.v6]
)

// With TUYENSINH_TESTS, only the test target of that name, and what it needs.
if let name = Context.environment["TUYENSINH_TESTS"] {
  var kept: Set<String> = []
  var found = [name]
  while let next = found.popLast() {
    guard kept.insert(next).inserted else { continue }
    for dependency in package.targets.first(where: { $0.name == next })?.dependencies ?? [] {
      if case .byNameItem(let name, _) = dependency { found.append(name) }
    }
  }
  package.targets.removeAll { !kept.contains($0.name) }
}

if fuzzes {
  package.targets.append(
    .executableTarget(
      name: "FuzzReading", dependencies: ["Sheets", "Tables"], path: "Tests/FuzzReading",
      exclude: ["Corpus", "Seeds"],
      swiftSettings: strict + fuzzer, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
