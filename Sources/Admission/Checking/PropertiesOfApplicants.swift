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
/// waiting place; not admitted if eligible for a wish, or would be had it not declined the school; else ineligible.
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
      } else if wishes.contains(where: { recount.isEligible($0) || recount.declined.contains($0) }) {
        .notAdmitted
      } else {
        .ineligible
      }
    report.examine(outcome.status[applicant] == expected, .init(applicant: applicant))
  }
  return report
}

/// P10. On a program's waiting list stand exactly those eligible there who are
/// admitted nowhere (by assignment neither) and not undecided, and have not declined the school since, of
/// whom fewer than `reserve` have better keys; each place is 1 + the number of better keys on the list. With
/// given cut-offs nobody waits. Examined: those who belong on a list.
func checkWaitingLists(_ recount: Recount, _ outcome: Outcome, jobs: Int) -> PropertyReport {
  var report = PropertyReport(.waitingLists)
  let (input, eligible, places) = (recount.input, recount.eligible, outcome.waitingPlace)
  let waits = (0..<input.applicantCount).map { applicant in
    outcome.place[applicant] < 0 && input.rules.method != .given && input.keeper(of: applicant) == nil
      && !isUndecided(applicant, outcome) && !input.isAssigned(applicant)
  }
  var declined: Set<Int> = []
  for (applicant, schools) in input.declinedSince {
    for wish in input.wishes(of: Int(applicant))
    where schools.contains(input.programs[Int(input.wishProgram[wish])].school) {
      declined.insert(wish)
    }
  }
  let elsewhere = declined
  let found = inParallel(recount.stretches, jobs: jobs) { applicants in
    var listed = MetStandings(programs: input.programs.count)
    var strangers: [Int] = []
    for applicant in applicants {
      for wish in input.wishes(of: applicant) {
        if waits[applicant], eligible[wish], !elsewhere.contains(wish) {
          let standing = Standing(wish: Int32(wish), rank: recount.rank[wish])
          listed.add(standing, at: input.wishProgram[wish])
        } else if places[wish] != 0 {
          strangers.append(wish)
        }
      }
    }
    return (listed: listed, strangers: strangers)
  }
  report.violations = found.flatMap(\.strangers).map { recount.violation($0) }
  let listed = MetStandings.grouped(found.map(\.listed), programs: input.programs.count, jobs: jobs)
  let lists = listed.perProgram(jobs: jobs) { program, listed in
    let count = recount.counts.reduce(0) { $0 + $1[program] }
    return checkWaitingList(
      listed, of: count, upTo: input.programs[program].reserve ?? .max, places, recount)
  }
  for list in lists {
    report.examined += list.examined
    report.violations += list.violations
  }
  return report
}

/// P10 of one program with so many eligible: whoever waits has its place.
private func checkWaitingList(
  _ listed: ArraySlice<Standing>, of count: Int, upTo reserve: Int, _ places: [Int32], _ recount: Recount
) -> PropertyReport {
  var report = PropertyReport(.waitingLists)
  func isRanked(_ standing: Standing) -> Bool { standing.rank > 0 && standing.rank <= count }
  // By rank: how many on the list have it; then, how many have a better one.
  var better = [Int](repeating: 0, count: count + 1)
  for standing in listed where isRanked(standing) { better[Int(standing.rank)] += 1 }
  var sum = 0
  for rank in better.indices { (better[rank], sum) = (sum, sum + better[rank]) }
  let wrong = listed.filter { standing in
    guard isRanked(standing) else { return true }
    let place = better[Int(standing.rank)] + 1
    return Int(places[Int(standing.wish)]) != (place <= reserve ? place : 0)
  }
  report.examined = listed.count
  report.violations = wrong.sorted { $0.rank < $1.rank }.map { recount.violation(Int($0.wish)) }
  return report
}

/// P11. The rank of an eligible wish is 1 + the number of better keys among
/// those eligible there; the others have none. Examined: eligible wishes.
func checkRanks(_ recount: Recount, _ outcome: Outcome, jobs: Int) -> PropertyReport {
  var report = PropertyReport(.ranks)
  report.examined = recount.counts.reduce(0) { $0 + $1.reduce(0, +) }
  report.violations = RankOrder(recount, outcome).mistaken(jobs: jobs).map { recount.violation($0) }
  return report
}

/// An exact tie awaits the council, or the seat the review of documents.
private func isUndecided(_ applicant: Int, _ outcome: Outcome) -> Bool {
  outcome.tiedPlaces[Int32(applicant)] != nil || outcome.unreviewed[Int32(applicant)] != nil
}
