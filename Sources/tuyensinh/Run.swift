import Disk
import Ledger
import Pipeline
import Rounds
import Wording

/// `run`, `finalize`, `reopen`: the commands that carry a pass.
extension Command {
  func run() throws -> Program.Status {
    var pass = try openPass()
    let report = try pass.run()
    pass.endWithProcess()
    tell(report.notes)
    try show(report)
    complain(of: report)
    return !report.inTheWay.isEmpty ? .unusable : report.isClean ? .allWell : .findings
  }

  /// What somebody has to do before the rest can go on: last, so that whoever looks at the end of a nightly run sees
  /// it, and also where nothing else is told.
  private func complain(of report: PassReport) {
    for line in terminal.words.sentences(for: report.notes).losses { Terminal.complain(line) }
    complain(of: report.inTheWay)
  }

  /// What has to be moved away before some units can be served.
  func complain(of inTheWay: [String]) {
    for path in inTheWay { Terminal.complain(terminal.words.leftOut(path)) }
  }

  func finalize() throws -> Program.Status {
    var pass = try openPass()
    let accepts = arguments.flags.contains("accept-held")
    let report = try pass.finalize(arguments.operands[0], acceptHeld: accepts)
    return try conclude(report, pass) { try terminal.say(names: $0.finalized) }
  }

  func reopen() throws -> Program.Status {
    var pass = try openPass()
    let report = try pass.reopen(arguments.operands[0])
    return try conclude(report, pass, show)
  }

  /// 0, and what came of it on standard output; 1: each reason a line on standard error, or it was done and
  /// something is lost besides; 2: no such round, or a unit had to be left out.
  private func conclude(
    _ report: PassReport?, _ pass: consuming Pass, _ show: (PassReport) throws -> Void
  ) throws -> Program.Status {
    guard let report else { return noSuchRound(in: try pass.standing()) }
    tell(report.notes)
    for refusal in report.refusals { Terminal.complain(terminal.words.sentence(for: refusal)) }
    if terminal.speaksJSON {
      try terminal.say(json: ReportJSON(report))
    } else if report.refusals.isEmpty {
      try show(report)
    }
    complain(of: report)
    if !report.inTheWay.isEmpty { return .unusable }
    return report.refusals.isEmpty && !report.tellsOfLoss ? .allWell : .findings
  }

  /// The round that was named does not stand: which ones do, and what holds the row that declares it.
  func noSuchRound(in standing: InForce) -> Program.Status {
    let (words, round) = (terminal.words, arguments.operands[0])
    Terminal.complain(words.noSuchRound(round, known: standing.rounds.map(\.round.code)))
    if let finding = standing.heldRounds[round.lowercased()] {
      Terminal.complain(words.heldRound(round))
      Terminal.complain("  " + words.sentence(for: .stopped(finding)))
    }
    return .unusable
  }

  func openPass() throws -> Pass {
    let bar = ProgressBar(isShown: !terminal.isQuiet && !terminal.speaksJSON, terminal.words)
    return try Pass(workspace, wait: arguments.flags.contains("wait"), progress: bar.show)
  }

  func tell(_ notes: [Ledger.Note]) {
    for line in terminal.words.sentences(for: notes).notes { terminal.tell(line) }
  }

  /// What a pass did: in words, or as JSON.
  func show(_ report: PassReport) throws {
    if terminal.speaksJSON { return try terminal.say(json: ReportJSON(report)) }
    guard !terminal.isQuiet else { return }
    for line in terminal.words.summary(of: report) { try terminal.say(line) }
  }
}
