import Foundation
import Testing

/// A workspace with the round `lop10`, two authorities' schools, a portal and a finance office; what
/// senders drop, and the receipts that they get.
struct Season {
  let workdir: Workdir

  /// The department's setup has been dropped; nothing has been run.
  init(programs: [[String]] = [["thpt-x", "", "2"], ["thpt-y", "", "2"]], units: [[String]] = []) throws {
    workdir = try Workdir()
    try workdir.useQuickSettings()
    try workdir.drop(
      "so/setup.xlsx",
      MadeWorkbook([
        .init(name: "Đợt", rows: [Season.roundHeader, Season.round]),
        .init(name: "Đơn vị", rows: [Season.unitHeader] + Season.units + units),
        .init(name: "Chỉ tiêu", rows: [Season.programHeader] + programs),
      ]).bytes)
  }

  static let roundHeader = [
    "Mã đợt", "Tên đợt", "Năm học", "Cấp học", "Ngày mở", "Ngày đóng", "Số nguyện vọng", "Cách xét",
    "Bằng điểm",
  ]
  static let round = [
    "lop10", "Tuyển sinh lớp 10", "2022-2023", "THPT", "01/07/2022", "31/12/2099", "2", "lần lượt",
    "Lấy cả nhóm",
  ]
  static let unitHeader = ["Mã đơn vị", "Tên đơn vị", "Vai trò", "Mã cơ quan quản lý"]
  static let units = [
    ["pgd", "Phòng GD&ĐT A", "Cơ quan quản lý", "so"], ["thcs-a", "Trường THCS An Bình", "Trường", "pgd"],
    ["thcs-b", "Trường THCS Bình Minh", "Trường", "pgd"], ["thpt-x", "Trường THPT Xuân Mai", "Trường", "so"],
    ["thpt-y", "Trường THPT Yên Lạc", "Trường", "so"],
    ["cong", "Cổng dịch vụ công", "Cổng dịch vụ công", "so"],
    ["tc", "Phòng Tài chính", "Tài chính", "so"],
  ]
  static let programHeader = ["Mã trường", "Mã chương trình", "Chỉ tiêu"]
  static let rosterHeader = [
    "STT", "Số định danh cá nhân", "Họ và tên", "Ngày sinh", "Giới tính", "Trường cuối cấp", "Lớp", "NV1",
    "NV2",
  ]

  /// A boy of 2007 whose id obeys its structure.
  static func child(
    _ number: Int, _ className: String = "9A1", wishes: [String] = ["thpt-x", "thpt-y"], school: String = ""
  ) -> [String] {
    let day = String(100 + 1 + number % 28).dropFirst()
    return [
      String(number), id(number), "Nguyễn Văn " + letter(number), "\(day)/01/2007", "Nam", school, className,
    ] + wishes + Array(repeating: "", count: max(0, 2 - wishes.count))
  }

  static func id(_ number: Int) -> String { "080207" + String(1_000_000 + number).dropFirst() }

  private static func letter(_ number: Int) -> String { String(Array("ABCDEGHIKLMNOPQRSTUVXY")[number % 22]) }

  static func children(_ numbers: some Sequence<Int>, _ className: String = "9A1") -> [[String]] {
    numbers.map { child($0, className) }
  }

  /// A CSV of these rows.
  static func csv(_ rows: [[String]], delimiter: String = ",") -> String {
    rows.map { $0.joined(separator: delimiter) + "\r\n" }.joined()
  }

  /// Drops a roster as CSV.
  func roster(_ path: String, _ rows: [[String]]) throws {
    try workdir.drop(path, Season.csv([Season.rosterHeader] + rows))
  }

  func drop(_ path: String, _ rows: [[String]]) throws { try workdir.drop(path, Season.csv(rows)) }

  /// A pass that ends with this status.
  @discardableResult
  func pass(_ status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation) throws -> Workdir.Result {
    let result = try workdir.run("run", "--json")
    #expect(result.status == status, "\(result)", sourceLocation: sourceLocation)
    try checkKept(workdir, "after a pass", sourceLocation: sourceLocation)
    return result
  }

  // MARK: What came back

  /// All receipts of a unit, as programs read them, by name.
  func receipts(_ unit: String) throws -> [Receipt] {
    let folder = "Outbox/\(unit)/bien-nhan/may-doc"
    return try workdir.files(folder).map { name in
      var receipt = try JSONDecoder().decode(
        Receipt.self, from: Data(contentsOf: workdir.path("\(folder)/\(name)")))
      receipt.name = String(name.dropLast(".json".count))
      return receipt
    }
  }

  /// The newest receipt for a file of this name.
  func receipt(_ unit: String, _ file: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> Receipt
  {
    let own = try receipts(unit).filter { $0.file == file }
    return try #require(own.max { $0.order < $1.order }, sourceLocation: sourceLocation)
  }

  /// The names in the Inbox and their states, by `status --json`, and its exit status.
  func status() throws -> (inbox: [String: String], exit: Int32) {
    let result = try workdir.run("status", "--json")
    struct Report: Decodable {
      struct Name: Decodable { var path, state: String }
      var inbox: [Name]
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    return (Dictionary(report.inbox.map { ($0.path, $0.state) }) { first, _ in first }, result.status)
  }

  /// The rows of the newest provisional result.
  func result(_ round: String = "lop10") throws -> [[String: String]] {
    let newest = workdir.files("Outbox/so/\(round)").filter { $0.hasSuffix("/ket-qua.csv") }.last
    return try workdir.rows("Outbox/so/\(round)/" + #require(newest))
  }

  /// By personal id, or another one: a column of the newest result.
  func column(_ column: String, by identifier: String = "personalId") throws -> [String: String] {
    Dictionary(try result().map { ($0[identifier] ?? "", $0[column] ?? "") }) { first, _ in first }
  }
}

/// A receipt as programs read it.
struct Receipt: Decodable {
  struct Table: Decodable, Equatable {
    var kind, sheet: String
    var rows, accepted, held: Int
  }

  struct Finding: Decodable {
    var code, severity, sheet, column, value, message: String
    var row: Int?
    var cell: String?
  }

  /// The file's name, its extension left out.
  var name = ""
  var file, sha256, received, outcome: String
  var round: String?
  var tables: [Table]
  var findings: [Finding]

  private enum CodingKeys: String, CodingKey { case file, sha256, received, outcome, round, tables, findings }

  /// By arrival, then by how often it was told.
  var order: [Int] {
    let parts = name.split(separator: "-").map(String.init)
    return [Int(parts.first ?? "") ?? 0] + parts.dropFirst().compactMap { Int($0) }.suffix(1)
  }

  /// `foreign-key H3`, without notes and repairs.
  var errors: [String] { findings.filter { $0.severity == "error" }.map { told($0) } }

  /// Every finding likewise.
  var told: [String] { findings.map { told($0) } }

  private func told(_ finding: Finding) -> String {
    let place = finding.cell ?? finding.row.map(String.init) ?? ""
    return place.isEmpty ? finding.code : finding.code + " " + place
  }
}

extension [Int] {
  fileprivate static func < (a: [Int], b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }
}
