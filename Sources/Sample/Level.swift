import Tables

/// The four rounds of 2022-2023.
enum Level: Int, CaseIterable {
  case grade10, grade6, grade1, kindergarten

  var code: String {
    switch self {
    case .grade10: "lop10-2022"
    case .grade6: "lop6-2022"
    case .grade1: "lop1-2022"
    case .kindergarten: "mamnon-2022"
    }
  }

  var name: String {
    switch self {
    case .grade10: "Tuyển sinh lớp 10 năm học 2022-2023"
    case .grade6: "Tuyển sinh lớp 6 năm học 2022-2023"
    case .grade1: "Tuyển sinh lớp 1 năm học 2022-2023"
    case .kindergarten: "Tuyển sinh mầm non năm học 2022-2023"
    }
  }

  /// The grade as in `Lớp 10`, and the level of school.
  var grade: String {
    switch self {
    case .grade10: "Lớp 10"
    case .grade6: "Lớp 6"
    case .grade1: "Lớp 1"
    case .kindergarten: "Mẫu giáo"
    }
  }

  var schoolLevel: String {
    switch self {
    case .grade10: "THPT"
    case .grade6: "THCS"
    case .grade1: "TH"
    case .kindergarten: "MN"
    }
  }

  /// Of 1,000 children.
  var share: Int {
    switch self {
    case .grade10: 350
    case .grade6: 250
    case .grade1: 225
    case .kindergarten: 175
    }
  }

  /// The years of school whose results count.
  var markedGrades: ClosedRange<Int>? {
    switch self {
    case .grade10: 6...9
    case .grade6: 4...5
    case .grade1, .kindergarten: nil
    }
  }

  /// The years of birth, the usual one first.
  var birthYears: [Int] {
    switch self {
    case .grade10: [2007, 2006]
    case .grade6: [2011, 2010]
    case .grade1: [2016]
    case .kindergarten: [2017, 2018, 2019]
    }
  }

  var wishes: Int {
    switch self {
    case .grade10, .grade1: 2
    case .grade6: 3
    case .kindergarten: 2
    }
  }

  /// Children in one class at most: of the leavers, and of those admitted.
  var leaverClassSize: Int { self == .grade10 ? 45 : self == .grade6 ? 35 : 30 }
  var classSize: Int { self == .grade10 || self == .grade6 ? 45 : self == .grade1 ? 35 : 30 }

  /// About how many leavers a source school has, and how many apply at an admitting one.
  var leaversPerSchool: Int { self == .grade10 ? 130 : 110 }
  var applicantsPerSchool: Int {
    switch self {
    case .grade10: 240
    case .grade6: 200
    case .grade1: 180
    case .kindergarten: 140
    }
  }
}

/// Age groups of the kindergarten, the oldest first: five-year-olds have the right of way.
enum AgeGroup: Int, CaseIterable {
  case la, choi, mam

  var code: String {
    switch self {
    case .la: "la"
    case .choi: "choi"
    case .mam: "mam"
    }
  }

  var name: String {
    switch self {
    case .la: "Lớp lá (5 tuổi)"
    case .choi: "Lớp chồi (4 tuổi)"
    case .mam: "Lớp mầm (3 tuổi)"
    }
  }

  /// The first word of its classes' names.
  var className: String {
    switch self {
    case .la: "Lá"
    case .choi: "Chồi"
    case .mam: "Mầm"
    }
  }

  var birthYear: Int { 2017 + rawValue }
}

/// A day of the made-up year; the first of January 1970 for a date that is none.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  Day(year: year, month: month, day: day) ?? Day(number: 0)
}
