import Admission

/// How many: of a round, or of one program.
public struct RoundCounts: Hashable, Sendable, Codable {
  /// A number of children, and how many of them are girls.
  public struct Count: Hashable, Sendable, Codable {
    /// All of them.
    public var all = 0
    /// The girls among them.
    public var female = 0

    /// A number of children, and of girls among them.
    public init(all: Int = 0, female: Int = 0) {
      self.all = all
      self.female = female
    }

    mutating func add(female isFemale: Bool) {
      all += 1
      if isFemale { female += 1 }
    }
  }

  /// The quotas together.
  public var seats = 0
  /// All who applied.
  public var applicants = Count()
  /// Those with a seat.
  public var admitted = Count()
  /// Those on a waiting list.
  public var waiting = Count()
  /// Eligible, and without a seat.
  public var notAdmitted = Count()
  /// Not eligible.
  public var ineligible = Count()
  /// Not decided.
  public var held = Count()
  /// Those of them whom only a draw of lots or the council can part.
  public var tied = 0
  /// Those of them for whom a seat is kept until their documents are reviewed.
  public var unreviewed = 0
  /// Of all who applied: those whose results a conversion table lacks, so that a wish cannot compete.
  public var unconverted = 0
  /// Children with a record and no application.
  public var notApplied = 0

  /// Nobody.
  public init() {}
}

extension DecidedRound {
  /// The counts of the whole round: every applicant once.
  public var counts: RoundCounts {
    let isFemale = femaleTest
    var counts = RoundCounts()
    counts.seats = tables.programs.reduce(0) { $0 + $1.quota }
    counts.notApplied = cohort.recordsOnly.count
    for applicant in 0..<cohort.count {
      let female = isFemale(applicant)
      counts.applicants.add(female: female)
      if input.wishes(of: applicant).contains(where: { outcome.verdict[$0] == .noConversion }) {
        counts.unconverted += 1
      }
      switch outcome.status[applicant] {
      case .admitted: counts.admitted.add(female: female)
      case .waiting: counts.waiting.add(female: female)
      case .notAdmitted: counts.notAdmitted.add(female: female)
      case .ineligible: counts.ineligible.add(female: female)
      case .held:
        counts.held.add(female: female)
        switch reason(of: applicant) {
        case .tie, .draw: counts.tied += 1
        case .unreviewed: counts.unreviewed += 1
        default: break
        }
      }
    }
    return counts
  }

  /// Some of those held wait for a lottery that has no seed yet.
  public var awaitsDraw: Bool { leavesTiesToLots && counts.tied > 0 }

  /// Who is equal is left to a lottery. Without a seed the rules treat it as they would the council.
  public var leavesTiesToLots: Bool { tables.round.tiePolicy == .lottery }

  /// The counts of each program, of those who wish for it: the admitted and the waiting are those
  /// who have a place or wait there.
  public var programCounts: [RoundCounts] {
    let isFemale = femaleTest
    var counts = tables.programs.map { plan in
      var counts = RoundCounts()
      counts.seats = plan.quota
      return counts
    }
    for applicant in 0..<cohort.count {
      let female = isFemale(applicant)
      for wish in input.wishes(of: applicant) {
        let program = Int(input.wishProgram[wish])
        counts[program].applicants.add(female: female)
        if Int(outcome.place[applicant]) == wish {
          counts[program].admitted.add(female: female)
        } else if outcome.waitingPlace[wish] > 0 {
          counts[program].waiting.add(female: female)
        } else if outcome.status[applicant] == .held {
          counts[program].held.add(female: female)
        } else if outcome.verdict[wish] == .eligible {
          counts[program].notAdmitted.add(female: female)
        } else {
          counts[program].ineligible.add(female: female)
        }
      }
    }
    for (applicant, place) in assigned {
      counts[Int(place.program)].admitted.add(female: isFemale(Int(applicant)))
    }
    return counts
  }

  /// Tells girls; nobody where the schema has no word for them.
  public var femaleTest: (Int) -> Bool {
    let gender = cohort.column("gender")
    guard let word = cohort.femaleWord else { return { _ in false } }
    return { gender.number($0) == word }
  }
}
