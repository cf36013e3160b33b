import Tables

/// What is asked of children besides their marks: columns that a list must fill, documents that a school
/// reviews, seats kept for a group, groups that somebody has verified.
struct Requirements {
  private let province: Province
  private var schools: [School] { province.schools.all }

  init(_ province: Province) { self.province = province }

  /// What the department declares.
  var tables: [SampleTable] { [forms, documents, reservations] }

  /// What a school and the department send of it.
  func files() -> [SampleFile] { decisions() + verified() }

  // MARK: Columns

  private var forms: SampleTable {
    SampleTable(
      "Biểu mẫu hồ sơ", ["Mã đợt", "Cột", "Bắt buộc"],
      rounds(.grade10).flatMap { round in
        [("Giới tính", "có"), ("Điện thoại", "không")].map { label, required in
          [.text(round.level.code), .text(label), .text(required)]
        }
      })
  }

  // MARK: Documents

  private static let report = "HB"
  private static let certificate = "KS"

  private var documents: SampleTable {
    SampleTable(
      "Danh mục hồ sơ",
      ["Mã đợt", "Mã hồ sơ đính kèm", "Tên hồ sơ", "Mã trường", "Mã chương trình", "Bắt buộc"],
      special.flatMap { round, program in
        [
          (Requirements.report, "Học bạ cấp THCS", "trước xét tuyển"),
          (Requirements.certificate, "Bản sao giấy khai sinh", "trước nhập học"),
        ].map { code, name, required in
          [
            .text(round.level.code), .text(code), .text(name), .text(schools[program.school].code),
            .text(program.code), .text(required),
          ]
        }
      })
  }

  /// The school of the specialised class has looked at the papers of all who wish for it.
  private func decisions() -> [SampleFile] {
    special.compactMap { round, program in
      let code = schools[program.school].code
      let wishing = (round.children + round.late).filter { $0.specialWish?.school == program.school }
      guard !wishing.isEmpty else { return nil }
      let table = SampleTable(
        "Kết quả duyệt hồ sơ",
        ["Số định danh cá nhân", "Họ và tên", "Mã trường", "Mã chương trình", "Kết quả", "Hồ sơ thiếu"],
        wishing.enumerated().map { index, child in
          let (result, missing) = Requirements.review(index)
          return [
            .text(child.personalId), .text(child.fullName), .text(code), .text(program.code), .text(result),
            missing.isEmpty ? .blank : .text(missing),
          ]
        })
      return SampleFile(
        path: "\(code)/\(round.level.code)/Kết quả duyệt hồ sơ.xlsx", bytes: SampleTable.workbook([table]))
    }
  }

  /// A few lack what can be brought later, or what cannot.
  private static func review(_ index: Int) -> (result: String, missing: String) {
    switch index {
    case 2: ("Thiếu", certificate)
    case 4: ("Thiếu", report)
    case 6: ("Không đạt", "")
    default: ("Đạt", "")
    }
  }

  private var special: [(round: RoundPlan, program: Program)] {
    rounds(.grade10).flatMap { round in
      round.programs.filter(\.isSpecial).map { (round, $0) }
    }
  }

  // MARK: Groups

  /// Two seats at one school for children of minorities.
  private var reservations: SampleTable {
    SampleTable(
      "Chỉ tiêu theo đối tượng",
      ["Mã đợt", "Mã trường", "Mã chương trình", "Loại đối tượng", "Giá trị", "Số chỗ", "Loại", "Thứ tự"],
      rounds(.grade10).flatMap { round in
        round.programs.filter { !$0.isSpecial && $0.quota > 20 }.prefix(1).map { program in
          [
            .text(round.level.code), .text(schools[program.school].code), .blank, .text("Diện"), .text("UT3"),
            .integer(2), .text("dành riêng"), .integer(1),
          ]
        }
      })
  }

  /// Whether only groups that were verified count in a round.
  static func isVerified(_ level: Level) -> Bool { level == .grade6 }

  /// Of most children who claim a group it was verified; of some it was not.
  private func verified() -> [SampleFile] {
    province.rounds.filter { Requirements.isVerified($0.level) }.compactMap { round in
      let claiming = round.children.filter { !$0.priorities.isEmpty }.enumerated().filter {
        $0.offset % 5 != 4
      }
      guard !claiming.isEmpty else { return nil }
      let table = SampleTable(
        "Diện đã thẩm định", ["Số định danh cá nhân", "Họ và tên", "Diện được công nhận"],
        claiming.map { _, child in
          [.text(child.personalId), .text(child.fullName), .text(child.priorities.joined(separator: "; "))]
        })
      return SampleFile(
        path: "so/\(round.level.code)/Diện đã thẩm định.xlsx", bytes: SampleTable.workbook([table]))
    }
  }

  private func rounds(_ level: Level) -> [RoundPlan] { province.rounds.filter { $0.level == level } }
}
