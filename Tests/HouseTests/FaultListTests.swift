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

  /// A number in the name of a test stands in that line of the list too.
  @Test func everyNumberInANameIsInTheList() throws {
    let known = Set(FaultListTests.cases)
    var found: Set<String> = []
    for file in try House.swiftFiles("Tests") {
      for line in file.lines {
        guard let quote = line.range(of: "\"F")?.lowerBound else { continue }
        let title = line[quote...].dropFirst().prefix { $0 != ":" && $0 != "\"" }
        let numbers = title.components(separatedBy: ", ")
        guard numbers.allSatisfy({ $0.count == 3 && Int($0.dropFirst()) != nil }) else { continue }
        for number in numbers {
          #expect(known.contains(number), "\(file.path): \(number)")
          found.insert(number)
        }
      }
    }
    #expect(found.count > 25)
  }
}
