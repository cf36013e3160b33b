import Tables

/// Who has left the place that it was kept at: by `từ chối` or `không đến` (contract.md 4, A kept
/// child). Once a round is finalized nobody leaves before `xét bổ sung`, and nobody comes back.
///
/// Before, what the school says now counts: a refusal that it takes back before the next `chốt` leaves nobody out.
/// Who was kept until then stays kept. Whose place was given up by a result since competes again, by its key, for the
/// seats that are free: if the school says otherwise, and while that result of its own does not stand.
struct Leaving {
  /// By applicant; it does not compete again.
  private(set) var reasons: [Int32: LeavingReason] = [:]
  /// By applicant: the program of the place that it has left, as `SCHOOL/PROGRAM`, where it is known.
  private(set) var places: [Int32: String] = [:]

  init(_ tables: RoundTables, _ applicants: ApplicantLookup, _ enrolments: Enrolments) {
    add(tables.settled.left, tables.settled.leftAt, applicants)
    guard !tables.state.isOfficial else { return }
    for (applicant, path) in places where reasons[applicant] != .unconfirmed {
      let school = schoolCode(ofPath: path)
      guard !tables.fixed.contains(school),
        let status = enrolments.status(of: Int(applicant), at: school)
      else { continue }
      reasons[applicant] = status.leaving
      if status.leaving == nil { places[applicant] = nil }
    }
    for (key, path) in tables.settled.kept {
      guard let applicant = applicants.applicant(key) else { continue }
      let school = schoolCode(ofPath: path)
      guard let reason = enrolments.status(of: Int(applicant), at: school)?.leaving else { continue }
      reasons[applicant] = reason
      places[applicant] = path
    }
  }

  /// Who has left in another run.
  mutating func add(
    _ left: [PersonKey: LeavingReason], _ leftAt: SchoolPlaces, _ applicants: ApplicantLookup
  ) {
    for (key, reason) in left {
      guard let applicant = applicants.applicant(key) else { continue }
      reasons[applicant] = reason
      places[applicant] = leftAt[key]
    }
  }
}
