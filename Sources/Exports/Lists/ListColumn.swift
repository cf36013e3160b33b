import Sheets
import Tables
import Wording

/// A column of a list: its label, its look, and what it says about a row.
struct ListColumn<Row> {
  var label: String
  var kind: ColumnSpec.Kind
  var value: (Row) -> ListValue

  init(_ label: String, _ kind: ColumnSpec.Kind = .text, _ value: @escaping (Row) -> ListValue) {
    self.label = label
    self.kind = kind
    self.value = value
  }
}

/// What a cell of a list says.
enum ListValue: Sendable {
  case blank
  case ordinal
  case text(String)
  case whole(Int64)
  case exact(Exact)
  case day(Day)

  /// How many characters the cell shows.
  var width: Int {
    switch self {
    case .blank: 0
    case .ordinal: 4
    case .text(let text): text.count
    case .whole(let number): String(number).count + String(number).count / 3
    case .exact(let number): number.text.count
    case .day: 10
    }
  }

  func write(to sink: inout RowSink) {
    switch self {
    case .blank: sink.blank()
    case .ordinal: sink.ordinal()
    case .text(let text): sink.text(text)
    case .whole(let number): sink.integer(number)
    case .exact(let number): sink.decimal(number)
    case .day(let day): sink.date(day)
    }
  }
}

extension ListColumn {
  /// The running number.
  static func ordinal(_ words: ListWording) -> ListColumn {
    ListColumn(words.label(.number), .ordinal) { _ in .ordinal }
  }

  /// As a column of a workbook, wide enough for what `rows` show in it: between
  /// the label's longest word and 44 characters; longer texts wrap.
  func spec(for rows: [[ListValue]], at position: Int) -> ColumnSpec {
    let longestWord = label.split(separator: " ").map(\.count).max() ?? 0
    let widest = rows.reduce(0) { max($0, $1[position].width) }
    // A margin for capitals, and for the filter's button in the header.
    let width = min(max(widest + 2, longestWord + 3, 6), 44)
    return ColumnSpec(label, width: Double(width), kind: kind, wraps: widest > 42)
  }
}
