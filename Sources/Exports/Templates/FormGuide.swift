import Rounds
import Sheets
import Tables
import Wording

/// The last sheet of a form: how it is filled in and sent, and what each column means.
struct FormGuide {
  let unit: Unit
  let round: Round
  let words: FormWording

  func sheet(_ forms: [TemplateBook]) -> SheetSpec {
    let widths = [24.0, 28, 22, 58, 26]
    let template = TemplateWording(words.language)
    let steps = words.steps(unit: unit.code, round: round.code)
    return SheetSpec(
      name: words.guide,
      columns: zip(words.guideLabels, widths).map { ColumnSpec($0, width: $1, wraps: true) },
      above: [
        TextRow(TextBlock(words.guideTitle, bold: true, size: 14)),
        TextRow(TextBlock(round.name, italic: true)), .blank,
      ]
        + steps.enumerated().map { index, step in
          TextRow(TextBlock("\(index + 1). " + step, alignment: .left))
        } + [.blank],
      page: PageSpec(landscape: true, pageWord: template.page)
    ) { sink in
      for form in forms {
        for column in form.columns {
          sink.text(form.name)
          sink.text(column.label)
          sink.text(column.need(template) ?? "")
          sink.text(column.explanation(template))
          sink.text(column.example)
          sink.endRow()
        }
      }
    }
  }
}
