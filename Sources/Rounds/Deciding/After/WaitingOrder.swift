import Admission

/// In which order children without a place stand at programs, whatever takes some of them off the lists for a while.
extension DecidedRound {
  /// The same as ``waitingOrder``, as it is kept.
  public var waitingPlaces: WaitingPlaces {
    var found: WaitingPlaces = [:]
    for (position, places) in waitingOrder.enumerated() {
      let path = tables.programs[position].path
      for (applicant, place) in places { found[cohort.key(of: Int(applicant)), default: [:]][path] = place }
    }
    return found
  }

  /// By program, of every applicant who is eligible there and has no place by the decision: 1 + the number of those
  /// with better keys; nobody where there is no waiting list. It is not what the lists show, but what they are made of:
  /// there some are left out by `reserve`, by an assignment, or since they declined the school, and may come back.
  var waitingOrder: [[Int32: Int]] {
    var listed = [[(rank: Int32, applicant: Int32)]](repeating: [], count: tables.programs.count)
    guard input.rules.method != .given else { return listed.map { _ in [:] } }
    for applicant in 0..<cohort.count
    where place(of: applicant) == nil && !outcome.isUndecided(applicant) && left[Int32(applicant)] == nil {
      for wish in input.wishes(of: applicant) where outcome.rank[wish] > 0 {
        let program = Int(input.wishProgram[wish])
        if tables.programs[program].reserve != 0 {
          listed[program].append((outcome.rank[wish], Int32(applicant)))
        }
      }
    }
    return listed.map { list in
      var places: [Int32: Int] = [:]
      var (place, last) = (0, Int32(0))
      for (index, child) in list.sorted(by: { $0.rank < $1.rank }).enumerated() {
        if child.rank != last { (place, last) = (index + 1, child.rank) }
        places[child.applicant] = place
      }
      return places
    }
  }
}
