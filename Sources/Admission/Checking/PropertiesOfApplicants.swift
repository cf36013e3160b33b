import Tables

// The properties that are told applicant by applicant, and list by list; see
// Properties.swift.

/// P8. A place is one of the applicant's own wishes, and so are the two between
/// which a tie leaves it, and the one kept for it, besides which it has none; a kept child's place is at the program that keeps it.
/// Examined: applicants.
func checkOnePlace(_ recount: Recount, _ outcome: Outcome) -> PropertyReport {
  var report = PropertyReport(.onePlace)
  let input = recount.input
  for applicant in 0..<input.applicantCount {
    let (place, tied) = (outcome.place[applicant], outcome.tiedPlaces[Int32(applicant)])
    let keeper = input.keeper(of: applicant)
    func isOwn(_ place: Int32) -> Bool {
      guard place >= 0 else { return keeper == nil }
      return input.wishes(of: applicant).contains(Int(place))
        && (keeper.map { Int(input.wishProgram[Int(place)]) == $0 } ?? true)
    }
    var right = isOwn(place)
    if let awaited = outcome.unreviewed[Int32(applicant)] {
      right = right && place < 0 && tied == nil && keeper == nil && awaited >= 0 && isOwn(awaited)
    }
    if let tied { right = right && keeper == nil && isOwn(tied.groupOut) && isOwn(tied.groupIn) }
    report.examine(right, .init(applicant: applicant))
  }
  return report
}

/// P9. Every applicant has one status, and it follows from the rest: admitted
/// with a place; held with a held row, an undecided tie, or a seat kept until
/// its documents are reviewed; waiting with a
/// waiting place; not admitted if eligible for a wish; else ineligible.
/// Examined: applicants.
func checkEveryoneAccounted(_ recount: Recount, _ outcome: Outcome) -> PropertyReport {
  var report = PropertyReport(.everyoneAccounted)
  let input = recount.input
  for applicant in 0..<input.applicantCount {
    let wishes = input.wishes(of: applicant)
    let isHeld = input.states[applicant] == .held || isUndecided(applicant, outcome)
    let expected: Status =
      if outcome.place[applicant] >= 0 {
        .admitted
      } else if isHeld {
        .held
      } else if wishes.contains(where: { outcome.waitingPlace[$0] > 0 }) {
        .waiting
      } else if wishes.contains(where: { recount.isEligible($0) }) {
        .notAdmitted
      } else {
        .ineligible
      }
    report.examine(outcome.status[applicant] == expected, .init(applicant: applicant))
  }
  return report
}

/// P10. On a program's waiting list stand exactly those eligible there who are
/// admitted nowhere (by assignment neither) and not undecided, of whom fewer than `reserve` have
/// better keys; each place is 1 + the number of better keys on the list. With
/// given cut-offs nobody waits. Examined: eligible wishes.
func checkWaitingLists(_ recount: Recount, _ outcome: Outcome, jobs: Int) -> PropertyReport {
  var report = PropertyReport(.waitingLists)
  let (input, eligible) = (recount.input, recount.eligible)
  let waits: @Sendable (_ applicant: Int) -> Bool = { applicant in
    outcome.place[applicant] < 0 && input.rules.method != .given && input.keeper(of: applicant) == nil
      && !isUndecided(applicant, outcome) && !input.isAssigned(applicant)
  }
  let lists = Grouped(
    input, groups: input.programs.count, jobs: jobs,
    { waits($0) && eligible[$1] ? Int(input.wishProgram[$1]) : -1 },
    { Standing(wish: Int32($1), rank: recount.rank[$1]) })
  for applicant in 0..<input.applicantCount {
    let mayWait = waits(applicant)
    for wish in input.wishes(of: applicant) where outcome.waitingPlace[wish] != 0 {
      if !mayWait || !eligible[wish] { report.violations.append(recount.violation(wish)) }
    }
  }
  for part in inParallel(
    lists.stretches(jobs), jobs: jobs,
    { programs in
      var part = PropertyReport(.waitingLists)
      for program in programs {
        let list = lists[program].sorted { ($0.rank, $0.wish) < ($1.rank, $1.wish) }
        var place = 1
        for index in list.indices {
          if index > 0, list[index].rank != list[index - 1].rank { place = index + 1 }
          let isOnTheList = place <= input.programs[program].reserve ?? .max
          let wish = Int(list[index].wish)
          part.examine(
            Int(outcome.waitingPlace[wish]) == (isOnTheList ? place : 0), recount.violation(wish))
        }
      }
      return part
    })
  {
    report.examined += part.examined
    report.violations += part.violations
  }
  return report
}

/// P11. The rank of an eligible wish is 1 + the number of better keys among
/// those eligible there; the others have none. Examined: eligible wishes.
func checkRanks(_ recount: Recount, _ outcome: Outcome, jobs: Int) -> PropertyReport {
  var report = PropertyReport(.ranks)
  report.examined = recount.eligible.count { $0 }
  report.violations = RankOrder(recount, outcome).mistaken(jobs: jobs).map { recount.violation($0) }
  return report
}

/// An exact tie awaits the council, or the seat the review of documents.
private func isUndecided(_ applicant: Int, _ outcome: Outcome) -> Bool {
  outcome.tiedPlaces[Int32(applicant)] != nil || outcome.unreviewed[Int32(applicant)] != nil
}
