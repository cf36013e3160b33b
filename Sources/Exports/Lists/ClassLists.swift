import Admission
import Rounds
import Sheets
import Tables
import Wording

/// `danh-sach-lop.xlsx`: a sheet a class, in Vietnamese order of given names;
/// last a sheet of children without a class, if there are any.
func classLists(_ people: People, of school: Unit, provisional: Bool) -> OutputFile? {
  let round = people.round
  let words = people.words
  let classes = round.classes.classes(ofSchool: school.code).map { round.classes.classes[$0] }
  guard classes.contains(where: { !$0.members.isEmpty }) else { return nil }
  var sheets: [SheetSpec] = []
  func add(_ applicants: [Int], sheetName: String, subtitles: [String]) {
    let sorted = people.byName(applicants)
    let columns =
      [ListColumn.ordinal(words)] + people.identifiers(of: sorted)
      + [people.name, people.birth, people.gender, people.source, people.sourceClass, address(people), phone(people)]
    sheets.append(
      PrintedList(
        words: words, unit: school, authority: round.tables.units[school.parent]?.name ?? "", round: round.tables.round,
        list: .classList, provisional: provisional, subtitles: subtitles, sheetName: sheetName, columns: columns,
        rows: sorted, isFemale: { people.isFemale($0) }
      ).sheet())
  }
  for plan in classes where !plan.members.isEmpty {
    let teacher = plan.teacher.isEmpty ? [] : [words.teacher(plan.teacher)]
    let room = plan.room.isEmpty ? [] : [words.room(plan.room)]
    add(plan.members.map(Int.init), sheetName: plan.name, subtitles: [words.classTitle(plan.name)] + teacher + room)
  }
  let admitted = round.admitted(to: school.code)
  let without = admitted.filter { round.classes.classOf[$0] < 0 }
  if !without.isEmpty { add(without, sheetName: words.withoutClass, subtitles: [words.withoutClass.uppercased()]) }
  return OutputFile(
    ListWording.List.classList.fileName, BookSpec(title: words.title(.classList), sheets: sheets), rows: admitted.count)
}

private func address(_ people: People) -> ListColumn<Int> {
  ListColumn(people.words.label(.address)) { .text(people.address($0)) }
}

private func phone(_ people: People) -> ListColumn<Int> {
  ListColumn(people.words.label(.phone), .code) { .text(people.text("phone", $0)) }
}

extension DecidedRound {
  /// The applicants admitted to a school, as they are counted.
  func admitted(to school: String) -> [Int] {
    outcome.place.indices.filter {
      let place = Int(outcome.place[$0])
      return place >= 0 && plan(ofWish: place).school == school
    }
  }
}
