import Admission
import Tables

/// The NV1 of children who wish for nothing, in a round all of whose programs
/// are zoned: the only route, else the only program of tier 1 that the age fits
/// (tables.md, One child, several rows). A route to a school with several programs
/// is read as a wish for that school alone is.
struct WishFilling {
  private let plans: [ProgramPlan]
  private let directory: ProgramDirectory
  /// Rows of tier 1, by commune and source school, −1 where the row leaves it open.
  private var rows: [Key: [ZoneRow]] = [:]

  private struct Key: Hashable {
    var commune: Int32
    var sourceSchool: Int32
  }

  /// Nil in a round where wishes are never filled in.
  init?(_ directory: ProgramDirectory, zones: [ZoneRow]) {
    guard !directory.plans.isEmpty, directory.plans.allSatisfy(\.zoned) else { return nil }
    plans = directory.plans
    self.directory = directory
    for zone in zones where zone.tier <= 1 {
      rows[Key(commune: zone.commune ?? -1, sourceSchool: zone.sourceSchool ?? -1), default: []].append(zone)
    }
  }

  /// The program of a child, or −1 where there is none or several.
  func program(of child: Residence, born: Int32?, claims: [Int32], exempt: [[Int32]]) -> Int32 {
    func theOnlyFitting(_ programs: Set<Int32>) -> Int32? {
      let fitting = programs.filter { program in
        fits(plans[Int(program)], born) || exempt[Int(program)].contains(where: claims.contains)
      }
      return fitting.count == 1 ? fitting.first : nil
    }
    if child.route.count == 1 { return child.route[0] }
    if Set(child.route.map { directory.schools[Int($0)] }).count == 1 {
      if let ordinary = child.route.first(where: { plans[Int($0)].program == "thuong" }) { return ordinary }
      if let only = theOnlyFitting(Set(child.route)) { return only }
    }
    return theOnlyFitting(Set(child.route).union(tierOne(child))) ?? -1
  }

  private func fits(_ plan: ProgramPlan, _ born: Int32?) -> Bool {
    guard plan.bornFrom != nil || plan.bornTo != nil else { return true }
    guard let born else { return false }
    return born >= plan.bornFrom?.number ?? .min && born <= plan.bornTo?.number ?? .max
  }

  private func tierOne(_ child: Residence) -> Set<Int32> {
    var programs: Set<Int32> = []
    for commune in Set([child.permanentCommune, child.currentCommune, -1]) {
      for sourceSchool in Set([child.sourceSchool, -1]) {
        for row in rows[Key(commune: commune, sourceSchool: sourceSchool)] ?? [] where child.stands(in: row) {
          if let program = row.program {
            programs.insert(program)
          } else {
            for (program, school) in directory.schools.enumerated() where school == row.school {
              programs.insert(Int32(program))
            }
          }
        }
      }
    }
    programs.remove(-1)
    return programs
  }
}
