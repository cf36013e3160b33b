import Sheets
import Tables

func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

extension Grid {
  /// The format in which a sender sees more of a number than its digits.
  func shownFormat(of cell: Cell) -> CellStyle.Format? {
    if let pattern = pattern(of: cell) { return .pattern(pattern.formatCode) }
    return cell.zeros > 0 ? .digits(Int(shownLength(of: cell))) : nil
  }

  /// How many characters it has at least; what does not fit in its column is not seen at all.
  func shownLength(of cell: Cell) -> Double {
    if let pattern = pattern(of: cell) { return Double(pattern.length) }
    guard cell.zeros > 0 else { return 0 }
    return Double(Int(cell.zeros) + text(of: cell).prefix(while: isDigit).count)
  }
}
