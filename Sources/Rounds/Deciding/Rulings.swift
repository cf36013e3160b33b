public import Admission
import TableSchema
import Tables

/// What the council concluded of a child at a program, and where that is written down.
public struct CouncilRuling: Hashable, Sendable {
  /// `Kết luận`.
  public var ruling: Ruling
  /// `Số biên bản`.
  public var minutes: String
  /// `Lý do`; blank where it is told of another child.
  public var reason: String

  /// A row of the rulings.
  public init(ruling: Ruling, minutes: String, reason: String) {
    self.ruling = ruling
    self.minutes = minutes
    self.reason = reason
  }
}

/// By program and applicant: what the council concluded, where it parts those who are equal.
public typealias CouncilRulings = [Int32: [Int32: CouncilRuling]]

/// What the council concluded (tables.md, rulings). It parts those who are equal in everything else;
/// a ruling that names no program is about the wish at its school that a tie holds.
struct Rulings {
  private struct Row {
    var layer: Layer
    var row: Int32
    var applicant: Int32
    var school: String
    /// −1 where it names none.
    var program: Int32
    var ruling: CouncilRuling
  }

  private var rows: [Row] = []

  init(
    _ layers: [Layer], _ schemas: SchemaSet, _ directory: ProgramDirectory, _ applicants: ApplicantLookup
  ) {
    guard let schema = schemas[.rulings] else { return }
    for layer in layers {
      for (row, applicant) in applicants.rows(of: layer) {
        let (school, program) = (layer.table.text("school", row), layer.table.text("program", row))
        let order = layer.table.number("order", row).map { Int32(clamping: $0) }
        let isAdmitted = schema.choice("ruling", in: layer.table, row: row) == "admit"
        rows.append(
          Row(
            layer: layer, row: Int32(row), applicant: applicant, school: loweredCode(school),
            program: program.isEmpty ? -1 : directory.program(school: school, program: program),
            ruling: CouncilRuling(
              ruling: isAdmitted ? .admit(order: order) : .refuse,
              minutes: layer.table.text("minutes", row), reason: layer.table.text("reason", row))))
      }
    }
  }

  var isEmpty: Bool { rows.isEmpty }

  /// Told of each ruling in a round that leaves nothing to the council.
  var unasked: [LocatedFinding] {
    rows.map { $0.layer.finding(.rulingIdle, .note, row: $0.row, facts: ["reason": "no-council"]) }
  }

  /// For ``Input/rulings``, with what they are told by.
  ///
  /// - Parameters:
  ///   - without: what is decided without any ruling.
  ///   - notes: gets those that part nobody from anybody.
  func ofProgram(
    _ input: Input, _ plans: [ProgramPlan], without: Outcome, notes: inout [LocatedFinding]
  ) -> CouncilRulings {
    var rulings: CouncilRulings = [:]
    var shared: [Int32: Set<Int32>] = [:]
    for row in rows {
      let program = row.program >= 0 ? row.program : heldProgram(row, input, plans, without)
      if program >= 0, shared[program] == nil { shared[program] = sharedRanks(program, input, without) }
      let parts = input.wishes(of: Int(row.applicant)).contains { wish in
        input.wishProgram[wish] == program && shared[program]?.contains(without.rank[wish]) == true
      }
      if parts {
        rulings[program, default: [:]][row.applicant] = row.ruling
      } else {
        notes.append(row.layer.finding(.rulingIdle, .note, row: row.row))
      }
    }
    return rulings
  }

  /// The program at the row's school between which and another place a tie holds its child.
  private func heldProgram(
    _ row: Row, _ input: Input, _ plans: [ProgramPlan], _ without: Outcome
  ) -> Int32 {
    guard let tied = without.tiedPlaces[row.applicant] else { return -1 }
    for wish in [tied.groupIn, tied.groupOut] where wish >= 0 {
      let program = input.wishProgram[Int(wish)]
      if loweredCode(plans[Int(program)].school) == row.school { return program }
    }
    return -1
  }

  /// The ranks at a program that several share: the exact ties.
  private func sharedRanks(_ program: Int32, _ input: Input, _ without: Outcome) -> Set<Int32> {
    var (seen, shared): (Set<Int32>, Set<Int32>) = ([], [])
    for wish in input.wishProgram.indices where input.wishProgram[wish] == program {
      let rank = without.rank[wish]
      if rank > 0, !seen.insert(rank).inserted { shared.insert(rank) }
    }
    return shared
  }
}
