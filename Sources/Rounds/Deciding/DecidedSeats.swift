import Admission

/// Who has which place by the rules, and the proof of it; after `xét bổ sung` with what that added.
struct DecidedSeats {
  /// With the kept children of the newest run.
  private(set) var input: Input
  private(set) var outcome: Outcome
  /// Of the newest run.
  private(set) var seats: SeatFacts
  /// Of the official result before `xét bổ sung`; nil without one.
  private(set) var seatsBefore: SeatFacts?
  /// By wish: whether it takes part in the newest run; empty where all do.
  private(set) var takesPart: [Bool] = []
  /// Who has left its place.
  private(set) var left: Leaving
  let checks: [PropertyReport]
  /// The rulings that part somebody.
  private(set) var rulings: CouncilRulings = [:]
  /// Rulings that part nobody.
  private(set) var notes: [LocatedFinding] = []

  init(_ compiled: Compilation, supplement: Settled.Supplement?, jobs: Int) throws(DecisionError) {
    var asked = compiled.input
    var decided = try Admission.decide(asked, jobs: jobs)
    if !asked.isCouncil {
      notes = compiled.rulings.unasked
    } else if !compiled.rulings.isEmpty {
      rulings = compiled.rulings.ofProgram(asked, compiled.directory.plans, without: decided, notes: &notes)
      asked.rulings = rulings.mapValues { $0.mapValues(\.ruling) }
      if !asked.rulings.isEmpty { decided = try Admission.decide(asked, jobs: jobs) }
    }
    input = asked
    left = compiled.left
    seats = SeatFacts(asked, decided)
    guard let supplement else {
      checks = Admission.verify(asked, decided, jobs: jobs)
      for applicant in left.reasons.keys { decided.status[Int(applicant)] = .notAdmitted }
      outcome = decided
      return
    }
    let run = try SupplementRun(supplement, asked, compiled)
    left.add(supplement.left, supplement.leftAt, compiled.applicants)
    checks =
      Admission.verify(asked, decided, jobs: jobs).filter { !$0.violations.isEmpty }
      + Admission.verify(run.input, run.outcome, jobs: jobs)
    seatsBefore = seats
    outcome = run.merged(into: decided)
    for applicant in left.reasons.keys where outcome.place[Int(applicant)] < 0 {
      outcome.status[Int(applicant)] = .notAdmitted
    }
    takesPart = run.part(of: input.wishProgram.count)
    input.kept = run.kept
    seats = SeatFacts(input, outcome)
    seats.keep(run.awaitedWishes.map { Int(input.wishProgram[Int($0)]) })
  }
}

/// What a wish was compared with in a run of the rules.
public struct SeatFacts: Sendable {
  /// By program: see ``Outcome/cutoff``.
  public var cutoff: [Int32]
  /// By program: the seats that were to be given, without those of kept children.
  public var left: [Int]
  /// By program: how many of its seats are given, without those of kept children. One that is kept until
  /// documents are reviewed is given.
  public var taken: [Int]
  /// By program with reservations: the parts of its seats, the open ones last.
  public var parts: [Int32: [SeatPart]]

  /// Seats that were kept before until documents are reviewed are none that this run gives.
  fileprivate mutating func keep(_ programs: [Int]) {
    for program in programs {
      left[program] = max(0, left[program] - 1)
      taken[program] -= 1
    }
  }

  init(_ input: Input, _ outcome: Outcome) {
    cutoff = outcome.cutoff
    parts = SeatPart.all(input, outcome)
    left = input.seatsLeft
    taken = [Int](repeating: 0, count: input.programs.count)
    for applicant in outcome.place.indices
    where input.keeper(of: applicant) == nil && outcome.place[applicant] >= 0 {
      taken[Int(input.wishProgram[Int(outcome.place[applicant])])] += 1
    }
    for wish in outcome.unreviewed.values { taken[Int(input.wishProgram[Int(wish)])] += 1 }
  }
}
