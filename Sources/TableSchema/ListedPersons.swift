import Tables

extension Grid {
  /// Whether personal ids stand one below the other: the sheet is a list of persons, whatever its labels say.
  var listsPersons: Bool {
    var counts: [UInt16: Int] = [:]
    for cell in cells where (11...12).contains(cell.length) && (cell.kind == .text || cell.kind == .number) {
      // A number has lost the zero in front.
      let zero = cell.kind == .number && cell.length == 11 ? [UInt8(ascii: "0")] : []
      guard PersonalId(zero + text(of: cell)) != nil else { continue }
      counts[cell.column, default: 0] += 1
      if counts[cell.column] == 2 { return true }
    }
    return false
  }
}
