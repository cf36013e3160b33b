import Sheets
import Tables
public import Wording

extension ReceiptContent {
  /// The receipt as a workbook: what became of the file, then the sender's own
  /// sheets, cell for cell where they stood, the bad cells coloured and noted,
  /// ready to be corrected and sent again.
  public func workbook(in language: Language) -> [UInt8] {
    let wording = ReceiptWording(language)
    // A receipt that was corrected and sent again brings its first sheet along.
    let own = Language.allCases.map { ReceiptWording($0).sheetName }
    let sheets = grids.filter { $0.visibility == .visible && !own.contains($0.name) }
    return BookSpec(
      title: wording.sheetName + " – " + file,
      sheets: [summary(wording)]
        + sheets.map { grid in
          ReceiptSheet(
            grid: grid, table: tables.first { $0.sheet == grid.name },
            remarks: findings.filter { $0.finding.place.sheet == grid.name }, wording: wording
          ).spec()
        }
    ).written().bytes
  }

  /// Findings in the list on the first sheet.
  static let listedFindings = 1_000

  private func summary(_ wording: ReceiptWording) -> SheetSpec {
    let labels = wording.findingLabels
    let widths = [11.0, 16, 9, 20, 22, 62]
    // The gravest first: they are what must be done.
    let listed = Array(
      Finding.Severity.inOrder.flatMap { severity in findings.filter { $0.finding.severity == severity } }
        .prefix(ReceiptContent.listedFindings))
    let rest = findings.count - listed.count
    return SheetSpec(
      name: wording.sheetName, form: listed.isEmpty ? .free : .list,
      columns: zip(labels, widths).map { label, width in
        ColumnSpec(label, width: width, kind: .text, wraps: width > 15)
      },
      above: lines(wording), below: rest > 0 ? [TextRow(line(wording.rest(rest), italic: true))] : [],
      page: PageSpec(landscape: true, footer: wording.confidential, pageWord: wording.page), frozenRows: 0
    ) { sink in
      for remark in listed {
        let finding = remark.finding
        sink.mark(finding.severity.tone)
        sink.text(wording.severity(finding.severity))
        sink.text(finding.place.sheet)
        sink.text(finding.place.cell ?? (finding.place.row > 0 ? wording.row(finding.place.row) : ""))
        sink.text(finding.place.label)
        sink.text(finding.value)
        sink.text(remark.statement)
        sink.endRow()
      }
    }
  }

  /// What stands above the list of findings.
  private func lines(_ wording: ReceiptWording) -> [TextRow] {
    let held = tables.reduce(0) { $0 + $1.held }
    var rows = [
      TextRow(
        TextBlock(
          wording.verdict(outcome, heldRows: held), bold: true, size: 14, alignment: .left, tone: outcome.tone
        )),
      .blank,
      row(wording.file, file),
      row(wording.received, received),
    ]
    if !round.isEmpty { rows.append(row(wording.round, round)) }
    rows.append(row(wording.hash, sha256))
    for (index, table) in tables.enumerated() {
      let text = wording.table(
        name: table.name, sheet: table.sheet, rows: table.rows, accepted: table.accepted, held: table.held)
      rows.append(row(index == 0 ? wording.read : "", text))
    }
    if tables.isEmpty { rows.append(row(wording.read, wording.nothingRead)) }
    var heading = wording.changed
    for table in tables {
      guard let changes = table.changes else { continue }
      let text = wording.changes(
        name: table.name, added: changes.added, removed: changes.removed, altered: changes.altered)
      rows.append(row(heading, text))
      heading = ""
    }
    return rows + [
      .blank,
      TextRow(line(wording.findings(findings.count, areMarked: !grids.isEmpty), bold: true)),
    ]
  }

  private func row(_ label: String, _ value: String) -> TextRow {
    TextRow(
      TextBlock(label, columns: 0...1, bold: true, alignment: .left),
      TextBlock(value, columns: 2...5, alignment: .left))
  }

  private func line(_ text: String, bold: Bool = false, italic: Bool = false) -> TextBlock {
    TextBlock(text, bold: bold, italic: italic, alignment: .left)
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

extension Finding.Severity {
  fileprivate static let inOrder: [Finding.Severity] = [.error, .repair, .note]

  /// The colour of cells with a finding of this weight.
  var tone: CellStyle.Tone {
    switch self {
    case .error: .error
    case .repair: .repair
    case .note: .note
    }
  }
}
