import Tables

/// What a wish points at, with its seats.
struct Program {
  var school: Int
  var code = ""
  var name = ""
  var quota = 0
  var isSpecial = false
  var minimum = ""
  var zoned = false
  var born: (from: Day, to: Day)?
  var phase = 1

  /// A class for the best in mathematics, with wishes of its own.
  static let special = "chuyen-toan"
  /// A program for which the school examines its applicants itself.
  static let tested = "tao-nguon"

  /// The school with ``tested``: the second that admits to grade 6 in the pilot.
  static func testedSchool(_ schools: Schools) -> Int? {
    schools.all.firstIndex { $0.name == "THCS Lý Tự Trọng" }
  }

  /// The programs of a round. Seats are a share of the children who put the
  /// program first: less than all here, more than all there.
  static func all(_ level: Level, _ schools: Schools, _ children: [Child]) -> [Program] {
    let shares = [70, 120, 88, 105, 78, 125]
    var byFirstWish: [Int: [Child]] = [:]
    for child in children {
      for school in Set([child.wishes.first?.school, child.specialWish?.school].compactMap { $0 }) {
        byFirstWish[school, default: []].append(child)
      }
    }
    var programs: [Program] = []
    for (index, school) in schools.admitting(level).enumerated() {
      for program in ofSchool(school, level, index, schools) {
        let demand = (byFirstWish[school] ?? []).count { child in
          program.isSpecial
            ? child.specialWish?.school == school
            : child.wishes.first.map { meets($0, program, child) } ?? false
        }
        var program = program
        let share = program.isSpecial || program.code == tested ? 60 : shares[programs.count % shares.count]
        program.quota = max(5, demand * share / 500 * 5)
        if program.isSpecial { program.quota = min(program.quota, 35) }
        programs.append(program)
      }
    }
    return programs
  }

  private static func meets(_ wish: Wish, _ program: Program, _ child: Child) -> Bool {
    guard wish.school == program.school else { return false }
    if let born = program.born, program.phase > 1 || program.code == AgeGroup.la.code {
      return (born.from...born.to).contains(child.birth)
    }
    return wish.program.isEmpty ? program.code.isEmpty : wish.program == program.code
  }

  private static func ofSchool(_ school: Int, _ level: Level, _ index: Int, _ schools: Schools) -> [Program] {
    switch level {
    case .grade10:
      var ordinary = Program(school: school)
      if index == 1 { ordinary.minimum = "26" }
      guard index == 0 else { return [ordinary] }
      return [ordinary, Program(school: school, code: special, name: "Lớp 10 chuyên Toán", isSpecial: true)]
    case .grade6:
      let born = (from: day(2008, 1, 1), to: day(2011, 12, 31))
      let ordinary = Program(school: school, zoned: true, born: born)
      guard school == testedSchool(schools) else { return [ordinary] }
      return [ordinary, Program(school: school, code: tested, name: "Lớp 6 tạo nguồn", born: born)]
    case .grade1:
      return [Program(school: school, zoned: true, born: (from: day(2016, 1, 1), to: day(2016, 12, 31)))]
    case .kindergarten:
      return AgeGroup.allCases.map { group in
        let born = (from: day(group.birthYear, 1, 1), to: day(group.birthYear, 12, 31))
        return Program(
          school: school, code: group.code, name: group.name, zoned: true, born: born,
          phase: group.rawValue + 1)
      }
    }
  }

  /// Seats on the waiting list.
  var reserve: Int { max(3, quota / 10) }
}
