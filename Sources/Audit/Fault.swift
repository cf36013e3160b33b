/// What is checked of a published folder (contract.md 6, `verify`). The order
/// is that of the report; `V1`, `V2`, … are their numbers.
public enum AuditProperty: String, Sendable, CaseIterable {
  // MARK: From the folder alone

  /// Every file is there, with the hash and the rows of the manifest, and no other.
  case files
  /// Every table can be read, and each cell is what its column says.
  case tables
  /// The same people stand in both tables, each once and in order.
  case people
  /// `ket-qua.csv` says of everybody what `giai-trinh.csv` says, also in the reason.
  case agreement
  /// No program seats more than its quota; what is taken beyond it is equal to the last one in.
  case quota
  /// Whoever is seated, ranked or waiting is eligible; the others have a code that says why not.
  case eligibility
  /// Nobody is turned away while somebody behind is seated or a seat stays free.
  case nobodyPassedOver = "nobody-passed-over"
  /// The cut-off written in each row parts those seated from those turned away.
  case cutoffs
  /// `diem-chuan.csv` is what follows from `giai-trinh.csv`.
  case cutoffTable = "cutoff-table"
  /// Equal keys are treated by the round's policy.
  case ties
  /// Seats that are for some are theirs, and no category has more than it may.
  case reservations
  /// Nobody is seated in a later phase who could have been seated in an earlier one.
  case phases
  /// Nobody has two places.
  case onePlace = "one-place"
  /// Every status follows from the rest.
  case everyoneAccounted = "everyone-accounted"
  /// Those who wait stand in the order of their keys, and nobody is left out.
  case waitingLists = "waiting-lists"
  /// Ranks follow the order of the keys.
  case ranks
  /// The lottery, drawn again from the tickets and the seed, gives the same draws and order.
  case lottery
  /// `kiem-chung.json` speaks of this result, and says that everything holds.
  case statement

  // MARK: With the ledger

  /// The folder is one that was published, with the manifest it had then.
  case published
  /// The inputs that the manifest names were taken, and are what they were.
  case inputs
  /// Decided again by a second implementation, everybody has the same result.
  case decidedAgain = "decided-again"
  /// Made again from the inputs, every file has the same bytes.
  case sameBytes = "same-bytes"

  /// `V1`, `V2`, … in the order of the cases.
  public var id: String { "V\((AuditProperty.allCases.firstIndex(of: self) ?? 0) + 1)" }
}

/// One case in which a property does not hold. It names a place in a file, and no child.
public struct Fault: Hashable, Sendable {
  /// Which property.
  public var property: AuditProperty
  /// The file where it is seen; empty where it is no single file.
  public var file: String
  /// The line of the file, the header being 1; 0 where it is no single line.
  public var line: Int
  /// `SCHOOL/PROGRAM`, or the column; empty for none.
  public var about: String
  /// What the folder says; empty where it says nothing.
  public var says: String
  /// What it should say; empty where that cannot be told.
  public var expected: String

  /// A case.
  public init(
    _ property: AuditProperty, _ file: String, line: Int = 0, about: String = "", says: String = "",
    expected: String = ""
  ) {
    self.property = property
    self.file = file
    self.line = line
    self.about = about
    self.says = says
    self.expected = expected
  }
}

/// How often each property was examined, and where it does not hold.
public struct AuditReport: Sendable {
  /// By property: of how many things it was checked; nil where it was not checked at all.
  public private(set) var examined: [AuditProperty: Int] = [:]
  /// In the order in which they were found.
  public private(set) var faults: [Fault] = []
  /// Properties that were examined of both outcomes of ties left to the council: with the tied groups
  /// out, and with them in.
  public internal(set) var ofBothOutcomes: Set<AuditProperty> = []

  /// Nothing was checked.
  public init() {}

  /// Every property that was checked holds.
  public var holds: Bool { faults.isEmpty }

  /// Says that a property was checked, even if of nothing.
  public mutating func begin(_ property: AuditProperty) { examined[property, default: 0] += 0 }

  /// Counts one thing examined of a property, and the fault if it is not right.
  public mutating func examine(_ property: AuditProperty, _ right: Bool, _ fault: @autoclosure () -> Fault) {
    examined[property, default: 0] += 1
    if !right { faults.append(fault()) }
  }

  /// Takes over what another report found.
  public mutating func add(_ other: AuditReport) {
    for (property, count) in other.examined { examined[property, default: 0] += count }
    faults += other.faults
    ofBothOutcomes.formUnion(other.ofBothOutcomes)
  }

  /// The faults of one property.
  public func faults(of property: AuditProperty) -> [Fault] { faults.filter { $0.property == property } }
}
