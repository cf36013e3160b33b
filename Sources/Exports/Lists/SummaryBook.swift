import Admission
import Rounds
import Sheets
import Tables
import Wording

/// `tong-hop.xlsx`: a row for each program, with what was asked, what there was,
/// and the cut-off of each wish.
func summaryBook(_ people: People, department: Unit, provisional: Bool) -> OutputFile {
  let round = people.round
  let words = people.words
  let cutoffs = cutoffTable(round.input, round.outcome)
  let counts = ProgramCounts.all(people)
  let wishes = Set(cutoffs.map { WishColumn(number: $0.wish, special: $0.special) }).sorted()
  typealias Row = Int
  func count(_ label: ListWording.Label, _ value: @escaping (ProgramCounts) -> Int) -> ListColumn<Row> {
    ListColumn(words.label(label), .integer) { .whole(Int64(value(counts[$0]))) }
  }
  let names: [ListColumn<Row>] = [
    .ordinal(words),
    ListColumn(words.label(.school)) { .text(schoolName(ofProgram: $0, in: round)) },
    ListColumn(words.label(.program)) {
      let plan = round.tables.programs[$0]
      return .text(plan.name.isEmpty ? plan.program : plan.name)
    },
  ]
  let figures: [ListColumn<Row>] = [
    count(.quota) { $0.quota }, count(.applicants) { $0.applicants }, count(.admitted) { $0.admitted },
    count(.female) { $0.female }, count(.waiting) { $0.waiting }, count(.ineligible) { $0.ineligible },
    count(.seatsLeft) { max(0, $0.quota - $0.admitted) },
  ]
  let scores: [ListColumn<Row>] = wishes.map { wish in
    let label = words.label(.cutoff) + " " + words.wish(number: wish.number, special: wish.special)
    return ListColumn(label, .decimal(places: nil)) { program in
      let row = cutoffs.first { $0.program == program && $0.wish == wish.number && $0.special == wish.special }
      switch row.map(\.cutoff) ?? CutoffRow.Cutoff.none {
      case .score(let score): return .exact(score)
      case .all: return .text("-")
      case .none: return .blank
      }
    }
  }
  let columns = names + figures + scores
  let order = round.tables.programs.indices.sorted {
    (round.tables.programs[$0].school, round.tables.programs[$0].program)
      < (round.tables.programs[$1].school, round.tables.programs[$1].program)
  }
  let list = PrintedList(
    words: words, unit: department, authority: "", round: round.tables.round, list: .summary, provisional: provisional,
    subtitles: [totals(counts, round, words)], sheetName: words.sheet(.summary), columns: columns, rows: order,
    isFemale: nil)
  return OutputFile(
    ListWording.List.summary.fileName, BookSpec(title: words.title(.summary), sheets: [list.sheet()]), rows: order.count)
}

private func totals(_ counts: [ProgramCounts], _ round: DecidedRound, _ words: ListWording) -> String {
  words.totals(
    applicants: round.cohort.count, quota: counts.reduce(0) { $0 + $1.quota },
    admitted: round.outcome.status.count { $0 == .admitted }, waiting: round.outcome.status.count { $0 == .waiting })
}

private struct WishColumn: Hashable, Comparable {
  var number: Int
  var special: Bool

  static func < (a: WishColumn, b: WishColumn) -> Bool {
    (a.special ? 0 : 1, a.number) < (b.special ? 0 : 1, b.number)
  }
}

/// What is counted about a program.
private struct ProgramCounts {
  var quota: Int
  var applicants = 0
  var admitted = 0
  var female = 0
  var waiting = 0
  var ineligible = 0

  static func all(_ people: People) -> [ProgramCounts] {
    let round = people.round
    var counts = round.tables.programs.map { ProgramCounts(quota: $0.quota) }
    for applicant in 0..<round.input.applicantCount {
      for wish in round.input.wishes(of: applicant) {
        let program = Int(round.input.wishProgram[wish])
        counts[program].applicants += 1
        if round.outcome.verdict[wish] != .eligible { counts[program].ineligible += 1 }
        if round.outcome.waitingPlace[wish] > 0 { counts[program].waiting += 1 }
        if Int(round.outcome.place[applicant]) == wish {
          counts[program].admitted += 1
          if people.isFemale(applicant) { counts[program].female += 1 }
        }
      }
    }
    return counts
  }
}

private func schoolName(ofProgram program: Int, in round: DecidedRound) -> String {
  let code = round.tables.programs[program].school
  return round.tables.units[code]?.name ?? code
}
