import Tables

// Each property is a statement and its check, written to be read side by side.
// Nothing here is shared with the algorithm: eligibility, scores, tiers and
// ranks are counted again (`Recount`), and «better» is of the smaller rank. Kept children stand outside of
// all of them but P7 and P8. Under given cut-offs, which know no seats, P1, P3,
// P5 and P6 examine nothing.

/// P1. No program seats more than its quota less the seats of those kept. With
/// `Lấy cả nhóm` it may, by children whose keys equal the last one's: those
/// before them alone do not fill it. Examined: programs.
func checkQuota(_ recount: Recount, _ views: [SeatingView]) -> PropertyReport {
  var report = PropertyReport(.quota)
  for view in views {
    for (program, seated) in view.seated.enumerated() {
      let seats = recount.seatsLeft[program]
      var right = seated.count <= seats
      if !right, view.groupsStayIn, seats > 0, let last = recount.worst(seated) {
        right = seated.count { recount.rank[Int($0)] < last } < seats
      }
      report.examine(right, .init(program: program))
    }
  }
  return report
}

/// P2. Of every wish: it is eligible exactly if no reason speaks against it; a
/// refusal names a reason that holds; score, tier and direct admission of the
/// eligible are those of the rules; and whoever is seated, or has a place
/// either way of a tie, is eligible there. Examined: wishes.
func checkEligibility(_ recount: Recount, _ outcome: Outcome) -> PropertyReport {
  var report = PropertyReport(.eligibility)
  let input = recount.input
  for applicant in 0..<input.applicantCount {
    let kept = input.keeper(of: applicant) != nil
    let (place, tied) = (outcome.place[applicant], outcome.tiedPlaces[Int32(applicant)])
    for wish in input.wishes(of: applicant) {
      let verdict = outcome.verdict[wish]
      var right = recount.reasons[wish].bear(out: verdict)
      if verdict == .eligible {
        right =
          right && outcome.score[wish] == recount.score[wish] && outcome.tier[wish] == recount.tier[wish]
          && outcome.direct[wish] == recount.direct[wish]
      }
      let isPlace = Int(place) == wish || (tied.map { $0.groupOut == wish || $0.groupIn == wish } ?? false)
      if isPlace, !kept { right = right && recount.isEligible(wish) }
      report.examine(
        right, .init(applicant: applicant, wish: wish, program: Int(input.wishProgram[wish])))
    }
  }
  return report
}

/// P3. Whoever is turned away from a program (eligible there, and in that phase
/// placed at a later wish or nowhere) stands behind everybody seated there, or
/// beside (see P5); and no seat stays free that the best of those turned away,
/// with all whose keys equal its own where groups are kept out together, would
/// fit into. Examined: wishes turned away.
func checkNobodyPassedOver(_ recount: Recount, _ views: [SeatingView]) -> PropertyReport {
  var report = PropertyReport(.nobodyPassedOver)
  for view in views {
    for program in recount.input.programs.indices {
      recount.checkOrder(of: program, in: view, turnedAway: view.turnedAway, into: &report)
      recount.checkFreeSeats(of: program, in: view, into: &report)
    }
  }
  return report
}

/// P4. The recorded cut-off of a program parts the keys: those seated stand
/// before it (with `Lấy cả nhóm` not behind it), those turned away do not; where
/// none is recorded nobody was turned away from a program with seats. A given
/// cut-off is reached by those seated without direct admission, and no eligible
/// child passed it, or was direct, at a wish before its place. Examined: wishes
/// seated or turned away.
func checkCutoffs(_ recount: Recount, _ outcome: Outcome, _ views: [SeatingView]) -> PropertyReport {
  var report = PropertyReport(.cutoffs)
  if recount.input.rules.method == .given { recount.checkGivenCutoffs(outcome, into: &report) }
  for view in views where view.hasCutoffs {
    for program in recount.input.programs.indices where recount.seatsLeft[program] > 0 {
      let cutoff = Int(outcome.cutoff[program])
      let valid =
        cutoff < 0 || (Int(recount.input.wishProgram[cutoff]) == program && recount.isEligible(cutoff))
      func passes(_ wish: Int32) -> Bool {
        guard valid, cutoff >= 0 else { return true }
        let (own, least) = (recount.rank[Int(wish)], recount.rank[cutoff])
        return own > 0 && (own < least || (view.groupsStayIn && own == least))
      }
      for wish in view.seated[program] {
        report.examine(valid && passes(wish), recount.violation(Int(wish)))
      }
      for wish in view.turnedAway[program] + view.turnedAwayEarlier[program] {
        report.examine(valid && !passes(wish), recount.violation(Int(wish)))
      }
    }
  }
  return report
}

