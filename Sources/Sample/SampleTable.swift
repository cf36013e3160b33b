import Sheets
import Tables

/// A cell as a school fills it in.
enum Cell: Hashable, Sendable {
  case blank
  case text(String)
  /// A number as it is spelled.
  case number(String)
  case date(Day)

  static func integer(_ value: Int) -> Cell { .number(String(value)) }
}

/// One table as somebody typed it, and how it becomes a file.
struct SampleTable: Sendable {
  var name: String
  var labels: [String]
  var rows: [[Cell]]
  /// Texts above the header, one a row.
  var above: [TextRow] = []
  var signatures: [Signature] = []

  init(_ name: String, _ labels: [String], _ rows: [[Cell]]) {
    self.name = name
    self.labels = labels
    self.rows = rows
  }

  /// A workbook with a sheet for each table.
  static func workbook(_ tables: [SampleTable]) -> [UInt8] {
    BookSpec(sheets: tables.map(\.sheet)).written().bytes
  }

  private var sheet: SheetSpec {
    let rows = rows
    return SheetSpec(
      name: name, columns: columns, above: above, signatures: signatures,
      page: PageSpec(landscape: true)
    ) { sink in
      for row in rows {
        for cell in row {
          switch cell {
          case .blank: sink.blank()
          case .text(let text): sink.text(text)
          case .number(let spelled): sink.number(spelled: Array(spelled.utf8)[...])
          case .date(let day): sink.date(day)
          }
        }
        sink.endRow()
      }
    }
  }

  /// Columns as wide as their first values, of the type of their first value.
  private var columns: [ColumnSpec] {
    labels.enumerated().map { index, label in
      var width = label.count
      var kind: ColumnSpec.Kind?
      for row in rows.prefix(100) where index < row.count {
        switch row[index] {
        case .blank: continue
        case .text(let text):
          width = max(width, text.count)
          kind = kind ?? .text
        case .number(let spelled):
          width = max(width, spelled.count)
          kind = kind ?? .decimal(places: nil)
        case .date:
          width = max(width, 10)
          kind = kind ?? .date
        }
      }
      return ColumnSpec(label, width: Double(min(width, 40) + 2), kind: kind ?? .text)
    }
  }

  /// A CSV; dates dd/mm/yyyy.
  func delimited(by separator: Character = ",", byteOrderMark: Bool = true) -> [UInt8] {
    var text = byteOrderMark ? "\u{FEFF}" : ""
    func append(_ fields: [String]) {
      let quoted = fields.map { field in
        field.contains { $0 == separator || $0 == "\"" || $0.isNewline }
          ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
          : field
      }
      text += quoted.joined(separator: String(separator)) + "\r\n"
    }
    append(labels)
    for row in rows {
      append(
        row.map { cell in
          switch cell {
          case .blank: ""
          case .text(let text): text
          case .number(let spelled): spelled
          case .date(let day): day.text
          }
        })
    }
    return Array(text.utf8)
  }
}
