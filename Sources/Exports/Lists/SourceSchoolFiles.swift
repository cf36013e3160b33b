import Admission
import Rounds
import Sheets
import Wording

extension RoundContent {
  /// `ket-qua-hoc-sinh.xlsx` of a source school: what became of its leavers, a
  /// sheet a class. Nil for a school that sent no records.
  func resultsOfLeavers(of school: Unit, provisional: Bool) -> OutputFile? {
    let classes = sources.classes(ofSchool: school.code)
    guard !classes.isEmpty else { return nil }
    var reasons = ReasonLines(self, separator: "\n")
    let sheets = classes.map { group in
      let listed = group.leavers.map(Child.init)
      return PrintedList(
        content: self, unit: school, list: .results, provisional: provisional, sheetName: group.name,
        subtitles: group.name.isEmpty ? [] : [words.classTitle(group.name)],
        columns: introduction(listed) + results(group.leavers, &reasons), closing: [closing(listed)]
      ).sheet
    }
    let list = ListWording.List.results
    return OutputFile(list.fileName, BookSpec(title: words.title(list), sheets: sheets))
  }

  /// Status, place, wish, score, and why there is no place.
  private func results(
    _ leavers: [SourceSchoolLists.Leaver], _ reasons: inout ReasonLines
  ) -> [ListColumn] {
    let applicants = leavers.map { Int($0.applicant) }
    func ofPlace(_ applicant: Int, _ value: (Int) -> ListValue) -> ListValue {
      applicant < 0 ? .blank : round.place(of: applicant).map(value) ?? .blank
    }
    let score = ListColumn(words.label(.score), .decimal(places: nil), of: applicants) { applicant in
      ofPlace(applicant, score(ofWish:))
    }
    return [
      ListColumn(words.label(.status), of: applicants) { applicant in
        .text(
          applicant < 0
            ? words.sheet(.notApplied) : statusName(round.outcome.status[applicant], in: words.language))
      },
      ListColumn(words.label(.admittedTo), of: applicants) { applicant in
        applicant < 0 ? .blank : round.plan(of: applicant).map { .text(placeName($0)) } ?? .blank
      },
      ListColumn(words.label(.wish), .code, centred: true, of: applicants) { applicant in
        applicant >= 0 && round.assigned[Int32(applicant)] != nil
          ? .text(words.assigned) : ofPlace(applicant) { .text(wishName($0)) }
      },
    ] + (round.input.programs.indices.contains(where: isScored) ? [score] : []) + [
      ListColumn(words.label(.reason), of: applicants) { applicant in
        .text(applicant < 0 ? "" : String(decoding: reasons.line(of: applicant), as: UTF8.self))
      }
    ]
  }
}
