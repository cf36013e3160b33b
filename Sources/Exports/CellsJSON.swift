import Foundation
public import Sheets
import Tables

/// `cells FILE` (contract.md 6): every cell of one sheet as read, as one JSON
/// object with `sheets`, `sheet` and `cells`.
///
/// Texts are strings, numbers as the file spells them, booleans; a date is
/// `{"d": "2021-01-01"}`, a time `{"t": "10:10:10"}`, a date with a time
/// `{"d": "2021-01-01T10:10:10"}`, an error `{"e": "#N/A"}`. Cells stand in the order of the sheet.
public func cellsJSON(_ workbook: Workbook, sheet: Int) -> [UInt8] {
  let grid = workbook.grids[sheet]
  var cells: [String] = []
  for row in grid.rows.indices {
    for index in grid.cellRange(ofRow: row) {
      let cell = grid.cells[index]
      let address = cellAddress(column: Int(cell.column), row: Int(grid.rows[row].number))
      cells.append(quoted(address) + ": " + value(of: cell, in: grid))
    }
  }
  let names = workbook.grids.map { quoted($0.name) }.joined(separator: ", ")
  let body = cells.isEmpty ? "{}" : "{\n    " + cells.joined(separator: ",\n    ") + "\n  }"
  return Array(
    "{\n  \"sheets\": [\(names)],\n  \"sheet\": \(quoted(grid.name)),\n  \"cells\": \(body)\n}\n".utf8)
}

private func value(of cell: Grid.Cell, in grid: Grid) -> String {
  let text = grid.string(of: cell)
  switch cell.kind {
  case .text: return quoted(text)
  case .number: return Double(text) == nil ? quoted(text) : number(text)
  case .boolean: return text == "1" ? "true" : "false"
  case .error: return "{\"e\": \(quoted(text))}"
  case .isoDate: return isoMoment(text)
  case .formulaWithoutValue: return "null"
  case .time:
    guard let serial = Double(text), serial >= 0, serial < 3_000_000 else { return number(text) }
    return "{\"t\": \(quoted(clock(seconds: Int((serial * 86_400).rounded()))))}"
  case .date, .dateTime:
    guard let serial = Double(text), let moment = moment(serial, epoch1904: grid.epoch1904) else {
      return number(text)
    }
    return "{\"d\": \(quoted(moment))}"
  }
}

/// An ISO 8601 moment as ours are written: no midnight, no zone; a time alone is a time.
private func isoMoment(_ text: String) -> String {
  var moment = text.hasSuffix("Z") ? String(text.dropLast()) : text
  if let point = moment.lastIndex(of: "."), moment[point...].dropFirst().allSatisfy(\.isWholeNumber) {
    moment = String(moment[..<point])
  }
  if moment.hasSuffix("T00:00:00") { moment = String(moment.dropLast(9)) }
  return !moment.contains("-") && moment.contains(":")
    ? "{\"t\": \(quoted(moment))}" : "{\"d\": \(quoted(moment))}"
}

/// A number as JSON spells it, if the file's own spelling is not JSON's.
private func number(_ text: String) -> String {
  let starts = text.first.map { $0.isNumber || $0 == "-" } ?? false
  let plain =
    starts && !text.hasPrefix("0") && !text.hasPrefix("-0") && !text.hasPrefix("-.") && !text.contains(".e")
    && !text.contains(".E") && !text.hasSuffix(".")
  if plain { return text }
  guard let number = Double(text), number.isFinite else { return quoted(text) }
  return number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
}

/// The day of an Excel serial number, and its time unless that is midnight.
private func moment(_ serial: Double, epoch1904: Bool) -> String? {
  guard serial >= 0, serial < 3_000_000 else { return nil }
  let seconds = Int((serial * 86_400).rounded())
  let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
  guard let day = Day(excelSerial: days, epoch1904: epoch1904)?.iso else { return nil }
  return rest == 0 ? day : day + "T" + clock(seconds: rest)
}

/// `10:10:10`; hours go on beyond 24, as in a format that shows elapsed time.
private func clock(seconds: Int) -> String {
  func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
  return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
}

/// A JSON string.
private func quoted(_ text: String) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .withoutEscapingSlashes
  // A string can always be encoded.
  return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
}
