import Tables

extension PublishedRound {
  /// Decided again, everybody has the same status and place, and every wish the same standing.
  func compare(with second: SecondDecision, _ report: inout AuditReport) {
    report.begin(.decidedAgain)
    guard !second.overflows else {
      report.examine(.decidedAgain, false, Fault(.decidedAgain, ""))
      return
    }
    let others = Dictionary(
      second.children.enumerated().map { ($1.ids, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Int> = []
    for child in children {
      guard let other = others[child.ids] else {
        report.examine(
          .decidedAgain, false, Fault(.decidedAgain, PublishedRound.resultFile, line: child.line))
        continue
      }
      seen.insert(other)
      compare(child, with: second.children[other], second, &report)
    }
    let left = second.children.indices.count { !seen.contains($0) }
    report.examine(
      .decidedAgain, left == 0,
      Fault(
        .decidedAgain, PublishedRound.resultFile, says: String(children.count),
        expected: String(second.children.count)))
  }

  private func compare(
    _ child: Child, with other: SecondDecision.Decided, _ second: SecondDecision, _ report: inout AuditReport
  ) {
    let assigned = child.isAssigned ? child.school + "/" + child.program : ""
    let place = child.wishes.first { wishes[$0].admitted }.map { standing(wishes[$0]) } ?? assigned
    let expected = other.place.map { second.standing(other.wishes[$0]) } ?? other.assigned ?? ""
    report.examine(
      .decidedAgain,
      child.status == other.status && place == expected && child.ticket == other.ticket,
      Fault(
        .decidedAgain, PublishedRound.resultFile, line: child.line, says: child.status + " " + place,
        expected: other.status + " " + expected))
    report.examine(
      .decidedAgain, child.wishes.isEmpty || child.left(in: self).isEmpty == !other.hasLeft,
      Fault(
        .decidedAgain, PublishedRound.explanationFile, line: child.wishes.first.map { wishes[$0].line } ?? 0,
        about: "left", says: child.left(in: self)))
    // Who is held is not decided: which of its wishes stand is what is not known.
    guard child.status != "held" || other.tied != nil || other.awaited != nil else { return }
    report.examine(
      .decidedAgain, child.wishes.count == other.wishes.count,
      Fault(
        .decidedAgain, PublishedRound.resultFile, line: child.line, says: String(child.wishes.count),
        expected: String(other.wishes.count)))
    let (outPlace, inPlace) = other.tied ?? (other.awaited ?? other.place, other.awaited ?? other.place)
    for (position, (index, wish)) in zip(child.wishes, other.wishes).enumerated() {
      if rules.method != .given, !second.reserved[wish.program].isEmpty {
        let seat = outPlace == position ? (other.row ?? -1) + 1 : nil
        let seatIn = second.leavesTies && inPlace == position ? (other.rowIn ?? -1) + 1 : nil
        let own = wishes[index]
        let (says, wanted) = own.seat == seat ? (own.seatIn, seatIn) : (own.seat, seat)
        report.examine(
          .decidedAgain, says == wanted,
          fault(
            .decidedAgain, index, says: says.map { String($0) } ?? "",
            expected: wanted.map { String($0) } ?? ""))
      }
      let says = standing(wishes[index], verdict: wishes[index].verdict)
      // Of several reasons the table names one; each that holds is right.
      let hasRefused = other.refused.map { second.school($0) == second.school(wish.program) } == true
      let competed = hasRefused ? "school-declined" : "eligible"
      let bears = !wish.isEligible && wish.isTold(as: wishes[index].verdict)
      let verdict = bears ? wishes[index].verdict : wish.refusals.sorted().first ?? competed
      let expected = second.standing(wish, verdict: verdict)
      report.examine(
        .decidedAgain, says == expected, fault(.decidedAgain, index, says: says, expected: expected))
      if wishes[index].verdict == "school-declined", !other.hasLeft {
        let how = wish.isAbsent ? "absent" : "declined"
        report.examine(
          .decidedAgain, wishes[index].declining == how,
          fault(.decidedAgain, index, says: wishes[index].declining, expected: how))
      }
      let isOff =
        wish.isDeclined && wish.isEligible && !other.hasLeft
        && PublishedRound.competing.contains(other.status)
      report.examine(
        .decidedAgain, wishes[index].isDeclined == isOff,
        fault(
          .decidedAgain, index, says: wishes[index].isDeclined ? "declined" : "",
          expected: isOff ? "declined" : ""))
      if other.tied != nil || other.awaited != nil {
        let position = other.wishes.firstIndex { $0.program == wish.program && $0.special == wish.special }
        let tied = other.tied.map { $0.out == position ? "out" : $0.stay == position ? "in" : "" }
        let mark = position == nil ? "" : other.awaited == position ? "documents" : tied ?? ""
        report.examine(
          .decidedAgain, wishes[index].undecided == mark,
          fault(.decidedAgain, index, says: wishes[index].undecided, expected: mark))
      }
    }
  }

  private func standing(_ wish: Wish) -> String { path(wish) + " NV" + String(wish.number) }

  /// Program, wish, why not or the key's parts, rank and waiting place.
  private func standing(_ wish: Wish, verdict: String) -> String {
    guard wish.isEligible else {
      let hasScore = PublishedRound.notTaken.contains(verdict)
      return standing(wish) + " " + verdict + (hasScore ? " " + (wish.score?.text ?? "") : "")
    }
    return [
      standing(wish), verdict, wish.direct ? "1" : "0", wish.tier.map { String($0) } ?? "-",
      wish.score?.text ?? "", wish.rank.map { String($0) } ?? "-", wish.waiting.map { String($0) } ?? "-",
    ].joined(separator: " ")
  }
}

extension SecondDecision {
  fileprivate func school(_ program: Int) -> String { asked.programs[program].published.school }

  fileprivate func standing(_ wish: Wish) -> String {
    asked.programs[wish.program].published.path + " NV" + String(wish.number)
  }

  fileprivate func standing(_ wish: Wish, verdict: String) -> String {
    guard wish.isEligible else {
      let hasScore = PublishedRound.notTaken.contains(verdict)
      return standing(wish) + " " + verdict + (hasScore ? " " + wish.score.text : "")
    }
    return [
      standing(wish), verdict, wish.direct ? "1" : "0", wish.tier.map { String($0) } ?? "-", wish.score.text,
      wish.rank.map { String($0) } ?? "-", wish.waiting.map { String($0) } ?? "-",
    ].joined(separator: " ")
  }
}
