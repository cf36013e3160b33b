import Pipeline
import Wording

/// `purge` and `recover`: what is done to the ledger itself.
extension Command {
  func purge() throws -> Program.Status {
    var pass = try openPass()
    let report = try pass.purge()
    if terminal.speaksJSON {
      try terminal.say(json: report)
    } else if !terminal.isQuiet {
      try sayPurged(report)
      if !report.isEmpty { try terminal.say(terminal.words.unlinked) }
    }
    complain(ofKept: report)
    return report.isComplete ? .allWell : .unusable
  }

  /// Says what went, or that nothing has outlived its time.
  func sayPurged(_ report: PurgeReport) throws {
    guard !report.isEmpty || report.isComplete else { return }
    try terminal.say(
      terminal.words.purged(refused: report.refused, finalized: report.finalized, outbox: report.outbox))
  }

  /// Says of what could not be removed.
  func complain(ofKept report: PurgeReport) {
    for path in report.left { Terminal.complain(terminal.words.notRemoved(path)) }
  }

  func recover() throws -> Program.Status {
    let report = try Pipeline.recover(workspace, wait: arguments.flags.contains("wait"))
    if terminal.speaksJSON {
      try terminal.say(json: report)
    } else {
      let words = terminal.words
      try terminal.say(words.journalProven(report.proven, rebuilt: report.rebuilt))
      if report.unproven > 0 { try terminal.say(words.linesUnproven(report.unproven, keptAs: report.keptAs)) }
      if report.arrivalsLost > 0 { try terminal.say(words.arrivalsLost(report.arrivalsLost)) }
      for lost in report.arrivals {
        try terminal.say(words.arrivalLost(seq: lost.seq, unit: lost.unit, file: lost.file))
      }
      for (list, units) in report.unitsByList {
        try terminal.say(words.listsLost(list, units: units))
      }
      for folder in report.moved { try terminal.say(words.folderMoved(folder)) }
      for orphan in report.orphans {
        try terminal.say(words.orphan(orphan.path, unit: orphan.unit, file: orphan.file))
      }
      for lost in report.lost {
        try terminal.say(
          words.contentLost(
            seq: lost.seq, unit: lost.unit, file: lost.file, folder: lost.folder, damaged: lost.damaged))
      }
      if report.namesFound > 0 { try terminal.say(words.namesFound(report.namesFound)) }
      if report.namesLost > 0 {
        let needed = report.namesNeeded.map { TerminalWording.NumberedFile(seq: $0.seq, unit: $0.unit) }
        try terminal.say(words.namesLost(report.namesLost, needed: needed))
      }
      if report.isWhole, report.namesLost == 0 { try terminal.say(words.nothingLost) }
    }
    return report.isWhole ? .allWell : .findings
  }
}
