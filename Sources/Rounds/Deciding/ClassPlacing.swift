import Admission
import Placement
import Tables

/// Places those who take their place in the classes that their schools planned (contract.md
/// 4, Classes), one group after the other: the children of a program with its
/// own classes, and those of all other programs of a school together.
struct ClassPlacing {
  private let reader: SetupReader
  private let directory: ProgramDirectory
  private let cohort: Cohort
  private let round: DecidedRound
  private var numbers = ChoiceNumbers()
  private(set) var lists: ClassLists

  /// Children and classes that are placed together.
  private struct Group {
    /// As positions in ``ClassLists/classes``.
    var classes: [Int] = []
    var rows: [SetupRow] = []
    var applicants: [Int] = []
    var mode = PlacementMode.balanced
    var seed = ""
  }

  init(
    _ reader: SetupReader, _ directory: ProgramDirectory, _ round: DecidedRound
  ) {
    self.reader = reader
    self.directory = directory
    self.round = round
    cohort = round.cohort
    lists = ClassLists(applicants: cohort.count)
    let groups = grouped()
    guard !groups.isEmpty else { return }
    let children = ChildColumns(cohort)
    for group in groups { place(group, children) }
    listMembers(children)
  }

  // MARK: Groups

  /// The groups with classes, by the first of their classes.
  private mutating func grouped() -> [Group] {
    var groups: [Scope: Group] = [:]
    let rows = reader.rows(.classes).sorted {
      $0.code("school").utf8.lexicographicallyPrecedes($1.code("school").utf8)
    }
    for row in rows {
      groups[Scope(row), default: Group()].classes.append(lists.classes.count)
      groups[Scope(row), default: Group()].rows.append(row)
      lists.classes.append(
        ClassLists.Class(
          school: row.text("school"), name: row.text("class"),
          capacity: Int(clamping: row.number("capacity") ?? 0),
          teacher: row.text("teacher"), room: row.text("room"), shift: row.text("shift")))
    }
    guard !groups.isEmpty else { return [] }
    let scopes = directory.plans.map { plan in Scope.ofSchool(plan).first { groups[$0] != nil } }
    for applicant in 0..<cohort.count where round.takesPlace[applicant] {
      guard let program = round.program(of: applicant) else { continue }
      if let scope = scopes[program] { groups[scope]?.applicants.append(applicant) }
    }
    let rules = Dictionary(grouping: reader.rows(.classRules), by: Scope.init)
    for scope in groups.keys {
      guard let rule = (rules[scope] ?? rules[scope.wholeSchool])?.first else { continue }
      groups[scope]?.mode = PlacementMode(rawValue: rule.choice("mode")) ?? .balanced
      groups[scope]?.seed = rule.text("seed")
    }
    return groups.values.sorted { $0.classes[0] < $1.classes[0] }
  }

  // MARK: Placing

  private mutating func place(_ group: Group, _ children: ChildColumns) {
    let names = children.nameOrder(group.applicants)
    let draws = group.mode == .lottery ? drawOrder(group) : [:]
    var students: [PlacementStudent] = []
    for applicant in group.applicants {
      var student = PlacementStudent(nameOrder: names[applicant] ?? 0)
      student.score = round.place(of: applicant).map { round.outcome.score[$0] } ?? 0
      student.female = children.isFemale(applicant)
      student.disability = children.disability.number(applicant) == 1
      student.boarding = children.boarding.number(applicant) == 1
      student.sourceClass = numbers.sourceClass(
        children.sourceSchool.bytes(applicant), children.sourceClass.bytes(applicant))
      student.combos = children.combos.map { numbers.combo($0.bytes(applicant)) }.filter { $0 >= 0 }
      student.language = numbers.language(children.language.bytes(applicant))
      student.draw = draws[applicant] ?? student.nameOrder
      students.append(student)
    }
    let classes = group.rows.map { row in
      PlacementClass(
        capacity: Int(clamping: row.number("capacity") ?? 0),
        combo: numbers.combo(ArraySlice(row.text("combo").utf8)),
        language: numbers.language(ArraySlice(row.text("language").utf8)),
        boarding: row.number("boarding").map { $0 == 1 })
    }
    let input = PlacementInput(mode: group.mode, students: students, classes: classes)
    let staying = staying(group)
    let placed: PlacementOutcome
    if staying.contains(where: { $0 >= 0 }) {
      placed = Placement.placeLater(input, staying: staying)
      lists.checks += Placement.verifyLater(input, staying: staying, placed)
    } else {
      placed = Placement.place(input)
      lists.checks += Placement.verify(input, placed)
    }
    for (student, applicant) in group.applicants.enumerated() {
      let position = placed.classOf[student]
      if position >= 0 { lists.classOf[applicant] = Int32(group.classes[Int(position)]) }
      lists.unplaced[Int32(applicant)] = placed.unplaced[Int32(student)]
    }
  }

  /// By applicant of a group: the class where it stays since `chốt lớp`, or −1.
  private func staying(_ group: Group) -> [Int32] {
    let fixed = round.tables.fixedClasses
    guard !fixed.isEmpty else { return group.applicants.map { _ in -1 } }
    var position: [String: Int32] = [:]
    for (index, place) in group.classes.enumerated() {
      position[loweredCode(lists.classes[place].path)] = Int32(index)
    }
    return group.applicants.map { applicant in
      fixed[cohort.key(of: applicant)].flatMap { position[loweredCode($0)] } ?? -1
    }
  }

  /// The order of the class lottery: SHA-256 over the seed, a newline, and the ticket, or where
  /// there is none the identifier.
  private func drawOrder(_ group: Group) -> [Int: Int32] {
    let seed = Array(group.seed.utf8) + [UInt8(ascii: "\n")]
    let draws = group.applicants.map { applicant in
      let ticket = round.lottery.ticketBytes(applicant)
      return SHA256.hash(seed + (ticket.isEmpty ? cohort.strongestIdentifier(of: applicant) : ticket))
    }
    let sorted = draws.indices.sorted { a, b in
      draws[a] == draws[b] ? a < b : draws[a].lexicographicallyPrecedes(draws[b])
    }
    var order: [Int: Int32] = [:]
    for (position, index) in sorted.enumerated() { order[group.applicants[index]] = Int32(position) }
    return order
  }

  private mutating func listMembers(_ children: ChildColumns) {
    let placed = (0..<cohort.count).filter { lists.classOf[$0] >= 0 }
    for applicant in children.sortedByName(placed) {
      lists.classes[Int(lists.classOf[applicant])].members.append(Int32(applicant))
    }
  }
}
