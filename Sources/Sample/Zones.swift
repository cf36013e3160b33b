/// Who belongs where: the rows of the zones table, and the tier of a child.
struct Zones {
  struct Row {
    var basis: String
    var commune = ""
    var hamlet = ""
    /// Position of a source school.
    var source: Int?
    var school: Int
    var tier: Int
  }

  private(set) var rows: [Row] = []
  private var rowsOfSchool: [Int: [Row]] = [:]
  private let schools: Schools

  init(_ level: Level, _ schools: Schools) {
    self.schools = schools
    let admitting = schools.admitting(level)
    switch level {
    case .grade10: break
    case .grade6:
      for (index, source) in schools.leaving(level).enumerated() {
        let near = admitting.filter { schools.all[$0].district == schools.all[source].district }
        let choice = near.isEmpty ? admitting : near
        guard !choice.isEmpty else { continue }
        rows.append(
          Row(basis: "trường cuối cấp", source: source, school: choice[index % choice.count], tier: 1))
      }
      for school in admitting {
        addCommunes(of: school, home: ("thường trú", 2), others: ("", 3))
      }
    case .grade1:
      for school in admitting {
        addHamlets(
          of: school, among: admitting.filter { schools.all[$0].commune == schools.all[school].commune })
        addCommunes(of: school, home: ("", 4), others: ("", 4))
      }
    case .kindergarten:
      for school in admitting { addCommunes(of: school, home: ("", 1), others: ("", 2)) }
    }
    for row in rows { rowsOfSchool[row.school, default: []].append(row) }
  }

  private mutating func addCommunes(of school: Int, home: (String, Int), others: (String, Int)) {
    let own = schools.all[school]
    for commune in Places.districts[own.district].communes {
      let (basis, tier) = commune == own.commune ? home : others
      rows.append(Row(basis: basis, commune: commune, school: school, tier: tier))
    }
  }

  /// Schools of one commune share its hamlets: first those who live there in
  /// both respects, then those registered there, then those who live there.
  private mutating func addHamlets(of school: Int, among sharing: [Int]) {
    let commune = schools.all[school].commune
    for number in 1...Places.hamletsPerCommune where sharing[(number - 1) % sharing.count] == school {
      for (index, basis) in ["cả hai", "thường trú", "nơi ở hiện tại"].enumerated() {
        rows.append(
          Row(
            basis: basis, commune: commune, hamlet: Places.hamlet(number, of: commune), school: school,
            tier: index + 1))
      }
    }
  }

  /// The tier of a child at a school; nil out of zone.
  func tier(of child: Child, at school: Int) -> Int? {
    (rowsOfSchool[school] ?? []).filter { row in
      if let source = row.source { return source == child.source }
      let lives = [child.permanent, child.current].map {
        $0.commune == row.commune && (row.hamlet.isEmpty || $0.hamletName == row.hamlet)
      }
      return switch row.basis {
      case "thường trú": lives[0]
      case "nơi ở hiện tại": lives[1]
      case "cả hai": lives[0] && lives[1]
      default: lives[0] || lives[1]
      }
    }.map(\.tier).min()
  }
}
