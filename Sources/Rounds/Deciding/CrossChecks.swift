import TableSchema
import Tables

/// Compares what other tables say of a person with the roster: name, birth date,
/// gender, source school and class (contract.md 3). A difference is a note.
struct CrossChecks {
  private let cohort: Cohort
  private let applicants: ApplicantLookup
  private let names: CohortNames
  private let schools: Catalogue

  init(_ tables: RoundTables, _ cohort: Cohort, _ applicants: ApplicantLookup) {
    self.cohort = cohort
    self.applicants = applicants
    names = cohort.names
    let units = tables.units.values.sorted { $0.code < $1.code }
    schools = Catalogue(units.map { (code: $0.code, names: [$0.name] + $0.otherNames) })
  }

  /// The differences on the rows of a layer.
  func notes(on layer: Layer) -> [LocatedFinding] {
    let keys = ["fullName", "birthDate", "gender", "sourceSchool", "sourceClass"]
    let checked = keys.compactMap { key in
      layer.table.column("check:" + key).map { (key: key, column: $0, own: cohort.column(key)) }
    }
    guard !checked.isEmpty else { return [] }
    var notes: [LocatedFinding] = []
    for (row, applicant) in applicants.rows(of: layer) {
      let applicant = Int(applicant)
      for (key, column, own) in checked where !column.texts.isBlank(row) {
        guard differs(key, column, row, own, applicant) else { continue }
        let ref = own.row(applicant) ?? cohort.records[applicant]
        notes.append(
          layer.finding(
            .personDiffers, .note, row: Int32(row), key: column.key, value: column.texts.string(row),
            facts: cohort.layers[Int(ref.layer)].named(Int(ref.row))))
      }
    }
    return notes
  }

  /// Both say something, and not the same.
  private func differs(
    _ key: String, _ column: Column, _ row: Int, _ own: CohortColumn, _ applicant: Int
  ) -> Bool {
    if column.type == .date || column.type == .choice {
      guard let number = column.number(row), let known = own.number(applicant) else { return false }
      return number != known
    }
    let known = key == "fullName" ? names.fullNameBytes(applicant) : own.bytes(applicant)
    if known.isEmpty { return false }
    let text = column.texts[row]
    if key == "sourceSchool" { return code(text) != code(known) }
    return folded(text) != folded(known)
  }

  private func code(_ text: ArraySlice<UInt8>) -> [UInt8] {
    switch schools.resolve(String(decoding: text, as: UTF8.self)) {
    case .code(let code), .name(let code): Array(code.utf8)
    case .ambiguous, .unknown: folded(text)
    }
  }
}
