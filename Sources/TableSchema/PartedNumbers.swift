import Tables

/// Numbers with a comma (`8,5`) that the separator of a text file has parted in every record: each has more fields than
/// there are labels, blank ones at the end, and all behind the number stands one column too far to the right. That is
/// certain where a column of numbers has nothing but one or two digits, and so has the text right of it.
struct PartedNumbers {
  private let place: ColumnPlace
  /// The number of the first record, put together again.
  private let value: String
  /// The column right of it, and what stands there.
  private let facts: [String: String]

  init?(_ grid: Grid, view: CellView, rows: [Int32], header: Header, _ columns: SheetColumns) {
    guard grid.separator == UInt8(ascii: ","),
      RecordLengths(grid, rows: rows, header: header).areAllLonger
    else { return nil }
    func digits(_ row: Int32, _ column: Int) -> String? {
      guard let index = grid.cellRange(ofRow: Int(row)).first(where: { Int(view.cells[$0].column) == column })
      else { return nil }
      let text = view.text(view.cells[index])
      guard (1...2).contains(text.count), text.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else {
        return nil
      }
      return String(decoding: text, as: UTF8.self)
    }
    for source in columns.sources where source.field.type == .text && source.field.reference == nil {
      let column = source.place.sheetColumn
      guard
        let number = columns.sources.first(where: {
          $0.place.sheetColumn == column - 1 && $0.field.type == .decimal
        }),
        rows.allSatisfy({ digits($0, column) != nil && digits($0, column - 1) != nil }),
        let whole = digits(rows[0], column - 1), let part = digits(rows[0], column)
      else { continue }
      place = number.place
      value = "\(whole),\(part)"
      facts = ["reason": "parted", "label": source.place.label, "other": part]
      return
    }
    return nil
  }

  func tell(_ header: Header, _ findings: inout FindingList) {
    findings.add(
      .extraCell, .error, headerRow: header.lastRow, column: place, value: value, facts: facts)
  }
}
