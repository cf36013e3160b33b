import Admission
import Rounds
import Tables

/// What `kiem-chung.json` says: the properties of the result with what was
/// counted, and the rules, with which anyone can count again from the tables.
public struct CheckReport: Codable, Sendable {
  /// The round's code.
  public var round: String
  /// The properties of who is admitted.
  public var admission: [CheckedProperty]
  /// Those of the classes, of all groups placed together.
  public var classes: [CheckedProperty]
  /// What was decided by.
  public var rules: PrintedRules
  /// Nil where no lottery decided.
  public var seed: String?
  /// No property is violated.
  public var holds: Bool
}

/// One property: what it says, and of how many it was found to hold.
public struct CheckedProperty: Codable, Sendable {
  /// `P1`.
  public var id: String
  /// `quota`.
  public var code: String
  /// In a sentence.
  public var property: String
  /// Of how many it was checked.
  public var counted: Int
  /// What was counted: programs, wishes, children.
  public var counts: String
  /// Of how many it does not hold.
  public var violations: Int
}

/// The rules of a round, in codes and numbers.
public struct PrintedRules: Codable, Sendable {
  /// `simultaneous`, `sequential`, `margin`, `given`.
  public var method: String
  /// `allIn`, `allOut`, `lottery`, `council`.
  public var tiePolicy: String
  /// How many wishes a child may name in a group.
  public var wishes: Int
  /// By wish number, NV1 first.
  public var margins: [String]
  /// The most that priority may give; nil for no limit.
  public var priorityCap: String?
  /// What wishes point at.
  public var programs: [Program]

  /// A program as it is decided.
  public struct Program: Codable, Sendable {
    /// The unit code of the school.
    public var school: String
    /// The code of the program.
    public var program: String
    /// Its seats.
    public var quota: Int
    /// Phases are decided in turn.
    public var phase: Int
    /// Chosen in the columns NV chuyên.
    public var special: Bool
    /// Only children of its zones.
    public var zoned: Bool
    /// The wish numbers taken; empty for all.
    public var wishes: [Int]
    /// How many may wait; nil for all.
    public var reserve: Int?
    /// Seats that are for some, or caps on others, in order.
    public var reservations: [Reserved]
    /// What `ties` in `giai-trinh.csv` compares.
    public var tieBreaks: [TieBreak]
  }

  /// A row of the reservations.
  public struct Reserved: Codable, Sendable {
    /// `reserved`, or `atMost`.
    public var kind: String
    /// `priority`, `tier` or `sourceSchool`.
    public var category: String
    /// The code of a priority or a school, or the number of a tier.
    public var value: String
    /// How many.
    public var seats: Int
  }

  /// One criterion of a tie chain.
  public struct TieBreak: Codable, Sendable {
    /// As it was declared.
    public var field: String
    /// Larger or later first.
    public var descending: Bool
  }

  init(_ round: DecidedRound) {
    let rules = round.tables.round
    method = rules.method.rawValue
    tiePolicy = rules.tiePolicy.rawValue
    wishes = rules.wishes
    margins = rules.margins.map(\.text)
    priorityCap = rules.priorityCap?.text
    programs = round.tables.programs.indices.map { program in
      let (plan, asked) = (round.tables.programs[program], round.input.programs[program])
      let chain = asked.tieChain.map { round.input.tieChains[$0] } ?? []
      return Program(
        school: plan.school, program: plan.program, quota: plan.quota, phase: plan.phase,
        special: plan.special, zoned: plan.zoned, wishes: plan.wishes, reserve: plan.reserve,
        reservations: round.reservations[program].map { row in
          Reserved(
            kind: row.isCap ? "atMost" : "reserved", category: row.category.rawValue, value: row.value,
            seats: row.seats)
        },
        tieBreaks: chain.map { criterion in
          switch criterion.source {
          case .wishNumber: TieBreak(field: "wish", descending: criterion.descending)
          case .field(let field):
            TieBreak(field: round.fieldLabels[field], descending: criterion.descending)
          }
        })
    }
  }
}
