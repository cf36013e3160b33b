import Admission
import Rounds
import Sheets
import Tables
import Wording

/// The lists of one source school: what became of its leavers.
struct SourceLists {
  let people: People
  let school: Unit
  let provisional: Bool

  private var round: DecidedRound { people.round }
  private var words: ListWording { people.words }

  /// `ket-qua-hoc-sinh.xlsx`: a sheet a class.
  func results() -> OutputFile? {
    let ours = (0..<round.cohort.count).filter { people.text("sourceSchool", $0) == school.code }
    guard !ours.isEmpty else { return nil }
    var byClass: [String: [Int]] = [:]
    for applicant in ours { byClass[people.text("sourceClass", applicant), default: []].append(applicant) }
    let sheets = byClass.keys.sorted().map { name in
      let sorted = people.byName(byClass[name] ?? [])
      let columns =
        [ListColumn.ordinal(words)] + people.identifiers(of: sorted) + [people.name, people.birth, people.gender]
        + [status, place, wish, score]
      return list(
        .results, sheetName: name.isEmpty ? words.sheet(.results) : name,
        subtitles: name.isEmpty ? [] : [words.classTitle(name)], columns: columns, rows: sorted
      ) { people.isFemale($0) }
    }
    return OutputFile(
      ListWording.List.results.fileName, BookSpec(title: words.title(.results), sheets: sheets), rows: ours.count)
  }

  /// `chua-dang-ky.xlsx`: leavers with a record and no application.
  func notApplied() -> OutputFile? {
    let cohort = round.cohort
    let schoolColumn = cohort.column("sourceSchool")
    let rows = cohort.recordsOnly.filter { schoolColumn.text(at: $0) == school.code }
    guard !rows.isEmpty else { return nil }
    let sheet = notAppliedSheet(rows, people: people, unit: school, withSchool: false)
    return OutputFile(
      ListWording.List.notApplied.fileName, BookSpec(title: words.title(.notApplied), sheets: [sheet]), rows: rows.count)
  }

  private func list(
    _ list: ListWording.List, sheetName: String, subtitles: [String], columns: [ListColumn<Int>], rows: [Int],
    isFemale: @escaping (Int) -> Bool
  ) -> SheetSpec {
    PrintedList(
      words: words, unit: school, authority: round.tables.units[school.parent]?.name ?? "", round: round.tables.round,
      list: list, provisional: provisional, subtitles: subtitles, sheetName: sheetName, columns: columns, rows: rows,
      isFemale: isFemale
    ).sheet()
  }

  private var status: ListColumn<Int> {
    ListColumn(words.label(.status)) { .text(statusName(round.outcome.status[$0], in: words.language)) }
  }

  private var place: ListColumn<Int> {
    ListColumn(words.label(.admittedTo)) { applicant in
      let place = Int(round.outcome.place[applicant])
      return place < 0 ? .blank : .text(placeName(ofWish: place, in: round))
    }
  }

  private var wish: ListColumn<Int> {
    ListColumn(words.label(.wish)) { applicant in
      let place = Int(round.outcome.place[applicant])
      guard place >= 0 else { return .blank }
      return .text(people.wishName(place))
    }
  }

  private var score: ListColumn<Int> {
    ListColumn(words.label(.score), .decimal(places: nil)) { applicant in
      let place = Int(round.outcome.place[applicant])
      return place < 0 ? .blank : .exact(Exact(raw: round.outcome.score[place]))
    }
  }
}

/// The school of a wish, and its program where it has a name of its own.
func placeName(ofWish wish: Int, in round: DecidedRound) -> String {
  let plan = round.plan(ofWish: wish)
  let school = round.tables.units[plan.school]?.name ?? plan.school
  return plan.name.isEmpty || plan.name == school ? school : school + " – " + plan.name
}
