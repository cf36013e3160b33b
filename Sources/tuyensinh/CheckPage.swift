import Exports
import Tables
import Wording

/// What `check` shows of a file: the gravest first, like findings together, and of many the first few.
struct CheckPage {
  let words: TerminalWording
  let paint: Paint

  /// Of a group: errors told in full, repairs and notes, and places of the rest that are named.
  private static let (fullErrors, fullOthers, namedPlaces) = (5, 1, 12)

  private var receipt: ReceiptWording { ReceiptWording(words.language) }

  func lines(_ content: ReceiptContent) -> [String] {
    var lines = [
      "\(paint(content.file, .bold)): \(paint(words.outcome(content.outcome), content.outcome.paint))"
    ]
    for table in content.tables {
      lines.append(
        "  "
          + receipt.table(
            name: table.name, sheet: table.sheet, rows: table.rows, accepted: table.accepted,
            held: table.held))
      guard let changes = table.changes else { continue }
      lines.append(
        "  "
          + words.changed(added: changes.added, removed: changes.removed, altered: changes.altered))
    }
    for sought in content.sought {
      let looked = receipt.lookedFor(name: sought.name, sheet: sought.sheet, sought.needed)
      lines.append("  \(receipt.lookedFor): \(looked)")
      lines.append("  \(receipt.found): \(receipt.found(rows: sought.firstRow...sought.row, sought.found))")
      if let asked = sought.asked(receipt) { lines.append("    " + asked) }
    }
    let sheets = Set(content.findings.map(\.finding.place.sheet) + content.tables.map(\.sheet)).subtracting([
      ""
    ])
    let groups = content.groups(byCode: true)
    for severity in [Finding.Severity.error, .repair, .note] {
      let own = groups.filter { $0.severity == severity }
      guard !own.isEmpty else { continue }
      let count = own.reduce(0) { $0 + $1.remarks.found }
      lines.append("  " + paint("\(receipt.severity(severity)): \(receipt.places(count))", severity.paint))
      for group in own { lines += self.lines(group, namesSheets: sheets.count > 1) }
    }
    if content.findings.isEmpty { lines.append("  " + receipt.findings(0, areMarked: false)) }
    return lines
  }

  private func lines(_ group: FindingGroup, namesSheets: Bool) -> [String] {
    let most = group.severity == .error ? CheckPage.fullErrors : CheckPage.fullOthers
    var (lines, rest): ([String], [ReceiptContent.Remark]) = ([], [])
    var told: Set<String> = []
    for remark in group.remarks {
      let finding = remark.finding
      let statement = Wording.statement(of: finding, in: words.language)
      // What was said of one place need not be said of the next.
      guard lines.count < most, told.insert(statement).inserted else {
        rest.append(remark)
        continue
      }
      let value = clipped(finding.value)
      let isNamed = value.isEmpty || statement.contains(value)
      let text = isNamed ? statement : "«\(value)» \(statement)"
      let place = place(finding.place, namesSheets: namesSheets)
      lines.append(place.isEmpty ? "    \(text)" : "    \(paint(place, group.severity.paint))  \(text)")
    }
    if !rest.isEmpty {
      var places = rest.prefix(CheckPage.namedPlaces).map {
        $0.finding.place.cell ?? ($0.finding.place.row > 0 ? String($0.finding.place.row) : "")
      }.filter { !$0.isEmpty }
      if rest.count > CheckPage.namedPlaces { places.append("…") }
      lines.append("    " + paint(words.andMore(rest.count, places.joined(separator: ", ")), .faint))
    }
    return lines
  }

  /// `D17 (Ngày sinh)`, with its sheet where there are several.
  private func place(_ place: Finding.Place, namesSheets: Bool) -> String {
    let label = place.label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let cell = place.cell ?? (place.row > 0 ? receipt.row(place.row) : "")
    let sheet = namesSheets && !place.sheet.isEmpty ? place.sheet + (cell.isEmpty ? "" : "!") : ""
    let text = sheet + cell
    if label.isEmpty { return text }
    return text.isEmpty ? "«\(label)»" : "\(text) (\(label))"
  }
}
