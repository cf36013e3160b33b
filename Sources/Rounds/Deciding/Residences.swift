import Admission
import Tables

/// Communes, hamlets and source schools as numbers: what zones and children are compared by.
struct Places {
  private var communes = FoldingInterner()
  private var hamlets = FoldingInterner()
  private var schools = FoldingInterner()

  /// Where the applicants live and come from.
  mutating func residences(_ cohort: Cohort, _ directory: ProgramDirectory) -> [Residence] {
    let permanent = ResidenceColumns("permanent", cohort)
    let current = ResidenceColumns("current", cohort)
    let source = cohort.column("sourceSchool")
    let route = cohort.column("route")
    return (0..<cohort.count).map { applicant in
      var residence = Residence()
      (residence.permanentCommune, residence.permanentHamlet) = numbers(permanent.texts(applicant))
      (residence.currentCommune, residence.currentHamlet) = numbers(current.texts(applicant))
      residence.sourceSchool = schools.number(source.bytes(applicant))
      // tables.md: the route of the source school's own roster, and of no other.
      if cohort.recordIsOwn[applicant], route.row(applicant) == cohort.records[applicant] {
        residence.route = directory.programs(route.bytes(applicant))
      }
      return residence
    }
  }

  private mutating func numbers(_ texts: (commune: ArraySlice<UInt8>, hamlet: ArraySlice<UInt8>)) -> (
    Int32, Int32
  ) {
    (communes.number(texts.commune), hamlets.number(texts.hamlet))
  }

  /// The zones of the round's programs.
  mutating func zones(_ reader: SetupReader, _ directory: ProgramDirectory) -> [ZoneRow] {
    reader.zoneRows(directory).map { row in
      var zone = ZoneRow(
        basis: basis(row.choice("basis")), school: directory.school(row.text("school")),
        tier: Int32(clamping: row.number("tier") ?? 0))
      zone.commune = filled(communes.number(row.text("commune")))
      zone.hamlet = filled(hamlets.number(row.text("hamlet")))
      zone.sourceSchool = filled(schools.number(row.text("sourceSchool")))
      let program = row.text("program")
      if !program.isEmpty {
        zone.program = directory.program(school: row.text("school"), program: program)
      }
      return zone
    }
  }

  /// The number of a source school's code.
  mutating func school(_ code: String) -> Int32 { schools.number(code) }

  private func filled(_ number: Int32) -> Int32? { number < 0 ? nil : number }

  private func basis(_ word: String) -> ZoneRow.Basis {
    switch word {
    case "permanent": .permanent
    case "current": .current
    case "both": .both
    case "sourceSchool": .sourceSchool
    default: .either
    }
  }
}

extension SetupReader {
  /// The rows of the zones of the round's programs; ``Admission/Input/zones`` stand in the same order.
  func zoneRows(_ directory: ProgramDirectory) -> [SetupRow] {
    rows(.zones).filter { directory.school($0.text("school")) >= 0 && $0.number("tier") != nil }
  }
}

/// Commune and hamlet of one residence, always from one row: a hamlet of one
/// commune is never joined to another commune.
struct ResidenceColumns {
  private let commune: CohortColumn
  private let hamlet: CohortColumn

  init(_ prefix: String, _ cohort: Cohort) {
    commune = cohort.column(prefix + "Commune")
    hamlet = cohort.column(prefix + "Hamlet")
  }

  func texts(_ applicant: Int) -> (commune: ArraySlice<UInt8>, hamlet: ArraySlice<UInt8>) {
    let row = commune.row(applicant)
    let hamletRow = hamlet.row(applicant)
    let text = commune.bytes(applicant)
    guard row == hamletRow || row == nil else { return (text, row.map(hamlet.bytes(at:)) ?? []) }
    return (text, hamlet.bytes(applicant))
  }
}
