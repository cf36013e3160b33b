import Tables

/// Tells the tables that are not read yet by their labels, so that nobody is asked to mend them into
/// something else.
enum UnreadLabels {
  /// What stands in such a table and in no other.
  private static func own(_ kind: UnreadTable) -> [String] {
    switch kind {
    case .classRequests: ["Với"]
    case .exemptions: ["Mức giảm", "Mức giảm (%)"]
    case .feeChoices: ["Số lượng"]
    case .schoolRounds:
      ["Nơi nhận hồ sơ", "Nhận từ ngày", "Nhận đến ngày", "Chủ tịch hội đồng", "Người lập biểu"]
    }
  }

  /// What else stands in it.
  private static func others(_ kind: UnreadTable) -> [String] {
    switch kind {
    case .classRequests: person + ["Mã trường", "Loại", "Lý do"]
    case .exemptions: ["Mã trường", "Diện chính sách", "Mã khoản thu"]
    case .feeChoices: person + ["Mã trường", "Mã khoản thu"]
    case .schoolRounds: ["Mã trường", "Điện thoại"]
    }
  }

  private static let person = [
    "Số định danh cá nhân", "Mã định danh Bộ GD&ĐT", "Số báo danh", "Mã hồ sơ", "Họ và tên", "Ngày sinh",
    "Giới tính", "Trường cuối cấp", "Lớp",
  ]

  private struct Keys {
    var kind: UnreadTable
    var own: Set<[UInt8]>
    var all: Set<[UInt8]>
  }

  private static let keys = UnreadTable.allCases.map { kind in
    let own = Set(own(kind).map { labelKey($0.utf8) })
    return Keys(kind: kind, own: own, all: own.union(others(kind).map { labelKey($0.utf8) }))
  }

  /// The kind of a sheet with more columns of one of these tables than of one that is read.
  static func kind(of grid: Grid, beside header: Header?) -> UnreadTable? {
    if let header {
      let known = header.columns.count { !$0.targets.isEmpty }
      return kind(of: header.columns.map { Array($0.label.utf8) }, above: known)
    }
    return HeaderText(grid).rows.lazy.compactMap { kind(of: $0.labels, above: 1) }.first
  }

  private static func kind(of labels: [[UInt8]], above known: Int) -> UnreadTable? {
    let labels = Set(labels.filter { !$0.isEmpty }.map { labelKey($0) })
    let found = keys.filter { !$0.own.isDisjoint(with: labels) }
      .map { (kind: $0.kind, count: $0.all.intersection(labels).count) }
      .max { $0.count < $1.count }
    guard let found, found.count > known else { return nil }
    return found.kind
  }
}
