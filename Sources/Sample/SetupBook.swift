import Tables

/// The department's setup: one workbook, a sheet for each table, the round named on every row.
struct SetupBook {
  private let province: Province
  private var schools: [School] { province.schools.all }
  /// For measuring nothing is asked of children but their marks.
  private var isBare: Bool { province.spec.rosters != nil }

  init(_ province: Province) { self.province = province }

  var file: SampleFile {
    let tables =
      [
        rounds, units, ScoringTables(province).scoring, ScoringTables(province).conversions,
        ScoringTables(province).priorities, ScoringTables(province).tieBreaks, programs, zones,
      ] + (isBare ? [] : Requirements(province).tables)
    return SampleFile(
      path: "so/Thiết lập tuyển sinh 2022-2023.xlsx",
      bytes: SampleTable.workbook(tables.filter { !$0.rows.isEmpty }))
  }

  private var rounds: SampleTable {
    SampleTable(
      "Đợt tuyển sinh",
      [
        "Mã đợt", "Tên đợt", "Năm học", "Cấp học", "Lớp tuyển", "Ngày mở", "Ngày đóng",
        "Hạn xác nhận nhập học",
        "Ngày công bố", "Số nguyện vọng", "Cách xét", "Bằng điểm", "Khóa số bốc thăm", "Số khởi tạo bốc thăm",
        "Trần điểm ưu tiên", "Chỉ tính diện đã thẩm định", "Khi trùng hồ sơ",
      ],
      province.rounds.map { round in
        let level = round.level
        return [
          .text(level.code), .text(level.name), .text("2022-2023"), .text(level.schoolLevel),
          .text(level.grade),
          .date(day(2022, 7, 1)), .date(day(2022, 7, 20)), .date(day(2022, 8, 10)), .date(day(2022, 7, 30)),
          .integer(level.wishes), .text(SetupBook.method(level)), .text(SetupBook.tiePolicy(level)),
          SetupBook.drawsLots(level) ? .text("khoa-mau-\(level.code)") : .blank,
          // The lottery of grade 1 is drawn in public: its number comes by order.
          level == .kindergarten ? .text("20220725") : .blank,
          level == .grade10 ? .text("1,5") : .blank,
          Requirements.isVerified(level) ? .text("có") : .blank, .text("nộp sau cùng"),
        ]
      })
  }

  private static func method(_ level: Level) -> String {
    level == .grade10 ? "Xét hết NV1 mới đến NV2" : "Xét đồng thời các NV"
  }

  private static func tiePolicy(_ level: Level) -> String {
    switch level {
    case .grade10: "Không lấy cả nhóm"
    case .grade6: "Lấy cả nhóm"
    case .grade1, .kindergarten: "Bốc thăm"
    }
  }

  static func drawsLots(_ level: Level) -> Bool { level == .grade1 || level == .kindergarten }

  // MARK: Units

  private var units: SampleTable {
    SampleTable(
      "Đơn vị",
      [
        "Mã đợt", "Mã đơn vị", "Tên đơn vị", "Vai trò", "Mã cơ quan quản lý", "Cấp học", "Tên khác",
        "Phần mềm quản lý", "Tên in văn bản", "Địa danh",
      ],
      province.rounds.flatMap { round in
        unitRows(round).map { [.text(round.level.code)] + $0 }
      })
  }

