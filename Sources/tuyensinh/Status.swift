import Ledger
import Pipeline
import Rounds
import Wording

/// `status`: every file, every round, who has sent what, what is missing.
extension Command {
  func status() throws -> Program.Status {
    let view = try View(workspace, toleratesLoss: true)
    guard !view.isNew else {
      if terminal.speaksJSON {
        try terminal.say(json: StatusReport(isNew: true))
      } else {
        try terminal.say(terminal.words.newWorkspace)
      }
      return .allWell
    }
    let report = try view.status()
    if terminal.speaksJSON {
      try terminal.say(json: report)
    } else {
      for line in terminal.words.lines(of: report) { try terminal.say(line) }
    }
    return report.isClean ? .allWell : .findings
  }
}

extension TerminalWording {
  fileprivate func lines(of report: StatusReport) -> [String] {
    var lines = [inboxTitle(report.inbox.count)]
    lines += report.inbox.map { name in
      let reason = name.reason.map { inboxReason($0, openMark: name.openMark ?? "") }
      return inboxName(name.path, [inboxState(name.state), reason ?? ""])
    }
    lines.append(filesTitle(report.files.count))
    for file in report.files {
      let outcome = ReceiptOutcome(rawValue: file.outcome).map(outcome) ?? file.outcome
      let rounds = file.rounds.joined(separator: ", ")
      let name = file.purged ? "…" : file.name
      lines.append(
        "  \(file.seq)  \(file.unit)/\(name)  \(rounds)  \(outcome)"
          + (file.purged
            ? purged : file.inForce || file.outcome == ReceiptOutcome.refused.rawValue ? "" : superseded)
          + (file.purged ? "" : remarks(on: file)))
    }
    if report.namesLost > 0 {
      let needed = report.files.filter { report.namesNeeded.contains($0.seq) }
      lines.append(
        namesLost(report.namesLost, needed: needed.map { NumberedFile(seq: $0.seq, unit: $0.unit) }))
    }
    if let file = report.stoppedBy {
      lines.append(
        file.told ? arrivalLost(seq: file.seq, unit: file.unit) : untoldLoss(seq: file.seq, unit: file.unit))
    }
    lines += report.inTheWay.map { leftOut($0) }
    if report.outboxIsClosed { lines.append(cannotWrite("Outbox")) }
    for round in report.rounds {
      lines.append(roundTitle(round.round, round.name, round.state) + ": " + roundState(round))
      if !round.ordersWaiting.isEmpty {
        let orders = round.ordersWaiting.map { waitingOrder($0.order, of: $0.unit, seq: $0.seq) }
        lines.append("  " + ordersWait(orders.joined(separator: ", ")))
      }
      if !round.fixed.isEmpty { lines.append("  " + fixed(round.fixed.joined(separator: ", "))) }
      for school in round.approvals.keys.sorted() {
        if let approval = round.approvals[school] { lines.append("  " + self.approval(approval, of: school)) }
      }
      if round.standing == RoundReport.Standing.purged.code { continue }
      lines.append("  " + sent(round.sent.joined(separator: ", ")))
      if !round.missing.isEmpty { lines.append("  " + missing(round.missing.joined(separator: ", "))) }
    }
    return lines
  }

  private func remarks(on file: StatusReport.File) -> String {
    if file.lost { return contentIsLost(told: file.toldLost, needed: file.needed) }
    if file.hasReceipt { return "" }
    if !file.blockedBy.isEmpty { return receiptBlocked(by: file.blockedBy) }
    return file.awaits.isEmpty ? withoutReceipt : receiptWaits(for: file.awaits)
  }

  private func roundState(_ round: StatusReport.Round) -> String {
    if !round.broken.isEmpty { return roundViolated(properties: round.broken.joined(separator: ", ")) }
    if !round.lost.isEmpty || round.recordLost {
      return roundWaits(
        for: round.lost.map { lostFile($0.seq, $0.unit + "/" + $0.name) },
        told: round.lost.allSatisfy(\.told), record: round.recordLost)
    }
    if let otherwise = round.decidedOtherwise {
      return roundStands(otherwise.count, otherwise.programs)
    }
    guard let counts = round.counts else {
      switch round.standing {
      case RoundReport.Standing.notReady.code: return roundNotReady
      case RoundReport.Standing.purged.code: return roundPurged(round.round)
      default: return roundStopped(round.errors)
      }
    }
    return roundCounts(
      applicants: counts.applicants.all, seats: counts.seats, admitted: counts.admitted.all,
      waiting: counts.waiting.all, notAdmitted: counts.notAdmitted.all, ineligible: counts.ineligible.all,
      held: counts.held.all)
  }
}
