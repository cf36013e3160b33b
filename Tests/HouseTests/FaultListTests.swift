import Foundation
import Testing

/// The list of faults in Tests/README.md is whole, and true.
@Suite struct FaultListTests {
  /// guarantees.md, chapter 4.
  private static let cases =
    [1...6, 10...19, 20...30, 40...50, 60...67].flatMap { $0.map { $0 < 10 ? "F0\($0)" : "F\($0)" } }

  private func rows() throws -> [(number: String, text: String)] {
    let guide = try String(
      contentsOf: House.root.appendingPathComponent("Tests/README.md"), encoding: .utf8)
    return guide.split(separator: "\n").filter { $0.hasPrefix("| F") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return (cells.first ?? "", cells.dropFirst().joined(separator: "|"))
    }
  }

  @Test func everyFaultHasItsLineInOrder() throws {
    #expect(try rows().map(\.number) == FaultListTests.cases)
  }

  @Test func everyTestThatIsNamedExists() throws {
    let tests = try House.swiftFiles("Tests").map(\.text).joined(separator: "\n")
    for row in try rows() {
      let words = row.text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      // Names of functions begin small; modules, switches and variables are something else.
      let names = words.filter { name in
        name.first?.isLowercase == true && name.allSatisfy { $0.isLetter || $0.isNumber }
          && !["check", "run", "strace"].contains(name)
      }
      #expect(!names.isEmpty, "\(row.number)")
      for name in names { #expect(tests.contains("func \(name)("), "\(row.number): \(name)") }
    }
  }

  /// The titles of tests that begin with numbers of cases, each with its function.
  private func numbered() throws -> [(path: String, numbers: [String], function: String)] {
    var found: [(path: String, numbers: [String], function: String)] = []
    for file in try House.swiftFiles("Tests") {
      var numbers: [String] = []
      for line in file.lines {
        if let quote = line.range(of: "\"F")?.lowerBound {
          let title = line[quote...].dropFirst().prefix { $0 != ":" && $0 != "\"" }
          let words = title.components(separatedBy: ", ")
          if words.allSatisfy({ $0.count == 3 && Int($0.dropFirst()) != nil }) { numbers = words }
        }
        guard !numbers.isEmpty, let start = line.range(of: "func ")?.upperBound else { continue }
        found.append((file.path, numbers, String(line[start...].prefix { $0 != "(" })))
        numbers = []
      }
    }
    return found
  }

  /// Each case has a test with its number in its name, and a number in a name stands in that line of the list too.
  @Test func everyCaseIsInTheNameOfATestOfItsLine() throws {
    let lines = Dictionary(uniqueKeysWithValues: try rows())
    var tested: Set<String> = []
    for test in try numbered() {
      for number in test.numbers {
        let line = try #require(lines[number], "\(test.path): \(number)")
        #expect(line.contains("`\(test.function)`"), "\(number): \(test.path), \(test.function)")
        tested.insert(number)
      }
    }
    #expect(FaultListTests.cases.filter { !tested.contains($0) }.isEmpty)
  }
}
