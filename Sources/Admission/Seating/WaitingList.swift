/// Fills in the waiting places: at each program the first `reserve`, by key, of
/// those eligible there who are admitted nowhere. Equal keys share a place. An
/// applicant whom a tie leaves to the council does not wait.
func fillWaitingLists(_ input: Input, _ slots: Slots, into outcome: inout Outcome) {
  let waiting = (0..<input.applicantCount).filter { outcome.place[$0] < 0 && !outcome.isTied($0) }
  // By slot: how many wait there, then the place that they share.
  var places = Cells<Int32>(repeating: 0, count: slots.start[input.programs.count])
  func slot(_ wish: Int) -> Int {
    slots.start[Int(input.wishProgram[wish])] + Int(outcome.rank[wish]) - 1
  }
  for applicant in waiting {
    for wish in input.wishes(of: applicant) where outcome.rank[wish] > 0 { places[slot(wish)] += 1 }
  }
  for program in input.programs.indices {
    let reserve = input.programs[program].reserve ?? .max
    var before = 0
    for slot in slots.start[program]..<slots.start[program + 1] where places[slot] > 0 {
      let group = Int(places[slot])
      places[slot] = before < reserve ? Int32(truncatingIfNeeded: before + 1) : 0
      before += group
    }
  }
  for applicant in waiting {
    for wish in input.wishes(of: applicant) where outcome.rank[wish] > 0 {
      outcome.waitingPlace[wish] = places[slot(wish)]
    }
  }
}
