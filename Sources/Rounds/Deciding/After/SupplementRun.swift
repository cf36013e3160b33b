import Admission

/// `xét bổ sung` (contract.md 4): the same rules once more, over the children then waiting, each with
/// the wishes on whose waiting list it stood. Who has a place keeps it, who left has none, and
/// whoever did not wait stays as the official result left it: a seat that is kept until documents are
/// reviewed stays kept, and who waits for the council goes on waiting.
///
/// The waiting lists are then made anew from all who are eligible and admitted nowhere, not only from those
/// who took part: so the next run reaches whoever the lists before were too short for.
struct SupplementRun {
  /// What the rules run over: the wishes that take part, and nothing else.
  let input: Input
  let outcome: Outcome
  /// By applicant: the program that keeps it, or −1.
  let kept: [Int32]
  /// By wish of `input`: the same wish in the whole round.
  private let wishes: [Int32]
  /// Held before this run, by wish of the whole round.
  private var awaited: [Int32: Int32] = [:]
  private var tied: [Int32: Outcome.TiedPlaces] = [:]
  /// Of those: the rows of the reservations on whose seats they are there.
  private var tiedRows: [Int32: (out: Int?, in: Int?)] = [:]

  /// The wishes at which seats stay kept until documents are reviewed.
  var awaitedWishes: [Int32] { Array(awaited.values) }

  init(
    _ supplement: Settled.Supplement, _ whole: Input, _ compiled: Compilation
  ) throws(DecisionError) {
    let (directory, applicants) = (compiled.directory, compiled.applicants)
    var kept = [Int32](repeating: -1, count: whole.applicantCount)
    for (key, path) in supplement.kept {
      if let applicant = applicants.applicant(key) { kept[Int(applicant)] = directory.program(path) }
    }
    self.kept = kept
    for (key, path) in supplement.awaited {
      guard let applicant = applicants.applicant(key) else { continue }
      let wish = whole.wish(of: applicant, at: directory.program(path))
      guard wish >= 0 else { continue }
      awaited[applicant] = wish
      // In this run the seat is taken, as those of kept children are.
      kept[Int(applicant)] = whole.wishProgram[Int(wish)]
    }
    for (key, paths) in supplement.tied {
      guard let applicant = applicants.applicant(key) else { continue }
      let (out, stay) = (directory.program(paths.out), directory.program(paths.in))
      tied[applicant] = Outcome.TiedPlaces(
        groupOut: whole.wish(of: applicant, at: out), groupIn: whole.wish(of: applicant, at: stay))
      tiedRows[applicant] = (
        paths.outSeat.flatMap { compiled.reservations.row($0, at: out) },
        paths.inSeat.flatMap { compiled.reservations.row($0, at: stay) }
      )
    }
    var waiting: [Int: Set<Int32>] = [:]
    for (key, paths) in supplement.waiting {
      guard let applicant = applicants.applicant(key) else { continue }
      waiting[Int(applicant)] = Set(paths.map { directory.program($0) })
    }
    var input = whole
    input.kept = kept
    input.keptSeats = compiled.keptSeats(kept)
    input.wishStart = [0]
    input.wishProgram = []
    input.wishNumber = []
    input.wishSpecial = []
    var wishes: [Int32] = []
    for applicant in 0..<whole.applicantCount {
      for wish in whole.wishes(of: applicant) {
        let program = whole.wishProgram[wish]
        let own = whole.wishSpecial[wish] == whole.programs[Int(program)].special
        guard kept[applicant] == program || (own && waiting[applicant]?.contains(program) == true) else {
          continue
        }
        wishes.append(Int32(wish))
        input.wishProgram.append(program)
        input.wishNumber.append(whole.wishNumber[wish])
        input.wishSpecial.append(whole.wishSpecial[wish])
      }
      input.wishStart.append(Int32(wishes.count))
    }
    self.input = input
    self.wishes = wishes
    outcome = try Admission.decide(input)
  }

  /// By wish of the whole round: whether it takes part.
  func part(of count: Int) -> [Bool] {
    var part = [Bool](repeating: false, count: count)
    for wish in wishes { part[Int(wish)] = true }
    for wish in awaited.values { part[Int(wish)] = false }
    return part
  }

  /// The official result before, as this run leaves it, and the proof of its waiting lists.
  ///
  /// - Parameters:
  ///   - whole: what that was decided from.
  ///   - left: who has left its place, and waits nowhere.
  func merged(
    into before: Outcome, of whole: Input, left: some Sequence<Int32>, jobs: Int
  ) -> (outcome: Outcome, waitingLists: PropertyReport) {
    var merged = seats(into: before)
    var waiting = whole
    waiting.kept = kept
    if waiting.assigned.isEmpty { waiting.assigned = Array(repeating: false, count: whole.applicantCount) }
    for applicant in left { waiting.assigned[Int(applicant)] = true }
    fillWaitingLists(waiting, jobs: jobs, into: &merged)
    for applicant in merged.status.indices {
      if merged.isUndecided(applicant) {
        merged.status[applicant] = .held
      } else if merged.place[applicant] >= 0 {
        merged.status[applicant] = .admitted
      } else if whole.wishes(of: applicant).contains(where: { merged.waitingPlace[$0] > 0 }) {
        merged.status[applicant] = .waiting
      } else if [.admitted, .waiting].contains(before.status[applicant]) {
        merged.status[applicant] = .notAdmitted
      }
    }
    return (merged, verifyWaitingLists(waiting, merged, jobs: jobs))
  }

  /// Everything but the waiting lists, and who waits.
  private func seats(into before: Outcome) -> Outcome {
    var merged = before
    merged.cutoff = outcome.cutoff.map(whole)
    merged.place = outcome.place.map(whole)
    merged.unreviewed = outcome.unreviewed.mapValues(whole).merging(awaited) { $1 }
    merged.reservedSeats = outcome.reservedSeats
    merged.reservedSeatsGroupIn = outcome.reservedSeatsGroupIn
    merged.reservationCutoffs = outcome.reservationCutoffs.mapValues { $0.map(whole) }
    merged.partsWithoutSeats = outcome.partsWithoutSeats
    merged.tiedPlaces = outcome.tiedPlaces.mapValues {
      Outcome.TiedPlaces(groupOut: whole($0.groupOut), groupIn: whole($0.groupIn))
    }.merging(tied) { $1 }
    for applicant in tied.keys {
      merged.reservedSeats[applicant] = tiedRows[applicant]?.out ?? before.reservedSeats[applicant]
      merged.reservedSeatsGroupIn[applicant] =
        tiedRows[applicant]?.in ?? before.reservedSeatsGroupIn[applicant]
    }
    for applicant in awaited.keys { merged.place[Int(applicant)] = -1 }
    return merged
  }

  private func whole(_ wish: Int32) -> Int32 { wish < 0 ? -1 : wishes[Int(wish)] }
}

extension Input {
  /// The wish of an applicant for a program, in the program's own group; −1 for none.
  fileprivate func wish(of applicant: Int32, at program: Int32) -> Int32 {
    guard program >= 0 else { return -1 }
    let wish = wishes(of: Int(applicant)).first {
      wishProgram[$0] == program && wishSpecial[$0] == programs[Int(program)].special
    }
    return wish.map { Int32(truncatingIfNeeded: $0) } ?? -1
  }
}
