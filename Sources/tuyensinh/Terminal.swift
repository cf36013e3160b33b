import Disk
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
  func say(_ line: String) throws { try say(Array((line + "\n").utf8)) }

  /// Bytes of the result, as they are. A reader that went away is no reason to
  /// complain; a full disk is, or half a result would pass for a whole one.
  func say(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch CocoaError.fileWriteOutOfSpace {
      throw DiskError("write", number: ENOSPC, name: "")
    } catch {}
  }

  /// Names of what was made, a line each, or as a list.
  func say(names: [String]) throws {
    if speaksJSON { try say(json: names) } else { for name in names { try say(name) } }
  }

  /// A line for whoever watches; not with `--quiet`.
  func tell(_ line: String) {
    if !isQuiet { Terminal.complain(line) }
  }

  /// A line of what went wrong.
  static func complain(_ line: String) {
    // A bar may stand on the line.
    let clear = standardErrorIsTerminal() ? "\r\u{1B}[K" : ""
    try? FileHandle.standardError.write(contentsOf: Data((clear + line + "\n").utf8))
  }

  /// A value as JSON on one line, for whoever reads line by line.
  func say(jsonLine value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try say([UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")])
  }

  /// A value as JSON with sorted keys.
  func say(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try say([UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")])
  }
}
