/// Where the blocks of text rows stand on a sheet, and how high they are.
struct TextLayout {
  /// The widths of the sheet's columns, in characters.
  let widths: [Double]

  /// One sheet row of blocks, from left to right, none over another.
  struct Line {
    var blocks: [(block: TextBlock, columns: ClosedRange<Int>)] = []
    /// In points; nil for the ordinary height.
    var height: Int?
  }

  /// The lines of a text row: one, or more where the blocks do not fit side by side.
  func lines(of row: TextRow) -> [Line] {
    var lines = [Line()]
    let shares = shares(row.blocks.count)
    for (index, block) in row.blocks.enumerated() {
      let columns = block.columns ?? shares[index]
      if let last = lines[lines.count - 1].blocks.last, last.columns.upperBound >= columns.lowerBound {
        lines.append(Line())
      }
      lines[lines.count - 1].blocks.append((block, columns))
    }
    return lines.map { line in
      var line = line
      line.height = line.blocks.compactMap { height(of: $0.block, over: $0.columns) }.max()
      return line
    }
  }

  /// The lines where people sign: place and date, role, hint, room, name.
  func lines(of signatures: [Signature]) -> [Line] {
    guard !signatures.isEmpty else { return [] }
    let parts: [TextRow] = [
      .blank,
      row(signatures) { TextBlock($0.place, italic: true) },
      row(signatures) { TextBlock($0.role, bold: true) },
      row(signatures) { TextBlock($0.hint, italic: true) },
      .blank, .blank, .blank, .blank,
      row(signatures) { TextBlock($0.name, bold: true) },
    ]
    return parts.flatMap(lines)
  }

  private func row(_ signatures: [Signature], _ block: (Signature) -> TextBlock) -> TextRow {
    var row = TextRow()
    let shares = shares(signatures.count)
    for (signature, columns) in zip(signatures, shares) {
      var block = block(signature)
      block.columns = columns
      if !block.text.isEmpty { row.blocks.append(block) }
    }
    return row
  }

  /// The sheet's columns in so many parts of about the same width. With fewer
  /// columns than parts, all parts are the whole.
  func shares(_ count: Int) -> [ClosedRange<Int>] {
    let whole = 0...max(widths.count - 1, 0)
    guard count > 1, widths.count >= count else { return Array(repeating: whole, count: count) }
    let total = widths.reduce(0, +)
    var shares: [ClosedRange<Int>] = []
    var start = 0
    var reached = 0.0
    for part in 1...count {
      var end = start
      reached += widths[start]
      // Each part still to come needs a column.
      while end + 1 <= widths.count - 1 - (count - part),
        part == count || reached + widths[end + 1] / 2 <= total * Double(part) / Double(count)
      {
        end += 1
        reached += widths[end]
      }
      shares.append(start...end)
      start = end + 1
    }
    return shares
  }

  private func height(of block: TextBlock, over columns: ClosedRange<Int>) -> Int? {
    let width = columns.reduce(0) { $0 + ($1 < widths.count ? widths[$1] : 9) }
    let lines = TextLayout.lineCount(
      of: block.text, width: width * Double(CellStyle.ordinarySize) / Double(block.size), bold: block.bold)
    if lines <= 1, block.size <= CellStyle.ordinarySize { return nil }
    return lines * (block.size * 27 / 20 + 1)
  }

  /// About how many lines a text takes in so many characters of width; merged
  /// cells do not grow by themselves.
  static func lineCount(of text: String, width: Double, bold: Bool) -> Int {
    var lines = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let length = paragraph.reduce(0.0) { sum, character in
        sum + (character == " " ? 0.55 : character.isUppercase ? 1.4 : 0.95)
      }
      lines += max(1, Int((length * (bold ? 1.08 : 1) / max(width, 1)).rounded(.up)))
    }
    return lines
  }
}
