import Tables

/// Applications that do not come with a source school's list: those of the
/// portal, and those handed in at an admitting school.
struct Applications {
  private let province: Province
  private var schools: [School] { province.schools.all }

  init(_ province: Province) { self.province = province }

  func files() -> [SampleFile] { province.rounds.flatMap { portal($0) + direct($0) } }

  /// One file of the portal for a round, in a format of its own.
  private func portal(_ round: RoundPlan) -> [SampleFile] {
    let layout: RosterLayout
    switch round.level {
    case .grade10:
      layout = RosterLayout(format: .delimited(",", byteOrderMark: true), dates: .slashes, namesSchools: true)
    case .grade6: layout = RosterLayout(format: .delimited(";", byteOrderMark: false))
    case .grade1: layout = RosterLayout(namesSchools: true)
    case .kindergarten: layout = RosterLayout(format: .delimited("\t", byteOrderMark: true), dates: .iso)
    }
    var children = round.children.filter { $0.applies && $0.onPortal }
    if round.level == .grade10 {
      children += Applications.doubled(round).map(Applications.changedMind)
      // One child twice in one list, with different wishes.
      if let first = children.first(where: { $0.wishes.count > 1 }) {
        children.append(Applications.changedMind(first))
      }
    }
    guard !children.isEmpty else { return [] }
    let make = RosterColumns(layout: layout, schools: schools)
    let columns =
      make.id() + make.person() + (round.level == .kindergarten ? [] : make.source()) + make.homes()
      + make.groups(round.level)
      + make.wishes(round.level) + make.contact() + make.submission()
    let table = RosterColumns.table("Hồ sơ", columns, children)
    return [
      Rosters.file("cong/\(round.level.code)/ho-so-truc-tuyen.\(layout.fileExtension)", [table], layout)
    ]
  }

  /// At each admitting school, the children that no source school lists and who
  /// came in person, all on one list.
  private func direct(_ round: RoundPlan) -> [SampleFile] {
    var bySchool: [Int: [Child]] = [:]
    for child in round.children where child.source == nil && !child.onPortal {
      if let first = child.wishes.first { bySchool[first.school, default: []].append(child) }
    }
    for child in Applications.doubledInPerson(round) {
      if let first = child.wishes.first { bySchool[first.school, default: []].append(child) }
    }
    return province.schools.admitting(round.level).enumerated().compactMap { position, school in
      guard let children = bySchool[school] else { return nil }
      let layout = directLayout(position, round.level)
      let make = RosterColumns(layout: layout, schools: schools)
      var columns = make.id() + make.person() + make.origin()
      if round.level != .kindergarten { columns += make.source() }
      columns += make.homes() + make.results(round.level) + make.groups(round.level)
      columns += make.wishes(round.level) + make.contact() + make.submission()
      let table = RosterColumns.table("Nộp trực tiếp", columns, children)
      let path =
        "\(schools[school].code)/\(round.level.code)/bo-sung/Hồ sơ nộp trực tiếp.\(layout.fileExtension)"
      return Rosters.file(path, [table], layout)
    }
  }

  private func directLayout(_ position: Int, _ level: Level) -> RosterLayout {
    guard level == .kindergarten else { return RosterLayout() }
    // One kindergarten knows no ids.
    return position == 2
      ? RosterLayout(splitNames: true, dates: .slashes, ids: .missing)
      : RosterLayout(dates: position % 2 == 0 ? .real : .slashes, girlColumn: position == 3)
  }

  /// Children whose school sent their wishes and whose parents sent others on the portal.
  static func doubled(_ round: RoundPlan) -> [Child] {
    let twice = round.children.filter {
      $0.source != nil && !$0.onPortal && $0.wishes.count > 1 && $0.misspeltWish == nil
    }
    return Array(twice.prefix(6))
  }

  /// Children on the portal whose parents later handed in another application elsewhere.
  static func doubledInPerson(_ round: RoundPlan) -> [Child] {
    guard round.level == .grade1 else { return [] }
    let twice = round.children.filter { $0.onPortal && $0.wishes.count > 1 }
    return twice.prefix(3).map(changedMind)
  }

  /// The same child, the first two wishes exchanged, handed in a day later.
  private static func changedMind(_ child: Child) -> Child {
    var child = child
    child.wishes.swapAt(0, 1)
    child.onPortal.toggle()
    child.submitted = Day(number: child.submitted.number + 1)
    return child
  }
}
