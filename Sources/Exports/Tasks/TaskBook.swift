import Sheets
public import Wording

extension TaskList {
  /// The list as a workbook.
  public func workbook(in language: Language) -> [UInt8] {
    let words = TaskWording(language)
    let sections = rows(words)
    let widths = [38.0, 50, 32, 62]
    let sheet = SheetSpec(
      name: words.sheet, form: .free, columns: widths.map { ColumnSpec("", width: $0) },
      above: [
        TextRow(TextBlock(words.title, bold: true, size: 14)),
        TextRow(TextBlock(unit, bold: true)),
        TextRow(TextBlock(words.about, italic: true, tone: .faint)),
      ],
      page: PageSpec(landscape: true, pageWord: words.page)
    ) { sink in
      for section in sections {
        sink.endRow()
        sink.style(CellStyle(bold: true, size: 12, tone: section.rows.isEmpty ? .good : .plain))
        sink.text(section.heading)
        sink.endRow()
        guard !section.rows.isEmpty else { continue }
        for label in section.labels {
          sink.style(
            CellStyle(
              format: .text, bold: true, alignment: .centre, wraps: true, bordered: true, tone: .header))
          sink.text(label)
        }
        sink.endRow()
        for row in section.rows {
          for text in row {
            sink.style(CellStyle(format: .text, wraps: true, bordered: true))
            sink.text(text)
          }
          sink.endRow()
        }
      }
    }
    return BookSpec(title: words.title + " – " + unit, sheets: [sheet]).written().bytes
  }
}
