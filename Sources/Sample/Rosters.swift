import Sheets
import Tables

/// The lists of the source schools: each in its own way.
struct Rosters {
  private let province: Province
  private var schools: [School] { province.schools.all }

  init(_ province: Province) { self.province = province }

  /// The way in which a source school sends its lists.
  static func layout(_ position: Int, _ level: Level) -> RosterLayout {
    RosterLayout.all[(position + 2 * level.rawValue) % RosterLayout.all.count]
  }

  /// Of every source school in every round.
  func files() -> [SampleFile] {
    province.rounds.flatMap { round in
      province.schools.leaving(round.level).enumerated().flatMap { position, school in
        files(round, of: school, round.leavers(of: school), Rosters.layout(position, round.level))
      }
    }
  }

  /// One plain workbook for each source school of the only round, records and wishes in one list.
  func alike() -> [SampleFile] {
    guard let round = province.rounds.first else { return [] }
    var bySchool: [Int: [Child]] = [:]
    for child in round.children { bySchool[child.source ?? 0, default: []].append(child) }
    return province.schools.leaving(round.level).compactMap { school in
      bySchool[school].map { children in
        let table = RosterColumns.table(
          round.level.grade, columns(round.level, RosterLayout(), withWishes: true), children)
        return SampleFile(
          path: "\(schools[school].code)/\(round.level.code)/danh-sach.xlsx",
          bytes: SampleTable.workbook([table]))
      }
    }
  }

  /// Lists of some leavers of a school.
  func files(_ round: RoundPlan, of school: Int, _ leavers: [Child], _ layout: RosterLayout) -> [SampleFile] {
    let children = leavers.map(asSchoolKnows)
    let columns = columns(round.level, layout, withWishes: children.contains(where: \.applies))
    let classes = Rosters.byClass(children)
    let folder = "\(schools[school].code)/\(round.level.code)"
    func file(_ name: String, _ tables: [SampleTable]) -> SampleFile {
      Rosters.file("\(folder)/\(name).\(layout.fileExtension)", tables, layout)
    }
    func table(_ name: String, _ children: [Child]) -> SampleTable {
      var table = RosterColumns.table(name, columns, children)
      if layout.official {
        table.above = title(schools[school], round.level, name)
        table.signatures = signatures(schools[school])
      }
      return table
    }
    guard !classes.isEmpty else { return [] }
    switch layout.split {
    case .oneFile: return [file("Danh sách học sinh", [table(round.level.grade, children)])]
    case .filePerClass:
      return classes.map { file("Lớp \(Rosters.fileName($0.name))", [table($0.name, $0.children)]) }
    case .sheetPerClass:
      return [file("Danh sách các lớp", classes.map { table($0.name, $0.children) })]
    }
  }

  static func file(_ path: String, _ tables: [SampleTable], _ layout: RosterLayout) -> SampleFile {
    switch layout.format {
    case .workbook: return SampleFile(path: path, bytes: SampleTable.workbook(tables))
    case .delimited(let separator, let byteOrderMark):
      let bytes = tables.first?.delimited(by: separator, byteOrderMark: byteOrderMark) ?? []
      return SampleFile(path: path, bytes: bytes)
    }
  }

  func columns(_ level: Level, _ layout: RosterLayout, withWishes: Bool) -> [RosterColumns.Column] {
    let make = RosterColumns(layout: layout, schools: schools)
    var columns = make.id() + make.person()
    columns.append(("Lớp", { .text($0.sourceClass) }))
    columns += make.origin()
    if level != .grade10 { columns += make.homes() }
    columns += make.results(level) + make.groups(level)
    if layout.route, level == .grade6, let round = province.round(level) {
      columns.append(
        (
          "Trường đúng tuyến",
          { child in
            let near = round.zones.rows.first { $0.source == child.source }
            return near.map { .text(schools[$0.school].code) } ?? .blank
          }
        ))
    }
    return withWishes ? columns + make.wishes(level) + make.contact() : columns
  }

  /// What the school's list says of a child: those who apply on the portal have no wishes here.
  private func asSchoolKnows(_ child: Child) -> Child {
    guard child.onPortal else { return child }
    var child = child
    child.wishes = []
    child.specialWish = nil
    return child
  }

  /// Classes in order, each with its children in order.
  static func byClass(_ children: [Child]) -> [(name: String, children: [Child])] {
    var classes: [(name: String, children: [Child])] = []
    for child in children {
      if classes.last?.name == child.sourceClass {
        classes[classes.count - 1].children.append(child)
      } else {
        classes.append((child.sourceClass, [child]))
      }
    }
    return classes
  }

  /// `5/1` cannot be a file's name.
  static func fileName(_ sourceClass: String) -> String {
    sourceClass.split(separator: "/").joined(separator: "-")
  }

  /// Nine rows: the national title, the school, the title of the list; the header follows on row 10.
  private func title(_ school: School, _ level: Level, _ name: String) -> [TextRow] {
    let parent = Places.districts[school.district].authorityName
    return [
      TextRow(
        TextBlock((parent.isEmpty ? "Sở Giáo dục và Đào tạo" : parent).uppercased()),
        TextBlock("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true)),
      TextRow(
        TextBlock(school.longName.uppercased(), bold: true),
        TextBlock("Độc lập - Tự do - Hạnh phúc", bold: true)),
      .blank, TextRow(TextBlock("DANH SÁCH HỌC SINH CUỐI CẤP", bold: true, size: 14)),
      TextRow(TextBlock("Năm học 2021-2022", italic: true)),
      TextRow(TextBlock("Lớp: \(name)", alignment: .left)),
      TextRow(TextBlock("(\(level.name))", italic: true)), .blank, .blank,
    ]
  }

  private func signatures(_ school: School) -> [Signature] {
    [
      Signature(role: "Người lập biểu", hint: "(Ký, ghi rõ họ tên)"),
      Signature(
        place: "\(school.commune), ngày 15 tháng 7 năm 2022", role: "Hiệu trưởng", hint: "(Ký tên, đóng dấu)"),
    ]
  }
}
