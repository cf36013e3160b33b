import Tables

/// One row of a sheet, or two or three, seen as a header.
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
  /// Whether some of it stands below a label that means another person.
  var hasOthers = false
  /// Whether the uppermost of three rows names another person over labels.
  var hasOthersAbove = false
  /// Whether all labels of the third of three rows stand below labels that mean another person.
  var isThirdOthers = false
  /// How many labels have other persons below them, and nothing else: `Điện thoại` over `Cha` and `Mẹ`.
  var othersBelow = 0

  /// Row `row` alone. A cell merged to the right is one column, not several. What stands below a label that means
  /// another person is theirs.
  static func single(_ text: HeaderText, _ row: Int, _ others: OtherPersons) -> Lines? {
    let line = text.rows[row]
    let isBelow = row > 0 && text.rows[row - 1].number == line.number - 1
    let groups = isBelow ? others.groups(of: text.rows[row - 1]) : []
    let columns = line.labels.indices.filter { !line.labels[$0].isEmpty && !line.borrowed[$0] }.map { index in
      let label = line.labels[index]
      let isOthers = groups.indices.contains(index) && !groups[index].isEmpty
      return Column(
        sheetColumn: index, label: isOthers ? string(groups[index] + space + label) : string(label),
        spellings: isOthers ? spellings(label, below: groups[index]) : [label], span: line.span(of: index))
    }
    guard !columns.isEmpty else { return nil }
    return Lines(
      columns: columns, firstRow: line.number, lastRow: line.number, firstDataRow: line.index + 1)
  }

  /// Row `row` as groups over the row below it. A column with nothing below has
  /// the upper label; a sub-label that means nothing alone is joined with its
  /// group's: `Nguyện vọng` over `1`, `Lớp 9` over `HL`. One below a label that
  /// means another person never stands alone: `Cha` over `Số CCCD`.
  static func double(_ text: HeaderText, _ row: Int, _ others: OtherPersons) -> Lines? {
    guard text.hasRow(row + 1, below: row) else { return nil }
    let upper = text.rows[row]
    return grouped(upper, over: text.rows[row + 1], others, theirs: others.groups(of: upper))
  }

  /// Row `row` as groups over the two rows below it: `Kết quả học tập` over `Lớp 6` over `HL`. Of three labels of a
  /// column the lower two count, as in two rows; what stands below a label that means another person is theirs.
  static func triple(_ text: HeaderText, _ row: Int, _ others: OtherPersons) -> Lines? {
    guard text.hasRow(row + 1, below: row), text.hasRow(row + 2, below: row + 1) else { return nil }
    let upper = text.rows[row]
    var (middle, lower) = (text.rows[row + 1], text.rows[row + 2])
    let groups = others.groups(of: upper)
    var (goesDown, hasOthersAbove) = (false, false)
    for index in upper.labels.indices {
      let label = upper.labels[index]
      guard !middle.labels[index].isEmpty else {
        goesDown = !label.isEmpty && (goesDown || !upper.borrowed[index])
        guard goesDown else { continue }
        middle.labels[index] = label
        middle.borrowed[index] = upper.borrowed[index]
        continue
      }
      goesDown = false
      if !groups[index].isEmpty { hasOthersAbove = true }
      if lower.labels[index].isEmpty, !middle.borrowed[index], middle.span(of: index) == 1 {
        // Nothing below: the label of the column.
        lower.labels[index] = middle.labels[index]
        middle.labels[index] = label
        middle.borrowed[index] = upper.borrowed[index]
      } else if !groups[index].isEmpty {
        middle.labels[index] = groups[index] + space + middle.labels[index]
      }
    }
    let theirs = zip(groups, others.groups(of: middle)).map { $0.isEmpty ? $1 : $0 }
    var lines = grouped(middle, over: lower, others, theirs: theirs)
    lines.firstRow = upper.number
    lines.hasOthersAbove = hasOthersAbove
    lines.isThirdOthers = zip(text.rows[row + 2].labels, theirs).allSatisfy { $0.isEmpty || !$1.isEmpty }
    return lines
  }

  /// - Parameter groups: of each column the label above it that means another person, or none.
  private static func grouped(
    _ upper: HeaderText.Row, over lower: HeaderText.Row, _ others: OtherPersons, theirs groups: [[UInt8]]
  ) -> Lines {
    // How many columns in a row have nothing below, from each one on.
    var bare = [Int](repeating: 0, count: lower.labels.count + 1)
    for index in lower.labels.indices.reversed() where lower.labels[index].isEmpty {
      bare[index] = bare[index + 1] + 1
    }
    var hasOthers = false
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
        if !groups[index].isEmpty { hasOthers = true }
        columns.append(
          Column(
            sheetColumn: index, label: string(group + space + sub),
            spellings: (groups[index].isEmpty ? [sub] : []) + spellings(sub, below: group),
            group: (group, sub)))
      }
    }
    let othersBelow = labels(of: upper, overNobodyBut: others, in: lower)
    return Lines(
      columns: columns, firstRow: upper.number, lastRow: lower.number, firstDataRow: lower.index + 1,
      hasOthers: hasOthers || othersBelow > 0, othersBelow: othersBelow)
  }

  /// How many labels of a row stand over several columns that name other persons. Where nothing is merged only a row
  /// in which nothing else stands is sure to be no data.
  private static func labels(
    of upper: HeaderText.Row, overNobodyBut others: OtherPersons, in lower: HeaderText.Row
  ) -> Int {
    let filled = lower.labels.filter { !$0.isEmpty }
    let isAll = filled.count > 1 && filled.allSatisfy(others.areMeant)
    return upper.labels.indices.count { index in
      guard !upper.labels[index].isEmpty, !upper.borrowed[index] else { return false }
      let span = upper.span(of: index)
      if span == 1 { return isAll && !lower.labels[index].isEmpty }
      return lower.labels[index..<(index + span)].allSatisfy(others.areMeant)
    }
  }

  private static let space = [UInt8(ascii: " ")]

  private static func spellings(_ sub: [UInt8], below group: [UInt8]) -> [[UInt8]] {
    [group + space + sub, sub + space + group]
  }

  private static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
