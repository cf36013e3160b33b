/// Files that should not have come like this, and what comes after them.
struct WrongFiles {
  private let province: Province
  private let rosters: Rosters
  private var schools: [School] { province.schools.all }

  init(_ province: Province) {
    self.province = province
    rosters = Rosters(province)
  }

  /// A list without birth dates, a table of seats from a school, and a class as somebody typed it.
  func firstWave() -> [SampleFile] {
    guard let round = province.round(.grade10) else { return [] }
    return lateClass(round, complete: false) + seatsFromASchool(round)
      + ClassByHand(province, round).files(corrected: false)
  }

  /// The lists again, now complete and correct; late comers in `bo-sung`, of the last of whom a column that the round asks
  /// for is blank; a list of five where
  /// a whole class stood; and a list sent again under another name.
  func secondWave() -> [SampleFile] {
    guard let round = province.round(.grade10) else { return [] }
    return lateClass(round, complete: true) + lateComers(round) + listOfFive(round) + sentAgain(round)
      + ClassByHand(province, round).files(corrected: true)
  }

  private func lateClass(_ round: RoundPlan, complete: Bool) -> [SampleFile] {
    guard let school = province.schools.leaving(.grade10).first else { return [] }
    var columns = rosters.columns(.grade10, RosterLayout(), withWishes: true)
    if !complete { columns.removeAll { $0.label == "Ngày sinh" } }
    let table = RosterColumns.table("9A9", columns, Array(round.late.prefix(30)))
    let name = complete ? "Lớp 9A9 (đã bổ sung ngày sinh)" : "Lớp 9A9"
    return [
      SampleFile(
        path: "\(schools[school].code)/\(round.level.code)/\(name).xlsx", bytes: SampleTable.workbook([table])
      )
    ]
  }

  private func lateComers(_ round: RoundPlan) -> [SampleFile] {
    guard let school = province.schools.leaving(.grade10).first else { return [] }
    var table = RosterColumns.table(
      "Bổ sung", rosters.columns(.grade10, RosterLayout(), withWishes: true), Array(round.late.dropFirst(30)))
    if let last = table.rows.indices.last, let column = table.labels.firstIndex(of: "Giới tính") {
      table.rows[last][column] = .blank
    }
    return [
      SampleFile(
        path: "\(schools[school].code)/\(round.level.code)/bo-sung/Học sinh chuyển đến.xlsx",
        bytes: SampleTable.workbook([table]))
    ]
  }

  private func seatsFromASchool(_ round: RoundPlan) -> [SampleFile] {
    guard let school = province.schools.admitting(.grade10).last else { return [] }
    let table = SampleTable(
      "Chỉ tiêu", ["Mã trường", "Chỉ tiêu"], [[.text(schools[school].code), .number("999")]])
    return [
      SampleFile(
        path: "\(schools[school].code)/\(round.level.code)/Chỉ tiêu xin thêm.xlsx",
        bytes: SampleTable.workbook([table]))
    ]
  }

  /// Five children of a class of which a whole list is in force.
  private func listOfFive(_ round: RoundPlan) -> [SampleFile] {
    for (position, school) in province.schools.leaving(.grade10).enumerated() {
      let layout = Rosters.layout(position, .grade10)
      guard layout.split == .filePerClass,
        let first = Rosters.byClass(round.leavers(of: school)).first, first.children.count > 5
      else { continue }
      return rosters.files(round, of: school, Array(first.children.suffix(5)), layout).map { file in
        SampleFile(
          path: file.path.split(separator: ".").dropLast().joined(separator: ".") + " (bản mới).xlsx",
          bytes: file.bytes)
      }
    }
    return []
  }

  private func sentAgain(_ round: RoundPlan) -> [SampleFile] {
    guard let school = province.schools.leaving(.grade10).dropFirst(2).first else { return [] }
    let layout = Rosters.layout(2, .grade10)
    return rosters.files(round, of: school, round.leavers(of: school), layout).prefix(1).map { file in
      SampleFile(
        path: "\(schools[school].code)/\(round.level.code)/Danh sách gửi lại.\(layout.fileExtension)",
        bytes: file.bytes)
    }
  }
}
