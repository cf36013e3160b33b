import Tables

/// One row of a sheet, or two, seen as a header.
struct Lines {
  struct Column {
    var sheetColumn: Int
    /// As a person reads it.
    var label: String
    /// What to look up, the best first.
    var spellings: [[UInt8]]
    /// Of a label in two rows: what stands above, over this column and perhaps others, and what below.
    var group: (upper: [UInt8], lower: [UInt8])?
    /// How many sheet columns its cell is merged over.
    var span = 1
  }

  var columns: [Column]
  var firstRow: Int32
  var lastRow: Int32
  var firstDataRow: Int

  /// Row `row` alone. A cell merged to the right is one column, not several.
  static func single(_ text: HeaderText, _ row: Int) -> Lines? {
    let line = text.rows[row]
    let columns = line.labels.indices.filter { !line.labels[$0].isEmpty && !line.borrowed[$0] }.map {
      Column(
        sheetColumn: $0, label: string(line.labels[$0]), spellings: [line.labels[$0]], span: line.span(of: $0)
      )
    }
    guard !columns.isEmpty else { return nil }
    return Lines(
      columns: columns, firstRow: line.number, lastRow: line.number, firstDataRow: line.index + 1)
  }

  /// Row `row` as groups over the row below it. A column with nothing below has
  /// the upper label; a sub-label that means nothing alone is joined with its
  /// group's: `Nguyện vọng` over `1`, `Lớp 9` over `HL`.
  static func double(_ text: HeaderText, _ row: Int) -> Lines? {
    guard row + 1 < text.rows.count, text.rows[row + 1].number == text.rows[row].number + 1 else {
      return nil
    }
    let upper = text.rows[row]
    let lower = text.rows[row + 1]
    // How many columns in a row have nothing below, from each one on.
    var bare = [Int](repeating: 0, count: lower.labels.count + 1)
    for index in lower.labels.indices.reversed() where lower.labels[index].isEmpty {
      bare[index] = bare[index + 1] + 1
    }
    var columns: [Column] = []
    var group: [UInt8] = []
    for index in upper.labels.indices {
      let sub = lower.labels[index]
      if !upper.labels[index].isEmpty { group = upper.labels[index] }
      if sub.isEmpty {
        guard !upper.labels[index].isEmpty, !upper.borrowed[index] else { continue }
        columns.append(
          Column(
            sheetColumn: index, label: string(group), spellings: [group],
            span: min(bare[index], upper.span(of: index))))
      } else if group.isEmpty {
        columns.append(Column(sheetColumn: index, label: string(sub), spellings: [sub]))
      } else {
        let space = [UInt8(ascii: " ")]
        columns.append(
          Column(
            sheetColumn: index, label: string(group + space + sub),
            spellings: [sub, group + space + sub, sub + space + group], group: (group, sub)))
      }
    }
    return Lines(
      columns: columns, firstRow: upper.number, lastRow: lower.number, firstDataRow: lower.index + 1)
  }

  private static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
