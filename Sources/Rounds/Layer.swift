public import Tables

/// A table as it stands in force for one round: some or all of its rows, after
/// names have been replaced by codes.
///
/// In the columns that refer to something the texts are canonical: `school` and
/// `program` are codes (`program` filled where blank means one program, blank
/// where it means all), `wish1`… and `specialWish1`… and `route` are
/// `SCHOOL/PROGRAM`, `priorities` and `ageExempt` are codes joined by `;`,
/// `sourceSchool` is a unit's code where it names one and free text otherwise.
public struct Layer: Sendable {
  /// The arrival it came with; layers are ordered by it.
  public var seq: Int
  /// The sender's unit code, and its role.
  public var sender: String
  /// See ``sender``.
  public var role: Unit.Role
  /// The file's name as people see it, for findings and explanations.
  public var file: String
  /// The day on which it came, in the workspace's time zone; nil where nobody said.
  public var day: Day?
  /// References are resolved; rows that refer to nothing are held in `held`.
  public var table: Table
  /// The rows in force, in table order: what a later file replaced is not among
  /// them. A held row that is in force is among them too (`table.held[row]`): it
  /// keeps its person held.
  public var rows: [Int32]

  /// Rows of a table in force.
  public init(seq: Int, sender: String, role: Unit.Role, file: String, table: Table, rows: [Int32]) {
    self.seq = seq
    self.sender = sender
    self.role = role
    self.file = file
    self.table = table
    self.rows = rows
  }
}

/// Everything in force for one round: what the round is decided from.
public struct RoundTables: Sendable {
  /// As it is declared.
  public var round: Round
  /// All units, by code.
  public var units: [String: Unit]
  /// Its unit code.
  public var department: String
  /// In force, by kind, in order of arrival. Setup kinds without a round column
  /// that were sent for this round stand here like the others.
  public var layers: [TableKind: [Layer]]
  /// In force and without an error, by school and code.
  public var programs: [ProgramPlan]
  /// The errors of setup tables that were refused as a whole, where nothing stands in their place.
  public var refusedSetup: [LocatedFinding] = []
  /// Where the round has come to.
  public var state: RoundState
  /// No seed has been given since the last `mở lại`, if there was one: the next one stands.
  public var seedIsOpen = true
  /// Schools whose admitted children are kept since `chốt` with a unit, while the round is not finalized.
  public var fixed: Set<String> = []
  /// The newest `đề nghị duyệt` or `trả lại` of each school, until it is fixed.
  public var approvals: [String: Approval] = [:]
  /// Who sits where since `chốt lớp`, as `SCHOOL/CLASS`.
  public var fixedClasses: [PersonKey: String] = [:]
  /// Who is kept, and who has left.
  public var settled = Settled()
  /// What the newest official result, or `chốt` of some schools, has settled, whether or not the round was
  /// opened again since; nil for none.
  public var record: RoundRecord?
  /// The round, or some of its schools, were opened again after something official: children may compete now
  /// who did not when others were given the places that they keep.
  public var wasReopened = false
  /// Schools that have had official lists, whether or not the round was opened again since.
  public var listed: Set<String> = []
  /// Its time was over, and what it was decided from has been removed: its result stands as it is.
  public var isPurged = false

  /// A round for which nothing was sent yet.
  public init(round: Round, units: [String: Unit], department: String) {
    self.round = round
    self.units = units
    self.department = department
    layers = [:]
    programs = []
    state = .open
  }
}

/// contract.md 4, States.
public enum RoundState: String, Codable, Sendable, CaseIterable {
  case open, closed, finalized, supplementary

  /// The results are official: `chốt`, and whatever comes after it.
  public var isOfficial: Bool { self == .finalized || self == .supplementary }
}

/// What a school asked of its approver, or was answered: shown, and never a condition.
public enum Approval: String, Codable, Sendable, CaseIterable { case asked, returned }

/// The identifiers that name a person; at least one is not empty.
public struct PersonKey: Hashable, Sendable {
  /// Số định danh cá nhân.
  public var personalId: String
  /// Mã định danh Bộ GD&ĐT.
  public var moetId: String
  /// Số báo danh.
  public var examNo: String
  /// Mã hồ sơ.
  public var applicationNo: String

  /// Identifiers that are not known are empty.
  public init(personalId: String = "", moetId: String = "", examNo: String = "", applicationNo: String = "") {
    self.personalId = personalId
    self.moetId = moetId
    self.examNo = examNo
    self.applicationNo = applicationNo
  }
}
