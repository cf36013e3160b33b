import Foundation
import TableSchema
import Tables
import Testing

@testable import Rounds

/// The schemas that the project ships.
let shippedSchemas: SchemaSet = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schemas/tables")
  var files: [String: [UInt8]] = [:]
  for kind in TableKind.allCases {
    if let data = try? Data(contentsOf: folder.appending(path: kind.rawValue + ".json")) {
      files[kind.rawValue] = [UInt8](data)
    }
  }
  do {
    return try SchemaSet(files: files)
  } catch {
    Issue.record("\(error)")
    return SchemaSet([])
  }
}()

/// Files that were dropped, folded again and again as passes go by.
struct World {
  var history: History
  var last: InForce

  init() {
    history = History(arrivals: [], pass: 0)
    last = standing(history, schemas: shippedSchemas)
  }

  /// Drops a file into the next pass; each sheet is its header and rows, cells parted by `|`.
  mutating func drop(
    _ unit: String, _ round: String? = nil, mode: Arrival.Mode = .normal, file: String = "a.xlsx",
    _ sheets: String...
  ) {
    let text = sheets.joined(separator: "\u{c}")
    let grids = sheets.enumerated().map { grid("Sheet\($0 + 1)", $1) }
    let readings = readTables(grids, isCSV: false, schemas: shippedSchemas)
    let seq = (history.arrivals.last?.seq ?? 0) + 1
    history.arrivals.append(
      Arrival(
        seq: seq, pass: history.pass + 1, unit: unit, roundFolder: round, mode: mode, file: file,
        sha256: SHA256.hex(text.utf8), received: "day \(history.pass + 1)",
        tables: readings.compactMap(\.table), refused: readings.compactMap(\.refused),
        fileFindings: readings.flatMap(\.refusal)))
  }

  /// Folds what has been dropped since the last pass.
  @discardableResult
  mutating func pass(today: Day? = nil) -> InForce {
    history.pass += 1
    history.today = today
    last = standing(history, schemas: shippedSchemas)
    history.facts.add(last.newFacts)
    return last
  }

  /// Something happens to the round after the newest pass.
  mutating func happen(_ change: RoundEvent.Change, _ round: String = "l10") {
    history.events.append(RoundEvent(round: round, pass: history.pass, change: change))
  }

  /// What became of the arrival `seq`; the newest by default.
  func outcome(_ seq: Int? = nil) -> ArrivalOutcome? {
    guard let seq else { return last.outcomes.last }
    return last.outcomes.first { $0.seq == seq }
  }

  /// The codes of what was found, leaving out what reading the cells found.
  func codes(_ seq: Int? = nil) -> [String] {
    (outcome(seq)?.findings ?? []).map(\.code).filter { !readingCodes.contains($0) }.map(\.rawValue).sorted()
  }

  /// The texts of a column in force, as `seq:text` of the rows that are not held (`!` before those that are).
  func inForce(_ kind: TableKind, _ key: String, round: String = "l10") -> [String] {
    let layers = last.rounds.first { $0.round.code == round }?.layers[kind] ?? []
    return layers.flatMap { layer in
      layer.rows.map { row in
        "\(layer.seq):" + (layer.table.held[Int(row)] ? "!" : "") + layer.table.text(key, Int(row))
      }
    }
  }

  /// What would hang on an arrival if it were lost, as things are.
  var need: NeedOfLost { NeedOfLost(history, last, shippedSchemas, lost: [], answers: [:]) }

  func round(_ code: String = "l10") -> RoundTables? { last.rounds.first { $0.round.code == code } }
}

private let readingCodes: Set<FindingCode> = [.reread, .idBirthDate, .idGender]

private func grid(_ name: String, _ text: String) -> Grid {
  var grid = Grid(name: name)
  for (number, line) in text.split(separator: "\n").enumerated() {
    grid.rows.append(
      Grid.Row(number: Int32(number + 1), hidden: false, firstCell: Int32(grid.cells.count)))
    for (column, cell) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
      let bytes = Array(cell.trimmingCharacters(in: .whitespaces).utf8)
      if bytes.isEmpty { continue }
      grid.cells.append(
        Grid.Cell(
          start: UInt32(grid.bytes.count), length: UInt32(bytes.count), column: UInt16(column), kind: .text,
          inShared: false))
      grid.bytes += bytes
    }
  }
  return grid
}

/// Setup that many tests begin with: one round of grade 10, two schools that
/// admit, two that send, an authority, a portal.
enum Setup {
  static func rounds(_ rows: String...) -> String {
    ([
      "Mã đợt|Tên đợt|Năm học|Cấp học|Ngày mở|Ngày đóng|Số nguyện vọng|Cách xét|Bằng điểm|Số khởi tạo bốc thăm|Khóa số bốc thăm"
    ]
      + rows).joined(separator: "\n")
  }
  static let l10 = "l10|Lớp 10|2022-2023|THPT|01/07/2022|20/07/2022|2|đồng thời|Lấy cả nhóm"
  static let l6 = "l6|Lớp 6|2022-2023|THCS|01/07/2022|20/07/2022|2|đồng thời|Lấy cả nhóm"
  static let units = """
    Mã đơn vị|Tên đơn vị|Vai trò|Mã cơ quan quản lý
    A|Trường THPT An Bình|Trường|
    B|Trường THPT Bình Minh|Trường|
    S|Trường THCS Sao Mai|Trường|PGD
    T|Trường THCS Tân Tiến|Trường|PGD
    PGD|Phòng Giáo dục|Cơ quan quản lý|
    DVC|Cổng dịch vụ công|Cổng dịch vụ công|
    """
  static let programs = """
    Mã trường|Mã chương trình|Tên chương trình|Chỉ tiêu
    A||Lớp thường|10
    A|chuyen-toan|Chuyên Toán|5
    B|||10
    """

  /// A world in which the round `l10` stands.
  static func world() -> World {
    var world = World()
    world.drop("so", file: "setup.xlsx", rounds(l10), units, programs)
    world.pass()
    return world
  }

  /// The same, and a table for the round came in which everything may be wrong.
  static func world(_ unit: String, _ sheet: String) -> World {
    var world = Setup.world()
    world.history.settings.maxBadShare = 1
    world.drop(unit, "l10", sheet)
    world.pass()
    return world
  }
}

/// A roster with classes.
func roster(_ rows: String...) -> String {
  (["Số định danh cá nhân|Họ và tên|Ngày sinh|Lớp|Trường cuối cấp|NV1|NV2"] + rows).joined(separator: "\n")
}

/// A roster with classes, of any number of rows.
func rosterOf(_ rows: [String]) -> String {
  ([roster()] + rows).joined(separator: "\n")
}

/// The row of the child `number` in a class.
func child(_ number: Int, _ className: String = "9A1", wishes: String = "A", school: String = "") -> String {
  let id = "0802070" + String(repeating: "0", count: 5 - String(number).count) + String(number)
  return "\(id)|Nguyễn Văn \(number)|0\(1 + number % 9)/03/2007|\(className)|\(school)|\(wishes)"
}

func id(_ number: Int) -> String {
  "0802070" + String(repeating: "0", count: 5 - String(number).count) + String(number)
}

extension ArrivalOutcome {
  /// What all its tables changed together.
  var changes: Changes {
    tables.reduce(into: Changes()) { sum, table in
      sum.added += table.changes.added
      sum.removed += table.changes.removed
      sum.altered += table.changes.altered
    }
  }
}
