import Tables

/// The made-up children of a profile, and what their lists and marks say.
struct ProfileChildren {
  /// How many.
  var count = 40
  /// The years of birth, all alike frequent.
  var birthYears: [Int]
  /// Where wishes point; each child orders them by chance.
  var wishes: [String]
  /// How many of them a child names.
  var wishCount: Int
  /// By the value of the first of ``records``: the wish that most name last. The source school then routes each
  /// child to its last wish.
  var lastWishBy: [String: String] = [:]
  /// Columns of the records, with the values that occur, parted by `;`.
  var records: [(label: String, values: String)] = []
  /// Subjects of the papers; none without.
  var papers: [String] = []
  /// Codes that some claim.
  var claims: [String] = []

  /// The source school's list, and the department's marks.
  func lists(_ profile: SampleProfile) -> [(unit: String, table: SampleTable)] {
    var random = SeededRandom(seed: UInt64(profile.rawValue.utf8.reduce(7) { ($0 &* 31) &+ UInt64($1) }))
    var people = People(random.stream(1))
    let home = Home(district: 0, commune: "Phường Một", hamlet: 1)
    let wishLabels = (1...wishCount).map { "NV\($0)" }
    let labels =
      ["Số định danh cá nhân", "Họ và tên", "Ngày sinh", "Giới tính", "Lớp"] + records.map(\.label)
      + (claims.isEmpty ? [] : ["Diện ưu tiên"]) + (lastWishBy.isEmpty ? [] : ["Trường đúng tuyến"])
      + wishLabels
    var rows: [[Cell]] = []
    var marks: [[Cell]] = []
    for _ in 0..<count {
      let child = people.child(
        bornIn: birthYears[random.below(birthYears.count)], near: home, source: nil)
      var row: [Cell] = [
        .text(child.personalId), .text(child.fullName), .date(child.birth), .text(child.girl ? "Nữ" : "Nam"),
        .text(profile.sourceClass),
      ]
      let values = records.map { column in
        let values = column.values.split(separator: ";").map(String.init)
        return values[random.below(values.count)]
      }
      row += values.map(ProfileChildren.cell)
      if !claims.isEmpty {
        row.append(random.chance(25) ? .text(claims[random.below(claims.count)]) : .blank)
      }
      var order = wishes
      random.shuffle(&order)
      if let last = values.first.flatMap({ lastWishBy[$0] }), !random.chance(10) {
        order = order.filter { $0 != last } + [last]
      }
      if !lastWishBy.isEmpty { row.append(.text(order[wishCount - 1])) }
      row += order.prefix(wishCount).map { .text($0) }
      rows.append(row)
      marks.append(
        [.text(child.personalId)]
          + papers.map { _ in .number("\(random.within(4...9))" + (random.chance(50) ? ".5" : ".25")) })
    }
    var lists = [(ProfileBook.source, SampleTable("Danh sách học sinh", labels, rows))]
    if !papers.isEmpty {
      lists.append(("so", SampleTable("Điểm bài thi", ["Số định danh cá nhân"] + papers, marks)))
    }
    return lists
  }

  private static func cell(_ text: String) -> Cell {
    Exact(parsing: text.utf8) == nil ? .text(text) : .number(text)
  }
}

extension SampleProfile {
  var sourceName: String {
    switch self {
    case .records, .haNoi, .hoChiMinhCity, .tayNinh: "THCS Ví Dụ"
    case .boarding6: "TH Ví Dụ"
    case .grade1, .kindergarten: "Mầm non Ví Dụ"
    }
  }

  var sourceClass: String {
    switch self {
    case .records, .haNoi, .hoChiMinhCity, .tayNinh: "9A1"
    case .boarding6: "5A"
    case .grade1: "Lá 1"
    case .kindergarten: "Nhà trẻ"
    }
  }
}
