import Tables

/// A made-up child as all its papers together tell it.
struct Child {
  var personalId: String
  var family: String
  var given: String
  var girl: Bool
  var birth: Day
  var ethnicity: String
  var birthPlace: String
  var permanent: Home
  var current: Home
  var phone: String
  var guardian: String
  /// Position of the school that it leaves; nil for none that takes part.
  var source: Int?
  var sourceClass: String
  /// By marked year, the earliest first.
  var years: [YearResults] = []
  /// Codes.
  var priorities: [String] = []
  var disability = false
  var boarding = false
  var wishes: [Wish] = []
  /// The first wish as it was written, where it names no school there is.
  var misspeltWish: String?
  var specialWish: Wish?
  var combos: [String] = []
  var language = ""
  var submitted: Day
  /// The application comes through the portal rather than a school.
  var onPortal = false

  var fullName: String { "\(family) \(given)" }
  var applies: Bool { !wishes.isEmpty }
}

/// A school and one of its programs.
struct Wish: Hashable {
  var school: Int
  /// Blank: the school's ordinary program, or the only one that fits.
  var program = ""
}

/// One year's results; marks in tenths.
struct YearResults {
  var learning: Learning
  var conduct: Conduct
  var average: Int
  var math: Int
  var literature: Int
  /// The school forgot to fill in the conduct.
  var conductMissing = false

  enum Learning: Int, CaseIterable {
    case good, fair, average, weak, poor

    var word: String { ["Giỏi", "Khá", "Trung bình", "Yếu", "Kém"][rawValue] }
    var letter: String { ["G", "K", "TB", "Y", "Kém"][rawValue] }
  }

  enum Conduct: Int, CaseIterable {
    case good, fair, average, weak

    var word: String { ["Tốt", "Khá", "Trung bình", "Yếu"][rawValue] }
    var letter: String { ["T", "K", "TB", "Y"][rawValue] }
  }
}
