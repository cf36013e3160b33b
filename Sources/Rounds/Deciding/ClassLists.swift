public import Placement

/// The classes of a round and who sits in them.
public struct ClassLists: Sendable {
  /// One class of a school.
  public struct Class: Sendable {
    /// The unit code of the school.
    public var school: String
    /// As the school calls it.
    public var name: String
    /// The most that it takes.
    public var capacity: Int
    /// The form teacher.
    public var teacher: String
    /// The classroom.
    public var room: String
    /// Morning or afternoon, as the school wrote it.
    public var shift: String
    /// `SCHOOL/CLASS`.
    var path: String { school + "/" + name }
    /// In Vietnamese order of names.
    public var members: [Int32] = []
  }

  /// By school, then in the order in which the school planned them.
  public internal(set) var classes: [Class] = []
  /// By applicant: a position in `classes`, or −1.
  public internal(set) var classOf: [Int32]
  /// Admitted where classes are planned, and in none of them.
  public internal(set) var unplaced: [Int32: UnplacedReason] = [:]
  /// What was checked about every group placed together.
  public internal(set) var checks: [PlacementCheck] = []

  init(applicants: Int) { classOf = [Int32](repeating: -1, count: applicants) }

  /// The name of an applicant's class; empty for none.
  public func name(of applicant: Int) -> String {
    classOf[applicant] < 0 ? "" : classes[Int(classOf[applicant])].name
  }

  /// The classes of a school, as positions in `classes`.
  public func classes(ofSchool school: String) -> [Int] {
    classes.indices.filter { classes[$0].school == school }
  }
}
