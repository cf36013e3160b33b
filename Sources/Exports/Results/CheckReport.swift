import Admission
public import Rounds
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
  /// In which the sentences of the folder are written: `vi` or `en`.
  public var language: String
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
  /// `xét bổ sung` has been run: some wishes took part in it, and others did not.
  public var supplementary: Bool
  /// The round was opened again after something official; nil in a folder of a time when that was not told.
  public var reopened: Bool?
  /// `Chỉ tính diện đã thẩm định`; nil in a folder of a time when that was not told.
  public var verifiedOnly: Bool?
  /// What wishes point at.
  public var programs: [Program]

  /// A program as it is decided.
  public struct Program: Codable, Sendable {
    /// The unit code of the school.
    public var school: String
    /// The code of the program.
    public var program: String
    /// What people call it: the school, and the program where that alone would not tell.
    public var name: String
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
    /// The least score, before any margin; nil for any.
    public var minimum: String?
    /// Scores are compared; else everybody's is 0.
    public var scored: Bool
    /// Programs of one number score every child alike, with its priority and incentive; nil where the school
    /// gives its own points.
    public var scoring: Int?
    /// No priority and no incentive counts.
    public var noPriority: Bool
    /// The first day of birth, `dd/mm/yyyy`; nil for no limit.
    public var bornFrom: String?
    /// The last one.
    public var bornTo: String?
    /// The claims that free from these limits.
    public var ageExempt: [String]
    /// Documents are reviewed before anybody is admitted; nil in a folder of a time when that was not told.
    public var documents: Bool?
    /// Seats that are for some, or caps on others, in order.
    public var reservations: [Reserved]
    /// What `ties` in `giai-trinh.csv` compares.
    public var tieBreaks: [TieBreak]
    /// Digests of what other tables say of it; nil in a folder of a time when that was not told.
    public var digests: RuleDigests.Program?
  }

  /// A row of the reservations.
  public struct Reserved: Codable, Sendable {
    /// `reserved`, or `atMost`.
    public var kind: String
    /// `priority`, `tier` or `sourceSchool`.
    public var category: String
    /// The code of a priority or a school, or the number of a tier.
    public var value: String
    /// As people call that.
    public var name: String
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

  init(_ content: RoundContent) {
    let round = content.round
    let rules = round.tables.round
    method = rules.method.rawValue
    tiePolicy = rules.tiePolicy.rawValue
    wishes = rules.wishes
    margins = rules.margins.map(\.text)
    priorityCap = rules.priorityCap?.text
    verifiedOnly = rules.verifiedOnly
    let scorings = round.scorings
    let digests = RuleDigests(round.tables).programs
    supplementary = !round.takesPart.isEmpty
    reopened = round.tables.wasReopened
    programs = round.tables.programs.indices.map { program in
      let (plan, asked) = (round.tables.programs[program], round.input.programs[program])
      let chain = asked.tieChain.map { round.input.tieChains[$0] } ?? []
      return Program(
        school: plan.school, program: plan.program, name: content.placeName(plan), quota: plan.quota,
        phase: plan.phase, special: plan.special, zoned: plan.zoned, wishes: plan.wishes,
        reserve: plan.reserve, minimum: plan.minimum?.text, scored: content.isScored(program),
        scoring: scorings[program],
        noPriority: plan.noPriority, bornFrom: plan.bornFrom?.text, bornTo: plan.bornTo?.text,
        ageExempt: plan.ageExempt, documents: plan.reviewsDocuments,
        reservations: round.reservations[program].map { row in
          Reserved(
            kind: row.isCap ? "atMost" : "reserved", category: row.category.rawValue, value: row.value,
            name: row.name, seats: row.seats)
        },
        tieBreaks: chain.map { criterion in
          switch criterion.source {
          case .wishNumber: TieBreak(field: "wish", descending: criterion.descending)
          case .field(let field):
            TieBreak(field: round.fieldLabels[field], descending: criterion.descending)
          }
        }, digests: digests[program])
    }
  }
}

extension DecidedRound {
  /// By program: a number for how it scores, the same for those that score alike; nil for a school's own points.
  fileprivate var scorings: [Int?] {
    var known: [[Int]] = []
    return input.programs.enumerated().map { program, asked in
      guard input.programScores[Int32(program)] == nil else { return nil }
      let way = [asked.recipe ?? -1, asked.priorityTable ?? -1, asked.noPriority ? 1 : 0]
      if let number = known.firstIndex(of: way) { return number }
      known.append(way)
      return known.count - 1
    }
  }
}
