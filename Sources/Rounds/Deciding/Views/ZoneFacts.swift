import Tables

/// Where a zoned program takes children from, and where a child lives and comes from.
public struct ZoneFacts: Hashable, Sendable {
  /// Of the child: `Xã/Phường thường trú`, and so on.
  public var permanent: Residence
  /// Where it lives now.
  public var current: Residence
  /// The school that it leaves, by name where it is one of ours; empty if not known.
  public var sourceSchool: String
  /// The rows of zones of the program, the nearest tier first; those that differ in the hamlet alone are one.
  public var areas: [Area]

  /// As it was written; empty if not known.
  public struct Residence: Hashable, Sendable {
    /// `Xã/Phường`.
    public var commune: String
    /// `Ấp/Khu phố`.
    public var hamlet: String

    /// A residence.
    public init(commune: String, hamlet: String) {
      self.commune = commune
      self.hamlet = hamlet
    }
  }

  /// Which residence of a child a row of zones goes by.
  public enum Basis: String, Sendable, CaseIterable {
    case permanent, current, both, sourceSchool, either
  }

  /// Rows of zones.
  public struct Area: Hashable, Sendable {
    /// 1 is the nearest.
    public var tier: Int
    /// `Căn cứ`.
    public var basis: Basis
    /// Empty for any.
    public var commune: String
    /// Empty for the whole commune.
    public var hamlets: [String]
    /// By name where it is one of ours; empty for any.
    public var sourceSchool: String

    /// An area.
    public init(tier: Int, basis: Basis, commune: String, hamlets: [String], sourceSchool: String) {
      self.tier = tier
      self.basis = basis
      self.commune = commune
      self.hamlets = hamlets
      self.sourceSchool = sourceSchool
    }
  }

  /// Of an applicant at a program.
  init(_ round: DecidedRound, _ reader: SetupReader, of applicant: Int, _ program: Int) {
    func residence(_ prefix: String) -> Residence {
      let texts = ResidenceColumns(prefix, round.cohort).texts(applicant)
      return Residence(
        commune: String(decoding: texts.commune, as: UTF8.self),
        hamlet: String(decoding: texts.hamlet, as: UTF8.self))
    }
    func school(_ code: String) -> String { round.tables.units[code]?.name ?? code }
    permanent = residence("permanent")
    current = residence("current")
    sourceSchool = school(
      String(decoding: round.cohort.column("sourceSchool").bytes(applicant), as: UTF8.self))
    areas = ZoneFacts.areas(reader.rows(.zones), of: round.tables.programs[program], school)
  }

  private static func areas(
    _ rows: [SetupRow], of plan: ProgramPlan, _ school: (String) -> String
  ) -> [Area] {
    let (own, program) = (loweredCode(plan.school), loweredCode(plan.program))
    var areas: [Area] = []
    for row in rows where row.code("school") == own {
      guard row.text("program").isEmpty || row.code("program") == program, let tier = row.number("tier")
      else {
        continue
      }
      let area = Area(
        tier: Int(clamping: tier), basis: Basis(rawValue: row.choice("basis")) ?? .either,
        commune: row.text("commune"), hamlets: [row.text("hamlet")].filter { !$0.isEmpty },
        sourceSchool: school(row.text("sourceSchool")))
      if let same = areas.firstIndex(where: { $0.takesHamlets(like: area) }) {
        areas[same].hamlets += area.hamlets
      } else {
        areas.append(area)
      }
    }
    return areas.enumerated().sorted { ($0.element.tier, $0.offset) < ($1.element.tier, $1.offset) }.map(
      \.element)
  }
}

extension ZoneFacts.Area {
  fileprivate func takesHamlets(like other: ZoneFacts.Area) -> Bool {
    var other = other
    guard hamlets.isEmpty == other.hamlets.isEmpty else { return false }
    other.hamlets = hamlets
    return self == other
  }
}
