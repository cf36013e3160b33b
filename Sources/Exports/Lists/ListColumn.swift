import Sheets
import Tables

/// A column of a list: its label, its look, and what it says in each row.
struct ListColumn: Sendable {
  var label: String
  var kind: ColumnSpec.Kind
  /// Short words and numbers stand in the middle of their cells.
  var centred: Bool
  var values: [ListValue]

  init(
    _ label: String, _ kind: ColumnSpec.Kind = .text, centred: Bool = false, _ values: [ListValue]
  ) {
    self.label = label
    self.kind = kind
    self.centred = centred || kind == .integer || kind == .decimal(places: nil)
    self.values = values
  }

  /// The same of what each row gives.
  init<Row>(
    _ label: String, _ kind: ColumnSpec.Kind = .text, centred: Bool = false, of rows: [Row],
    _ value: (Row) -> ListValue
  ) {
    self.init(label, kind, centred: centred, rows.map(value))
  }

  /// Some cell is not blank; true of a list of nobody, whose columns are all shown.
  var saysSomething: Bool {
    values.isEmpty || values.contains { $0 != .blank && $0 != .text("") }
  }

  /// Writes the cell of a row.
  func write(_ row: Int, to sink: inout RowSink) {
    if centred {
      let format: CellStyle.Format = kind == .text || kind == .code ? .text : .general
      sink.style(CellStyle(format: format, alignment: .centre, bordered: true))
    }
    values[row].write(to: &sink)
  }

  /// As a column of a workbook: as wide as what it shows and as its label in two lines, and at
  /// most 46 characters; longer texts go on in a second line.
  var spec: ColumnSpec {
    let longestWord = label.split(separator: " ").map { TextWidth.of(String($0)) }.max() ?? 0
    let label = max(longestWord, TextWidth.of(self.label) * 0.6)
    let widest = values.reduce(0) { max($0, $1.width) }
    let hasLines = values.contains {
      if case .text(let text) = $0 { text.utf8.contains(UInt8(ascii: "\n")) } else { false }
    }
    // Room for the cell's margins, and in the header for the filter's button.
    let wanted = max(widest + 1.5, label * 1.1 + 3, 5)
    return ColumnSpec(
      self.label, width: min(wanted, ListColumn.widest), kind: kind,
      wraps: kind == .text && (wanted > ListColumn.widest || hasLines))
  }

  private static let widest = 46.0
}

/// What a cell of a list says.
enum ListValue: Hashable, Sendable {
  case blank
  /// The running number.
  case ordinal
  case text(String)
  case whole(Int64)
  case exact(Exact)
  case day(Day)

  /// A day, or nothing.
  init(_ day: Day?) { self = day.map(ListValue.day) ?? .blank }

  /// A whole number from 1 on; 0 says that there is none.
  init(positive number: Int32) { self = number > 0 ? .whole(Int64(number)) : .blank }

  /// About how many digits wide the cell is shown.
  fileprivate var width: Double {
    switch self {
    case .blank: 0
    case .ordinal: 4
    case .text(let text): TextWidth.of(text)
    case .whole(let number): Double(String(number).utf8.count)
    case .exact(let number): Double(number.text.utf8.count)
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

/// How wide a text is about, in digits of the ordinary font: its widest line.
enum TextWidth {
  static func of(_ text: String) -> Double { of(utf8: text.utf8) }

  static func of(utf8 bytes: some Sequence<UInt8>) -> Double {
    var (hundredths, widest) = (0, 0)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"):
        widest = max(widest, hundredths)
        hundredths = 0
      case UInt8(ascii: " "): hundredths += 55
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hundredths += 140
      // The other bytes of a letter.
      case 0x80..<0xC0: break
      default: hundredths += 100
      }
    }
    return Double(max(widest, hundredths)) / 100
  }
}
