/// A quoted value of several lines: a text that somebody wrote so, or whole rows, where its quote was one too many and
/// another one, rows below, happened to end a field.
struct SeveralLines {
  let column: Int
  /// How many delimiters its first line has, its last one, and at most one between them.
  private let first: Int
  private let last: Int
  private let between: Int
  /// Some of them stands right before the next value, as in rows; in a sentence a space follows.
  private let isTight: Bool
  /// How many delimiters the lines between have of which all stand so.
  private let tightLines: Set<Int>

  /// Nil for a value of one line.
  init?(_ value: Range<Int>, column: Int, of fields: FieldScanner) {
    var index = fields.end(from: value.lowerBound)
    guard index < value.upperBound else { return nil }
    var first: Int?
    var (between, count, spaces, isTight) = (0, 0, 0, false)
    var tightLines: Set<Int> = []
    while index < value.upperBound {
      if fields.isDelimiter(index) {
        count += 1
        if fields.text[index + 1] == UInt8(ascii: " ") { spaces += 1 } else { isTight = true }
      } else {
        if first == nil {
          first = count
        } else {
          between = max(between, count)
          if spaces == 0 { tightLines.insert(count) }
        }
        (count, spaces) = (0, 0)
      }
      index = fields.end(from: index + 1)
    }
    guard let first else { return nil }
    self.column = column
    self.first = first
    last = count
    self.between = between
    self.isTight = isTight
    self.tightLines = tightLines
  }

  /// Whether a line of it has exactly the delimiters of a row of so many fields, and writes them as rows do: in a table
  /// of some width nobody writes so.
  func areRows(of width: Int) -> Bool { width >= SeveralLines.leastWidth && tightLines.contains(width - 1) }

  private static let leastWidth = 6

  /// Whether a line of it has as many delimiters as a row of so many fields, or its two ends are what the quotes have
  /// left of two rows.
  func mayBeRows(of width: Int) -> Bool {
    guard width > 1 else { return false }
    // In a table of two columns any sentence with a comma has enough of them.
    let areMany = width > 2 ? between >= width - 1 : tightLines.contains(width - 1)
    return areMany || (isTight && first == width - 1 - column && last == column)
  }
}
