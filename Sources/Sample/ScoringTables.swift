/// How scores are made, in each round that has them.
struct ScoringTables {
  private let levels: [Level]
  /// The school with the class for the best in mathematics.
  private let specialSchool: String

  init(_ province: Province) {
    levels = province.rounds.map(\.level)
    specialSchool = province.schools.all.first?.code ?? ""
  }

  private func rows(_ rows: [(Level, [Cell])]) -> [[Cell]] {
    rows.filter { levels.contains($0.0) }.map { [.text($0.0.code)] + $0.1 }
  }

  var scoring: SampleTable {
    let byRecord: [(Level, [Cell])] = (6...9).map { grade in
      (
        .grade10,
        [.blank, .blank, .text("Học lực \(grade) + Hạnh kiểm \(grade)"), .text("1"), .text("hoc-ba"), .blank]
      )
    }
    let special: [(Level, [Cell])] = [("Toán 9", "2"), ("Ngữ văn 9", "1"), ("ĐTB 9", "1")].map {
      field, coefficient in
      (
        .grade10,
        [.text(specialSchool), .text(Program.special), .text(field), .text(coefficient), .blank, .text("5")]
      )
    }
    let grade6: [(Level, [Cell])] = ["Toán 5", "Tiếng Việt 5"].map {
      (.grade6, [.blank, .blank, .text($0), .text("1"), .blank, .blank])
    }
    return SampleTable(
      "Cách tính điểm",
      ["Mã đợt", "Mã trường", "Mã chương trình", "Cột điểm", "Hệ số", "Bảng quy đổi", "Điểm liệt"],
      rows(byRecord + special + grade6))
  }

  /// Each pair of results for the year, in the words and in the letters in use.
  var conversions: SampleTable {
    var pairs: [(Level, [Cell])] = []
    for learning in YearResults.Learning.allCases {
      for conduct in YearResults.Conduct.allCases {
        let points = Cell.integer(ScoringTables.points(learning, conduct))
        pairs.append((.grade10, [.text("hoc-ba"), .text(learning.letter), .text(conduct.letter), points]))
        if learning != .poor || conduct.word != conduct.letter {
          pairs.append((.grade10, [.text("hoc-ba"), .text(learning.word), .text(conduct.word), points]))
        }
      }
    }
    return SampleTable(
      "Bảng quy đổi", ["Mã đợt", "Tên bảng", "Giá trị 1", "Giá trị 2", "Điểm"], rows(pairs))
  }

  /// The matrix in use in many provinces; every pair that it does not name is worth 5.
  static func points(_ learning: YearResults.Learning, _ conduct: YearResults.Conduct) -> Int {
    switch (learning, conduct) {
    case (.good, .good): 10
    case (.good, .fair), (.fair, .good): 9
    case (.fair, .fair): 8
    case (.good, .average), (.average, .good): 7
    case (.fair, .average), (.average, .fair): 6
    default: 5
    }
  }

  var priorities: SampleTable {
    let groups: [(Level, String, String, String, String)] = [
      (.grade10, "TT1", "Học sinh khuyết tật", "tuyển thẳng", ""),
      (.grade10, "TT2", "Đạt giải cấp quốc gia", "tuyển thẳng", ""),
      (.grade10, "UT1", "Con liệt sĩ", "ưu tiên", "2"),
      (.grade10, "UT2", "Con thương binh mất sức lao động dưới 81%", "ưu tiên", "1,5"),
      (.grade10, "UT3", "Người dân tộc thiểu số", "ưu tiên", "1"),
      (.grade10, "KK1", "Giải học sinh giỏi cấp tỉnh", "khuyến khích", "0,5"),
      (.grade6, "UT2", "Con thương binh", "ưu tiên", "1"),
      (.grade6, "UT3", "Người dân tộc thiểu số", "ưu tiên", "0,5"),
      (.grade1, "KT", "Trẻ khuyết tật", "ưu tiên", "0"),
      (.kindergarten, "KT", "Trẻ khuyết tật", "ưu tiên", "0"),
    ]
    return SampleTable(
      "Diện ưu tiên", ["Mã đợt", "Mã diện", "Tên diện", "Loại", "Điểm cộng"],
      rows(
        groups.map { level, code, name, kind, points in
          (level, [.text(code), .text(name), .text(kind), points.isEmpty ? .blank : .text(points)])
        }))
  }

  var tieBreaks: SampleTable {
    let chain: [(Level, String, String)] = [
      (.grade10, "ĐTB 9", "giảm"), (.grade10, "Toán 9 + Ngữ văn 9", "giảm"),
      (.grade6, "Toán 4 + Tiếng Việt 4", "giảm"),
      (.kindergarten, "Ngày sinh", "tăng"),
    ]
    var numbers: [Level: Int] = [:]
    return SampleTable(
      "Tiêu chí phụ", ["Mã đợt", "Thứ tự", "Tiêu chí", "Chiều"],
      rows(
        chain.map { level, field, direction in
          numbers[level, default: 0] += 1
          return (level, [.integer(numbers[level] ?? 0), .text(field), .text(direction)])
        }))
  }
}
