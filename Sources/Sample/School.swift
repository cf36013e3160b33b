import Tables

/// A school of the sample.
struct School {
  let code: String
  let name: String
  let kind: SchoolKind
  /// Index in ``Places/districts``.
  let district: Int
  let commune: String
  /// The rounds in which it takes children.
  let admits: [Level]
  /// How many more people want it, or go there, than another.
  let popularity: Int

  var parent: String { Places.districts[district].authority ?? "" }

  /// The name as a child's papers spell it out.
  var longName: String {
    switch kind {
    case .thpt: name.replacingPrefix("THPT", by: "Trường Trung học phổ thông")
    default: "Trường " + name
    }
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, by other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}

/// The pilot's schools, and as many made-up ones as the children need.
struct Schools {
  private(set) var all: [School] = []

  init(children: [Level: Int], rosters: Int?) {
    for pilot in pilotSchools {
      let district = Places.districts.firstIndex { $0.name == pilot.district } ?? 0
      add(pilot.kind, pilot.name, code: Schools.code(pilot.kind, pilot.name), district: district)
    }
    for (kind, level) in [
      (SchoolKind.thpt, Level.grade10), (.thcs, .grade6), (.th, .grade1), (.mg, .kindergarten),
    ] {
      let admitting = (children[level] ?? 0) / level.applicantsPerSchool
      let leaversGoTo = kind.leaversGoTo
      let leaving = leaversGoTo.map { rosters ?? (children[$0] ?? 0) / $0.leaversPerSchool } ?? 0
      invent(kind, level, admitting: admitting, leaving: leaving)
    }
  }

  /// Positions of the schools that take children in a round.
  func admitting(_ level: Level) -> [Int] { all.indices.filter { all[$0].admits.contains(level) } }

  /// Positions of the schools whose leavers take part in a round.
  func leaving(_ level: Level) -> [Int] { all.indices.filter { all[$0].kind.leaversGoTo == level } }

  private mutating func invent(_ kind: SchoolKind, _ level: Level, admitting: Int, leaving: Int) {
    var number = 0
    while true {
      let admits = self.admitting(level).count < admitting
      let leaves = kind.leaversGoTo.map { self.leaving($0).count < leaving } ?? false
      guard admits || leaves else { return }
      number += 1
      // The first primary school feeds the school of the district without an authority.
      let district = kind == .thpt || (kind == .th && number == 1) ? 3 : number % 3
      add(
        kind, "Mẫu Số \(number)", code: "\(kind.rawValue)-MAU\(number < 10 ? "0" : "")\(number)",
        district: district, admits: admits ? [level] : [])
    }
  }

  private mutating func add(
    _ kind: SchoolKind, _ name: String, code: String, district: Int, admits: [Level]? = nil
  ) {
    let communes = Places.districts[district].communes
    let named = communes.first { $0.hasSuffix(name) }
    let weights = [10, 6, 4, 2, 3, 8]
    all.append(
      School(
        code: code, name: "\(kind.rawValue) \(name)", kind: kind, district: district,
        commune: named ?? communes[all.count % communes.count], admits: admits ?? kind.admits,
        popularity: weights[all.count % weights.count]))
  }

  /// `THCSTHPT-LUONGHOA` of `THCS&THPT Lương Hòa`.
  private static func code(_ kind: SchoolKind, _ name: String) -> String {
    let letters = folded(name).uppercased().filter { $0.isLetter }
    return kind.rawValue.filter { $0.isLetter } + "-" + letters
  }
}
