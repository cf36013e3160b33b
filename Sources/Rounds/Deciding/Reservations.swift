import Admission
import Tables

/// The seats of each program that are for some, and the caps on others (contract.md 4, Reservations).
struct Reservations {
  /// A row, as it is decided by and as people call it.
  struct Row {
    var asked: Reservation
    var named: NamedReservation
  }

  /// By program, in the order in which `dành riêng` rows seat.
  private(set) var ofProgram: [[Row]]
  private(set) var problems: [LocatedFinding] = []
  /// What is unusual and stops nothing.
  private(set) var notes: [LocatedFinding] = []

  init(
    _ reader: SetupReader, _ directory: ProgramDirectory, _ places: inout Places, _ claims: inout Claims
  ) {
    ofProgram = directory.plans.map { _ in [] }
    var groups: [Int: [SetupRow]] = [:]
    for row in reader.rows(.reservations) {
      let program = directory.program(school: row.text("school"), program: row.text("program"))
      if program >= 0 { groups[Int(program), default: []].append(row) }
    }
    let claimNames = groups.isEmpty ? [] : reader.mostSpecificByCode(.priorities, for: directory)
    for program in groups.keys.sorted() {
      let rows = (groups[program] ?? []).sorted { Reservations.order($0) < Reservations.order($1) }
      check(rows, directory.plans[program], ties: reader.tables.round.tiePolicy)
      ofProgram[program] = rows.compactMap { row in
        let category: Reservation.Category
        switch row.choice("category") {
        case "priority": category = .claim(claims.code(ArraySlice(row.text("value").utf8)))
        case "sourceSchool": category = .sourceSchool(places.school(row.text("value")))
        default:
          guard let tier = Int32(row.text("value")) else { return nil }
          category = .tier(tier)
        }
        let asked = Reservation(
          row.choice("kind") == "atMost" ? .atMost : .reserved, category,
          seats: Int(clamping: row.number("seats") ?? 0))
        var named = NamedReservation(
          isCap: asked.kind == .atMost, category: .tier, value: row.text("value"), name: row.text("value"),
          seats: asked.seats)
        switch category {
        case .tier: break
        case .sourceSchool:
          named.category = .sourceSchool
          named.name = reader.tables.units[named.value]?.name ?? named.value
        case .claim:
          named.category = .priority
          let declared = claimNames[program].first { $0.code("code") == row.code("value") }
          named.name = declared?.text("name") ?? named.value
        }
        return Row(asked: asked, named: named)
      }
    }
  }

  /// The row of this name of the program that keeps an applicant; nil where there is none any more.
  func row(_ name: String, of kept: [Int32], _ applicant: Int32) -> Int? {
    guard !kept.isEmpty, kept[Int(applicant)] >= 0 else { return nil }
    return row(name, at: kept[Int(applicant)])
  }

  /// The `dành riêng` row of this name of a program; nil where there is none any more.
  func row(_ name: String, at program: Int32) -> Int? {
    guard ofProgram.indices.contains(Int(program)) else { return nil }
    return ofProgram[Int(program)].firstIndex { $0.named.key == name && $0.asked.kind == .reserved }
  }

  /// contract.md 4: what would contradict the quota, or make the result depend on the order of work. What a
  /// row contradicts by itself was found when it was judged.
  private mutating func check(_ rows: [SetupRow], _ plan: ProgramPlan, ties: Round.TiePolicy) {
    var reserved = 0
    for row in rows where row.choice("kind") == "reserved" {
      reserved = min(reserved + Int(clamping: row.number("seats") ?? 0), Int(Int32.max))
      guard reserved > plan.quota else { continue }
      problems.append(row.problem(.reservedAboveQuota, at: "seats"))
      break
    }
    if !plan.zoned, let row = rows.first(where: { $0.choice("category") == "tier" }) {
      notes.append(
        row.layer.finding(
          .setupUnusual, .note, row: row.row, key: "category", value: row.text("category"),
          facts: ["reason": SetupReason.tierWithoutZones.rawValue, "program": plan.path]))
    }
    guard let cap = rows.first(where: { $0.choice("kind") == "atMost" }) else { return }
    // Its row was judged by the round as it is; what if another policy is asked about?
    if ties != .lottery { problems.append(cap.problem(.capWithoutLottery, at: "kind")) }
    let other = rows.first { $0.choice("category") != cap.choice("category") }
    if let other { problems.append(other.problem(.capCategories, at: "category")) }
  }

  /// By `order`, then category and value.
  private static func order(_ row: SetupRow) -> (Int64, Int, Int64, String) {
    let category = ["priority", "tier", "sourceSchool"].firstIndex(of: row.choice("category")) ?? 3
    let value = row.text("value")
    return (row.number("order") ?? .max, category, Int64(value) ?? .max, loweredCode(value))
  }
}
