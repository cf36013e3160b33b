import Admission
import Rounds
import Sheets
import Tables
import Wording

/// `nhap-<profile>.xlsx`: the admitted children of a school as its management
/// system imports them. Nothing but the table.
func importBook(
  _ people: People, of school: Unit, profile: ExportProfile
) -> OutputFile {
  let round = people.round
  let admitted = round.admitted(to: school.code)
  // By class, then by name, as a class teacher would look for them.
  let named = people.byName(admitted)
  let order = named.enumerated().sorted {
    (round.classes.classOf[$0.element], $0.offset) < (round.classes.classOf[$1.element], $1.offset)
  }.map(\.element)
  let rows = order.map { applicant in
    profile.columns.map { value($0.value, of: applicant, people, school) }
  }
  let columns = profile.columns.map { ColumnSpec($0.label, width: $0.width, kind: kind(of: $0.value)) }
  let sheet = SheetSpec(name: profile.sheet, form: .flat, columns: columns) { sink in
    for row in rows {
      for value in row { value.write(to: &sink) }
      sink.endRow()
    }
  }
  return OutputFile("nhap-\(profile.name).xlsx", BookSpec(title: profile.sheet, sheets: [sheet]), rows: rows.count)
}

private func kind(of value: ExportProfile.Value) -> ColumnSpec.Kind {
  switch value {
  case .ordinal: .ordinal
  case .birthDate: .date
  case .score: .decimal(places: nil)
  default: .code
  }
}

private func value(
  _ value: ExportProfile.Value, of applicant: Int, _ people: People, _ school: Unit
) -> ListValue {
  let round = people.round
  let names = round.cohort.names
  switch value {
  case .ordinal: return .ordinal
  case .roster(let key):
    return key == "sourceSchool" ? .text(people.sourceSchool(applicant)) : .text(round.cohort.text(key, of: applicant))
  case .familyName: return .text(names.parts(applicant).family)
  case .givenName: return .text(names.parts(applicant).given)
  case .fullName: return .text(names.fullName(applicant))
  case .birthDateText: return .text(people.birthDay(applicant)?.text ?? "")
  case .birthDate: return people.birthDay(applicant).map(ListValue.day) ?? .blank
  case .gender: return people.gender.value(applicant)
  case .school: return .text(school.code)
  case .schoolName: return .text(school.name)
  case .className: return .text(round.classes.name(of: applicant))
  case .grade: return .text(round.tables.round.grade)
  case .schoolYear: return .text(round.tables.round.schoolYear)
  case .studentCode: return .text(round.studentCodes[Int32(applicant)] ?? "")
  case .score:
    let place = Int(round.outcome.place[applicant])
    return place < 0 ? .blank : .exact(Exact(raw: round.outcome.score[place]))
  case .constant(let text): return .text(text)
  }
}
