import Admission
import Rounds
import Sheets
import Tables
import Wording

extension RoundContent {
  /// `tong-hop.xlsx`: a row for each program, with what was asked, what there
  /// was, and the cut-off of each wish.
  func summaryBook(department: Unit, provisional: Bool) -> OutputFile {
    let plans = round.tables.programs
    let order = plans.indices.sorted { a, b in
      plans[a].school == plans[b].school
        ? plans[a].program.utf8.lexicographicallyPrecedes(plans[b].program.utf8)
        : plans[a].school.utf8.lexicographicallyPrecedes(plans[b].school.utf8)
    }
    let totals = round.counts
    let printed = PrintedList(
      content: self, unit: department, list: .summary, provisional: provisional,
      columns: programColumns(order) + countColumns(order) + cutoffColumns(order),
      closing: [
        words.totals(
          applicants: totals.applicants.all, quota: totals.seats, admitted: totals.admitted.all,
          waiting: totals.waiting.all, notAdmitted: totals.notAdmitted.all,
          ineligible: totals.ineligible.all, held: totals.held.all)
      ] + words.summaryNotes(withCutoffs: plans.indices.contains(where: isScored)))
    let list = ListWording.List.summary
    return OutputFile(list.fileName, BookSpec(title: words.title(list), sheets: [printed.sheet]))
  }

  private func programColumns(_ order: [Int]) -> [ListColumn] {
    let plans = round.tables.programs
    return [
      ListColumn(words.label(.number), .ordinal, of: order) { _ in .ordinal },
      ListColumn(words.label(.school), of: order) { .text(unitName(plans[$0].school)) },
      ListColumn(words.label(.program), of: order) { .text(programName(plans[$0])) },
    ]
  }

  private func countColumns(_ order: [Int]) -> [ListColumn] {
    let counts = round.programCounts
    func count(_ label: ListWording.Label, _ value: (RoundCounts) -> Int) -> ListColumn {
      ListColumn(words.label(label), .integer, of: order) { .whole(Int64(value(counts[$0]))) }
    }
    return [
      count(.quota) { $0.seats }, count(.applicants) { $0.applicants.all },
      count(.admitted) { $0.admitted.all },
      count(.female) { $0.admitted.female }, count(.seatsLeft) { max(0, $0.seats - $0.admitted.all) },
      count(.waiting) { $0.waiting.all }, count(.refused) { $0.notAdmitted.all },
      count(.ineligible) { $0.ineligible.all }, count(.held) { $0.held.all },
    ]
  }

  /// A column for each wish that some program takes, specialised ones first.
  private func cutoffColumns(_ order: [Int]) -> [ListColumn] {
    guard order.contains(where: isScored) else { return [] }
    return [true, false].flatMap { special -> [ListColumn] in
      let numbers = Set(cutoffs.rows.lazy.filter { $0.special == special }.map(\.wish)).sorted()
      return numbers.map { number in
        let label = words.label(.cutoff) + " " + words.wish(number: number, special: special)
        return ListColumn(label, .decimal(places: nil), of: order) { program in
          guard let row = cutoffs.row(program, wish: number), row.special == special else { return .blank }
          return switch row.cutoff {
          case .score(let score): isScored(program) ? .exact(score) : .blank
          case .all: .text("-")
          case .none: .blank
          }
        }
      }
    }
  }
}
