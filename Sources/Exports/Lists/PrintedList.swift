import Rounds
import Sheets
import Wording

/// A list as an office prints it: the unit and the national title above, the
/// table, the closing count, and who signs.
struct PrintedList<Row> {
  var words: ListWording
  /// Whose list it is.
  var unit: Unit
  /// The authority's name above the unit's; empty for none.
  var authority: String
  var round: Round
  var list: ListWording.List
  /// Not official yet.
  var provisional: Bool
  /// Further lines below the title: a class, a teacher.
  var subtitles: [String] = []
  var sheetName: String
  var columns: [ListColumn<Row>]
  var rows: [Row]
  /// Who of the rows is a girl, for the closing count; nil for a list not of children.
  var isFemale: ((Row) -> Bool)?

  func sheet() -> SheetSpec {
    let values = rows.map { row in columns.map { $0.value(row) } }
    let specs = columns.indices.map { columns[$0].spec(for: values, at: $0) }
    return SheetSpec(
      name: sheetName, columns: specs, above: above, below: below, signatures: signatures,
      page: PageSpec(landscape: specs.reduce(0) { $0 + $1.width } > 95, footer: words.internalUse, pageWord: words.page)
    ) { sink in
      for row in values {
        for value in row { value.write(to: &sink) }
        sink.endRow()
      }
    }
  }

  private var above: [TextRow] {
    let name = (unit.printedAs.isEmpty ? unit.name : unit.printedAs).uppercased()
    var rows = [
      TextRow(TextBlock(authority.uppercased()), TextBlock(words.nation, bold: true)),
      TextRow(TextBlock(name, bold: true), TextBlock(words.motto, bold: true)),
      .blank,
      TextRow(TextBlock(words.title(list), bold: true, size: 14)),
      TextRow(
        TextBlock(words.campaign(grade: round.grade, round: round.name, schoolYear: round.schoolYear), bold: true)),
    ]
    rows += subtitles.map { TextRow(TextBlock($0, bold: true)) }
    rows.append(
      provisional
        ? TextRow(TextBlock(words.provisional, bold: true, tone: .warning))
        : TextRow(TextBlock(words.decision, italic: true)))
    rows.append(TextRow(TextBlock(words.internalUse, italic: true, alignment: .right)))
    return rows
  }

  private var below: [TextRow] {
    guard let isFemale else { return [] }
    let female = rows.count { isFemale($0) }
    return [TextRow(TextBlock(words.closing(count: rows.count, female: female), italic: true, alignment: .left))]
  }

  private var signatures: [Signature] {
    [
      Signature(role: words.clerk, hint: words.signHere),
      Signature(place: words.placeAndDate(unit.place), role: words.headOfSchool, hint: words.signHere, name: unit.head),
    ]
  }
}
