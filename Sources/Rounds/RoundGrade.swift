import Tables

extension Round {
  /// The first calendar year of the school year.
  public var startYear: Int? { Int(schoolYear.prefix(4)) }

  /// The grade that the round admits to: as `grade` says (`Lớp 10`), else by the level; nil for kindergarten.
  public var entryGrade: Int? {
    let words = folded(grade).split(separator: " ")
    if words.count >= 2, words[0] == "lop", let number = Int(words[1]), (1...12).contains(number) {
      return number
    }
    switch level {
    case "TH": return 1
    case "THCS": return 6
    case "THPT": return 10
    default: return nil
    }
  }
}
