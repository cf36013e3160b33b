import Foundation
import Tables
import Testing

@testable import Exports
@testable import Sheets

@Suite struct CellsJSONTests {
  /// The JSON of one cell, parsed.
  private func json(_ text: String, _ kind: Grid.Kind, epoch1904: Bool = false) throws -> NSObject {
    var grid = Grid(name: "Lớp \"9A\"", epoch1904: epoch1904)
    grid.bytes = Array(text.utf8)
    grid.rows = [Grid.Row(number: 7, hidden: false, firstCell: 0)]
    grid.cells = [
      Grid.Cell(start: 0, length: UInt32(grid.bytes.count), column: 2, kind: kind, inShared: false)
    ]
    let bytes = cellsJSON(Workbook(format: .xlsx, grids: [grid], notes: []), sheet: 0)
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect(object?["sheets"] as? [String] == ["Lớp \"9A\""])
    let cells = object?["cells"] as? [String: NSObject]
    return try #require(cells?["C7"])
  }

  @Test func daysTimesAndBoth() throws {
    let cells: [(String, Grid.Kind, [String: String])] = [
      ("44197", .date, ["d": "2021-01-01"]), ("44197.5", .dateTime, ["d": "2021-01-01T12:00:00"]),
      ("44197", .dateTime, ["d": "2021-01-01"]), ("0.423726851851852", .time, ["t": "10:10:10"]),
      ("0", .time, ["t": "00:00:00"]), ("1.5", .time, ["t": "36:00:00"]),
      ("2021-01-01", .isoDate, ["d": "2021-01-01"]), ("2021-01-01Z", .isoDate, ["d": "2021-01-01"]),
      ("4.4197E4", .date, ["d": "2021-01-01"]),
      ("2021-01-01T00:00:00.000Z", .isoDate, ["d": "2021-01-01"]),
      ("2021-01-01T10:10:10", .isoDate, ["d": "2021-01-01T10:10:10"]),
      ("10:10:10", .isoDate, ["t": "10:10:10"]),
      ("#N/A", .error, ["e": "#N/A"]),
    ]
    for (text, kind, expected) in cells {
      #expect(try json(text, kind) == expected as NSObject, "\(text) \(kind)")
    }
    #expect(try json("1", .date, epoch1904: true) == ["d": "1904-01-02"] as NSObject)
  }

  @Test func numbersTextsAndTruths() throws {
    #expect(try json("8.3000000000000007", .number) == 8.3 as NSNumber)
    #expect(try json("007", .number) == 7 as NSNumber)
    #expect(try json("080207123456", .text) == "080207123456" as NSString)
    #expect(try json("1", .boolean) == true as NSNumber)
    #expect(try json("", .formulaWithoutValue) == NSNull())
    // A day that the calendar of spreadsheets does not have stays the number that it is.
    #expect(try json("-3", .date) == -3 as NSNumber)
    #expect(try json("60", .date) == 60 as NSNumber)
  }
}
