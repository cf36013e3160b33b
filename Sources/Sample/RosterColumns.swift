import Tables

/// The columns of a list of children, as a layout has them.
struct RosterColumns {
  typealias Column = (label: String, cell: (Child) -> Cell)

  let layout: RosterLayout
  let schools: [School]

  func id() -> [Column] {
    switch layout.ids {
    case .text: [(layout.short ? "Số ĐDCN" : "Số định danh cá nhân", { .text($0.personalId) })]
    // A spreadsheet took it for a number: the zero in front is gone.
    case .number: [("Số định danh cá nhân", { .number(String(Int($0.personalId) ?? 0)) })]
    case .missing: []
    }
  }

  func person() -> [Column] {
    let name: [Column] =
      layout.splitNames
      ? [("Họ và tên đệm", { text($0.family) }), ("Tên", { text($0.given) })]
      : [(layout.official ? "Họ và tên\n(*)" : "Họ và tên", { text($0.fullName) })]
    let gender: Column =
      layout.girlColumn
      ? ("Nữ", { $0.girl ? .text("x") : .blank }) : ("Giới tính", { text($0.girl ? "Nữ" : "Nam") })
    return name + birth() + [gender]
  }

  private func birth() -> [Column] {
    switch layout.dates {
    case .real: [("Ngày sinh", { .date($0.birth) })]
    case .slashes:
      [
        (
          "Ngày sinh",
          {
            let (year, month, day) = $0.birth.components
            return .text("\(day)/\(month)/\(year)")
          }
        )
      ]
    case .dashes:
      [("Ngày, tháng, năm sinh", { .text($0.birth.text.split(separator: "/").joined(separator: "-")) })]
    case .iso: [("Ngày sinh", { .text($0.birth.iso) })]
    case .threeColumns:
      [
        ("Ngày", { .integer($0.birth.components.day) }), ("Tháng", { .integer($0.birth.components.month) }),
        ("Năm", { .integer($0.birth.components.year) }),
      ]
    }
  }

  func origin() -> [Column] {
    [("Dân tộc", { text($0.ethnicity) }), ("Nơi sinh", { text($0.birthPlace) })]
  }

  func homes() -> [Column] {
    [
      ("Xã/Phường thường trú", { text($0.permanent.commune) }),
      ("Ấp/Khu phố thường trú", { text($0.permanent.hamletName) }),
      ("Xã/Phường nơi ở", { text($0.current.commune) }),
      ("Ấp/Khu phố nơi ở", { text($0.current.hamletName) }),
    ]
  }

  func contact() -> [Column] {
    [("Điện thoại", { .text($0.phone) }), ("Người giám hộ", { text($0.guardian) })]
  }

  /// Results of the marked years.
  func results(_ level: Level) -> [Column] {
    guard let grades = level.markedGrades else { return [] }
    var columns: [Column] = []
    for (index, grade) in grades.enumerated() where level == .grade10 {
      columns.append(
        (
          layout.short ? "HL\(grade)" : "Học lực \(grade)",
          { child in
            text(layout.short ? child.years[index].learning.letter : child.years[index].learning.word)
          }
        ))
      columns.append(
        (
          layout.short ? "HK\(grade)" : "Hạnh kiểm \(grade)",
          { child in
            let year = child.years[index]
            return year.conductMissing ? .blank : text(layout.short ? year.conduct.letter : year.conduct.word)
          }
        ))
    }
    for (index, grade) in grades.enumerated() where level == .grade6 || grade == grades.upperBound {
      if level == .grade10 { columns.append(("ĐTB \(grade)", { mark($0.years[index].average) })) }
      columns.append(("Toán \(grade)", { mark($0.years[index].math) }))
      columns.append(
        (
          level == .grade6 ? "Tiếng Việt \(grade)" : "Ngữ văn \(grade)",
          { child in
            let year = child.years[index]
            return level == .grade6 && year.conductMissing ? .blank : mark(year.literature)
          }
        ))
    }
    return columns
  }

  /// Groups that count, and for the youngest disability and boarding.
  func groups(_ level: Level) -> [Column] {
    let priorities: Column = (
      "Diện ưu tiên", { $0.priorities.isEmpty ? .blank : .text($0.priorities.joined(separator: "; ")) }
    )
    let disability: Column = ("Khuyết tật", { $0.disability ? .text("x") : .blank })
    return level == .grade10 || level == .grade6
      ? [priorities, disability]
      : [priorities, disability, ("Bán trú", { $0.boarding ? .text("x") : .blank })]
  }

  func wishes(_ level: Level) -> [Column] {
    var columns: [Column] = (0..<level.wishes).map { index in
      (
        "NV\(index + 1)",
        { child in
          if index == 0, let misspelt = child.misspeltWish, child.applies { return text(misspelt) }
          return child.wishes.count > index ? wish(child.wishes[index]) : .blank
        }
      )
    }
    guard level == .grade10 else { return columns }
    columns.append(("NV chuyên 1", { $0.specialWish.map(wish) ?? .blank }))
    for index in 0..<3 {
      columns.append(
        (
          "Tổ hợp \(index + 1)",
          { child in
            child.applies && child.combos.count > index ? .text(child.combos[index]) : .blank
          }
        ))
    }
    columns.append(("Ngoại ngữ học", { $0.applies ? text($0.language) : .blank }))
    return columns
  }

  func submission() -> [Column] {
    [
      ("Ngày nộp", { .date($0.submitted) }),
      ("Hình thức nộp", { text($0.onPortal ? "Trực tuyến" : "Trực tiếp") }),
    ]
  }

  /// The source school by name or code; children of other provinces have none that takes part.
  func source() -> [Column] {
    [
      (
        "Trường cuối cấp",
        { child in
          guard let source = child.source else { return text("Ngoài tỉnh") }
          return text(layout.namesSchools ? schools[source].name : schools[source].code)
        }
      )
    ]
  }

  private func wish(_ wish: Wish) -> Cell {
    let school = schools[wish.school]
    if !wish.program.isEmpty { return .text("\(school.code)/\(wish.program)") }
    return text(layout.namesSchools ? school.longName : school.code)
  }

  private func mark(_ tenths: Int) -> Cell {
    let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
    let spelled = rest == 0 ? "\(whole)" : "\(whole)\(layout.decimalComma ? "," : ".")\(rest)"
    return layout.decimalComma ? .text(spelled) : .number(spelled)
  }

  private func text(_ text: String) -> Cell {
    if text.isEmpty { return .blank }
    return .text(layout.decomposed ? text.decomposedVietnamese : text)
  }

  /// The table of children, each row with its number in front.
  static func table(_ name: String, _ columns: [Column], _ children: [Child]) -> SampleTable {
    SampleTable(
      name, ["STT"] + columns.map(\.label),
      children.enumerated().map { index, child in [.integer(index + 1)] + columns.map { $0.cell(child) } })
  }
}
