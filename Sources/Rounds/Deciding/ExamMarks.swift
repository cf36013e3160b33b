import Admission
import Tables

/// The marks of the examination by subject and applicant, with who was absent
/// and who broke the rules.
struct ExamMarks {
  private var marks: [String: [Int64]] = [:]
  private var absences: [Int32: Set<String>] = [:]
  private(set) var violations: [Bool] = []
  private let count: Int

  init(_ reader: SetupReader, _ applicants: ApplicantLookup, count: Int) {
    self.count = count
    for layer in reader.tables.layers[.scores] ?? [] {
      let subjects = layer.table.columns.filter { $0.key.hasPrefix(subjectPrefix) }
      let absent = layer.table.column("absent")?.texts
      let violation = layer.table.column("violation")
      for subject in subjects where marks[subject.key] == nil {
        marks[subject.key] = [Int64](repeating: FieldValue.missing, count: count)
      }
      let rows = applicants.rows(of: layer)
      for subject in subjects {
        for (row, applicant) in rows {
          if let mark = subject.number(row) { marks[subject.key]?[Int(applicant)] = mark }
        }
      }
      for (row, applicant) in rows {
        if let list = absent?[row], !list.isEmpty { absences[applicant, default: []].formUnion(labels(list)) }
        if violation?.number(row) == 1 { addViolation(Int(applicant)) }
      }
    }
  }

  /// By applicant, with the marks of ``FieldValue``.
  func subject(_ key: String) -> [Int64] {
    var values = marks[key] ?? [Int64](repeating: FieldValue.missing, count: count)
    let label = labelForm(String(key.dropFirst(subjectPrefix.count)))
    for (applicant, subjects) in absences where subjects.contains(label) || subjects.contains("x") {
      values[Int(applicant)] = FieldValue.absent
    }
    return values
  }

  private mutating func addViolation(_ applicant: Int) {
    if violations.isEmpty { violations = [Bool](repeating: false, count: count) }
    violations[applicant] = true
  }

  private func labels(_ list: ArraySlice<UInt8>) -> [String] {
    list.split { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
      .map { labelForm(String(decoding: $0, as: UTF8.self)) }
  }
}
