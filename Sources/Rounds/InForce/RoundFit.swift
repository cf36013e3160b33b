import TableSchema
import Tables

/// What a file without a round tells about it: the schools wished for or
/// named, the classes that its children leave, and their years of birth.
struct RoundFit {
  private var wishes: [String: Int] = [:]
  private var schools: [String: Int] = [:]
  /// Rows by the number that the class begins with.
  private var classes: [Int: Int] = [:]
  private var years: [Int: Int] = [:]

  init(_ tables: [Table]) {
    for table in tables {
      for column in table.columns {
        switch column.key {
        case "school": count(column, into: &schools)
        case "birthDate": countYears(column)
        case "sourceClass": countClasses(column)
        case _ where column.key.hasPrefix("wish") || column.key.hasPrefix("specialWish"):
          count(column, into: &wishes)
        default: break
        }
      }
    }
  }

  /// Forgets what names no school of any of the rounds: a mistake that says nothing of the round.
  mutating func keepKnown(to rounds: [RoundNames]) {
    guard rounds.contains(where: { $0.programs != nil }) else { return }
    wishes = wishes.filter { wish in rounds.contains { $0.offersWish(wish.key) } }
    schools = schools.filter { school in rounds.contains { $0.offersSchool(school.key) } }
  }

  /// Nothing speaks against the round.
  func allows(_ round: Round, _ names: RoundNames?) -> Bool {
    if let names, names.programs != nil {
      if !wishes.isEmpty, !mostly(wishes, { names.offersWish($0) }) { return false }
      if !schools.isEmpty, names.programs?.isEmpty == false, !mostly(schools, { names.offersSchool($0) }) {
        return false
      }
    }
    return fitsGrade(round, younger: 2, older: 4)
  }

  /// Most children are of the very year that enters the grade, or its neighbours.
  func isNear(_ round: Round) -> Bool { fitsGrade(round, younger: 1, older: 1) }

  private func fitsGrade(_ round: Round, younger: Int, older: Int) -> Bool {
    guard let start = round.startYear else { return true }
    guard let grade = round.entryGrade else {
      // Kindergarten: from the first months to six years.
      return years.isEmpty || mostly(years) { (start - 6...start + 1).contains($0) }
    }
    let expected = start - grade - 5
    if !years.isEmpty, !mostly(years, { (expected - older...expected + younger).contains($0) }) {
      return false
    }
    return grade <= 1 || classes.isEmpty || mostly(classes) { $0 == grade - 1 }
  }

  /// Whether more than half of the counted rows pass.
  private func mostly<Value>(_ counts: [Value: Int], _ passes: (Value) -> Bool) -> Bool {
    var (all, good) = (0, 0)
    for (value, count) in counts {
      all += count
      if passes(value) { good += count }
    }
    return 2 * good > all
  }

  private func count(_ column: Column, into counts: inout [String: Int]) {
    var distinct = Interner()
    var numbers: [Int] = []
    for row in 0..<column.texts.count where !column.texts.isBlank(row) {
      let number = Int(distinct.number(column.texts[row]))
      if number == numbers.count { numbers.append(0) }
      numbers[number] += 1
    }
    for (number, count) in numbers.enumerated() {
      counts[String(decoding: distinct.text(Int32(number)), as: UTF8.self), default: 0] += count
    }
  }

  private mutating func countYears(_ column: Column) {
    for number in column.numbers where number != Column.blank {
      guard let day = Int32(exactly: number) else { continue }
      years[Day(number: day).components.year, default: 0] += 1
    }
  }

  private mutating func countClasses(_ column: Column) {
    for row in 0..<column.texts.count {
      let digits = column.texts[row].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      if let number = Int(String(decoding: digits, as: UTF8.self)) { classes[number, default: 0] += 1 }
    }
  }
}

extension RoundNames {
  /// The wish is for a school with programs in this round.
  fileprivate func offersWish(_ text: String) -> Bool {
    wish(text).school.map { programs?[$0] != nil } ?? false
  }

  /// The school has programs in this round.
  fileprivate func offersSchool(_ text: String) -> Bool { programs?[schoolCode(text)] != nil }

  /// The code of a school's code or name; the text itself where it names none.
  func schoolCode(_ text: String) -> String {
    if case .code(let code, _) = RoundNames.find(text, in: schools, kind: .school) { return code }
    return text
  }
}
