public import Admission
import Tables

/// Which schools children have declined, or not come to (tables.md, enrolments): they are candidates there no
/// more, until a newer row says otherwise. That counts from when the row comes, in provisional lists as well, so
/// that whoever's `chốt` comes first decides the same.
///
/// What was known at `chốt` is settled by it; what comes while the result stands takes the child off the
/// school's waiting lists, and moves nobody else.
struct DeclinedSchools {
  /// By applicant: the numbers of the schools for which it does not compete.
  private(set) var competing: [Int32: [Int32]] = [:]
  /// By applicant: of those that it has declined since.
  private(set) var since: [Int32: [Int32]] = [:]
  /// By applicant: of those of ``competing`` the ones to which it did not come.
  private(set) var absent: [Int32: [Int32]] = [:]

  init(
    _ tables: RoundTables, _ applicants: ApplicantLookup, _ enrolments: Enrolments, _ left: Leaving,
    _ directory: ProgramDirectory
  ) {
    var numbers: [String: Int32] = [:]
    for (plan, number) in zip(directory.plans, directory.schools) {
      numbers[loweredCode(plan.school)] = number
    }
    guard tables.state.isOfficial else {
      for (applicant, school) in enrolments.declined {
        guard let number = numbers[school] else { continue }
        competing[applicant, default: []].append(number)
        if enrolments.status(of: Int(applicant), at: school) == .absent {
          absent[applicant, default: []].append(number)
        }
      }
      // Who has left its place has declined that school, also where what it says since does not count.
      for (applicant, path) in left.places where left.reasons[applicant] != .unconfirmed {
        guard let number = numbers[loweredCode(schoolCode(ofPath: path))],
          competing[applicant]?.contains(number) != true
        else { continue }
        competing[applicant, default: []].append(number)
        if left.reasons[applicant] == .absent { absent[applicant, default: []].append(number) }
      }
      return
    }
    for (key, schools) in tables.settled.declined {
      guard let applicant = applicants.applicant(key) else { continue }
      competing[applicant] = schools.compactMap { numbers[loweredCode($0)] }
      absent[applicant] = tables.settled.absent[key]?.compactMap { numbers[loweredCode($0)] }
    }
    for (applicant, school) in enrolments.declined {
      guard let number = numbers[school], competing[applicant]?.contains(number) != true else { continue }
      since[applicant, default: []].append(number)
    }
  }
}

extension DecidedRound {
  /// The schools that children have declined, for which they did not compete.
  var declinedSchools: [PersonKey: [String]] { schoolCodes(input.declined) }

  /// Of those: the ones to which they did not come.
  var absentSchools: [PersonKey: [String]] { schoolCodes(absent) }

  private func schoolCodes(_ numbers: [Int32: [Int32]]) -> [PersonKey: [String]] {
    var declined: [PersonKey: [String]] = [:]
    for (applicant, schools) in numbers {
      let codes = tables.programs.indices.filter { schools.contains(input.programs[$0].school) }
        .map { tables.programs[$0].school }
      declined[cohort.key(of: Int(applicant))] = Set(codes).sorted()
    }
    return declined
  }

  /// Whether a wish competes, or why not, as it is told: who has left its place by declining it, or not coming,
  /// reads the same of it, and of the other programs of that school, whether it did so before or after the others
  /// were seated.
  public func verdict(_ wish: Int, of applicant: Int) -> Verdict {
    let verdict = outcome.verdict[wish]
    return verdict == .eligible && refusalOfPlace(wish, of: applicant) != nil ? .schoolDeclined : verdict
  }

  /// How the child has declined the place that it had, where that was at the school of the wish; nil where it has not.
  func refusalOfPlace(_ wish: Int, of applicant: Int) -> LeavingReason? {
    guard !left.isEmpty, let reason = left[Int32(applicant)], reason != .unconfirmed,
      let program = leftProgram[Int32(applicant)]
    else { return nil }
    let own = input.programs[Int(input.wishProgram[wish])].school
    return input.programs[Int(program)].school == own ? reason : nil
  }

  /// How the child of a wish has declined its school, where the verdict says that it has.
  public func refusal(_ wish: Int, of applicant: Int) -> LeavingReason {
    if let reason = refusalOfPlace(wish, of: applicant) { return reason }
    let school = input.programs[Int(input.wishProgram[wish])].school
    return absent[Int32(applicant)]?.contains(school) == true ? .absent : .declined
  }

  /// The child competed at an eligible wish, has no place, and has declined the school since: it waits there
  /// no more, whether or not it is held.
  public func hasDeclinedSince(_ wish: Int, _ applicant: Int) -> Bool {
    guard !input.declinedSince.isEmpty, outcome.verdict[wish] == .eligible,
      [.waiting, .notAdmitted, .held].contains(outcome.status[applicant]), left[Int32(applicant)] == nil
    else { return false }
    return input.hasDeclinedSince(applicant, Int(input.wishProgram[wish]))
  }

  /// Of a child that nothing is decided of: the wishes between which that leaves it, of those the schools that
  /// it has declined since, and the others; nil where it has declined none.
  public func declinedWhileHeld(_ applicant: Int) -> (declined: [Int], open: [Int])? {
    guard !input.declinedSince.isEmpty, outcome.status[applicant] == .held else { return nil }
    let wishes = input.wishes(of: applicant).filter { undecided($0, of: applicant) != nil }
    let declined = wishes.filter { hasDeclinedSince($0, applicant) }
    return declined.isEmpty ? nil : (declined, wishes.filter { !declined.contains($0) })
  }
}
