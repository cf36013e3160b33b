import Disk
import Foundation
import Tables
import Wording

/// Colours for a terminal: none where the output goes elsewhere, or where `NO_COLOR` asks for none.
struct Paint {
  private let isOn: Bool

  init() {
    let environment = ProcessInfo.processInfo.environment
    isOn =
      standardOutputIsTerminal() && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  enum Tone: String {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case green = "1;32"
    case yellow = "33"
    case blue = "36"
  }

  func callAsFunction(_ text: String, _ tone: Tone) -> String {
    isOn ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension ReceiptOutcome {
  var paint: Paint.Tone {
    switch self {
    case .accepted: .green
    case .partly, .held: .yellow
    case .refused: .red
    }
  }
}

extension Finding.Severity {
  var paint: Paint.Tone {
    switch self {
    case .error: .red
    case .repair: .yellow
    case .note: .blue
    }
  }
}
