public import Admission
public import Placement

/// A property that a result breaks: such a result is withheld, and the department is told which and where.
public struct BrokenProperty: Hashable, Sendable {
  /// Which property.
  public var property: Kind
  /// In how many cases.
  public var count: Int
  /// The first of them.
  public var cases: [Case]

  /// Of who is admitted, or of the classes.
  public enum Kind: Hashable, Sendable {
    case admission(Property)
    case classes(PlacementProperty)
  }

  /// One place where it does not hold.
  public struct Case: Hashable, Sendable {
    /// `SCHOOL/PROGRAM`; empty where it is about no program.
    public var path: String
    /// The strongest identifier of a child; empty where it is about nobody.
    public var person: String

    /// A case.
    public init(path: String, person: String) {
      self.path = path
      self.person = person
    }
  }

  /// A property and the first cases.
  public init(_ property: Kind, count: Int, cases: [Case]) {
    self.property = property
    self.count = count
    self.cases = cases
  }

  /// `P3`, `Q1`.
  public var id: String {
    switch property {
    case .admission(let property): property.id
    case .classes(let property): property.id
    }
  }

  /// How many cases are named.
  static let named = 10
}

extension DecidedRound {
  /// What is broken of some reports about this result.
  public func broken(_ reports: [PropertyReport], _ checks: [PlacementCheck] = []) -> [BrokenProperty] {
    let properties = reports.filter { !$0.violations.isEmpty }.map { report in
      BrokenProperty(
        .admission(report.property), count: report.violations.count,
        cases: report.violations.prefix(BrokenProperty.named).map { violation in
          BrokenProperty.Case(
            path: violation.program < 0 ? "" : tables.programs[violation.program].path,
            person: violation.applicant < 0
              ? "" : String(decoding: cohort.strongestIdentifier(of: violation.applicant), as: UTF8.self))
        })
    }
    return properties
      + checks.filter { !$0.holds }.map {
        BrokenProperty(.classes($0.property), count: $0.broken.count, cases: [])
      }
  }
}
