import Rounds
import Sheets
import Tables
import Wording

/// `danh-sach-lop.xlsx`: a sheet a class, in Vietnamese order of given names;
/// last a sheet of children without a class, if there are any.
func classLists(_ people: People, of school: Unit, provisional: Bool) -> OutputFile? {
  let round = people.round
  let words = people.words
  let admitted = round.admitted(to: school.code)
  let plans = classPlans(of: school.code, in: round.tables)
  guard !plans.isEmpty, !admitted.isEmpty else { return nil }
  var byClass: [String: [Int]] = [:]
  for applicant in admitted { byClass[round.classes[applicant], default: []].append(applicant) }
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
  for plan in plans {
    guard let applicants = byClass.removeValue(forKey: plan.name) else { continue }
    let teacher = plan.teacher.isEmpty ? [] : [words.teacher(plan.teacher)]
    let room = plan.room.isEmpty ? [] : [words.room(plan.room)]
    add(applicants, sheetName: plan.name, subtitles: [words.classTitle(plan.name)] + teacher + room)
  }
  let without = byClass.keys.sorted().flatMap { byClass[$0] ?? [] }
  if !without.isEmpty { add(without, sheetName: words.withoutClass, subtitles: [words.withoutClass.uppercased()]) }
  return OutputFile(
    ListWording.List.classList.fileName, BookSpec(title: words.title(.classList), sheets: sheets), rows: admitted.count)
}

/// A class as its school plans it.
private struct ClassPlan {
  var name: String
  var teacher: String
  var room: String
}

/// The classes of a school in the order in which they were declared.
private func classPlans(of school: String, in tables: RoundTables) -> [ClassPlan] {
  var plans: [ClassPlan] = []
  for layer in tables.layers[.classes] ?? [] {
    for row in layer.rows.map(Int.init) where !layer.table.held[row] && layer.table.text("school", row) == school {
      let name = layer.table.text("class", row)
      guard !plans.contains(where: { $0.name == name }) else { continue }
      plans.append(ClassPlan(name: name, teacher: layer.table.text("teacher", row), room: layer.table.text("room", row)))
    }
  }
  return plans
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
      return place >= 0 && tables.programs[Int(input.wishProgram[place])].school == school
    }
  }
}
