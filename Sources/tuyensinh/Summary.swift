import Ledger
import Pipeline
import Rounds
import Tables
import Wording

extension TerminalWording.NumberedFile {
  init(_ arrival: LostArrival) { self.init(seq: arrival.seq, unit: arrival.unit) }
}

/// A pass in a few lines.
extension TerminalWording {
  func summary(of report: PassReport) -> [String] {
    var lines: [String] = []
    if report.outcomes.isEmpty {
      lines.append(nothingNew)
    } else {
      let count = { (result: ArrivalOutcome.Result) in report.outcomes.count { $0.result == result } }
      lines.append(
        filesLine(
          taken: count(.taken), partly: count(.partly), pending: count(.pending), refused: count(.refused)))
    }
    lines += report.left.filter(\.needsAttention).map { inboxName($0.path.escaped, inboxState($0.word)) }
    for round in report.rounds {
      lines.append(roundTitle(round.code, round.name, round.state) + ": " + standing(of: round))
    }
    if report.late > 0 { lines.append(lateFiles(report.late)) }
    lines += report.published.map(published)
    lines += report.refusals.map(sentence)
    return lines
  }

  func standing(of round: RoundReport) -> String {
    switch round.standing {
    case .notReady: roundNotReady
    case .purged: roundPurged(round.code)
    case .stopped(let errors): stopped(by: errors)
    case .violated(let broken): roundViolated(broken)
    case .decided(let counts):
      roundCounts(
        applicants: counts.applicants.all, seats: counts.seats, admitted: counts.admitted.all,
        waiting: counts.waiting.all, notAdmitted: counts.notAdmitted.all, ineligible: counts.ineligible.all,
        held: counts.held.all)
    }
  }

  /// Why a round has no result here.
  func notReady(_ round: String, _ reasons: [NotReadyReason]) -> String {
    reasons.contains(.purged) ? roundPurged(round) : roundNotReady
  }

  /// What stops a round: its setup, or that something is lost for which it waits.
  func stopped(by errors: [LocatedFinding]) -> String {
    let lost = errors.filter { $0.loss == .contentLost }
    let isRecordLost = errors.contains { $0.loss == .recordLost }
    if let otherwise = errors.decidedOtherwise {
      return roundStands(otherwise.count, otherwise.programs)
    }
    guard !lost.isEmpty || isRecordLost else { return roundStopped(errors.count) }
    return roundWaits(
      for: lost.map { lostFile($0.seq, $0.finding.facts["unit"] ?? "") }, record: isRecordLost)
  }

  func sentence(for refusal: Refusal) -> String {
    switch refusal {
    case .notReady: roundNotReady
    case .stopped(let located):
      setupError(file: located.file, Wording.sentence(for: located.finding, in: language))
    case .violated(let broken): roundViolated([broken])
    case .held(let count, let awaitsDraw): peopleHeld(count, awaitsDraw: awaitsDraw)
    case .settling(let path): inboxName(path.escaped, inboxState(.settling))
    case .order(let refusal): orderRefused(refusal)
    }
  }

  /// What a person should know, in two parts: what stops nothing, and losses by which something waits. Of files
  /// that are lost all at once.
  func sentences(for notes: [Ledger.Note]) -> (notes: [String], losses: [String]) {
    var (texts, losses): ([String], [String]) = ([], [])
    var (needed, others, linked): ([NumberedFile], [NumberedFile], [NumberedFile]) = ([], [], [])
    var resting: [NumberedFile] = []
    for note in notes {
      switch note {
      case .tornJournal(let bytes): texts.append(tornJournal(bytes: bytes))
      case .worldReadable(let folder, let others): texts.append(worldReadable(folder, others: others))
      case .worldWritable(let folder, let others): texts.append(worldWritable(folder, others: others))
      case .contentLost(let seq, let unit): needed.append(NumberedFile(seq: seq, unit: unit))
      case .unneededLost(let seq, let unit): others.append(NumberedFile(seq: seq, unit: unit))
      case .namesLost(let count, []): texts.append(namesLost(count))
      case .namesLost(let count, let needed):
        losses.append(namesLost(count, needed: needed.map { NumberedFile($0) }))
      case .namesFound(let count): texts.append(namesFound(count))
      case .hasOtherNames(let seq, let unit): linked.append(NumberedFile(seq: seq, unit: unit))
      case .cannotComeBack(let seq, let unit): resting.append(NumberedFile(seq: seq, unit: unit))
      }
    }
    if !linked.isEmpty { texts.append(hasOtherNames(linked)) }
    if !resting.isEmpty { losses.append(cannotComeBack(resting)) }
    if !others.isEmpty { texts.append(unneededLost(others)) }
    if !needed.isEmpty { losses.append(contentLost(needed)) }
    return (texts, losses)
  }
}
