import Foundation
import Testing

/// The list of fixtures is whole, and true.
@Suite struct FixtureListTests {
  private let folder = House.root.appendingPathComponent("Tests/Fixtures/Sheets")

  /// What stands between backquotes in the first two cells of each row.
  private func named() throws -> [String] {
    let guide = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
    return guide.split(separator: "\n").filter { $0.hasPrefix("|") }.flatMap { line in
      line.split(separator: "|").prefix(2).joined().split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  @Test func everyFixtureHasItsLine() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "README.md" }
    #expect(Set(files) == Set(try named().filter { $0.contains(".") }))
  }

  @Test func everyHandMadeOneHasItsTest() throws {
    let tests = try House.swiftFiles("Tests").map(\.text).joined(separator: "\n")
    let names = try named().filter {
      !$0.contains(".") && $0.allSatisfy { $0.isLetter || $0.isNumber } && $0 != "r"
    }
    #expect(names.count > 20)
    for name in names { #expect(tests.contains("func \(name)("), "\(name)") }
  }
}
