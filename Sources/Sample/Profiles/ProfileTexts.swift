/// What the examples say.
enum ProfileTexts {
  static let thpt = ["THPT-SO1|THPT Số Một", "THPT-SO2|THPT Số Hai", "THPT-SO3|THPT Số Ba"]
  static let thptCodes = ["THPT-SO1", "THPT-SO2", "THPT-SO3"]
  private static let quotas = ["THPT-SO1|10", "THPT-SO2|9", "THPT-SO3|8"]

  /// The groups of the national circular of 30/12/2024, Article 14.
  private static let priorities = (
    name: "Diện ưu tiên", labels: "Mã diện|Tên diện|Loại|Điểm cộng",
    rows: [
      "TT|Đạt giải quốc gia|tuyển thẳng|", "N1|Con liệt sĩ (nhóm 1)|ưu tiên|2",
      "N2|Con thương binh dưới 81% (nhóm 2)|ưu tiên|1.5", "N3|Dân tộc thiểu số (nhóm 3)|ưu tiên|1",
      "KK1|Giải nhất cấp tỉnh|khuyến khích|1.5", "KK2|Giải nhì cấp tỉnh|khuyến khích|1",
      "KK3|Giải ba cấp tỉnh|khuyến khích|0.5",
    ]
  )

  static var records: ProfileText {
    let grades = 6...9
    var pairs: [String] = []
    let old = (["Giỏi", "Khá", "Trung bình", "Yếu"], ["Tốt", "Khá", "Trung bình", "Yếu"])
    let new = (["Tốt", "Khá", "Đạt", "Chưa đạt"], ["Tốt", "Khá", "Đạt", "Chưa đạt"])
    for (learning, conduct) in [old, new] {
      for (i, first) in learning.enumerated() {
        for (j, second) in conduct.enumerated() {
          pairs.append("hoc-ba|\(first)|\(second)|\(matrix(min(i, j), max(i, j)))")
        }
      }
    }
    // A pair in both schemes is worth the same in both.
    var seen: Set<String> = []
    pairs = pairs.filter { seen.insert($0).inserted }
    return ProfileText(
      round: "Ví dụ: xét tuyển học bạ|2025-2026|THPT|Lớp 10|01/06/2025|31/12/2099|2|Xét hết NV1 mới đến NV2||"
        + "Để hội đồng xét||1.5",
      schools: thpt,
      tables: [
        ("Chỉ tiêu", "Mã trường|Chỉ tiêu", quotas),
        (
          "Cách tính điểm", "Cột điểm|Hệ số|Bảng quy đổi",
          grades.map { "Học lực \($0) + Hạnh kiểm \($0)|1|hoc-ba" }
        ),
        ("Bảng quy đổi", "Tên bảng|Giá trị 1|Giá trị 2|Điểm", pairs),
        priorities,
        (
          "Tiêu chí phụ", "Thứ tự|Tiêu chí|Chiều", ["1|ĐTB 9|giảm", "2|Toán 9 + Ngữ văn 9|giảm"]
        ),
      ],
      children: ProfileChildren(
        birthYears: [2010], wishes: thptCodes, wishCount: 2,
        records: grades.flatMap { grade in
          [("Học lực \(grade)", "Tốt;Tốt;Khá;Khá;Đạt"), ("Hạnh kiểm \(grade)", "Tốt;Tốt;Tốt;Khá")]
        } + [
          ("ĐTB 9", "7.1;7.4;7.8;8.2;8.5;8.9"), ("Toán 9", "6.5;7.2;8.1;9.0"),
          ("Ngữ văn 9", "6.8;7.3;7.9;8.4"),
        ], claims: ["N2", "N3", "KK2"]))
  }

  /// 10, 9, 8, 7, 6, and 5 for every other pair, whichever of the two is the better.
  private static func matrix(_ better: Int, _ worse: Int) -> Int {
    switch (better, worse) {
    case (0, 0): 10
    case (0, 1): 9
    case (1, 1): 8
    case (0, 2): 7
    case (1, 2): 6
    default: 5
    }
  }

