import Admission
import Rounds
import Sheets
import Tables

extension RoundContent {
  /// `nhap-<profile>.xlsx`: the admitted children of a school as its management
  /// system imports them, by class, in Vietnamese order of names, those without
  /// a class last. The running number begins anew in each class.
  func importBook(of school: Unit, admitted: [Int], profile: ExportProfile) -> OutputFile {
    let classOf = round.classes.classOf
    let byName = Dictionary(grouping: names.sorted(admitted)) { classOf[$0] < 0 ? Int32.max : classOf[$0] }
    let columns = profile.columns.map { column in
      Source(value: column.value, column: column.value.rosterKey.map(round.cohort.column))
    }
    let rows = byName.keys.sorted().flatMap { group in
      (byName[group] ?? []).enumerated().map { position, applicant in
        columns.map { value($0, of: applicant, number: position + 1, school) }
      }
    }
    return OutputFile(
      import: "nhap-\(profile.name).xlsx", sheet: profile.sheet,
      columns: profile.columns.map { ColumnSpec($0.label, width: $0.width, kind: $0.value.kind) }, rows: rows)
  }

  /// A column of the profile, and the roster column that it shows.
  private struct Source {
    var value: ExportProfile.Value
    var column: CohortColumn?
  }

  private func value(_ source: Source, of applicant: Int, number: Int, _ school: Unit) -> ListValue {
    let child = Child.applicant(applicant)
    switch source.value {
    case .ordinal: return .whole(Int64(number))
    case .roster("sourceSchool"): return .text(children.sourceSchool(child))
    case .roster: return .text(source.column?.text(applicant) ?? "")
    case .familyName: return .text(names.parts(applicant).family)
    case .givenName: return .text(names.parts(applicant).given)
    case .fullName: return .text(names.fullName(applicant))
    case .birthDateText: return .text(children.birthDate(child)?.text ?? "")
    case .birthDate: return ListValue(children.birthDate(child))
    case .school: return .text(school.code)
    case .schoolName: return .text(school.name)
    case .className: return .text(round.classes.name(of: applicant))
    case .grade: return .text(round.tables.round.grade)
    case .schoolYear: return .text(round.tables.round.schoolYear)
    case .studentCode: return .text(round.studentCodes[Int32(applicant)] ?? "")
    case .score:
      return round.place(of: applicant).map { .exact(Exact(raw: round.outcome.score[$0])) } ?? .blank
    case .constant(let text): return .text(text)
    }
  }
}

extension ExportProfile.Value {
  fileprivate var kind: ColumnSpec.Kind {
    switch self {
    case .ordinal: .integer
    case .birthDate: .date
    case .score: .decimal(places: nil)
    default: .code
    }
  }

  fileprivate var rosterKey: String? {
    if case .roster(let key) = self { key } else { nil }
  }
}