/// P5. Equal keys are treated alike: nobody turned away stands beside somebody
/// seated. Where the council decides, exactly those wait for it whose place
/// differs between tied groups out and tied groups in; elsewhere nobody.
/// Examined: wishes turned away, and applicants tied.
func checkTies(_ recount: Recount, _ outcome: Outcome, _ views: [SeatingView]) -> PropertyReport {
  var report = PropertyReport(.ties)
  for view in views {
    for program in recount.input.programs.indices {
      guard let last = recount.worst(view.seated[program]) else { continue }
      for wish in view.turnedAway[program] + view.turnedAwayEarlier[program] {
        report.examine(recount.rank[Int(wish)] != last, recount.violation(Int(wish)))
      }
    }
  }
  for (applicant, places) in outcome.tiedPlaces.sorted(by: { $0.key < $1.key }) {
    report.examine(
      views.count == 2 && places.groupOut != places.groupIn && outcome.place[Int(applicant)] < 0,
      .init(applicant: Int(applicant)))
  }
  return report
}

/// P6. Whoever is seated in a later phase stands, at each program of an earlier
/// phase where it is eligible, behind everybody seated there, or beside (see
/// P5). Examined: its wishes in earlier phases.
func checkPhases(_ recount: Recount, _ views: [SeatingView]) -> PropertyReport {
  var report = PropertyReport(.phases)
  for view in views {
    for program in recount.input.programs.indices {
      recount.checkOrder(of: program, in: view, turnedAway: view.turnedAwayEarlier, into: &report)
    }
  }
  return report
}

/// P7. A place is one of the applicant's own wishes, and so are the two between
/// which a tie leaves it; a kept child's place is at the program that keeps it.
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
    if let tied { right = right && keeper == nil && isOwn(tied.groupOut) && isOwn(tied.groupIn) }
    report.examine(right, .init(applicant: applicant))
  }
  return report
}

/// P8. Every applicant has one status, and it follows from the rest: admitted
/// with a place; held with a held row or an undecided tie; waiting with a
/// waiting place; not admitted if eligible for a wish; else ineligible.
/// Examined: applicants.
func checkEveryoneAccounted(_ recount: Recount, _ outcome: Outcome) -> PropertyReport {
  var report = PropertyReport(.everyoneAccounted)
  let input = recount.input
  for applicant in 0..<input.applicantCount {
    let wishes = input.wishes(of: applicant)
    let isHeld = input.states[applicant] == .held || outcome.tiedPlaces[Int32(applicant)] != nil
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

/// P9. On a program's waiting list stand exactly those eligible there who are
/// admitted nowhere and wait for no council, of whom fewer than `reserve` have
/// better keys; each place is 1 + the number of better keys on the list. With
/// given cut-offs nobody waits. Examined: eligible wishes.
func checkWaitingLists(_ recount: Recount, _ outcome: Outcome) -> PropertyReport {
  var report = PropertyReport(.waitingLists)
  let input = recount.input
  // By program: the rank above, the wish below, so that they sort by rank.
  var lists: [[Int]] = Array(repeating: [], count: input.programs.count)
  for applicant in 0..<input.applicantCount {
    let waits =
      outcome.place[applicant] < 0 && input.rules.method != .given && input.keeper(of: applicant) == nil
      && outcome.tiedPlaces[Int32(applicant)] == nil
    for wish in input.wishes(of: applicant) {
      if waits, recount.isEligible(wish) {
        lists[Int(input.wishProgram[wish])].append(Int(recount.rank[wish]) << 32 | wish)
      } else if outcome.waitingPlace[wish] != 0 {
        report.violations.append(recount.violation(wish))
      }
    }
  }
  for program in input.programs.indices {
    let list = lists[program].sorted()
    var place = 1
    for index in list.indices {
      if index > 0, list[index] >> 32 != list[index - 1] >> 32 { place = index + 1 }
      let isOnTheList = place <= input.programs[program].reserve ?? .max
      let wish = list[index] & 0xFFFF_FFFF
      report.examine(
        Int(outcome.waitingPlace[wish]) == (isOnTheList ? place : 0), recount.violation(wish))
    }
  }
  return report
}

/// P10. The rank of an eligible wish is 1 + the number of better keys among
/// those eligible there; the others have none. Examined: eligible wishes.
func checkRanks(_ recount: Recount, _ outcome: Outcome) -> PropertyReport {
  var report = PropertyReport(.ranks)
  for wish in outcome.rank.indices {
    if recount.isEligible(wish) {
      report.examine(outcome.rank[wish] == recount.rank[wish], recount.violation(wish))
    } else if outcome.rank[wish] != 0 {
      report.violations.append(recount.violation(wish))
    }
  }
  return report
}