  static var haNoi: ProfileText {
    // Each school has one program for all wishes: a margin is over the cut-off of the same program. Zones do not
    // know the number of a wish; the route of the source school opens the third.
    ProfileText(
      round: "Ví dụ: nguyện vọng sau phải cao hơn|2025-2026|THPT|Lớp 10|01/06/2025|31/12/2099|3|"
        + "NV sau phải cao hơn NV1|0;1;2|Lấy cả nhóm||",
      notes: [
        "Ở mỗi trường, điểm của em xét theo NV2 phải cao hơn điểm chuẩn NV1 của chính trường đó ít nhất 1 điểm, "
          + "theo NV3 ít nhất 2 điểm (cột Chênh lệch).",
        "NV1 và NV2 chỉ được xét trong khu vực tuyển sinh (trang Phân tuyến). NV3 ở đâu cũng được: trường cuối cấp "
          + "ghi trường NV3 của em vào cột «Trường đúng tuyến» của danh sách học sinh; để trống thì NV3 cũng chỉ "
          + "được xét trong khu vực.",
        "Cột «Trường đúng tuyến» mở khu vực cho trường ghi ở đó, dù em chọn trường ấy ở NV nào. Sở cần đối chiếu để "
          + "cột này chỉ ghi trường NV3.",
      ],
      schools: thpt,
      tables: [
        (
          "Chỉ tiêu", "Mã trường|Chỉ tiêu|Xét theo tuyến",
          ["THPT-SO1|10|có", "THPT-SO2|9|có", "THPT-SO3|22|có"]
        ),
        (
          "Phân tuyến", "Xã/Phường|Mã trường|Tuyến",
          [
            "Phường Một|THPT-SO1|1", "Phường Một|THPT-SO2|1", "Phường Hai|THPT-SO2|1",
            "Phường Hai|THPT-SO3|1",
          ]
        ),
        ("Cách tính điểm", "Cột điểm|Hệ số", ["Toán|1", "Ngữ văn|1", "Ngoại ngữ|1"]),
        priorities,
      ],
      children: ProfileChildren(
        count: 90, birthYears: [2010], wishes: thptCodes, wishCount: 3,
        lastWishBy: ["Phường Một": "THPT-SO3", "Phường Hai": "THPT-SO1"],
        records: [("Xã/Phường thường trú", "Phường Một;Phường Hai")],
        papers: ["Toán", "Ngữ văn", "Ngoại ngữ"],
        claims: ["N3", "KK3"]))
  }

  static var hoChiMinhCity: ProfileText {
    ProfileText(
      round: "Ví dụ: điểm chuẩn cho trước từng nguyện vọng|2025-2026|THPT|Lớp 10|01/06/2025|31/12/2099|3|"
        + "Theo điểm chuẩn cho trước||Lấy cả nhóm||",
      schools: thpt,
      tables: [
        ("Chỉ tiêu", "Mã trường|Chỉ tiêu", quotas),
        ("Cách tính điểm", "Cột điểm|Hệ số|Điểm liệt", ["Toán|1|0", "Ngữ văn|1|0", "Ngoại ngữ|1|0"]),
        (
          "Điểm chuẩn cho trước", "Mã trường|Nguyện vọng|Điểm chuẩn",
          zip(thptCodes, [22, 20, 18]).flatMap { school, least in
            (0..<3).map { "\(school)|\($0 + 1)|\(least).\($0 * 25)" }
          }
        ),
        priorities,
      ],
      children: ProfileChildren(
        birthYears: [2010], wishes: thptCodes, wishCount: 3, papers: ["Toán", "Ngữ văn", "Ngoại ngữ"],
        claims: ["N2", "N3"]))
  }

  static var tayNinh: ProfileText {
    ProfileText(
      round: "Ví dụ: 70% điểm thi, 30% học bạ|2025-2026|THPT|Lớp 10|01/06/2025|31/12/2099|3|"
        + "Xét đồng thời các NV||Không lấy cả nhóm||",
      schools: thpt,
      tables: [
        ("Chỉ tiêu", "Mã trường|Chỉ tiêu", quotas),
        (
          "Cách tính điểm", "Cột điểm|Hệ số",
          ["Toán|0.7", "Ngữ văn|0.7", "Ngoại ngữ|0.7"] + (6...9).map { "ĐTB \($0)|0.3" }
        ),
        priorities,
        ("Tiêu chí phụ", "Thứ tự|Tiêu chí|Chiều", ["1|ĐTB 9|giảm", "2|Ngày sinh|tăng"]),
      ],
      children: ProfileChildren(
        birthYears: [2010], wishes: thptCodes, wishCount: 3,
        records: (6...9).map { ("ĐTB \($0)", "6.5;7.0;7.4;7.8;8.3;8.8;9.1") },
        papers: ["Toán", "Ngữ văn", "Ngoại ngữ"], claims: ["N1", "N3", "KK1", "TT"]))
  }
}
