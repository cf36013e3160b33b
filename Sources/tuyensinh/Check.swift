import Exports
import Foundation
import Pipeline
import Wording

/// `check FILE…`: what the receipt would say; nothing is taken.
extension Command {
  func check() throws -> Program.Status {
    let receipts = try arguments.values["schema"].map(checked(bySchema:)) ?? checkedAsSent()
    if terminal.speaksJSON {
      try show(json: try receipts.map { try $0.json() })
    } else {
      let page = CheckPage(words: terminal.words, paint: Paint())
      for (index, receipt) in receipts.enumerated() {
        if index > 0 { try terminal.say("") }
        for line in page.lines(receipt) { try terminal.say(line) }
      }
    }
    return receipts.allSatisfy { $0.outcome == .accepted } ? .allWell : .findings
  }

  private func checkedAsSent() throws -> [ReceiptContent] {
    let view = try View(workspace)
    let files = try arguments.operands.map { path in
      CheckedFile(
        name: String(path.split(separator: "/").last ?? ""), bytes: try content(of: path),
        folders: inboxFolders(of: path), unit: arguments.values["unit"], round: arguments.values["round"])
    }
    return try view.check(files)
  }

  /// One file: its receipt; several: a list of theirs.
  private func show(json receipts: [[UInt8]]) throws {
    guard receipts.count > 1 else { return try receipts.forEach(terminal.say) }
    let comma = [UInt8(ascii: ",")]
    try terminal.say([UInt8(ascii: "[")] + Array(receipts.joined(separator: comma)) + Array("]\n".utf8))
  }

  /// The folders between the Inbox and a file: `…/Inbox/<unit>/[<round>/]…`.
  private func inboxFolders(of path: String) -> [String] {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
    let parts = URL(fileURLWithPath: path, relativeTo: here).standardizedFileURL.pathComponents.dropLast()
    return parts.lastIndex(of: "Inbox").map { Array(parts[($0 + 1)...]) } ?? []
  }
}
