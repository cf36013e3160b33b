import Tables

/// Who has left the place that it was kept at: by `từ chối` or `không đến` (contract.md 4, A kept
/// child). Once a round is finalized nobody leaves before `xét bổ sung`.
struct Leaving {
  /// By applicant; it does not compete again.
  private(set) var reasons: [Int32: LeavingReason] = [:]

  init(_ tables: RoundTables, _ applicants: ApplicantLookup, _ enrolments: Enrolments) {
    for (key, reason) in tables.settled.left {
      if let applicant = applicants.applicant(key) { reasons[applicant] = reason }
    }
    guard !tables.state.isOfficial else { return }
    for (key, path) in tables.settled.kept {
      guard let applicant = applicants.applicant(key) else { continue }
      let school = schoolCode(ofPath: path)
      reasons[applicant] = enrolments.status(of: Int(applicant), at: school)?.leaving ?? reasons[applicant]
    }
  }
}
