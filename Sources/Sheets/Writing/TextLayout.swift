import Tables

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
      of: block.text, width: width * Double(CellStyle.ordinarySize) / Double(max(block.size, 1)),
      bold: block.bold)
    if lines <= 1, block.size <= CellStyle.ordinarySize { return nil }
    return lines * (block.size * 27 / 20 + 1)
  }

  /// The same of UTF-8. Most texts are too short to be looked at: no byte is wider than a capital.
  static func lineCount(of text: UnsafeRawBufferPointer, width: Double) -> Int {
    if text.count * 140 <= Int(width * 100), !text.contains(UInt8(ascii: "\n")) { return 1 }
    return lineCount(of: String(decoding: text, as: UTF8.self), width: width, bold: false)
  }

  /// About how many lines a text takes in so many characters of width; merged
  /// cells do not grow by themselves.
  static func lineCount(of text: String, width: Double, bold: Bool) -> Int {
    // In hundredths of a digit's width.
    let room = max(Int(width * 100), 100)
    func lines(_ length: Int) -> Int { max(1, ((bold ? length * 108 / 100 : length) + room - 1) / room) }
    var finished = 0
    var length = 0
    // By scalars, not characters: finding those, and their cases, takes many times as long.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        finished += lines(length)
        length = 0
      case " ": length += 55
      case "A"..."Z": length += 140
      case "\u{0}"..."\u{7F}": length += 95
      // Marks stand above or below the letter before them.
      case "\u{300}"..."\u{36F}": break
      default: length += scalar.isCapital ? 140 : 95
      }
    }
    return finished + lines(length)
  }
}