  private func unitRows(_ round: RoundPlan) -> [[Cell]] {
    var rows: [[Cell]] = []
    func add(
      _ code: String, _ name: String, _ role: String, parent: String = "", levels: String = "",
      other: String = "",
      system: String = "", printedAs: String = "", place: String = ""
    ) {
      rows.append(
        [code, name, role, parent, levels, other, system, printedAs, place].map {
          $0.isEmpty ? .blank : .text($0)
        })
    }
    add("so", "Sở Giáo dục và Đào tạo Long An", "Sở", place: "Long An")
    if round.level != .grade10 {
      for district in Places.districts {
        guard let authority = district.authority else { continue }
        add(authority, district.authorityName, "Cơ quan quản lý", parent: "so", place: district.name)
      }
    }
    for school in schools where takesPart(school, in: round.level) {
      let district = Places.districts[school.district].name
      let authority = round.level == .grade10 ? "so" : school.parent.isEmpty ? "so" : school.parent
      add(
        school.code, school.name, "Trường", parent: authority, levels: school.kind.levels,
        other: school.longName,
        system: "qlgd", printedAs: school.longName.uppercased(),
        place: district.isEmpty ? "Long An" : district)
    }
    add("cong", "Cổng dịch vụ công tỉnh", "Cổng dịch vụ công")
    add("PTC-TINH", "Phòng Kế hoạch - Tài chính", "Tài chính")
    return rows
  }

  private func takesPart(_ school: School, in level: Level) -> Bool {
    school.admits.contains(level) || school.kind.leaversGoTo == level
  }

  // MARK: Programs and zones

  private var programs: SampleTable {
    SampleTable(
      "Chỉ tiêu",
      [
        "Mã đợt", "Mã trường", "Mã chương trình", "Tên chương trình", "Chỉ tiêu", "Nhóm nguyện vọng",
        "Điểm sàn",
        "Xét theo tuyến", "Sinh từ ngày", "Sinh đến ngày", "Diện được lệch tuổi", "Thứ tự xét",
        "Yêu cầu duyệt hồ sơ", "Số chờ xét bổ sung",
      ],
      province.rounds.flatMap { round in
        round.programs.map { program in
          [
            .text(round.level.code), .text(schools[program.school].code), text(program.code),
            text(program.name),
            .integer(program.quota), text(program.isSpecial ? "chuyên" : ""), text(program.minimum),
            text(program.zoned ? "có" : ""), program.born.map { .date($0.from) } ?? .blank,
            program.born.map { .date($0.to) } ?? .blank,
            text(program.born != nil && round.level != .grade6 ? "KT" : ""), .integer(program.phase),
            text(program.isSpecial && !isBare ? "có" : ""), .integer(program.reserve),
          ]
        }
      })
  }

  private func text(_ text: String) -> Cell { text.isEmpty ? .blank : .text(text) }

  private var zones: SampleTable {
    ZoneTable.make(province, rounds: province.rounds) { school, level in
      !ZonesByAuthority.sends(schools[school], level)
    }
  }
}

/// Rows of the zones table.
enum ZoneTable {
  static func make(
    _ province: Province, rounds: [RoundPlan], including: (Int, Level) -> Bool
  ) -> SampleTable {
    let schools = province.schools.all
    return SampleTable(
      "Phân tuyến",
      ["Mã đợt", "Căn cứ", "Xã/Phường", "Ấp/Khu phố", "Trường cuối cấp", "Mã trường", "Tuyến"],
      rounds.flatMap { round in
        round.zones.rows.filter { including($0.school, round.level) }.map { row in
          [
            .text(round.level.code), row.basis.isEmpty ? .blank : .text(row.basis),
            row.commune.isEmpty ? .blank : .text(row.commune),
            row.hamlet.isEmpty ? .blank : .text(row.hamlet),
            row.source.map { .text(schools[$0].code) } ?? .blank, .text(schools[row.school].code),
            .integer(row.tier),
          ]
        }
      })
  }
}

/// The zones of grade 1 in one district, which its authority declares itself.
struct ZonesByAuthority {
  private let province: Province

  init(_ province: Province) { self.province = province }

  static func sends(_ school: School, _ level: Level) -> Bool {
    level == .grade1 && school.parent == "PGD-CANGIUOC"
  }

  var file: SampleFile {
    let schools = province.schools.all
    let table = ZoneTable.make(province, rounds: province.rounds) { school, level in
      ZonesByAuthority.sends(schools[school], level)
    }
    return SampleFile(path: "PGD-CANGIUOC/Phân tuyến lớp 1.xlsx", bytes: SampleTable.workbook([table]))
  }
}
