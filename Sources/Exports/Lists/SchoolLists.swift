import Admission
import Rounds
import Sheets
import Tables
import Wording

/// The lists of one admitting school: only its own, and of a child no more than
/// concerns the school.
struct SchoolLists {
  let people: People
  let school: Unit
  let provisional: Bool

  private var round: DecidedRound { people.round }
  private var words: ListWording { people.words }

  init(_ people: People, school: Unit, provisional: Bool) {
    self.people = people
    self.school = school
    self.provisional = provisional
  }

  /// `danh-sach-dang-ky.xlsx`: everybody who named the school, with the wish into it.
  func registered() -> OutputFile {
    let entries = entries { _, _ in true }
    let order = people.byName(Array(Set(entries.map(\.applicant))).sorted())
    let position = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    let sorted = entries.sorted { (position[$0.applicant] ?? 0, $0.wish) < (position[$1.applicant] ?? 0, $1.wish) }
    return file(.registered, sorted, columns: [program, wish, priorities])
  }

  /// `danh-sach-trung-tuyen.xlsx`, in order of names.
  func admitted() -> OutputFile {
    let admitted = entries { Int(round.outcome.place[$0]) == $1 }
    let byApplicant = Dictionary(uniqueKeysWithValues: admitted.map { ($0.applicant, $0) })
    let sorted = people.byName(admitted.map(\.applicant)).compactMap { byApplicant[$0] }
    return file(.admitted, sorted, columns: [program, wish] + zoneTier + [score, rank, className])
  }

  /// `danh-sach-cho-xet-bo-sung.xlsx`, by program in order of the line.
  func waiting() -> OutputFile {
    let waiting = entries { _, wish in round.outcome.waitingPlace[wish] > 0 }.sorted {
      (round.input.wishProgram[$0.wish], round.outcome.waitingPlace[$0.wish])
        < (round.input.wishProgram[$1.wish], round.outcome.waitingPlace[$1.wish])
    }
    return file(.waiting, waiting, columns: [program, waitingPlace, wish] + zoneTier + [score])
  }

  /// `danh-sach-khong-trung-tuyen.xlsx`: who is not admitted here, with this school's own reason.
  func refused() -> OutputFile {
    let outcome = round.outcome
    // Who has a place by an earlier wish was not refused here, and who stands in line is on the other list.
    let refused = entries { applicant, wish in
      let place = Int(outcome.place[applicant])
      return (place < 0 || place > wish) && outcome.waitingPlace[wish] == 0
    }
    let order = people.byName(Array(Set(refused.map(\.applicant))).sorted())
    let position = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    let sorted = refused.sorted { (position[$0.applicant] ?? 0, $0.wish) < (position[$1.applicant] ?? 0, $1.wish) }
    return file(.refused, sorted, columns: [program, wish] + zoneTier + [score, reason])
  }

  // MARK: Whom

  private func entries(where isIncluded: (_ applicant: Int, _ wish: Int) -> Bool) -> [WishEntry] {
    var entries: [WishEntry] = []
    for applicant in 0..<round.input.applicantCount {
      for wish in round.input.wishes(of: applicant) {
        let plan = round.plan(ofWish: wish)
        if plan.school == school.code, isIncluded(applicant, wish) { entries.append(WishEntry(applicant: applicant, wish: wish)) }
      }
    }
    return entries
  }

  // MARK: Columns

  private var program: ListColumn<WishEntry> {
    ListColumn(words.label(.program)) { entry in
      let plan = round.plan(ofWish: entry.wish)
      return .text(plan.name.isEmpty ? plan.program : plan.name)
    }
  }

  private var wish: ListColumn<WishEntry> {
    ListColumn(words.label(.wish), .integer) { entry in
      .text(people.wishName(entry.wish))
    }
  }

  private var priorities: ListColumn<WishEntry> {
    ListColumn(words.label(.priorities)) { .text(people.text("priorities", $0.applicant)) }
  }

  private var score: ListColumn<WishEntry> {
    ListColumn(words.label(.score), .decimal(places: nil)) { entry in
      scored(entry.wish) ? .exact(Exact(raw: round.outcome.score[entry.wish])) : .blank
    }
  }

  private var rank: ListColumn<WishEntry> {
    ListColumn(words.label(.rank), .integer) { .whole(Int64(round.outcome.rank[$0.wish])) }
  }

  private var waitingPlace: ListColumn<WishEntry> {
    ListColumn(words.label(.waitingPlace), .integer) { .whole(Int64(round.outcome.waitingPlace[$0.wish])) }
  }

  private var className: ListColumn<WishEntry> {
    ListColumn(words.label(.className), .code) { .text(round.classes.name(of: $0.applicant)) }
  }

  private var reason: ListColumn<WishEntry> {
    ListColumn(words.label(.reason)) { entry in .text(people.refusalReason(of: entry)) }
  }

  /// The tier, where the school has a zoned program.
  private var zoneTier: [ListColumn<WishEntry>] {
    let isZoned = round.tables.programs.contains { $0.school == school.code && $0.zoned }
    guard isZoned else { return [] }
    return [
      ListColumn(words.label(.tier), .integer) { entry in
        let tier = round.outcome.tier[entry.wish]
        return tier > 0 ? .whole(Int64(tier)) : .blank
      }
    ]
  }

  private func scored(_ wish: Int) -> Bool {
    round.outcome.rank[wish] > 0 || round.outcome.verdict[wish] == .belowMinimum
  }

  private func file(_ list: ListWording.List, _ entries: [WishEntry], columns: [ListColumn<WishEntry>]) -> OutputFile {
    let introduction = people.introduction(of: entries.map(\.applicant)).map { column in
      ListColumn<WishEntry>(column.label, column.kind) { column.value($0.applicant) }
    }
    let printed = PrintedList(
      words: words, unit: school, authority: round.tables.units[school.parent]?.name ?? "",
      round: round.tables.round, list: list, provisional: provisional, sheetName: words.sheet(list),
      columns: introduction + columns, rows: entries, isFemale: { people.isFemale($0.applicant) })
    return OutputFile(list.fileName, BookSpec(title: words.title(list), sheets: [printed.sheet()]), rows: entries.count)
  }
}
