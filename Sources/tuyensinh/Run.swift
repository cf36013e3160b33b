import Disk
import Ledger
import Pipeline
import Rounds
import Wording

/// `run`, `finalize`, `reopen`: the commands that carry a pass.
extension Command {
  func run() throws -> Program.Status {
    var pass = try Pass(workspace, wait: arguments.flags.contains("wait"))
    let report = try pass.run(progress: progress)
    try show(report)
    return report.isClean ? .allWell : .findings
  }

  func finalize() throws -> Program.Status {
    var pass = try Pass(workspace, wait: arguments.flags.contains("wait"))
    let accepts = arguments.flags.contains("accept-held")
    return try conclude(pass.finalize(arguments.operands[0], acceptHeld: accepts), pass)
  }

  func reopen() throws -> Program.Status {
    var pass = try Pass(workspace, wait: arguments.flags.contains("wait"))
    return try conclude(pass.reopen(arguments.operands[0]), pass)
  }

  /// 0: the folders on standard output; 1: each reason a line on standard error; 2: no such round.
  private func conclude(_ report: PassReport?, _ pass: Pass) throws -> Program.Status {
    guard let report else {
      Terminal.complain(terminal.words.noSuchRound(arguments.operands[0], known: pass.roundCodes))
      return .unusable
    }
    for refusal in report.refusals { Terminal.complain(terminal.words.sentence(for: refusal)) }
    guard report.refusals.isEmpty else { return .findings }
    if terminal.speaksJSON { try terminal.say(json: ReportJSON(report)) } else { report.published.forEach(terminal.say) }
    return .allWell
  }

  var progress: Progress { Progress(isShown: !terminal.isQuiet && !terminal.speaksJSON, terminal.words) }

  /// What a pass did: in words, or as JSON.
  func show(_ report: PassReport) throws {
    if terminal.speaksJSON { return try terminal.say(json: ReportJSON(report)) }
    guard !terminal.isQuiet else { return }
    for line in terminal.words.summary(of: report) { terminal.say(line) }
  }
}
