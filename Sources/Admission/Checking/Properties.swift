import Tables

// Each property is a statement and its check, written to be read side by side.
// Nothing here is shared with the algorithm: eligibility, scores, tiers and
// ranks are counted again (`Recount`), and «better» is of the smaller rank. Kept children stand outside of
// all of them but P8 and P9. Under given cut-offs, which know no seats, P1, P3
// and P5 to P7 examine nothing. With reservations, what is said of a program
// holds of each part of its seats (`SeatPart`): the rows, and the open seats.

/// P1. No program seats more than its quota less the seats of those kept. With
/// `Lấy cả nhóm` it may, by children whose keys equal the last one's: those
/// before them alone do not fill it. Examined: programs, or the parts of their
/// seats.
func checkQuota(_ recount: Recount, _ views: [SeatingView]) -> PropertyReport {
  var report = PropertyReport(.quota)
  for view in views {
    for part in view.parts {
      report.examine(
        recount.fit(part.seated, into: part.seats, groupsStayIn: view.groupsStayIn),
        .init(program: part.program))
    }
  }
  return report
}

/// P2. Of every wish: it is eligible exactly if no reason speaks against it; a
/// refusal names a reason that holds; score, tier and direct admission of the
/// eligible are those of the rules; whoever is seated, or has a place either
/// way of a tie, is eligible there; and where documents are reviewed, exactly
/// those have a place whose are reviewed, and for the others the seat is kept.
/// Examined: wishes.
func checkEligibility(_ recount: Recount, _ outcome: Outcome) -> PropertyReport {
  var report = PropertyReport(.eligibility)
  let input = recount.input
  report.examined = input.wishProgram.count
  report.violations = recount.mistaken.map { recount.violation($0) }
  func expect(_ right: Bool, _ applicant: Int, _ wish: Int32) {
    guard !right else { return }
    report.violations.append(
      .init(applicant: applicant, wish: Int(wish), program: Int(input.wishProgram[Int(wish)])))
  }
  for applicant in 0..<input.applicantCount where input.keeper(of: applicant) == nil {
    let place = outcome.place[applicant]
    guard place >= 0 else { continue }
    expect(
      recount.isEligible(Int(place)) && recount.isReviewed(Int(place), of: applicant), applicant, place)
  }
  for (applicant, places) in outcome.tiedPlaces.sorted(by: { $0.key < $1.key }) {
    for place in [places.groupOut, places.groupIn] where place >= 0 {
      expect(recount.isEligible(Int(place)), Int(applicant), place)
    }
  }
  for (applicant, place) in outcome.unreviewed.sorted(by: { $0.key < $1.key }) {
    let isReviewed = recount.isReviewed(Int(place), of: Int(applicant))
    expect(recount.isEligible(Int(place)) && !isReviewed, Int(applicant), place)
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
    for part in view.parts {
      recount.checkOrder(of: part, part.outside, into: &report)
      recount.checkFreeSeats(of: part, in: view, into: &report)
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
    for part in view.parts where part.seats > 0 {
      let cutoff = Int(part.cutoff)
      let valid =
        cutoff < 0 || (Int(recount.input.wishProgram[cutoff]) == part.program && recount.isEligible(cutoff))
      let least = valid && cutoff >= 0 ? recount.rank[cutoff] : .max
      func passes(_ own: Int32) -> Bool {
        guard valid, cutoff >= 0 else { return true }
        return own > 0 && (own < least || (view.groupsStayIn && own == least))
      }
      for standing in part.seated {
        report.examine(valid && passes(standing.rank), recount.violation(Int(standing.wish)))
      }
      for turnedAway in [part.outside, part.outsideEarlier] {
        for standing in turnedAway {
          report.examine(valid && !passes(standing.rank), recount.violation(Int(standing.wish)))
        }
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
    for part in view.parts {
      guard let last = recount.worst(part.seated) else { continue }
      for turnedAway in [part.outside, part.outsideEarlier] {
        for standing in turnedAway {
          report.examine(standing.rank != last, recount.violation(Int(standing.wish)))
        }
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

/// P7. Whoever is seated in a later phase stands, at each program of an earlier
/// phase where it is eligible, behind everybody seated there, or beside (see
/// P5). Examined: its wishes in earlier phases.
func checkPhases(_ recount: Recount, _ views: [SeatingView]) -> PropertyReport {
  var report = PropertyReport(.phases)
  for view in views {
    for part in view.parts { recount.checkOrder(of: part, part.outsideEarlier, into: &report) }
  }
  return report
}
