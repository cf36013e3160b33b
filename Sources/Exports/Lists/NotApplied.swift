import Rounds
import Sheets
import Tables
import Wording

/// `chua-dang-ky.xlsx` for the department: the children of all schools with a
/// record and no application, and the applicants whom no source school knows.
/// Nil if there are none of either.
func unmatchedBook(_ people: People, department: Unit) -> OutputFile? {
  let cohort = people.round.cohort
  guard !cohort.recordsOnly.isEmpty || !cohort.unknownToSource.isEmpty else { return nil }
  let words = people.words
  let strangers = people.byName(cohort.unknownToSource.map(Int.init))
  let unknown = PrintedList(
    words: words, unit: department, authority: "", round: people.round.tables.round, list: .notApplied,
    provisional: false, subtitles: [words.unknownToSource.uppercased()], sheetName: words.unknownToSource,
    columns: people.introduction(of: strangers), rows: strangers, isFemale: { people.isFemale($0) })
  let sheets = [notAppliedSheet(cohort.recordsOnly, people: people, unit: department, withSchool: true), unknown.sheet()]
  return OutputFile(
    ListWording.List.notApplied.fileName, BookSpec(title: words.title(.notApplied), sheets: sheets),
    rows: cohort.recordsOnly.count + strangers.count)
}

/// The list of records without an application, for a source school or for the department.
func notAppliedSheet(_ rows: [Cohort.RowRef], people: People, unit: Unit, withSchool: Bool) -> SheetSpec {
  let words = people.words
  let cohort = people.round.cohort
  let names = cohort.names
  let (id, moet) = (cohort.column("personalId"), cohort.column("moetId"))
  let (birth, gender) = (cohort.column("birthDate"), cohort.column("gender"))
  let (school, sourceClass, phone) = (
    cohort.column("sourceSchool"), cohort.column("sourceClass"), cohort.column("phone")
  )
  let units = people.round.tables.units
  let schoolColumns = [
    ListColumn<Cohort.RowRef>(words.label(.sourceSchool)) { .text(units[school.text(at: $0)]?.name ?? school.text(at: $0)) }
  ]
  let columns: [ListColumn<Cohort.RowRef>] =
    [
      .ordinal(words),
      ListColumn(words.label(.personalId), .code) { .text(id.text(at: $0)) },
      ListColumn(words.label(.moetId), .code) { .text(moet.text(at: $0)) },
      ListColumn(words.label(.fullName)) { .text(names.fullName(at: $0)) },
      ListColumn(words.label(.birthDate), .date) { birth.number(at: $0).map { .day(Day(number: Int32($0))) } ?? .blank },
    ] + (withSchool ? schoolColumns : []) + [
      ListColumn(words.label(.sourceClass), .code) { .text(sourceClass.text(at: $0)) },
      ListColumn(words.label(.phone), .code) { .text(phone.text(at: $0)) },
    ]
  let sorted = rows.map {
    (school: school.text(at: $0), className: sourceClass.text(at: $0), key: NameSortKey(fullName: names.fullName(at: $0)), row: $0)
  }.sorted {
    ($0.school, $0.className) != ($1.school, $1.className)
      ? ($0.school, $0.className) < ($1.school, $1.className)
      : $0.key != $1.key ? $0.key < $1.key : ($0.row.layer, $0.row.row) < ($1.row.layer, $1.row.row)
  }.map(\.row)
  let list = PrintedList(
    words: words, unit: unit, authority: units[unit.parent]?.name ?? "", round: people.round.tables.round,
    list: .notApplied, provisional: false, sheetName: words.sheet(.notApplied), columns: columns, rows: sorted,
    isFemale: { gender.number(at: $0) != nil && gender.number(at: $0) == cohort.femaleWord })
  return list.sheet()
}
