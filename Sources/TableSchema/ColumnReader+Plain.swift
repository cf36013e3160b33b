import Tables

/// Rows that follow each other and whose texts are kept as they stand in their cells, which costs least at once.
struct PlainRows {
  /// The first of them.
  let first: Int
  /// How many bytes their texts have.
  var bytes = 0

  /// None yet.
  init(from first: Int) { self.first = first }
}

extension ColumnReader {
  /// Takes the texts of the rows before `row`, which itself is not one of them.
  mutating func take(_ plain: inout PlainRows, before row: Int, of block: ColumnBlock) {
    if plain.first < row { copyTexts(of: plain.first..<row, bytes: plain.bytes, in: block) }
    plain = PlainRows(from: row + 1)
  }

  /// Takes the texts of some rows, so many bytes.
  mutating func copyTexts(of rows: Range<Int>, bytes size: Int, in block: ColumnBlock) {
    let view = view
    let first = rows.lowerBound - block.rows.lowerBound
    block.cells.withUnsafeBufferPointer { cells in
      texts.append(rows: rows.count, bytes: size) { bytes, ends in
        var end = 0
        for row in 0..<rows.count {
          let index = cells[first &+ row]
          if index >= 0 {
            let text = view.text(view.cells[Int(index)])
            ByteWord.copy(text, to: bytes + end)
            end &+= text.count
          }
          ends[row] = UInt32(truncatingIfNeeded: end)
        }
      }
    }
  }
}
