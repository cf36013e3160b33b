import Tables

/// Words with their frequency.
struct WeightedWords {
  private let words: [String]
  private let ends: [Int]

  /// Groups of words, separated by spaces, each word as frequent as its group says; `_` for a space.
  init(_ groups: [(weight: Int, words: String)]) {
    var words: [String] = []
    var ends: [Int] = []
    var end = 0
    for group in groups {
      for word in group.words.split(separator: " ") {
        end += group.weight
        words.append(word.split(separator: "_").joined(separator: " "))
        ends.append(end)
      }
    }
    self.words = words
    self.ends = ends
  }

  func pick(_ random: inout SeededRandom) -> String {
    let point = random.below(ends.last ?? 0)
    return ends.firstIndex { point < $0 }.map { words[$0] } ?? ""
  }
}

/// Vietnamese names by frequency; middle and given names by gender.
enum Names {
  private static let families = WeightedWords([
    (380, "Nguyễn"), (110, "Trần"), (95, "Lê"), (70, "Phạm"), (55, "Huỳnh Võ"), (45, "Phan"),
    (25, "Vũ Đặng Bùi Đỗ Trương"), (18, "Hồ Ngô Dương Hoàng"), (10, "Lý Đinh Mai Cao Lâm Châu Đoàn"),
    (4, "Tạ Kiều Quách Thái La Ông Tô Lưu"),
  ])

  private static let girlsMiddle = WeightedWords([
    (200, "Thị"), (60, "Ngọc"), (35, "Thanh Kim Thúy Mỹ Bảo Phương"), (25, "Như Quỳnh Minh Khánh Hoàng"),
    (15, "Gia Thảo Tường Yến Trúc Hồng Tuyết Bích Diễm Thị_Ngọc Thị_Thanh Thị_Kim Ngọc_Bảo"),
  ])

  private static let boysMiddle = WeightedWords([
    (130, "Văn"), (55, "Minh Hoàng Quốc Thanh"), (35, "Gia Hữu Tuấn Đức Nhật"),
    (20, "Anh Phúc Thành Công Trung Đình Bảo Khánh Trọng Tấn Hoài Chí Duy"),
    (8, "Văn_Minh Hoàng_Gia Xuân Ngọc"),
  ])

  private static let girlsGiven = WeightedWords([
    (40, "Anh Trang Linh Ngọc Vy Ngân Nhi Thư"),
    (28, "Hương Thảo Như Quỳnh Trâm My Yến Hân Tiên Trinh Phương"),
    (16, "Mai Lan Hà Hoa Uyên Duyên Châu Thùy Ánh Xuân Diễm Kiều Tuyền Vân Hằng Hạnh Giang Thúy Loan"),
    (6, "Đào Ái Oanh Ý Ân Băng Cúc Đan Êm Sương Ửng Mỹ Lệ Nguyệt Quyên"),
  ])

  private static let boysGiven = WeightedWords([
    (40, "Huy Khang Bảo Minh Phúc Khoa Phát Đạt"), (28, "Khôi Long Nam Duy Quân Kiệt Thịnh Tuấn Hiếu Anh"),
    (16, "Trí Nhân Hưng Tài Lộc Nghĩa Đức Dũng Sơn Thành Tiến Quang Vinh Phong Hải Tú Thiện An Khánh Tân"),
    (6, "Ân Bình Cường Danh Đăng Giàu Hậu Kha Lâm Nghị Phi Toàn Trung Vũ Ý Đại"),
  ])

  /// Family and middle names, and a given name.
  static func pick(girl: Bool, _ random: inout SeededRandom) -> (family: String, given: String) {
    let family = families.pick(&random)
    // Some carry their mother's family name in the middle.
    let second = random.chance(4) ? " " + families.pick(&random) : ""
    let middle = (girl ? girlsMiddle : boysMiddle).pick(&random)
    let given = (girl ? girlsGiven : boysGiven).pick(&random)
    return ("\(family)\(second) \(middle)", given)
  }

  static let ethnicities = WeightedWords([(970, "Kinh"), (12, "Hoa"), (9, "Khơ-me"), (3, "Chăm Tày Nùng")])
}
