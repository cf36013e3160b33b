/// The department's last word on each round: close, draw lots, publish.
struct Orders {
  private let province: Province

  init(_ province: Province) { self.province = province }

  var file: SampleFile {
    let rows: [[Cell]] = province.rounds.flatMap { round in
      let code = Cell.text(round.level.code)
      var rows: [[Cell]] = [
        [code, .text("khóa nhận hồ sơ"), .blank, .blank, .text("Hết hạn nhận hồ sơ"), .blank]
      ]
      if round.level == .grade1 {
        rows.append([code, .text("bốc thăm"), .text("572913"), .text("15/BB-HĐTS"), .blank, .blank])
      }
      rows.append([
        code, .text("chốt"), .blank, .text("\(210 + round.level.rawValue)/QĐ-SGDĐT"), .blank, .text("có"),
      ])
      return rows
    }
    let table = SampleTable(
      "Thao tác đợt",
      ["Mã đợt", "Thao tác", "Số khởi tạo", "Số văn bản", "Lý do", "Chấp nhận còn hồ sơ giữ lại"], rows)
    return SampleFile(path: "so/Khóa sổ và chốt.xlsx", bytes: SampleTable.workbook([table]))
  }
}
