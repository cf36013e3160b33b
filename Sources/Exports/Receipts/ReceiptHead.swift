import Sheets
import Tables
public import Wording

/// What stands on a receipt's first sheet above the list of findings.
struct ReceiptHead {
  let content: ReceiptContent
  let wording: ReceiptWording

  var lines: [TextRow] {
    let held = content.tables.reduce(0) { $0 + $1.held }
    var rows = [
      TextRow(
        TextBlock(
          wording.verdict(content.outcome, heldRows: held, need: content.need), bold: true, size: 14,
          alignment: .left, tone: content.need == .fill ? .note : content.outcome.tone))
    ]
    rows += reasons
    rows.append(.blank)
    rows += facts
    rows += content.sought.flatMap(looked)
    if !steps.isEmpty {
      rows += [.blank, TextRow(line(wording.whatToDo, bold: true))]
      rows += steps.enumerated().map { index, step in
        TextRow(TextBlock("\(index + 1). " + step, columns: ReceiptHead.all, alignment: .left))
      }
    }
    rows += [.blank] + counts
    if rows.last != .blank { rows.append(.blank) }
    return rows + [
      TextRow(line(wording.findings(content.findings.found, areMarked: !content.grids.isEmpty), bold: true))
    ]
  }

  private static let all = 0...6
  /// More of them are in the list below.
  private static let shownReasons = 5
  private static let shownColumns = 8

  /// Why the file as a whole is not in force.
  private var reasons: [TextRow] {
    guard content.outcome == .held || content.outcome == .refused else { return [] }
    var texts: [String] = []
    let reasons = content.reasons
    for remark in reasons {
      // What holds for several sheets alike is said once.
      let isShared = reasons.count { $0.statement == remark.statement } > 1
      let text = isShared ? remark.statement : remark.message
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.prefix(ReceiptHead.shownReasons).map { text in
      TextRow(TextBlock(text, columns: ReceiptHead.all, bold: true, alignment: .left, tone: .warning))
    }
  }

  private var round: String {
    content.roundName.isEmpty ? content.round : "\(content.roundName) (\(content.round))"
  }

  private var facts: [TextRow] {
    var rows = [row(wording.file, content.file)]
    if !content.received.isEmpty { rows.append(row(wording.received, content.received)) }
    if !content.round.isEmpty { rows.append(row(wording.round, round)) }
    for (index, table) in content.tables.enumerated() {
      let text = wording.table(
        name: table.name, sheet: table.sheet, rows: table.rows, accepted: table.accepted, held: table.held)
      rows.append(row(index == 0 ? wording.read : "", text))
    }
    if content.tables.isEmpty { rows.append(row(wording.read, wording.nothingRead)) }
    var heading = wording.changed
    for table in content.tables {
      guard let changes = table.changes else { continue }
      let text = wording.changes(
        name: table.name, added: changes.added, removed: changes.removed, altered: changes.altered)
      rows.append(row(heading, text))
      heading = ""
    }
    return rows
  }

  /// A sheet that gave no table.
  private func looked(_ sought: ReceiptContent.Sought) -> [TextRow] {
    [
      row(wording.lookedFor, wording.lookedFor(name: sought.name, sheet: sought.sheet, sought.needed)),
      row(wording.found, wording.found(rows: sought.firstRow...sought.row, sought.found)),
    ] + (sought.asked(wording).map { [row("", $0)] } ?? [])
  }

  private var steps: [String] {
    switch content.need {
    case .correct:
      wording.steps(
        areMarked: !content.grids.isEmpty,
        areColumnsMissing: content.findings.contains { $0.finding.code == .missingLabel },
        folder: content.folder)
    case .fill, .confirm, .waiting, .nothing: []
    }
  }

  /// How many findings of each weight, and where they are.
  private var counts: [TextRow] {
    let groups = content.groups()
    return Finding.Severity.inOrder.compactMap { severity in
      let own = groups.filter { $0.severity == severity }
      guard !own.isEmpty else { return nil }
      let parts = own.prefix(ReceiptHead.shownColumns).map { wording.share(place($0), $0.remarks.found) }
      return TextRow(
        TextBlock(
          wording.severity(severity), columns: 0...0, bold: true, alignment: .left, tone: severity.tone),
        TextBlock(
          wording.places(own.reduce(0) { $0 + $1.remarks.found }), columns: 1...1, bold: true,
          alignment: .left),
        TextBlock(
          wording.meaning(severity) + " " + parts.joined(separator: "; ")
            + (own.count > ReceiptHead.shownColumns ? "; …" : "."), columns: 2...6,
          alignment: .left))
    }
  }

  private func place(_ group: FindingGroup) -> String {
    if !group.label.isEmpty { return group.label }
    if group.unlabelled >= 0 { return wording.column(columnLetters(group.unlabelled)) }
    return group.isAboutRows ? wording.wholeRows : wording.wholeTable
  }

  private func row(_ label: String, _ value: String) -> TextRow {
    TextRow(
      TextBlock(label, columns: 0...1, bold: true, alignment: .left),
      TextBlock(value, columns: 2...6, alignment: .left))
  }

  private func line(_ text: String, bold: Bool = false) -> TextBlock {
    TextBlock(text, bold: bold, alignment: .left)
  }
}

extension ReceiptOutcome {
  fileprivate var tone: CellStyle.Tone {
    switch self {
    case .accepted: .good
    case .partly: .repair
    case .held: .note
    case .refused: .error
    }
  }
}

extension ReceiptContent.Sought {
  /// Whether what resembles a column is meant for it; nil where nothing does.
  public func asked(_ wording: ReceiptWording) -> String? {
    resembling.isEmpty ? nil : wording.resembling(resembling.map { ($0.label, $0.title) })
  }
}
