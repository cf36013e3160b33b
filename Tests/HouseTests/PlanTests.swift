import Foundation
import Testing

/// The plan of the house is true (Sources/README.md).
@Suite struct PlanTests {
  private func plan() throws -> String {
    try String(contentsOf: House.root.appendingPathComponent("Sources/README.md"), encoding: .utf8)
  }

  /// The words in backticks of the lines that begin with a mark.
  private func words(_ text: String, onLines mark: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix(mark) }.flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  @Test func everyModuleIsInThePlan() throws {
    let rows = try plan().split(separator: "\n").filter { $0.hasPrefix("| `") }
    let named = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    let folders = Set(try House.swiftFiles("Sources").map(\.module))
    #expect(named.count == Set(named).count)
    #expect(Set(named) == folders)
  }

  @Test func everyPromiseNamesTestsThatExist() throws {
    let tests = try House.swiftFiles("Tests").map(\.text).joined(separator: "\n")
    for number in 1...10 {
      let names = words(try plan(), onLines: "| G\(number) |")
      #expect(!names.isEmpty, "G\(number)")
      for name in names { #expect(tests.contains("func \(name)("), "G\(number): \(name)") }
    }
  }

  @Test func everyFileOnTheWayExists() throws {
    let plan = try plan()
    let paths = (1...6).flatMap { words(plan, onLines: "\($0). ") }.filter { $0.contains("/") }
    #expect(paths.count >= 6)
    for path in paths {
      let url = House.root.appendingPathComponent("Sources/" + path)
      #expect(FileManager.default.fileExists(atPath: url.path), "\(path)")
    }
  }

  /// What the compiler cannot know: each code is made by someone, and tried.
  @Test func everyFindingCodeIsMadeAndTested() throws {
    let source = try House.swiftFiles("Sources")
    let declared = try #require(source.first { $0.path == "Sources/Tables/FindingCode.swift" })
    let codes: [(name: String, raw: String)] = declared.lines.compactMap { line in
      let parts = House.code(line).split(separator: " ")
      guard parts.first == "case", parts.count >= 2 else { return nil }
      let name = String(parts[1])
      return (name, parts.count > 3 ? parts[3].filter { $0 != "\"" } : name)
    }
    #expect(codes.count > 50)
    let makers = source.filter { $0.module != "Wording" && $0.module != "Tables" }.map(\.text).joined()
    let tests = try House.swiftFiles("Tests").filter { !$0.path.contains("WordingTests") }.map(\.text)
      .joined()
    for code in codes {
      #expect(has(makers, member: code.name), "nobody makes \(code.name)")
      let isTried = has(tests, member: code.name) || tests.contains(code.raw)
      #expect(isTried, "nothing tests \(code.raw)")
    }
  }

  /// Whether a text has a member's name, and not as the beginning of a longer one.
  private func has(_ text: String, member name: String) -> Bool {
    text.ranges(of: "." + name).contains { range in
      guard range.upperBound < text.endIndex else { return true }
      return !text[range.upperBound].isLetter && !text[range.upperBound].isNumber
    }
  }
}
