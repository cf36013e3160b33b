import Admission
import TableSchema
import Tables

extension Gathering {
  /// The cohort of the round: everybody with an application, those to whom the zone gives a wish,
  /// and those in `settled`; with the repairs told to who sent their records.
  func cohort(
    with settled: Set<Int32>, _ schema: Schema, _ directory: ProgramDirectory,
    _ zones: [ZoneRow], _ places: inout Places,
    _ claims: inout Claims, _ exempt: [[Int32]]
  ) -> (Cohort, [LocatedFinding]) {
    let filled = fill(schema, WishFilling(directory, zones: zones), directory, &places, &claims, exempt)
    var findings: [LocatedFinding] = []
    var cohort = Cohort(layers: layers, schema: schema, people: people)
    let someSource = rows.traits.contains { $0.contains(.own) }
    for person in order {
      let standing = standings[Int(person)]
      if standing.application < 0 { cohort.recordsOnly += recordRows(person, standing) }
      guard standing.application >= 0 || filled[person] != nil || settled.contains(person) else {
        continue
      }
      if someSource, !isKnownToSource(Int(person)) { cohort.unknownToSource.append(Int32(cohort.count)) }
      if let program = filled[person] {
        cohort.filled[Int32(cohort.count)] = program
        let ref = rows.refs[Int(standing.record)]
        let wish = directory.plans[Int(program)].path
        findings.append(
          layers[Int(ref.layer)].finding(
            .wishFilled, .repair, row: ref.row, key: "wish1", facts: ["wish": wish]))
      }
      append(person, standing, to: &cohort)
    }
    return (cohort, findings)
  }

  /// By applicant. Whoever is kept stays, though a row of it be held now.
  func states(of cohort: Cohort, kept: [Int32]) -> [ApplicantState] {
    cohort.persons.enumerated().map { applicant, person in
      let state = standings[Int(person)].state
      return state == .held && !kept.isEmpty && kept[applicant] >= 0 ? .competes : state
    }
  }

  private func append(_ person: Int32, _ standing: PersonStanding, to cohort: inout Cohort) {
    let record = rows.refs[Int(standing.record)]
    if let reason = standing.reason { cohort.heldBecause[Int32(cohort.count)] = reason }
    cohort.records.append(record)
    cohort.applications.append(standing.application < 0 ? record : rows.refs[Int(standing.application)])
    cohort.recordIsOwn.append(traits(standing.record).contains(.own))
    cohort.persons.append(person)
  }

  /// The rows under which a child without an application is listed: one for each school that calls
  /// it its own leaver.
  private func recordRows(_ person: Int32, _ standing: PersonStanding) -> [Cohort.RowRef] {
    let own = people.rows(of: Int(person)).filter { traits($0).contains(.own) }
    return (own.isEmpty ? [standing.record] : own).map { rows.refs[Int($0)] }
  }

  /// The program that the zone gives to each person without a wish.
  private func fill(
    _ schema: Schema, _ filling: WishFilling?, _ directory: ProgramDirectory, _ places: inout Places,
    _ claims: inout Claims, _ exempt: [[Int32]]
  ) -> [Int32: Int32] {
    guard let filling else { return [:] }
    var wishless = Cohort(layers: layers, schema: schema, people: people)
    for person in order {
      let standing = standings[Int(person)]
      if standing.application < 0, standing.state == .competes { append(person, standing, to: &wishless) }
    }
    let residences = places.residences(wishless, directory)
    let births = wishless.birthDays
    let priorities = wishless.column("priorities")
    var filled: [Int32: Int32] = [:]
    for (index, person) in wishless.persons.enumerated() {
      let claimed = claims.set(verified.counted(person, claimed: priorities.bytes(index)))
      let program = filling.program(
        of: residences[index], born: births[index], claims: claims.sets[Int(claimed)], exempt: exempt)
      if program >= 0 { filled[person] = program }
    }
    return filled
  }
}
