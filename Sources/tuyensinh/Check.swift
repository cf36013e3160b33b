import Exports
import Pipeline
import Tables
import Wording

/// `check FILE…`: what the receipt would say; nothing is taken.
extension Command {
  func check() throws -> Program.Status {
    let view = try View(workspace)
    let files = try arguments.operands.map { path in
      let sender = sender(of: path)
      return CheckedFile(
        name: String(path.split(separator: "/").last ?? ""), bytes: try content(of: path),
        unit: arguments.values["unit"] ?? sender.unit, round: arguments.values["round"] ?? sender.round)
    }
    let receipts = try view.check(files)
    if terminal.speaksJSON {
      for receipt in receipts { terminal.say(try receipt.json()) }
    } else {
      for receipt in receipts { show(receipt) }
    }
    return receipts.allSatisfy { $0.outcome == .accepted } ? .allWell : .findings
  }

  private func show(_ receipt: ReceiptContent) {
    let words = terminal.words
    terminal.say("\(receipt.file): \(words.outcome(receipt.outcome))")
    for table in receipt.tables {
      terminal.say(
        "  " + words.table(table.name, sheet: table.sheet, accepted: table.accepted, held: table.held))
    }
    for remark in receipt.findings.sorted(by: { $0.finding.severity < $1.finding.severity }) {
      let name = severityName(remark.finding.severity, in: words.language)
      terminal.say("  \(name): \(sentence(for: remark.finding, in: words.language))")
    }
  }

  /// The Inbox folder that a file lies in: `…/Inbox/<unit>/[<round>/]…`.
  private func sender(of path: String) -> (unit: String, round: String) {
    let parts = path.split(separator: "/").dropLast().map(String.init)
    guard let inbox = parts.lastIndex(of: "Inbox"), inbox + 1 < parts.count else { return ("", "") }
    let below = parts[(inbox + 1)...].filter { $0 != "bo-sung" && $0 != "thay-the" }
    return (below.first ?? "", below.dropFirst().first ?? "")
  }
}
