import Admission
import Rounds
import Tables
import Wording

extension People {
  /// Why an applicant has no place: wish by wish, or why it is held; empty for one who is admitted.
  func reasonLine(of applicant: Int) -> String {
    if round.outcome.status[applicant] == .admitted { return "" }
    if let reason = heldReason(of: applicant) { return reasonText(reason, in: words.language) }
    return round.input.wishes(of: applicant).map { wishName($0) + ": " + refusalReason(of: wish(applicant, $0)) }
      .joined(separator: "; ")
  }

  /// Why the applicant of a wish has no place by it.
  func refusalReason(of entry: WishEntry) -> String {
    let (wish, outcome) = (entry.wish, round.outcome)
    if let reason = heldReason(of: entry.applicant) ?? ReasonCode(outcome.verdict[wish]) {
      return reasonText(reason, in: words.language)
    }
    let program = Int(round.input.wishProgram[wish])
    if round.input.programs[program].quota == 0 { return reasonText(.noSeats, in: words.language) }
    return reasonText(
      .belowCutoff, score: printed(outcome.score[wish]), cutoff: lowestAdmitted[program].map(printed),
      in: words.language)
  }

  /// `NV1`, `NV chuyên 2`.
  func wishName(_ wish: Int) -> String {
    words.wish(number: Int(round.input.wishNumber[wish]), special: round.input.wishSpecial[wish])
  }

  private func wish(_ applicant: Int, _ wish: Int) -> WishEntry { WishEntry(applicant: applicant, wish: wish) }

  private func heldReason(of applicant: Int) -> ReasonCode? {
    guard round.outcome.status[applicant] == .held else { return nil }
    let isTied = round.outcome.tiedPlaces[Int32(applicant)] != nil
    return round.cohort.heldBecause[Int32(applicant)] ?? (isTied ? .tie : .heldRow)
  }

  private func printed(_ raw: Int64) -> String {
    Exact(raw: raw).text(point: words.language == .vi ? "," : ".")
  }
}

/// A wish and whose it is.
struct WishEntry {
  var applicant: Int
  var wish: Int
}

/// By program: the lowest own score admitted without direct admission, as ``Exact/raw``.
func lowestAdmittedScores(_ round: DecidedRound) -> [Int64?] {
  var lowest = [Int64?](repeating: nil, count: round.input.programs.count)
  for applicant in 0..<round.input.applicantCount {
    guard let wish = round.place(of: applicant), !round.outcome.direct[wish] else { continue }
    let program = Int(round.input.wishProgram[wish])
    lowest[program] = min(lowest[program] ?? .max, round.outcome.score[wish])
  }
  return lowest
}
