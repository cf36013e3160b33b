import Disk
import Foundation
import Pipeline
import Wording

/// How far a pass has come: a bar while standard error is a terminal, else nothing.
struct ProgressBar {
  private let isShown: Bool
  private let words: TerminalWording
  private static let width = 30

  init(isShown: Bool, _ words: TerminalWording) {
    // It is drawn over itself, which only a terminal can do.
    self.isShown = isShown && standardErrorIsTerminal()
    self.words = words
  }

  /// `done` of `total` of a step; the line is cleared when the step is complete.
  func show(_ step: PassStep, _ done: Int, _ total: Int) {
    guard isShown, total > 0 else { return }
    let filled = ProgressBar.width * done / total
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: ProgressBar.width - filled)
    let line = done >= total ? "\r\u{1B}[K" : "\r\(bar) \(done)/\(total) \(words.step(step))\u{1B}[K"
    try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
  }
}
