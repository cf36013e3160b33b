import Tables

/// What the admitting schools send about themselves: classes, how they are
/// filled, fees, points of their own, and the codes that their software gives.
struct SchoolPlans {
  private let province: Province
  private var schools: [School] { province.schools.all }

  init(_ province: Province) { self.province = province }

  func files() -> [SampleFile] {
    province.rounds.flatMap { round in
      let admitting = province.schools.admitting(round.level)
      let plans = admitting.enumerated().map { position, school in plan(round, school, position) }
      return plans + testScores(round) + insurance(round, admitting)
    }
  }

  /// One workbook: classes, the way to fill them, fees.
  private func plan(_ round: RoundPlan, _ school: Int, _ position: Int) -> SampleFile {
    let code = schools[school].code
    let programs = round.programs.filter { $0.school == school }
    let classes = programs.flatMap { self.classes($0, round.level, position) }
    let modes = ["cân bằng", "theo điểm", "bốc thăm", "theo tên", "giữ lớp cũ"]
    let mode = modes[(position + round.level.rawValue) % modes.count]
    let rules: [[Cell]] = [
      [.text(code), .blank, .text(mode), mode == "bốc thăm" ? .text("4711") : .blank]
    ]
    let fees: [[Cell]] = [
      [
        .text(code), .text("HP"), .text("Học phí"), .text("HK1 2022-2023"), .number("315000"),
        .date(day(2022, 9, 30)), .blank,
      ],
      [
        .text(code), .text("NUOC"), .text("Nước uống"), .text("HK1 2022-2023"), .text("90.000"), .blank,
        .blank,
      ],
    ]
    return SampleFile(
      path: "\(code)/\(round.level.code)/Kế hoạch lớp.xlsx",
      bytes: SampleTable.workbook([
        SampleTable(
          "Kế hoạch lớp",
          [
            "Mã trường", "Mã chương trình", "Tên lớp", "Sĩ số tối đa", "Tổ hợp", "Ngoại ngữ", "Bán trú",
            "Phòng học",
          ],
          classes),
        SampleTable("Cách xếp lớp", ["Mã trường", "Mã chương trình", "Cách xếp", "Số khởi tạo"], rules),
        SampleTable(
          "Khoản thu",
          ["Mã trường", "Mã khoản thu", "Tên khoản thu", "Kỳ thu", "Số tiền", "Hạn nộp", "Tự nguyện"], fees),
      ]))
  }

  /// As many classes as the seats need; at one school by combo, at one by
  /// language, at one for boarders and others.
  private func classes(_ program: Program, _ level: Level, _ position: Int) -> [[Cell]] {
    let count = max(1, (program.quota + level.classSize - 1) / level.classSize)
    return (0..<count).map { index in
      let combo = level == .grade10 && position == 1 ? Wishes.combos[index % Wishes.combos.count] : ""
      var language = ""
      if level == .grade10, position == 0, !program.isSpecial {
        language = index == count - 1 && count > 1 ? "Tiếng Pháp" : "Tiếng Anh"
      }
      let boarders = level == .grade1 && position == 4 && index < (count + 1) / 2
      return [
        .text(schools[program.school].code), program.code.isEmpty ? .blank : .text(program.code),
        .text(className(program, level, index)), .integer(level.classSize),
        combo.isEmpty ? .blank : .text(combo), language.isEmpty ? .blank : .text(language),
        boarders ? .text("có") : .blank, .text("P\(100 + index + 1)"),
      ]
    }
  }

  private func className(_ program: Program, _ level: Level, _ index: Int) -> String {
    switch level {
    case .grade10: program.isSpecial ? "10T\(index + 1)" : "10A\(index + 1)"
    case .grade6: program.code == Program.tested ? "6T\(index + 1)" : "6/\(index + 1)"
    case .grade1: "1/\(index + 1)"
    case .kindergarten:
      "\(AgeGroup.allCases.first { $0.code == program.code }?.className ?? "") \(index + 1)"
    }
  }

  /// The points that a school gave in its own examination, with decimal commas.
  private func testScores(_ round: RoundPlan) -> [SampleFile] {
    guard round.level == .grade6, let school = Program.testedSchool(province.schools) else { return [] }
    var random = SeededRandom(seed: province.spec.seed).stream(100)
    let wished = round.children.filter { $0.wishes.contains { $0.program == Program.tested } }
    // Some did not sit the examination.
    let rows: [[Cell]] = wished.filter { _ in !random.chance(6) }.map { child in
      let quarters = random.within(40...80)
      let points = "\(quarters / 4)" + ["", ",25", ",5", ",75"][quarters % 4]
      return [
        .text(child.personalId), .text(child.fullName), .text(schools[school].code), .text(Program.tested),
        .text(points),
      ]
    }
    guard !rows.isEmpty else { return [] }
    let table = SampleTable(
      "Điểm khảo sát", ["Số định danh cá nhân", "Họ và tên", "Mã trường", "Mã chương trình", "Điểm xét"], rows
    )
    return [
      SampleFile(
        path: "\(schools[school].code)/\(round.level.code)/Điểm khảo sát.csv", bytes: table.delimited(by: ";")
      )
    ]
  }

  /// What the finance office collects at every school of a round.
  private func insurance(_ round: RoundPlan, _ admitting: [Int]) -> [SampleFile] {
    guard round.level == .grade10 || round.level == .grade6 else { return [] }
    let table = SampleTable(
      "Khoản thu",
      ["Mã trường", "Mã khoản thu", "Tên khoản thu", "Kỳ thu", "Số tiền", "Hạn nộp"],
      admitting.map {
        [
          .text(schools[$0].code), .text("BHYT"), .text("Bảo hiểm y tế học sinh"), .text("Năm học 2022-2023"),
          .number("563220"), .date(day(2022, 10, 31)),
        ]
      })
    return [
      SampleFile(
        path: "PTC-TINH/\(round.level.code)/Bảo hiểm y tế.xlsx", bytes: SampleTable.workbook([table]))
    ]
  }

  /// Codes that the software of one school gave to children who want it.
  func studentCodes() -> [SampleFile] {
    guard let round = province.round(.grade10),
      let school = province.schools.admitting(.grade10).dropFirst(2).first
    else { return [] }
    let children = round.children.filter { $0.wishes.first?.school == school && $0.misspeltWish == nil }
    guard !children.isEmpty else { return [] }
    let table = SampleTable(
      "Mã học sinh", ["Số định danh cá nhân", "Họ và tên", "Mã học sinh"],
      children.enumerated().map { index, child in
        [.text(child.personalId), .text(child.fullName), .text("80\(10_000_000 + index)")]
      })
    return [
      SampleFile(
        path: "\(schools[school].code)/\(round.level.code)/Mã học sinh.xlsx",
        bytes: SampleTable.workbook([table]))
    ]
  }
}
