/// The 20 schools of the pilot of 2022, in the order of its list: the type of
/// school, its name, and the authority that runs it (blank: the department).
let pilotSchools: [(kind: SchoolKind, name: String, district: String)] = [
  (.thpt, "Lê Quý Đôn", ""),
  (.thpt, "Nguyễn Thông", ""),
  (.thpt, "Tân Trụ", ""),
  (.thpt, "Đức Huệ", ""),
  (.thcsThpt, "Lương Hòa", ""),
  (.thpt, "Cần Giuộc", ""),
  (.thcs, "Nhựt Tảo", "TP Tân An"),
  (.thcs, "Lý Tự Trọng", "TP Tân An"),
  (.th, "Lý Tự Trọng", "TP Tân An"),
  (.mg, "Họa Mi", "TP Tân An"),
  (.th, "Dương Xuân Hội", "Châu Thành"),
  (.mg, "Dương Xuân Hội", "Châu Thành"),
  (.thcs, "Trương Văn Bang", "Cần Giuộc"),
  (.thcs, "Nguyễn Thị Bảy", "Cần Giuộc"),
  (.th, "Tân Kim", "Cần Giuộc"),
  (.th, "Nguyễn Thái Bình", "Cần Giuộc"),
  (.th, "Thị trấn Cần Giuộc", "Cần Giuộc"),
  (.mg, "Trường Bình", "Cần Giuộc"),
  (.mg, "Tân Kim", "Cần Giuộc"),
  (.mn, "Thị trấn Cần Giuộc", "Cần Giuộc"),
]

/// The types of school, by the prefix of their names.
enum SchoolKind: String {
  case thpt = "THPT"
  case thcsThpt = "THCS&THPT"
  case thcs = "THCS"
  case th = "TH"
  case mg = "MG"
  case mn = "MN"

  /// The rounds in which it takes children.
  var admits: [Level] {
    switch self {
    case .thpt: [.grade10]
    case .thcsThpt: [.grade10, .grade6]
    case .thcs: [.grade6]
    case .th: [.grade1]
    case .mg, .mn: [.kindergarten]
    }
  }

  /// The round that its leavers take part in.
  var leaversGoTo: Level? {
    switch self {
    case .thpt: nil
    case .thcs, .thcsThpt: .grade10
    case .th: .grade6
    case .mg, .mn: .grade1
    }
  }

  /// The levels it teaches, as the units table says them.
  var levels: String {
    switch self {
    case .thpt: "THPT"
    case .thcsThpt: "THCS; THPT"
    case .thcs: "THCS"
    case .th: "TH"
    case .mg, .mn: "MN"
    }
  }
}
