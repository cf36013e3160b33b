import Admission
import Rounds
import Sheets
import Tables
import Wording

/// The applicants of a decided round as lists show them: each roster column
/// looked up once.
struct People {
  let round: DecidedRound
  let words: ListWording
  /// By program: the lowest own score admitted, for reasons.
  let lowestAdmitted: [Int64?]
  private let columns: [String: CohortColumn]

  /// The roster columns that lists show.
  private static let keys = [
    "personalId", "moetId", "examNo", "applicationNo", "birthDate", "gender", "ethnicity", "birthPlace",
    "permanentAddress", "permanentCommune", "permanentHamlet", "sourceSchool", "sourceClass", "guardian", "phone",
    "priorities", "combo1", "language", "policy",
  ]

  init(_ round: DecidedRound, _ words: ListWording) {
    self.round = round
    self.words = words
    lowestAdmitted = lowestAdmittedScores(round)
    columns = Dictionary(uniqueKeysWithValues: People.keys.map { ($0, round.cohort.column($0)) })
  }

  func text(_ key: String, _ applicant: Int) -> String { columns[key]?.text(applicant) ?? "" }

  func birthDay(_ applicant: Int) -> Day? { columns["birthDate"]?.number(applicant).map { Day(number: Int32($0)) } }

  func isFemale(_ applicant: Int) -> Bool {
    guard let word = columns["gender"]?.number(applicant) else { return false }
    return word == round.cohort.femaleWord
  }

  /// The source school by name where its code is a unit's.
  func sourceSchool(_ applicant: Int) -> String {
    let text = text("sourceSchool", applicant)
    return round.tables.units[text]?.name ?? text
  }

  /// The residence as one line: the address, or hamlet and commune.
  func address(_ applicant: Int) -> String {
    let address = text("permanentAddress", applicant)
    guard address.isEmpty else { return address }
    return [text("permanentHamlet", applicant), text("permanentCommune", applicant)].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  // MARK: Columns that most lists have; a row is an applicant's number.

  /// Each identifier that somebody of `applicants` has.
  func identifiers(of applicants: [Int]) -> [ListColumn<Int>] {
    let labels: [(String, ListWording.Label)] = [
      ("personalId", .personalId), ("moetId", .moetId), ("examNo", .examNo), ("applicationNo", .applicationNo),
    ]
    return labels.compactMap { key, label in
      guard applicants.contains(where: { !text(key, $0).isEmpty }) else { return nil }
      return ListColumn(words.label(label), .code) { .text(text(key, $0)) }
    }
  }

  var name: ListColumn<Int> {
    ListColumn(words.label(.fullName)) { .text(round.cohort.names.fullName($0)) }
  }

  var birth: ListColumn<Int> {
    ListColumn(words.label(.birthDate), .date) { birthDay($0).map(ListValue.day) ?? .blank }
  }

  var gender: ListColumn<Int> {
    ListColumn(words.label(.gender)) { applicant in
      guard columns["gender"]?.number(applicant) != nil else { return .blank }
      return .text(isFemale(applicant) ? words.femaleWord : words.male)
    }
  }

  var source: ListColumn<Int> { ListColumn(words.label(.sourceSchool)) { .text(sourceSchool($0)) } }

  var sourceClass: ListColumn<Int> {
    ListColumn(words.label(.sourceClass), .code) { .text(text("sourceClass", $0)) }
  }

  /// Name, birth date, gender, source school and class, after the identifiers.
  func introduction(of applicants: [Int]) -> [ListColumn<Int>] {
    [ListColumn.ordinal(words)] + identifiers(of: applicants) + [name, birth, gender, source, sourceClass]
  }

  /// The applicants in Vietnamese order of names; equal names by birth date, then as they are counted.
  func byName(_ applicants: [Int]) -> [Int] {
    let keyed = applicants.map { (key: NameSortKey(fullName: round.cohort.names.fullName($0)), applicant: $0) }
    return keyed.sorted {
      if $0.key != $1.key { return $0.key < $1.key }
      let (a, b) = (birthDay($0.applicant), birthDay($1.applicant))
      if let a, let b, a != b { return a < b }
      return $0.applicant < $1.applicant
    }.map(\.applicant)
  }
}
