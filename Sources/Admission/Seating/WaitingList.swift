import Tables

/// Fills in the waiting places: at each program the first `reserve`, by key, of
/// those eligible there who are admitted nowhere and have not declined the school
/// since. Equal keys share a place. An applicant who is not decided yet, or whom
/// an assignment admits, does not wait.
/// With given cut-offs nobody does.
public func fillWaitingLists(_ input: Input, jobs: Int, into outcome: inout Outcome) {
  guard input.rules.method != .given else {
    outcome.waitingPlace = Array(repeating: 0, count: input.wishProgram.count)
    return
  }
  let waiting = (0..<input.applicantCount).filter { outcome.waits($0, input) }
  let someHaveDeclined = !input.declinedSince.isEmpty
  func waits(_ applicant: Int, _ program: Int) -> Bool {
    !someHaveDeclined || !input.hasDeclinedSince(applicant, program)
  }
  // By program: where its list begins among all.
  var start = [Int](repeating: 0, count: input.programs.count + 1)
  for applicant in waiting {
    for wish in input.wishes(of: applicant) where outcome.rank[wish] > 0 {
      let program = Int(input.wishProgram[wish])
      if waits(applicant, program) { start[program + 1] += 1 }
    }
  }
  let longest = start.max() ?? 0
  for program in input.programs.indices { start[program + 1] += start[program] }

  // Those on the lists: the rank above, the wish below.
  var lists = Cells<UInt64>(repeating: 0, count: start[input.programs.count])
  var next = start
  for applicant in waiting {
    for wish in input.wishes(of: applicant) where outcome.rank[wish] > 0 {
      let program = Int(input.wishProgram[wish])
      guard waits(applicant, program) else { continue }
      lists[next[program]] = UInt64(outcome.rank[wish]) << 32 | UInt64(wish)
      next[program] += 1
    }
  }
  let (first, most) = (start, longest)
  nonisolated(unsafe) let cells = lists.part(0..<lists.count)
  outcome.waitingPlace = Array(unsafeUninitializedCapacity: input.wishProgram.count) { buffer, count in
    // Every thread has its own wishes, and then its own programs with theirs.
    nonisolated(unsafe) let places = buffer
    let jobs = max(1, jobs)
    _ = inParallel(input.stretches(jobs), jobs: jobs) {
      places.extracting(input.wishes(of: $0)).initialize(repeating: 0)
    }
    _ = inParallel(Array(0..<jobs), jobs: jobs) { job in
      let spare = Cells<UInt64>(repeating: 0, count: most)
      for program in stride(from: job, to: input.programs.count, by: jobs) {
        let list = cells.extracting(first[program]..<first[program + 1])
        radixSort(list, spare: spare.part(0..<list.count), from: 32)
        setPlaces(of: list, upTo: input.programs[program].reserve ?? .max, in: places)
      }
    }
    count = places.count
  }
}

extension CommonOrder {
  /// The same where all programs share an order: its applicants come to all lists in turn.
  func fillWaitingLists(_ input: Input, into outcome: inout Outcome) {
    var places = [Int32](repeating: 0, count: input.wishProgram.count)
    let reserves = input.programs.map { $0.reserve ?? .max }
    // Told in the order in which they stand: then they are few bytes to look at in any other.
    let waits = (0..<input.applicantCount).map { outcome.waits($0, input) }
    let someHaveDeclined = !input.declinedSince.isEmpty
    rankEach(
      programs: input.programs.count, of: { waits[$0] },
      at: { !someHaveDeclined || !input.hasDeclinedSince($0, $1) }
    ) { wish, program, rank in
      if Int(rank) <= reserves[program] { places[wish] = rank }
    }
    outcome.waitingPlace = places
  }
}

extension Outcome {
  /// Whether an applicant stands on the lists of the programs it is eligible for, if it has not declined them.
  fileprivate func waits(_ applicant: Int, _ input: Input) -> Bool {
    place[applicant] < 0 && !isUndecided(applicant) && !input.isAssigned(applicant)
  }
}

private func setPlaces(
  of list: UnsafeMutableBufferPointer<UInt64>, upTo reserve: Int,
  in places: UnsafeMutableBufferPointer<Int32>
) {
  var place = 1
  for index in list.indices {
    if index > 0, list[index] >> 32 != list[index - 1] >> 32 { place = index + 1 }
    guard place <= reserve else { break }
    places[Int(list[index] & 0xFFFF_FFFF)] = Int32(truncatingIfNeeded: place)
  }
}
