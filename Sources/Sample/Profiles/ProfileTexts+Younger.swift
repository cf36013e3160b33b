/// The examples for grade 1, grade 6 and the kindergarten; and which example is which.
extension SampleProfile {
  var text: ProfileText {
    switch self {
    case .records: ProfileTexts.records
    case .haNoi: ProfileTexts.haNoi
    case .hoChiMinhCity: ProfileTexts.hoChiMinhCity
    case .tayNinh: ProfileTexts.tayNinh
    case .grade1: ProfileTexts.grade1
    case .boarding6: ProfileTexts.boarding6
    case .kindergarten: ProfileTexts.kindergarten
    }
  }
}

extension ProfileTexts {
  private static let residences = [
    ("Xã/Phường thường trú", "Phường Một;Phường Một;Phường Hai"),
    ("Xã/Phường nơi ở", "Phường Một;Phường Hai;Phường Hai"),
  ]

  private static let disability = (
    name: "Diện ưu tiên", labels: "Mã diện|Tên diện|Loại|Điểm cộng", rows: ["KT|Trẻ khuyết tật|ưu tiên|0"]
  )

  /// DT1: both residences in the zone; DT2: the permanent one; DT3: the current one; DT4: neither.
  private static func tiers(_ school: String, _ commune: String) -> [String] {
    [
      "cả hai|\(commune)|\(school)|1", "thường trú|\(commune)|\(school)|2",
      "nơi ở hiện tại|\(commune)|\(school)|3", "||\(school)|4",
    ]
  }

  static var grade1: ProfileText {
    ProfileText(
      round:
        "Ví dụ: lớp 1 theo bốn mức tuyến|2025-2026|TH|Lớp 1|01/06/2025|31/12/2099|2|Xét đồng thời các NV||"
        + "Bốc thăm|khoa-vi-du|",
      schools: ["TH-SO1|TH Số Một", "TH-SO2|TH Số Hai"],
      tables: [
        (
          "Chỉ tiêu", "Mã trường|Chỉ tiêu|Xét theo tuyến|Sinh từ ngày|Sinh đến ngày|Diện được lệch tuổi",
          ["TH-SO1|14|có|01/01/2019|31/12/2019|KT", "TH-SO2|14|có|01/01/2019|31/12/2019|KT"]
        ),
        (
          "Phân tuyến", "Căn cứ|Xã/Phường|Mã trường|Tuyến",
          tiers("TH-SO1", "Phường Một") + tiers("TH-SO2", "Phường Hai")
        ),
        disability,
      ],
      children: ProfileChildren(
        birthYears: [2019, 2019, 2019, 2018], wishes: ["TH-SO1", "TH-SO2"], wishCount: 2, records: residences,
        claims: ["KT"]))
  }

  static var boarding6: ProfileText {
    ProfileText(
      round:
        "Ví dụ: lớp 6 dân tộc nội trú|2025-2026|THCS|Lớp 6|01/06/2025|31/12/2099|1|Xét đồng thời các NV||"
        + "Không lấy cả nhóm||",
      schools: ["PTDTNT-SO1|PTDTNT THCS Số Một"],
      tables: [
        ("Chỉ tiêu", "Mã trường|Chỉ tiêu|Số chờ xét bổ sung", ["PTDTNT-SO1|25|5"]),
        ("Cách tính điểm", "Cột điểm|Hệ số", (3...5).flatMap { ["Toán \($0)|1", "Tiếng Việt \($0)|1"] }),
        (
          "Diện ưu tiên", "Mã diện|Tên diện|Loại|Điểm cộng",
          ["RIN|Dân tộc thiểu số rất ít người|tuyển thẳng|", "DBKK|Cư trú vùng đặc biệt khó khăn|ưu tiên|1"]
        ),
        (
          "Tiêu chí phụ", "Thứ tự|Tiêu chí|Chiều",
          (3...5).reversed().enumerated().map { "\($0 + 1)|Toán \($1) + Tiếng Việt \($1)|giảm" }
        ),
      ],
      children: ProfileChildren(
        birthYears: [2014], wishes: ["PTDTNT-SO1"], wishCount: 1,
        records: (3...5).flatMap { [("Toán \($0)", "7;8;9;10"), ("Tiếng Việt \($0)", "7;8;9")] },
        claims: ["RIN", "DBKK"]))
  }

  static var kindergarten: ProfileText {
    // One program for all ages: seats of their own for each year of birth would put nobody first.
    ProfileText(
      round: "Ví dụ: mầm non, trẻ 5 tuổi trước|2025-2026|MN|Mẫu giáo|01/06/2025|31/12/2099|2|"
        + "Xét đồng thời các NV||Bốc thăm|khoa-vi-du|",
      notes: [
        "Mỗi trường có một chỉ tiêu chung cho trẻ 3, 4 và 5 tuổi. Tuyến gần được xét trước; trong cùng một tuyến, "
          + "trẻ 5 tuổi trước, rồi 4 tuổi, 3 tuổi: em sinh trước đứng trước (trang Tiêu chí phụ). Các em cùng tuyến, "
          + "cùng ngày sinh thì bốc thăm.",
        "Nếu mỗi độ tuổi có chỉ tiêu riêng thì không độ tuổi nào được xét trước độ tuổi nào.",
      ],
      schools: ["MN-SO1|MN Số Một", "MN-SO2|MN Số Hai"],
      tables: [
        (
          "Chỉ tiêu", "Mã trường|Chỉ tiêu|Xét theo tuyến|Sinh từ ngày|Sinh đến ngày|Diện được lệch tuổi",
          ["MN-SO1", "MN-SO2"].map { "\($0)|12|có|01/01/2020|31/12/2022|KT" }
        ),
        (
          "Phân tuyến", "Căn cứ|Xã/Phường|Mã trường|Tuyến",
          tiers("MN-SO1", "Phường Một") + tiers("MN-SO2", "Phường Hai")
        ),
        disability,
        ("Tiêu chí phụ", "Thứ tự|Tiêu chí|Chiều", ["1|Ngày sinh|tăng"]),
      ],
      children: ProfileChildren(
        birthYears: [2020, 2020, 2021, 2022], wishes: ["MN-SO1", "MN-SO2"], wishCount: 2, records: residences)
    )
  }
}
