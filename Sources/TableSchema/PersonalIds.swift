import Tables

/// The structure of a personal id: 3 digits of the place of registration, 1 of
/// century and gender, 2 of the year of birth, 6 at random (Circular
/// 59/2021/TT-BCA, article 4). There is no check digit.
struct PersonalId {
  let birthYear: Int
  let female: Bool

  /// Of twelve digits; nil for anything else.
  init?(_ text: some Collection<UInt8>) {
    guard text.count == 12, text.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    let digits = text.map { Int($0 - UInt8(ascii: "0")) }
    birthYear = 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5]
    female = digits[3] % 2 == 1
  }
}

/// Judges the personal ids of a table with the birth dates and genders that
/// stand beside them, and puts back the zeros that a spreadsheet program
/// dropped, where all of them agree.
struct PersonalIds {
  let field: Field
  let birthDate: Column?
  let gender: Column?
  /// The number of the choice `female`.
  let female: Int64?

  func judged(_ column: Column, findings: inout FindingList) -> Column {
    var replaced: [Int: [UInt8]] = [:]
    for row in 0..<column.texts.count {
      let text = column.texts[row]
      if text.isEmpty { continue }
      if let id = PersonalId(text) {
        crossCheck(id, row: row, column: column, findings: &findings)
      } else if let repaired = repaired(text, row: row) {
        replaced[row] = repaired
        findings.add(
          .leadingZero, .repair, row: row, column: column.place, value: column.texts.string(row),
          facts: ["repaired": String(decoding: repaired, as: UTF8.self)])
      } else if !findings.isToldAbout(row: row, column: column.place) {
        findings.add(
          .pattern, .error, row: row, column: column.place, value: column.texts.string(row),
          facts: ["form": field.constraints.form])
      }
    }
    return column.replacingTexts(replaced)
  }

  /// Ten or eleven digits with zeros in front, if the structure then agrees with
  /// the birth date, and with the gender where that is known.
  private func repaired(_ text: ArraySlice<UInt8>, row: Int) -> [UInt8]? {
    guard text.count == 10 || text.count == 11 else { return nil }
    let padded = [UInt8](repeating: UInt8(ascii: "0"), count: 12 - text.count) + text
    guard let id = PersonalId(padded), agreesWithBirth(id, row: row) == true,
      agreesWithGender(id, row: row) != false
    else { return nil }
    return padded
  }

  private func crossCheck(_ id: PersonalId, row: Int, column: Column, findings: inout FindingList) {
    if agreesWithBirth(id, row: row) == false {
      findings.add(
        .idBirthDate, .note, row: row, column: column.place, value: column.texts.string(row))
    }
    if agreesWithGender(id, row: row) == false {
      findings.add(.idGender, .note, row: row, column: column.place, value: column.texts.string(row))
    }
  }

  /// Nil where the birth date is not known.
  private func agreesWithBirth(_ id: PersonalId, row: Int) -> Bool? {
    guard let number = birthDate?.number(row), let day = Int32(exactly: number) else { return nil }
    return Day(number: day).components.year == id.birthYear
  }

  private func agreesWithGender(_ id: PersonalId, row: Int) -> Bool? {
    guard let female, let number = gender?.number(row) else { return nil }
    return (number == female) == id.female
  }
}
