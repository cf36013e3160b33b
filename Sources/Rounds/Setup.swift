public import Tables

/// tables.md, units: anyone with a folder.
public struct Unit: Sendable {
  public var code: String
  public var name: String
  public var role: Role
  /// The authority above, or empty.
  public var parent = ""
  public var levels: [String] = []
  public var otherNames: [String] = []
  /// The export profile of its management system; empty for the default.
  public var system = ""
  public var printedAs = ""
  public var head = ""
  public var place = ""

  public enum Role: String, Sendable, CaseIterable {
    case department, authority, school, portal, finance
  }

  public init(code: String, name: String, role: Role) {
    self.code = code
    self.name = name
    self.role = role
  }
}

/// tables.md, rounds: one admission campaign.
public struct Round: Sendable {
  public var code: String
  public var name: String
  public var schoolYear: String
  /// `MN`, `TH`, `THCS`, `THPT`.
  public var level: String
  public var grade = ""
  public var opens: Day
  public var closes: Day
  public var confirmBy: Day?
  public var announces: Day?
  public var wishes: Int
  public var method: Method
  public var margins: [Exact] = []
  public var tiePolicy: TiePolicy
  /// Secret.
  public var lotteryKey = ""
  public var seed = ""
  public var priorityCap: Exact?
  public var duplicates = Duplicates.lastSubmitted
  public var afterPublication = AfterPublication.keep
  public var provisional = false

  public enum Method: String, Sendable, CaseIterable { case simultaneous, sequential, margin, given }
  public enum TiePolicy: String, Sendable, CaseIterable { case allIn, allOut, lottery, council }
  public enum Duplicates: String, Sendable, CaseIterable { case lastSubmitted, sourceSchool, portal, hold }
  public enum AfterPublication: String, Sendable, CaseIterable { case keep, redecide }

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
  public var program: String
  /// Empty: the school's.
  public var name = ""
  public var quota: Int
  /// Empty: all.
  public var wishes: [Int] = []
  public var special = false
  public var minimum: Exact?
  public var noPriority = false
  public var zoned = false
  public var bornFrom: Day?
  public var bornTo: Day?
  public var ageExempt: [String] = []
  public var phase = 1
  public var reserve: Int?

  public init(school: String, program: String, quota: Int) {
    self.school = school
    self.program = program
    self.quota = quota
  }

  /// `SCHOOL/PROGRAM`: how a resolved wish is written in a ``Layer``.
  public var path: String { school + "/" + program }
}
