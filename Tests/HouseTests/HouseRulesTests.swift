import Foundation
import Testing

/// Rules of the house that the compiler cannot hold (Sources/README.md).
@Suite struct HouseRulesTests {
  @Test func filesAreShortEnoughToReadInOneSitting() throws {
    let files = try House.swiftFiles("Sources")
    #expect(files.count > 50)
    for file in files {
      #expect(file.lines.count <= 300, "\(file.path) has \(file.lines.count) lines")
    }
    let lengths = files.map(\.lines.count).sorted()
    #expect(lengths[lengths.count / 2] <= 150)
  }

  /// Who may import whom is held by the manifest and the build's import check;
  /// these are the system modules that it does not see.
  @Test(arguments: [
    ("Glibc", ["Disk", "Tables"]), ("CKernel", ["Disk"]), ("CZlib", ["Sheets"]),
    ("CLibXML2", ["Sheets", "TableSchema"]),
    ("Foundation", ["TableSchema", "Ledger", "Pipeline", "Exports", "tuyensinh"]),
  ])
  func systemModulesStayWhereTheyBelong(system: String, modules: [String]) throws {
    for file in try House.swiftFiles("Sources") where !modules.contains(file.module) {
      for line in file.lines where House.code(line).hasSuffix("import \(system)") {
        Issue.record("\(file.path) imports \(system)")
      }
    }
  }

  @Test func onlyTheProgramPrints() throws {
    let calls = ["print(", "FileHandle.standard", "fputs(", "debugPrint("]
    for file in try House.swiftFiles("Sources") where file.module != "tuyensinh" {
      for line in file.lines where calls.contains(where: { House.code(line).hasPrefix($0) }) {
        Issue.record("\(file.path) prints: \(line)")
      }
    }
  }

  @Test("F05: no input can reach a trap")
  func noInputCanReachATrap() throws {
    let traps = ["try!", "fatalError(", " as! ", "TODO", "FIXME", "unsafeBitCast"]
    for file in try House.swiftFiles("Sources") {
      for line in file.lines where traps.contains(where: { line.contains($0) }) {
        Issue.record("\(file.path): \(line)")
      }
    }
  }

  /// Everything that a person reads is Vietnamese first, and Vietnamese is
  /// written in Wording. Schemas, the made-up province and what files are
  /// recognised by hold words of the field as data.
  @Test func sentencesLiveInWording() throws {
    let data: Set = ["Wording", "Sample", "TableSchema", "Tables"]
    for file in try House.swiftFiles("Sources") where !data.contains(file.module) {
      for line in file.lines {
        let code = House.code(line)
        guard let quote = code.firstIndex(of: "\"") else { continue }
        let marks = code[quote...].unicodeScalars.filter { (0x1EA0...0x1EF9).contains($0.value) }
        #expect(marks.count < 3, "\(file.path): \(line)")
      }
    }
  }

  @Test func thereIsNoPlaceholder() throws {
    for file in try House.swiftFiles("Sources") + House.swiftFiles("Tests") {
      #expect(!file.path.hasSuffix("Placeholder.swift"), "\(file.path)")
    }
  }
}
