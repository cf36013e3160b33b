import Rounds
import Sheets
import Tables
import Wording

/// A list as an office prints it: the unit and the national title above, the
/// table, the closing count, and who signs.
struct PrintedList {
  let content: RoundContent
  /// Whose list it is.
  var unit: Unit
  var list: ListWording.List
  /// What stands above the table; blank for the list's own.
  var title = ""
  /// Not official yet.
  var provisional: Bool
  /// The name on the tab; blank for the list's.
  var sheetName = ""
  /// Further lines below the title: a class, a teacher.
  var subtitles: [String] = []
  var columns: [ListColumn]
  /// What stands below the table: how many they are, how it is to be read.
  var closing: [String]

  private var words: ListWording { content.words }

  var sheet: SheetSpec {
    let specs = columns.map(\.spec)
    let columns = columns
    return SheetSpec(
      name: sheetName.isEmpty ? words.sheet(list) : sheetName, columns: specs, above: above,
      below: closing.map { TextRow(TextBlock($0, italic: true, alignment: .left)) }, signatures: signatures,
      page: PageSpec(
        landscape: specs.reduce(0) { $0 + $1.width } > PrintedList.portraitWidth, footer: words.internalUse,
        pageWord: words.page)
    ) { sink in
      for row in 0..<(columns.first?.values.count ?? 0) {
        for column in columns { column.write(row, to: &sink) }
        sink.endRow()
      }
    }
  }

  /// So many characters stand on an upright A4 page in a size that is easily read.
  private static let portraitWidth = 105.0

  private var above: [TextRow] {
    let round = content.round.tables.round
    let authority = content.authorityName(of: unit)
    let name = unit.printedAs.isEmpty ? unit.name : unit.printedAs
    let issuers =
      (authority.isEmpty ? [] : [TextBlock(authority.uppercased())])
      + [TextBlock(name.uppercased(), bold: true)] + (authority.isEmpty ? [TextBlock("")] : [])
    var rows = [
      TextRow(issuers[0], TextBlock(words.nation, bold: true)),
      TextRow(issuers[1], TextBlock(words.motto, bold: true)),
      .blank,
      TextRow(TextBlock(title.isEmpty ? words.title(list) : title, bold: true, size: 14)),
      TextRow(
        TextBlock(
          words.campaign(grade: round.grade, round: round.name, schoolYear: round.schoolYear), bold: true)),
    ]
    rows += subtitles.map { TextRow(TextBlock($0, bold: true)) }
    // Who has not applied is decided by nobody.
    if list != .notApplied { rows.append(TextRow(TextBlock(words.decision, italic: true))) }
    if provisional { rows.append(TextRow(TextBlock(words.provisional, bold: true, tone: .warning))) }
    rows.append(TextRow(TextBlock(words.internalUse, italic: true, alignment: .right)))
    return rows
  }

  private var signatures: [Signature] {
    [
      Signature(role: words.clerk, hint: words.signHere),
      Signature(
        place: words.placeAndDate(unit.place), role: words.head(of: unit.role), hint: words.signHere,
        name: unit.head),
    ]
  }
}

extension RoundContent {
  /// `Danh sách này có 280 học sinh, trong đó nữ 143 học sinh.`: each child counts once.
  func closing(_ listed: [Child]) -> String {
    let distinct = Set(listed)
    return words.closing(count: distinct.count, female: distinct.count { children.isFemale($0) == true })
  }
}
