public import Tables

/// tables.md, units: anyone with a folder.
public struct Unit: Sendable {
  /// `Mã đơn vị`: the name of its folder.
  public var code: String
  /// Its full name.
  public var name: String
  /// What it does in a round.
  public var role: Role
  /// The authority above, or empty.
  public var parent = ""
  /// The levels that a school teaches: `MN`, `TH`, `THCS`, `THPT`.
  public var levels: [String] = []
  /// Names under which sheets know it too.
  public var otherNames: [String] = []
  /// The export profile of its management system; empty for the default.
  public var system = ""
  /// Its name at the head of printed lists; empty: its name.
  public var printedAs = ""
  /// Who signs its lists; empty leaves the line blank.
  public var head = ""
  /// The place beside the date of its lists.
  public var place = ""

  /// What a unit does: tables.md, `Loại`.
  public enum Role: String, Sendable, CaseIterable {
    case department, authority, school, portal, finance
  }

  /// A unit of which only this is known; the rest is blank.
  public init(code: String, name: String, role: Role) {
    self.code = code
    self.name = name
    self.role = role
  }
}

/// tables.md, rounds: one admission campaign.
public struct Round: Sendable {
  /// `Mã đợt`.
  public var code: String
  /// What people call it.
  public var name: String
  /// `2022-2023`.
  public var schoolYear: String
  /// `MN`, `TH`, `THCS`, `THPT`.
  public var level: String
  /// The grade that children enter; empty where none is declared.
  public var grade = ""
  /// The first day of applications.
  public var opens: Day
  /// The last day of applications; it counts to its end.
  public var closes: Day
  /// The last day on which the admitted confirm; nil: ever.
  public var confirmBy: Day?
  /// The day on which results are announced.
  public var announces: Day?
  /// How many wishes a child may name.
  public var wishes: Int
  /// How wishes and scores are weighed against one another.
  public var method: Method
  /// Of `chênh lệch`: what wish 1, 2, … must have above the cut-off of the first.
  public var margins: [Exact] = []
  /// What is done with children who are equal at the last seat.
  public var tiePolicy: TiePolicy
  /// Secret.
  public var lotteryKey = ""
  /// Of the lottery, made public with the result; empty: not drawn yet.
  public var seed = ""
  /// The most that a child's priority can add; nil: no cap.
  public var priorityCap: Exact?
  /// Claimed priorities count only where they have been verified.
  public var verifiedOnly = false
  /// Which of several applications of one child stands.
  public var duplicates = Duplicates.lastSubmitted
  /// Who finalizes.
  public var approver = Approver.department
  /// What becomes, after `mở lại`, of those whom an official result had admitted.
  public var afterPublication = AfterPublication.keep
  /// Whether schools see provisional lists before the round is finalized.
  public var provisional = false

  /// contract.md 4, the key: all wishes alike, one wish after the other, with margins, or against given
  /// cut-offs.
  public enum Method: String, Sendable, CaseIterable { case simultaneous, sequential, margin, given }
  /// Who of several equals at the last seat is in: all, none, by lot, or whom the council names.
  public enum TiePolicy: String, Sendable, CaseIterable { case allIn, allOut, lottery, council }
  /// Which of several applications of one child stands: the one sent last, the source school's, the
  /// portal's, or none until it is settled.
  public enum Duplicates: String, Sendable, CaseIterable { case lastSubmitted, sourceSchool, portal, hold }
  /// The department, or each authority for its schools.
  public enum Approver: String, Sendable, CaseIterable { case department, authority }
  /// Those admitted by an official result stay where they are, or all are decided anew.
  public enum AfterPublication: String, Sendable, CaseIterable { case keep, redecide }

  /// A round with what every round must say; the rest is blank.
  public init(
    code: String, name: String, schoolYear: String, level: String, opens: Day, closes: Day,
    wishes: Int, method: Method, tiePolicy: TiePolicy
  ) {
    self.code = code
    self.name = name
    self.schoolYear = schoolYear
    self.level = level
    self.opens = opens
    self.closes = closes
    self.wishes = wishes
    self.method = method
    self.tiePolicy = tiePolicy
  }
}

/// tables.md, programs: what a wish points at.
public struct ProgramPlan: Sendable {
  /// The unit code of the school.
  public var school: String
  /// Its code, unique within the school.
  public var program: String
  /// Empty: the school's.
  public var name = ""
  /// The one that a blank code means.
  public var isOrdinary: Bool { program.lowercased() == RoundNames.ordinary }
  /// How many seats it has; 0 admits nobody.
  public var quota: Int
  /// Empty: all.
  public var wishes: [Int] = []
  /// A specialised program, wished for before the ordinary ones.
  public var special = false
  /// The least score, before any margin; nil: none.
  public var minimum: Exact?
  /// Neither priority nor incentive counts here.
  public var noPriority = false
  /// Only children of its zones are eligible, lower tiers first.
  public var zoned = false
  /// The earliest birth date; nil: any.
  public var bornFrom: Day?
  /// The latest birth date; nil: any.
  public var bornTo: Day?
  /// The codes of priorities whose children are spared the check of age.
  public var ageExempt: [String] = []
  /// Programs of a lower phase are settled first.
  public var phase = 1
  /// Only children whose documents pass are admitted.
  public var reviewsDocuments = false
  /// How many are kept on the waiting list; nil: all who are eligible.
  public var reserve: Int?

  /// A program with its seats; the rest is blank.
  public init(school: String, program: String, quota: Int) {
    self.school = school
    self.program = program
    self.quota = quota
  }

  /// `SCHOOL/PROGRAM`: how a resolved wish is written in a ``Layer``.
  public var path: String { school + "/" + program }
}
