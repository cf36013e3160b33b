import Disk
import Ledger
import Pipeline
import Rounds
import Wording

/// `watch`: passes for as long as the process lives. Its output is kept for
/// long and read by many, so it names no file of a sender's.
extension Command {
  func watch(until stop: StopSignals) throws -> Program.Status {
    terminal.tell(terminal.words.watching)
    var notes: [Ledger.Note] = []
    var inTheWay: [String] = []
    var watch = Watch(workspace, KernelHints(stop: stop)) { news in
      switch news {
      case .passed(let report):
        // Once, and again when there is another: nobody reads the same line every minute.
        if report.notes != notes {
          tell(report.notes)
          for line in terminal.words.sentences(for: report.notes).losses { Terminal.complain(line) }
        }
        notes = report.notes
        if report.inTheWay != inTheWay { complain(of: report.inTheWay) }
        inTheWay = report.inTheWay
        try tell(report)
      case .purged(let report): try tell(report)
      case .trouble(let error): Terminal.complain(sentence(for: error, terminal.words))
      }
    }
    try watch.run()
    terminal.tell(terminal.words.watchEnded)
    return .allWell
  }

  private func tell(_ report: PurgeReport) throws {
    complain(ofKept: report)
    if terminal.speaksJSON { return try terminal.say(jsonLine: report) }
    if !terminal.isQuiet { try sayPurged(report) }
  }

  private func tell(_ report: PassReport) throws {
    guard !report.outcomes.isEmpty || !report.published.isEmpty else { return }
    var told = report
    told.left = []
    if terminal.speaksJSON { return try terminal.say(jsonLine: ReportJSON(told)) }
    guard !terminal.isQuiet else { return }
    for line in terminal.words.summary(of: told) { try terminal.say(line) }
  }
}
