import Sheets
import Tables
public import Wording

extension ReceiptContent {
  /// The receipt as a workbook: what became of the file, then the sender's own
  /// sheets, cell for cell where they stood, the bad cells coloured and noted,
  /// ready to be corrected and sent again.
  public func workbook(in language: Language) -> [UInt8] {
    let wording = ReceiptWording(language)
    let sheets = sendersSheets
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

  /// What people see of the file. A receipt that was corrected and sent again brings its first sheet along, of which
  /// no table comes; a sheet of the sender's that is called so is one as any other.
  private var sendersSheets: [Grid] {
    let own = Language.allCases.map { ReceiptWording($0).sheetName }
    return grids.filter { grid in
      grid.visibility == .visible
        && (!own.contains(grid.name) || tables.contains { $0.sheet == grid.name })
    }
  }

  private func summary(_ wording: ReceiptWording) -> SheetSpec {
    let listed = listed
    // Those that are only counted are told by their kind's first one, and have no colour.
    let rest = findings.count - listed.count
    let places = Dictionary(
      sendersSheets.enumerated().map { ($1.name, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let firstCells = Dictionary(
      sendersSheets.map { ($0.name, $0.firstCells(for: findings)) }, uniquingKeysWith: { first, _ in first })
    let widths = [11.0, 14, 10, 20, 24, 28, 58]
    return SheetSpec(
      name: wording.sheetName, form: listed.isEmpty ? .free : .list,
      columns: zip(wording.findingLabels, widths).map { label, width in
        ColumnSpec(label, width: width, kind: .text, wraps: width > 12)
      },
      above: ReceiptHead(content: self, wording: wording).lines,
      below: (rest > 0 ? [TextRow(TextBlock(wording.rest(rest), italic: true, alignment: .left))] : [])
        + [
          .blank, TextRow(TextBlock(wording.hash + ": " + sha256, size: 9, alignment: .left, tone: .faint)),
        ],
      page: PageSpec(landscape: true, footer: wording.confidential, pageWord: wording.page), frozenRows: 0
    ) { sink in
      for remark in listed {
        let finding = remark.finding
        let place = finding.place
        let sheet = places[place.sheet]
        sink.mark(finding.severity.tone)
        sink.text(wording.severity(finding.severity))
        sink.text(place.sheet.isEmpty && sheet != nil ? wording.unnamedSheet : place.sheet)
        if let sheet, place.row > 0 {
          let column = place.column >= 0 ? place.column : firstCells[place.sheet]?[place.row] ?? 0
          sink.link(toSheet: sheet, cell: cellAddress(column: column, row: place.row))
        }
        sink.text(place.cell ?? (place.row > 0 ? wording.row(place.row) : ""))
        sink.text(place.label)
        sink.text(finding.value)
        sink.text(finding.repaired ?? "")
        sink.text(remark.statement)
        sink.endRow()
      }
    }
  }
}

extension Grid {
  /// By sheet row: the first cell of the rows that findings without a column are about.
  func firstCells(for remarks: [ReceiptContent.Remark]) -> [Int: Int] {
    var wanted: Set<Int> = []
    for remark in remarks where remark.finding.place.column < 0 { wanted.insert(remark.finding.place.row) }
    guard !wanted.isEmpty else { return [:] }
    var columns: [Int: Int] = [:]
    for (index, row) in rows.enumerated() where wanted.contains(Int(row.number)) {
      columns[Int(row.number)] = cellRange(ofRow: index).first.map { Int(cells[$0].column) }
    }
    return columns
  }
}

extension Finding {
  /// What a value was taken for; nil where it was not mended, or not into another text.
  var repaired: String? {
    guard severity == .repair else { return nil }
    return ["repaired", "code", "wish", "applicationNo"].lazy.compactMap { facts[$0] }.first
  }
}

extension Finding.Severity {
  /// The colour of cells with a finding of this weight.
  var tone: CellStyle.Tone {
    switch self {
    case .error: .error
    case .repair: .repair
    case .note: .note
    }
  }
}
