/// The children admitted to one school and program (or to a school whose class
/// plan names no program), the classes they can stand in, and how to place them.
public struct PlacementInput: Sendable {
  /// How students are spread.
  public var mode: PlacementMode
  /// In any order: the outcome speaks of their positions.
  public var students: [PlacementStudent]
  /// In the order of the class plan.
  public var classes: [PlacementClass]

  /// Of the children and classes of one school.
  public init(mode: PlacementMode, students: [PlacementStudent], classes: [PlacementClass]) {
    self.mode = mode
    self.students = students
    self.classes = classes
  }
}

/// tables.md, classRules.
public enum PlacementMode: String, Sendable, CaseIterable {
  case balanced, byScore, lottery, byName, keepSourceClass
}

/// A child to be placed.
public struct PlacementStudent: Sendable {
  /// Position in Vietnamese order of names among all students given; equal names
  /// are parted by the caller, so positions are distinct.
  public var nameOrder: Int32
  /// ``Exact/raw``.
  public var score: Int64
  /// A girl.
  public var female: Bool
  /// Has a disability.
  public var disability: Bool
  /// Eats and rests at school.
  public var boarding: Bool
  /// Number of the source school and class; −1 for none.
  public var sourceClass: Int32
  /// Ranked combos, best first, as numbers of distinct combos.
  public var combos: [Int32]
  /// The foreign language chosen; −1 for none.
  public var language: Int32
  /// The order of the class lottery, smaller first (mode `lottery`), distinct.
  public var draw: Int32

  /// A child of whom little is known fits anywhere.
  public init(
    nameOrder: Int32, score: Int64 = 0, female: Bool = false, disability: Bool = false,
    boarding: Bool = false, sourceClass: Int32 = -1, combos: [Int32] = [], language: Int32 = -1,
    draw: Int32 = 0
  ) {
    self.nameOrder = nameOrder
    self.score = score
    self.female = female
    self.disability = disability
    self.boarding = boarding
    self.sourceClass = sourceClass
    self.combos = combos
    self.language = language
    self.draw = draw
  }
}

/// A class to be filled.
public struct PlacementClass: Sendable {
  /// At most so many children.
  public var capacity: Int
  /// The combo taught; −1 for any.
  public var combo: Int32
  /// The language taught; −1 for any.
  public var language: Int32
  /// True: boarders only; false: others only; nil: anyone.
  public var boarding: Bool?

  /// A class for anyone, unless it says more.
  public init(capacity: Int, combo: Int32 = -1, language: Int32 = -1, boarding: Bool? = nil) {
    self.capacity = capacity
    self.combo = combo
    self.language = language
    self.boarding = boarding
  }
}

/// Where each student stands.
public struct PlacementOutcome: Sendable {
  /// By student: the class, or −1 with a reason in `unplaced`.
  public var classOf: [Int32]
  /// Who has no class, and why.
  public var unplaced: [Int32: UnplacedReason]

  /// Of as many students as the input has.
  public init(classOf: [Int32], unplaced: [Int32: UnplacedReason]) {
    self.classOf = classOf
    self.unplaced = unplaced
  }
}

/// Why a child has no class.
public enum UnplacedReason: String, Sendable, CaseIterable {
  /// Every class that fits is full.
  case full
  /// No class has the language or the combos chosen, or takes the child.
  case noClassFits = "no-class-fits"
}
