import Disk
import Foundation
import Ledger
import Pipeline
import Wording

/// The program: a command line in, an exit status out.
@main
enum Program {
  /// contract.md 6.
  enum Status: Int32 {
    case allWell = 0
    /// It ran, and something was refused, held or found wrong.
    case findings = 1
    /// It could not run.
    case unusable = 2
    /// Another pass is running, or the disk is full.
    case tryAgain = 75
  }

  static func main() {
    prepareProcess()
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ words: [String]) -> Status {
    let language = Language(rawValue: value(of: "--lang", in: words) ?? "vi") ?? .vi
    do {
      let arguments = try Arguments(words)
      let terminal = try Terminal(arguments, language: language)
      if arguments.command == "help" || arguments.flags.contains("help") {
        try terminal.say(terminal.words.usage)
        return .allWell
      }
      return try Command(arguments, terminal).carryOut()
    } catch {
      let words = TerminalWording(language)
      Terminal.complain(sentence(for: error, words))
      return status(of: error)
    }
  }

  /// The language is needed before the command line is known to be right.
  private static func value(of option: String, in words: [String]) -> String? {
    if let index = words.firstIndex(of: option), index + 1 < words.count { return words[index + 1] }
    return words.first { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
  }

  private static func status(of error: any Error) -> Status {
    switch error {
    case LedgerError.busy: .tryAgain
    case let error as DiskError where error.code == .full || error.code == .exhausted: .tryAgain
    default: .unusable
    }
  }
}
