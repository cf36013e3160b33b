import Tables

/// What placing reads of the children.
struct ChildColumns {
  let disability: CohortColumn
  let boarding: CohortColumn
  let sourceSchool: CohortColumn
  let sourceClass: CohortColumn
  let language: CohortColumn
  let combos: [CohortColumn]
  private let gender: CohortColumn
  private let femaleWord: Int64?
  private let names: CohortNames

  init(_ cohort: Cohort) {
    disability = cohort.column("disability")
    boarding = cohort.column("boarding")
    sourceSchool = cohort.column("sourceSchool")
    sourceClass = cohort.column("sourceClass")
    language = cohort.column("language")
    combos = (1...3).map { cohort.column("combo\($0)") }
    gender = cohort.column("gender")
    femaleWord = cohort.femaleWord
    names = cohort.names
  }

  func isFemale(_ applicant: Int) -> Bool { femaleWord != nil && gender.number(applicant) == femaleWord }

  func sortedByName(_ applicants: [Int]) -> [Int] { names.sorted(applicants) }

  func nameOrder(_ applicants: [Int]) -> [Int: Int32] {
    var order: [Int: Int32] = [:]
    for (position, applicant) in sortedByName(applicants).enumerated() { order[applicant] = Int32(position) }
    return order
  }
}

/// Combos, languages and source classes as numbers.
struct ChoiceNumbers {
  private var combos = FoldingInterner()
  private var languages = FoldingInterner()
  private var sourceClasses = FoldingInterner()

  mutating func combo(_ text: ArraySlice<UInt8>) -> Int32 { combos.number(text) }
  mutating func language(_ text: ArraySlice<UInt8>) -> Int32 { languages.number(text) }

  mutating func sourceClass(_ school: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Int32 {
    name.isEmpty ? -1 : sourceClasses.number(school + [UInt8(ascii: "/")] + name)
  }
}
