import Sheets
import Tables

/// The list of one class as somebody typed it, with much of what goes wrong in schools; and the same corrected.
struct ClassByHand {
  private let province: Province
  private let round: RoundPlan

  init(_ province: Province, _ round: RoundPlan) {
    self.province = province
    self.round = round
  }

  func files(corrected: Bool) -> [SampleFile] {
    guard let source = round.byHand.first?.source else { return [] }
    let school = province.schools.all[source]
    let columns = Rosters(province).columns(round.level, RosterLayout(namesSchools: true), withWishes: true)
    var table = RosterColumns.table("9A8", columns, round.byHand)
    if !corrected { spoil(&table) }
    let name = corrected ? "Lớp 9A8 (đã sửa)" : "Lớp 9A8 (gõ tay)"
    return [
      SampleFile(
        path: "\(school.code)/\(round.level.code)/\(name).xlsx", bytes: SampleTable.workbook([table]))
    ]
  }

  /// Six rows that cannot be taken as they are, others that can be mended, a heading and a column of the
  /// typist's own.
  private func spoil(_ table: inout SampleTable) {
    func column(_ label: String) -> Int { table.labels.firstIndex(of: label) ?? 0 }
    let (id, name, birth) = (column("Số định danh cá nhân"), column("Họ và tên"), column("Ngày sinh"))
    func text(_ row: Int, _ column: Int) -> String {
      if case .text(let text) = table.rows[row][column] { return text }
      return ""
    }
    // Digits that a spreadsheet rounded away, a day that there is not, a digit too few, one id for two.
    table.rows[0][id] = .text("8.0307E+10")
    table.rows[1][birth] = .text("31/02/2007")
    table.rows[1][id] = .text(String(text(1, id).dropLast()))
    table.rows[3][id] = table.rows[2][id]
    table.rows[4][column("NV1")] = .text("THPT Lê Quý Đông")
    table.rows[4][column("ĐTB 9")] = .text("tám rưỡi")
    table.rows[5][name] = .text("NguyÔn ThÞ Hång")
    table.rows[5][birth] = .text("5/9/07")
    // What is read rightly all the same, and said.
    table.rows[6][name] = .text("Nguyá»…n VÄƒn An")
    table.rows[7][name] = .text("Ðặng Thị Ðào")
    table.rows[8][name] = .text("Trần Ngọc Yến".decomposedVietnamese)
    table.rows[9][name] = .text(text(9, name).replacing(" ", with: "\u{A0}"))
    for row in 10..<20 {
      // As numbers, without the zeros in front.
      if let number = Int(text(row, id)) { table.rows[row][id] = .integer(number) }
    }
    table.rows[20][birth] = .text("05-09-2007")
    table.rows[21][column("Dân tộc")] = .text("Kimh")
    table.rows[22][column("Giới tính")] = .text(text(22, column("Giới tính")) == "Nữ" ? "Nam" : "Nữ")
    table.labels.append("Điểm ƯT-KK")
    for row in table.rows.indices { table.rows[row].append(row == 12 ? .number("1.5") : .blank) }
    table.rows.insert([.blank, .text("Tổ 2")], at: 15)
  }
}
