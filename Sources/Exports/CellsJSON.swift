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
  case .isoDate: return "{\"d\": \(quoted(text))}"
  case .formulaWithoutValue: return "null"
  case .date, .time, .dateTime:
    if cell.kind == .time, let serial = Double(text), serial >= 0, serial < 3_000_000 {
      return "{\"t\": \(quoted(clock(seconds: Int((serial * 86_400).rounded()))))}"
    }
    guard let serial = Double(text), let moment = moment(serial, epoch1904: grid.epoch1904) else {
      return number(text)
    }
    switch cell.kind {
    case _ where moment.isMidnight: return "{\"d\": \(quoted(moment.day))}"
    default: return "{\"d\": \(quoted(moment.day + "T" + moment.time))}"
    }
  }
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

private struct Moment {
  var day: String
  var time: String
  var isMidnight: Bool
}

/// The day and the second of an Excel serial number.
private func moment(_ serial: Double, epoch1904: Bool) -> Moment? {
  guard serial >= 0, serial < 3_000_000 else { return nil }
  let seconds = Int((serial * 86_400).rounded())
  let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
  let day = Day(excelSerial: days, epoch1904: epoch1904)?.iso
  guard let day = day ?? (serial < 1 ? "" : nil) else { return nil }
  return Moment(day: day, time: clock(seconds: rest), isMidnight: rest == 0)
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
