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
  /// The rows of its `diem-chuan.csv`.
  private(set) var cutoffsBefore: [CutoffRow] = []
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
    cutoffsBefore = cutoffTable(asked, decided, without: Set(left.reasons.keys))
    let run = try SupplementRun(supplement, asked, compiled)
    left.add(supplement.left, supplement.leftAt, compiled.applicants)
    let merged = run.merged(into: decided, of: asked, left: left.reasons.keys.sorted(), jobs: jobs)
    checks =
      Admission.verify(asked, decided, jobs: jobs).filter { !$0.violations.isEmpty }
      + Admission.verify(run.input, run.outcome, jobs: jobs).map { report in
        // The lists are those of the whole round; who did not take part stands there too.
        report.property == .waitingLists && report.violations.isEmpty ? merged.waitingLists : report
      }
    seatsBefore = seats
    outcome = merged.outcome
    for applicant in left.reasons.keys where outcome.place[Int(applicant)] < 0 {
      outcome.status[Int(applicant)] = .notAdmitted
    }
    takesPart = run.part(of: input.wishProgram.count)
    input.kept = run.kept
    seats = SeatFacts(input, outcome)
    seats.keep(run.awaitedWishes.map { Int(input.wishProgram[Int($0)]) })
  }
}
