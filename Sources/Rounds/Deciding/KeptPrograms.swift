import Tables

/// The program that keeps each applicant (contract.md 4, A kept child).
struct KeptPrograms {
  /// By applicant: the program, or −1; empty where nobody is kept.
  private(set) var ofApplicant: [Int32] = []
  /// A program that keeps children is gone: the round stops.
  private(set) var problems: [LocatedFinding] = []
  private(set) var notes: [LocatedFinding] = []

  init(
    _ kept: SchoolPlaces, _ cohort: Cohort, _ directory: ProgramDirectory,
    _ applicants: ApplicantLookup, _ rows: ProgramRows
  ) {
    guard !kept.isEmpty else { return }
    ofApplicant = [Int32](repeating: -1, count: cohort.count)
    var gone: [(reason: SetupReason, path: String)] = []
    for (key, path) in kept {
      let program = directory.program(path)
      if program < 0 {
        gone.append((.keptProgramGone, path))
      } else if let applicant = applicants.applicant(key) {
        ofApplicant[Int(applicant)] = program
      } else {
        gone.append((.keptChildGone, path))
      }
    }
    // A dictionary has no order of its own.
    gone.sort { ($0.reason.rawValue, $0.path) < ($1.reason.rawValue, $1.path) }
    let paths = Set(gone.filter { $0.reason == .keptProgramGone }.map(\.path))
    problems = paths.sorted().map { rows.missing(.keptProgramGone, $0) }
    notes = gone.filter { $0.reason == .keptChildGone }.map { $0.reason.finding(.note, ["program": $0.path]) }
  }
}
