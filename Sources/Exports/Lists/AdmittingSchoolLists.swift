import Admission
import Rounds
import Sheets
import Tables
import Wording

/// The lists of one admitting school: only its own, and of a child no more than
/// concerns the school. A list of nobody is written too: it says that there is nobody.
struct AdmittingSchoolLists {
  let content: RoundContent
  let school: Unit
  let provisional: Bool
  private let list: SchoolLists.List

  init(_ content: RoundContent, school: Unit, provisional: Bool) {
    self.content = content
    self.school = school
    self.provisional = provisional
    list = content.schools.list(ofSchool: school.code)
  }

  private var outcome: Outcome { content.round.outcome }
  private var words: ListWording { content.words }

  /// Those with a place here, in the order in which they are counted.
  var admittedApplicants: [Int] { list.admitted.map { Int($0.applicant) }.sorted() }

  /// Of them those who take their place, as far as the school has said.
  var enrolledApplicants: [Int] { admittedApplicants.filter { content.round.takesPlace[$0] } }

  /// `danh-sach-dang-ky.xlsx`: all who named the school, with the wish into it.
  var registered: OutputFile {
    let entries = byProgramAndName(list.applicants)
    return file(.registered, entries, program(entries) + [wish(entries), claims(entries)])
  }

  /// `danh-sach-trung-tuyen.xlsx`.
  var admitted: OutputFile {
    let entries = byProgramAndName(list.admitted)
    let columns = program(entries) + [wish(entries)] + tier(entries)
    return file(.admitted, entries, columns + score(entries) + [rank(entries), className(entries)])
  }

  /// `danh-sach-cho-xet-bo-sung.xlsx`, in the order of the lines.
  var waiting: OutputFile {
    let entries = list.waiting
    let columns = program(entries) + [waitingPlace(entries), wish(entries)] + tier(entries)
    return file(.waiting, entries, columns + score(entries))
  }

  /// `danh-sach-khong-trung-tuyen.xlsx`, with this school's own reason.
  var refused: OutputFile {
    let entries = byProgramAndName(list.refused)
    let columns = program(entries) + [wish(entries)] + tier(entries)
    return file(.refused, entries, columns + score(entries) + [reason(entries)])
  }

  /// `chua-xac-nhan.xlsx`: those admitted of whom the school has said nothing, where it has spoken of
  /// others. Nil for nobody.
  var unconfirmed: OutputFile? {
    guard content.round.hasEnrolments(school.code) else { return nil }
    let silent = list.admitted.filter { content.round.enrolmentStatus(of: Int($0.applicant)) == nil }
    guard !silent.isEmpty else { return nil }
    let entries = byProgramAndName(silent)
    return file(.unconfirmed, entries, program(entries) + [wish(entries)])
  }

  private func byProgramAndName(_ entries: [SchoolLists.Entry]) -> [SchoolLists.Entry] {
    let groups = Dictionary(grouping: entries, by: \.program)
    return groups.keys.sorted().flatMap { content.names.sorted(groups[$0] ?? []) }
  }

  private func file(
    _ list: ListWording.List, _ entries: [SchoolLists.Entry], _ columns: [ListColumn]
  ) -> OutputFile {
    let listed = entries.map { Child.applicant(Int($0.applicant)) }
    let printed = PrintedList(
      content: content, unit: school, list: list, provisional: provisional,
      columns: content.introduction(listed) + content.origin(listed) + columns,
      closing: [content.closing(listed)])
    return OutputFile(list.fileName, BookSpec(title: words.title(list), sheets: [printed.sheet]))
  }

  // MARK: Columns

  /// The program, where the school has several.
  private func program(_ entries: [SchoolLists.Entry]) -> [ListColumn] {
    guard content.schools.programs(ofSchool: school.code).count > 1 else { return [] }
    return [
      ListColumn(words.label(.program), of: entries) {
        .text(content.programName(content.round.tables.programs[Int($0.program)]))
      }
    ]
  }

  private func wish(_ entries: [SchoolLists.Entry]) -> ListColumn {
    ListColumn(words.label(.wish), .code, centred: true, of: entries) {
      .text($0.wish < 0 ? words.assigned : content.wishName(Int($0.wish)))
    }
  }

  private func claims(_ entries: [SchoolLists.Entry]) -> ListColumn {
    ListColumn(words.label(.priorities), .code, of: entries) {
      .text(content.children.claims(.applicant(Int($0.applicant))))
    }
  }

  /// The tier, where the school has a zoned program.
  private func tier(_ entries: [SchoolLists.Entry]) -> [ListColumn] {
    let plans = content.round.tables.programs
    guard content.schools.programs(ofSchool: school.code).contains(where: { plans[$0].zoned }) else {
      return []
    }
    return [
      ListColumn(words.label(.tier), .integer, of: entries) { entry in
        guard entry.wish >= 0 else { return .blank }
        let isZoned = content.round.plan(ofWish: Int(entry.wish)).zoned
        return isZoned ? ListValue(positive: outcome.tier[Int(entry.wish)]) : .blank
      }
    ]
  }

  /// The own score, where the school has a scored program.
  private func score(_ entries: [SchoolLists.Entry]) -> [ListColumn] {
    guard content.schools.programs(ofSchool: school.code).contains(where: content.isScored) else { return [] }
    return [
      ListColumn(words.label(.score), .decimal(places: nil), of: entries) { entry in
        guard entry.wish >= 0 else { return .blank }
        return outcome.verdict[Int(entry.wish)].hasScore ? content.score(ofWish: Int(entry.wish)) : .blank
      }
    ]
  }

  private func rank(_ entries: [SchoolLists.Entry]) -> ListColumn {
    ListColumn(words.label(.rank), .integer, of: entries) {
      $0.wish < 0 ? .blank : ListValue(positive: outcome.rank[Int($0.wish)])
    }
  }

  private func waitingPlace(_ entries: [SchoolLists.Entry]) -> ListColumn {
    ListColumn(words.label(.waitingPlace), .integer, of: entries) {
      ListValue(positive: outcome.waitingPlace[Int($0.wish)])
    }
  }

  private func className(_ entries: [SchoolLists.Entry]) -> ListColumn {
    ListColumn(words.label(.className), .code, centred: true, of: entries) {
      .text(content.round.classes.name(of: Int($0.applicant)))
    }
  }

  private func reason(_ entries: [SchoolLists.Entry]) -> ListColumn {
    var reasons = ReasonLines(content)
    return ListColumn(words.label(.reason), of: entries) { entry in
      guard let reason = entry.reason else { return .text("") }
      return .text(String(decoding: reasons.sentence(reason, ofWish: Int(entry.wish)), as: UTF8.self))
    }
  }
}
