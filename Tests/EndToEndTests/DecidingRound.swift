import Foundation
import Testing

/// One small round `r1` in a workspace: schools S1 and S2 admit, T1 sends, `cong` is the portal.
struct DecidingRound {
  let work: Workdir
  private let round: String

  init(_ work: Workdir, _ round: String = "r1") {
    self.work = work
    self.round = round
  }

  /// The setup; `rules` has further columns of the rounds table with their values.
  func declare(
    method: String = "đồng thời", ties: String = "Không lấy cả nhóm", programs: [String] = ["S1|2", "S2|1"],
    rules: [(String, String)] = [],
    closes: String = "31/12/2099", authority: String = ""
  ) throws {
    try drop(
      "so", "dot",
      [
        ([
          "Mã đợt|Tên đợt|Năm học|Cấp học|Ngày mở|Ngày đóng|Số nguyện vọng|Cách xét|Bằng điểm|Khóa số bốc thăm"
        ]
          + rules.map(\.0)).joined(separator: "|"),
        (["\(round)|Đợt \(round)|2026-2027|THPT|01/06/2020|\(closes)|2|\(method)|\(ties)|khoa"]
          + rules.map(\.1))
          .joined(separator: "|"),
      ])
    try drop(
      "so", "donvi",
      [
        "Mã đơn vị|Tên đơn vị|Vai trò|Mã cơ quan quản lý", "S1|THPT Một|Trường|\(authority)",
        "S2|THPT Hai|Trường|\(authority)", "T1|THCS Nguồn|Trường|", "cong|Cổng|Cổng dịch vụ công|",
      ] + (authority.isEmpty ? [] : ["\(authority)|Phòng Giáo dục|Cơ quan quản lý|"]))
    try drop("so", "chitieu", ["Mã trường|Chỉ tiêu"] + programs)
    try drop("so", "diem", ["Cột điểm|Hệ số", "ĐTB 9|1"])
  }

  /// Drops a table; cells are parted by `|`.
  func drop(_ unit: String, _ name: String, _ lines: [String]) throws {
    let text = lines.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(separator: ",")
    }
    try work.drop("\(unit)/\(round)/\(name).csv", text.joined(separator: "\r\n") + "\r\n")
  }

  /// An application each: `A1|9|S1|S2|`, with an `x` at the end to withdraw.
  func applications(_ name: String, _ rows: [String]) throws {
    try drop(
      "cong", name,
      ["Mã hồ sơ|ĐTB 9|NV1|NV2|Rút hồ sơ|Họ và tên|Ngày sinh"] + rows.map { $0 + "|Lê Thị An|01/02/2011" })
  }

  /// Rows of an orders table: what, seed, whether held people are accepted.
  func order(_ name: String, _ rows: String...) throws {
    try drop("so", name, ["Thao tác|Số khởi tạo|Chấp nhận còn hồ sơ giữ lại"] + rows)
  }

  /// Rows of an enrolments table: who, where, and what is said of it.
  func enrolments(_ unit: String, _ name: String, _ rows: String...) throws {
    try drop(unit, name, ["Mã hồ sơ|Mã trường|Trạng thái"] + rows)
  }

  /// One of two seats of S1 is for children of war invalids (U); those who apply.
  func declareSeatForSome(_ applicants: String...) throws {
    try declare(programs: ["S1|2"])
    try drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "U|Con thương binh|ưu tiên|0"])
    try drop("so", "danhrieng", ["Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại", "S1|Diện|U|1|dành riêng"])
    try drop("cong", "a", ["Mã hồ sơ|ĐTB 9|NV1|Diện ưu tiên|Họ và tên|Ngày sinh"] + applicants)
  }

  /// `A1 S1`, `A2 waiting`, …: who is where in a published folder of the department.
  func result(_ folder: String) throws -> [String] {
    try rows(folder, "ket-qua.csv").map { row in
      let place = row["status"] == "admitted" ? row["school"] : row["status"]
      return (row["applicationNo"] ?? "") + " " + (place ?? "")
    }
  }

  func rows(_ folder: String, _ file: String) throws -> [[String: String]] {
    try work.rows("Outbox/so/\(round)/\(folder)/\(file)")
  }

  /// The folders that were published to a unit for this round.
  func published(_ unit: String) -> [String] {
    let names = Set(
      work.files("Outbox/\(unit)/\(round)").compactMap { $0.split(separator: "/").first.map(String.init) })
    return names.filter { $0.hasPrefix("du-kien") || $0.hasPrefix("chinh-thuc") }.sorted()
  }

  /// The codes in the newest receipt of a file of that name.
  func codes(_ unit: String, _ name: String) throws -> [String] { try findings(unit, name, "code") }

  /// What that receipt says.
  func sentences(_ unit: String, _ name: String) throws -> [String] { try findings(unit, name, "message") }

  private func findings(_ unit: String, _ name: String, _ part: String) throws -> [String] {
    let folder = "Outbox/\(unit)/bien-nhan/may-doc"
    let receipt = try #require(work.files(folder).last { $0.contains("-\(name)-") })
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: work.path("\(folder)/\(receipt)")))
    let findings = (json as? [String: Any])?["findings"] as? [[String: Any]]
    return findings?.compactMap { $0[part] as? String } ?? []
  }
}

/// Runs a test in a workspace of its own, which settles at once.
func withRound(_ body: (DecidingRound) throws -> Void) throws {
  let work = try Workdir()
  defer { work.remove() }
  try work.useQuickSettings()
  try body(DecidingRound(work))
}

/// Four children who all want S1 first and S2 second.
let fourChildren = ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|7|S1|S2|", "A4|6|S1|S2|"]
