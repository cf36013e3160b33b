import Placement
import Rounds
import Sheets
import Wording

extension RoundContent {
  /// `danh-sach-lop.xlsx`: a sheet for each class with children, in Vietnamese
  /// order of given names; last a sheet of the admitted who have no class, and
  /// why. Nil where the school plans no classes, or nobody is admitted.
  func classBook(of school: Unit, admitted: [Int], provisional: Bool) -> OutputFile? {
    let planned = round.classes.classes(ofSchool: school.code).map { round.classes.classes[$0] }
    guard !planned.isEmpty, !admitted.isEmpty else { return nil }
    func sheet(_ members: [Int], _ name: String, _ subtitles: [String], _ more: [ListColumn] = [])
      -> SheetSpec
    {
      let listed = members.map(Child.applicant)
      return PrintedList(
        content: self, unit: school, list: .classList, provisional: provisional, sheetName: name,
        subtitles: subtitles,
        columns: introduction(listed) + origin(listed) + [address(listed), phone(listed)] + more,
        closing: [closing(listed)]
      ).sheet
    }
    var sheets = planned.filter { !$0.members.isEmpty }.map { plan in
      let details = [words.teacher(plan.teacher), words.room(plan.room), words.shift(plan.shift)]
      let line = details.filter { !$0.isEmpty }.joined(separator: " – ")
      return sheet(
        plan.members.map(Int.init), plan.name, [words.classTitle(plan.name)] + (line.isEmpty ? [] : [line]))
    }
    let without = names.sorted(admitted.filter { round.classes.classOf[$0] < 0 })
    if !without.isEmpty {
      let reasons = ListColumn(words.label(.reason), of: without) { applicant in
        .text(round.classes.unplaced[Int32(applicant)].map { unplacedText($0, in: words.language) } ?? "")
      }
      sheets.append(sheet(without, words.withoutClass, [words.withoutClass.uppercased()], [reasons]))
    }
    let list = ListWording.List.classList
    return OutputFile(list.fileName, BookSpec(title: words.title(list), sheets: sheets))
  }
}
