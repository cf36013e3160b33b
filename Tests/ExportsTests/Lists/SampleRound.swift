import Exports
import Foundation
import Rounds
import Sheets
import TableSchema
import Tables
import Testing
import Wording

/// The schemas that the project ships.
let shippedSchemas: SchemaSet = {
  var files: [String: [UInt8]] = [:]
  for kind in TableKind.allCases {
    files[kind.rawValue] = try? [UInt8](
      Data(contentsOf: schemasFolder.appending(path: "tables/\(kind).json")))
  }
  do {
    return try SchemaSet(files: files)
  } catch {
    Issue.record("\(error)")
    return SchemaSet([])
  }
}()

let schemasFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schemas")

/// A small round of two schools: Ân and Bình get A, Đăng loses a tie there and
/// gets B, Chi waits for A, Dũng has no place, `=Hồ Em` no mark; Phong has not
/// applied, and no school knows Giang.
struct SampleRound {
  var tables: RoundTables

  init() {
    var round = Round(
      code: "l10", name: "Tuyển sinh lớp 10", schoolYear: "2022-2023", level: "THPT",
      opens: Day(number: 19_150), closes: Day(number: 19_180), wishes: 2, method: .simultaneous,
      tiePolicy: .allOut)
    round.grade = "Lớp 10"
    var units: [String: Rounds.Unit] = [:]
    for (code, name, role) in [
      ("so", "Sở Giáo dục và Đào tạo", Rounds.Unit.Role.department), ("A", "Trường THPT Tân Trụ", .school),
      ("B", "Trường THPT Thủ Thừa", .school), ("S", "Trường THCS Bình An", .school),
    ] {
      units[code] = Rounds.Unit(code: code, name: name, role: role)
      if role == .school { units[code]?.parent = "so" }
    }
    units["A"]?.head = "Nguyễn Văn Hiệu"
    units["A"]?.place = "Tân Trụ"
    tables = RoundTables(round: round, units: units, department: "so")
    tables.state = .closed
    for (school, quota) in [("A", 2), ("B", 1)] {
      var plan = ProgramPlan(school: school, program: "thuong", quota: quota)
      plan.reserve = 1
      tables.programs.append(plan)
    }
    add("so", "Cột điểm|Hệ số\nĐTB 9|1")
    add("so", "Thứ tự|Tiêu chí|Chiều\n1|Ngày sinh|tăng")
    add("S", SampleRound.roster)
    add(
      "DVC",
      "Số định danh cá nhân|Họ và tên|Ngày sinh|Trường cuối cấp|NV1\n080207000009|Đỗ Giang|01/09/2007|S|B/thuong"
    )
    add("A", "Mã trường|Tên lớp|Sĩ số tối đa|Giáo viên chủ nhiệm\nA|10A1|1|Lê Thị Hoa\nA|10A2|1|")
    add(
      "A",
      """
      Mã trường|Mã khoản thu|Tên khoản thu|Kỳ thu|Số tiền|Hạn nộp
      A|HP|Học phí|HK1|1500000|05/09/2022
      A|BHYT|Bảo hiểm y tế|2022|563.220|
      """)
    add("A", "Số định danh cá nhân|Mã học sinh\n080307000001|HS0001")
  }

  private static let roster = """
    Số định danh cá nhân|Họ và tên|Ngày sinh|Giới tính|Lớp|ĐTB 9|NV1|NV2|Nơi thường trú|Điện thoại
    080307000001|Nguyễn Thị Ân|01/02/2007|Nữ|9A1|9,25|A/thuong|B/thuong|Ấp 1, Bình An|0912000001
    080207000002|Lê Văn Bình|03/04/2007|Nam|9A2|8,5|A/thuong|B/thuong||
    080207000003|Trần Đăng|05/06/2007|Nam|9A10|8,5|A/thuong|B/thuong||
    080307000004|Võ Thị Chi|07/08/2007|Nữ|9A1|7|A/thuong|B/thuong||
    080207000005|Phạm Dũng|09/10/2007|Nam|9A2|6,75|A/thuong|B/thuong||
    080207000006|=Hồ Em|11/12/2007|Nam|9A2||A/thuong|||
    080207000007|Bùi Phong|12/12/2007|Nam|9A1|8||||
    """

  /// Adds a table as a unit sends it: header and rows, cells parted by `|`.
  mutating func add(_ sender: String, _ text: String) {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    let cells = lines.enumerated().map { number, line in
      (number: Int32(number + 1), cells: line.map { (Grid.Kind.text, $0) })
    }
    guard let table = readTables([grid("", cells)], isCSV: true, schemas: shippedSchemas).first?.table else {
      Issue.record("no table: \(text)")
      return
    }
    let role: Rounds.Unit.Role = sender == "so" ? .department : sender == "DVC" ? .portal : .school
    let seq = tables.layers.values.reduce(1) { $0 + $1.count }
    tables.layers[table.kind, default: []].append(
      Layer(
        seq: seq, sender: sender, role: role, file: sender, table: table,
        rows: table.rowNumbers.indices.map(Int32.init)))
  }

  func decided() throws -> DecidedRound {
    let result = decide(tables, schemas: shippedSchemas)
    guard case .decided(let round) = result else {
      throw NotDecided(findings: "\(result)")
    }
    return round
  }

  struct NotDecided: Error { var findings: String }

  /// What each unit gets.
  func files(official: Bool = true, language: Language = .vi) throws -> RoundFiles {
    let profile = try [UInt8](Data(contentsOf: schemasFolder.appending(path: "exports/qlgd.json")))
    return RoundFiles(
      try decided(), schemas: shippedSchemas, official: official,
      profiles: ["qlgd": try ExportProfile(name: "qlgd", json: profile)], language: language)
  }
}

extension RoundFiles {
  func file(_ path: String, for unit: String) throws -> OutputFile {
    try #require(files(for: unit).first { $0.path == path })
  }

  /// The rows of a text file.
  func lines(_ path: String, for unit: String = "so") throws -> [String] {
    String(decoding: try file(path, for: unit).bytes.dropFirst(3), as: UTF8.self).components(
      separatedBy: "\r\n")
  }

  /// The sheets of a workbook: each row's filled cells; dates as dd/mm/yyyy.
  func sheets(_ path: String, for unit: String) throws -> [(name: String, rows: [[String]])] {
    try readWorkbook(try file(path, for: unit).bytes).grids.filter { $0.visibility == .visible }.map { grid in
      let rows = grid.rows.indices.map { row in
        grid.cells[grid.cellRange(ofRow: row)].map { cell in
          let text = grid.string(of: cell)
          guard cell.kind == .date, let serial = Int(text) else { return text }
          return Day(excelSerial: serial, epoch1904: false)?.text ?? text
        }
      }
      return (grid.name, rows)
    }
  }
}
