import Sheets
import Tables

/// Setups after rules that provinces have published, ready to be tried and changed. They are
/// examples, and nobody's rules: what no source says is filled in so that a round can be carried
/// through.
public enum SampleProfile: String, CaseIterable, Sendable {
  /// Records of four years by a matrix, one wish after the other, ties to the council.
  case records = "xet-tuyen-hoc-ba"
  /// Three papers, later wishes with margins over the first at the same school, an area for the first two
  /// wishes.
  case haNoi = "ha-noi-2025"
  /// Three papers, cut-offs given for each wish.
  case hoChiMinhCity = "hcm"
  /// 70 % of the papers and 30 % of the records.
  case tayNinh = "tay-ninh-2025"
  /// Grade 1 by four tiers of residence, by age, and by lot.
  case grade1 = "lop-1"
  /// Grade 6 of an ethnic boarding school: a chain of tie-breaks year by year.
  case boarding6 = "lop-6-ptdtnt"
  /// Kindergarten, five-year-olds first within each tier.
  case kindergarten = "mn"

  /// The code of its round.
  public var round: String { "vd-" + rawValue }
}

/// The files of a profile, below the Inbox: a workbook with the setup, made-up lists of children, and
/// marks where there are papers. The same bytes every time.
public func makeProfile(_ profile: SampleProfile) -> [SampleFile] {
  let book = ProfileBook(profile)
  let setup = SampleFile(
    path: "so/\(profile.round)/Ví dụ \(profile.rawValue).xlsx", bytes: SampleTable.workbook(book.setup))
  let lists = book.lists.map { list in
    SampleFile(
      path: "\(list.unit)/\(profile.round)/\(list.table.name).xlsx", bytes: SampleTable.workbook([list.table])
    )
  }
  return [setup] + lists
}

/// What a profile says, as text: a table is its name, its labels and its rows, cells parted by `|`.
struct ProfileText {
  var round: String
  /// What the department should know of how its rules are put here: a row each above the table of the round.
  var notes: [String] = []
  /// Schools that admit: code and name.
  var schools: [String]
  var tables: [(name: String, labels: String, rows: [String])]
  var children: ProfileChildren
}

/// The tables of a profile.
struct ProfileBook {
  let setup: [SampleTable]
  let lists: [(unit: String, table: SampleTable)]

  /// The school that the children leave.
  static let source = "THCS-VIDU"

  init(_ profile: SampleProfile) {
    let text = profile.text
    let labels =
      "Mã đợt|Tên đợt|Năm học|Cấp học|Lớp tuyển|Ngày mở|Ngày đóng|Số nguyện vọng|Cách xét|Chênh lệch|Bằng điểm|"
      + "Khóa số bốc thăm|Trần điểm ưu tiên"
    let units =
      text.schools.map { $0 + "|Trường" } + [
        "\(ProfileBook.source)|\(profile.sourceName)|Trường", "cong|Cổng dịch vụ công|Cổng dịch vụ công",
      ]
    var round = ProfileBook.table("Đợt tuyển sinh", labels, ["\(profile.round)|" + text.round])
    round.above = text.notes.map { TextRow(TextBlock($0, alignment: .left)) }
    setup =
      [round, ProfileBook.table("Đơn vị", "Mã đơn vị|Tên đơn vị|Vai trò", units)]
      + text.tables.map { ProfileBook.table($0.name, $0.labels, $0.rows) }
    lists = text.children.lists(profile)
  }

  static func table(_ name: String, _ labels: String, _ rows: [String]) -> SampleTable {
    let labels = cells(labels)
    return SampleTable(
      name, labels,
      rows.map { row in
        let cells = cells(row)
        return labels.indices.map { index in
          index < cells.count ? cell(cells[index], under: labels[index]) : .blank
        }
      })
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  /// Columns of texts that look like numbers.
  private static let texts: Set<String> = ["Năm học", "Chênh lệch", "Nhận nguyện vọng", "Khóa số bốc thăm"]

  private static func cell(_ text: String, under label: String) -> Cell {
    if text.isEmpty { return .blank }
    let parts = text.split(separator: "/").compactMap { Int($0) }
    if parts.count == 3, text.count == 10, let day = Day(year: parts[2], month: parts[1], day: parts[0]) {
      return .date(day)
    }
    let isNumber =
      text.count < 8 && !texts.contains(label) && Exact(parsing: text.utf8, maxFraction: 6) != nil
    return isNumber ? .number(text.replacing(",", with: ".")) : .text(text)
  }
}
