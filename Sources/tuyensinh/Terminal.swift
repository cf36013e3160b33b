import Foundation
import Wording

/// What the program says, and where: results on standard output, everything
/// else on standard error.
struct Terminal {
  let words: TerminalWording
  let isQuiet: Bool
  let speaksJSON: Bool

  init(_ arguments: Arguments, language: Language) throws(Arguments.Problem) {
    if let lang = arguments.values["lang"], Language(rawValue: lang) == nil {
      throw .badValue("--lang", value: lang)
    }
    words = TerminalWording(language)
    isQuiet = arguments.flags.contains("quiet")
    speaksJSON = arguments.flags.contains("json")
  }

  /// A line of the result.
  func say(_ line: String) { Terminal.write(line + "\n", to: .standardOutput) }

  /// Bytes of the result, as they are.
  func say(_ bytes: [UInt8]) { try? FileHandle.standardOutput.write(contentsOf: Data(bytes)) }

  /// A line for whoever watches; not with `--quiet`.
  func tell(_ line: String) {
    if !isQuiet { Terminal.complain(line) }
  }

  /// A line of what went wrong.
  static func complain(_ line: String) { write(line + "\n", to: .standardError) }

  /// A value as JSON with sorted keys.
  func say(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    say([UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")])
  }

  /// A closed pipe is no reason to complain.
  private static func write(_ text: String, to file: FileHandle) {
    try? file.write(contentsOf: Data(text.utf8))
  }
}
