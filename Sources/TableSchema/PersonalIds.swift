import Tables

/// The structure of a personal id: 3 digits of the place of registration, 1 of
/// century and gender, 2 of the year of birth, 6 at random (Circular
/// 59/2021/TT-BCA, article 4). There is no check digit.
struct PersonalId {
  let birthYear: Int
  let female: Bool

  /// Of twelve digits; nil for anything else.
  init?(_ text: some RandomAccessCollection<UInt8>) {
    guard text.count == 12, text.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    func digit(_ place: Int) -> Int { Int(text[text.index(text.startIndex, offsetBy: place)] & 0x0F) }
    birthYear = 1900 + digit(3) / 2 * 100 + digit(4) * 10 + digit(5)
    female = digit(3) % 2 == 1
  }
}

/// Judges the personal ids of a table with the birth dates and genders that
/// stand beside them, and puts back the zeros that a spreadsheet program
/// dropped, where all of them agree.
struct PersonalIds {
  let field: Field
  let birthDate: Column?
  let gender: Column?
  /// A row without a birth date is held for that.
  let requiresBirthDate: Bool
  /// The number of the choice `female`.
  let female: Int64?

  func judged(_ column: Column, findings: inout FindingList) -> Column {
    var replaced: [Int: [UInt8]] = [:]
    let (births, genders) = (birthDate?.numbers ?? [], gender?.numbers ?? [])
    column.texts.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<column.texts.count {
        let text = UnsafeBufferPointer(rebasing: bytes[column.texts.range(row)])
        if text.isEmpty { continue }
        let others = Beside(birth: Self.number(births, row), gender: Self.number(genders, row))
        if let id = PersonalId(text) {
          crossCheck(id, others, row: row, column: column, findings: &findings)
        } else if let repaired = repaired(text, others) {
          replaced[row] = repaired
          findings.add(
            .leadingZero, .repair, row: row, column: column.place, value: column.texts.string(row),
            facts: ["repaired": String(decoding: repaired, as: UTF8.self)])
        } else if !findings.isToldAbout(row: row, column: column.place),
          !awaitsBirth(text, row: row, findings)
        {
          findings.add(
            .pattern, .error, row: row, column: column.place, value: column.texts.string(row),
            facts: ["form": field.constraints.form])
        }
      }
    }
    return column.replacingTexts(replaced)
  }

  /// What else the row says; nil where that is not known.
  private struct Beside {
    var birth: Int64?
    var gender: Int64?
  }

  private static func number(_ numbers: [Int64], _ row: Int) -> Int64? {
    row < numbers.count && numbers[row] != Column.blank ? numbers[row] : nil
  }

  /// Ten or eleven digits with zeros in front, if the structure then agrees with
  /// the birth date, and with the gender where that is known.
  private func repaired(_ text: UnsafeBufferPointer<UInt8>, _ others: Beside) -> [UInt8]? {
    guard text.count == 10 || text.count == 11 else { return nil }
    let padded = padded(text)
    guard let id = PersonalId(padded), agreesWithBirth(id, others) == true,
      agreesWithGender(id, others) != false
    else { return nil }
    return padded
  }

  /// Whether zeros may be missing that can be put back as soon as the birth date of the row is mended.
  private func awaitsBirth(_ text: UnsafeBufferPointer<UInt8>, row: Int, _ findings: FindingList) -> Bool {
    guard text.count == 10 || text.count == 11, PersonalId(padded(text)) != nil else { return false }
    guard let birthDate, !birthDate.texts.isBlank(row) else { return requiresBirthDate }
    return findings.isToldAbout(row: row, column: birthDate.place)
  }

  private func padded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](repeating: UInt8(ascii: "0"), count: 12 - text.count) + text
  }

  private func crossCheck(
    _ id: PersonalId, _ others: Beside, row: Int, column: Column, findings: inout FindingList
  ) {
    if agreesWithBirth(id, others) == false {
      findings.add(
        .idBirthDate, .note, row: row, column: column.place, value: column.texts.string(row),
        facts: ["year": String(id.birthYear)])
    }
    if agreesWithGender(id, others) == false {
      findings.add(
        .idGender, .note, row: row, column: column.place, value: column.texts.string(row),
        facts: ["gender": id.female ? "female" : "male"])
    }
  }

  /// Nil where the birth date is not known.
  private func agreesWithBirth(_ id: PersonalId, _ others: Beside) -> Bool? {
    guard let number = others.birth, let day = Int32(exactly: number) else { return nil }
    let year = id.birthYear - Self.firstYear
    return day >= Self.firstDays[year] && day < Self.firstDays[year + 1]
  }

  /// The first day of every year that an id can tell, and of the one after: to take each date apart costs more.
  private static let firstYear = 1900
  private static let firstDays = (firstYear...firstYear + 500).map {
    Day(year: $0, month: 1, day: 1)?.number ?? .max
  }

  private func agreesWithGender(_ id: PersonalId, _ others: Beside) -> Bool? {
    guard let female, let number = others.gender else { return nil }
    return (number == female) == id.female
  }
}
