import Admission
import Tables

/// What gives a child its tier at a zoned program: the row of zones that it stands in, or the route.
public struct TierBasis: Hashable, Sendable {
  /// By what of the child.
  public enum Basis: String, Sendable, CaseIterable {
    /// Where it is registered, where it lives, or the same place as both.
    case permanent, current, both
    /// The school that it leaves; it lives anywhere.
    case sourceSchool
    /// The source school's own roster routes it to the program.
    case route
    /// The row takes everybody.
    case everybody
  }

  /// See ``Basis``.
  public var basis: Basis
  /// As the row has it; empty for any.
  public var commune: String
  /// Empty for the whole commune.
  public var hamlet: String
  /// By name where it is one of ours; empty for any.
  public var sourceSchool: String

  /// What is left out is empty.
  public init(basis: Basis, commune: String = "", hamlet: String = "", sourceSchool: String = "") {
    self.basis = basis
    self.commune = commune
    self.hamlet = hamlet
    self.sourceSchool = sourceSchool
  }
}

/// The rows of zones of a round, by school.
struct TierRows {
  private var ofSchool: [Int32: [(zone: ZoneRow, row: SetupRow)]] = [:]

  init(_ round: DecidedRound, _ reader: SetupReader) {
    let rows = reader.zoneRows(ProgramDirectory(round.tables.programs))
    for (zone, row) in zip(round.input.zones, rows) { ofSchool[zone.school, default: []].append((zone, row)) }
  }

  /// What gives the child of a wish its tier; nil where the program is not zoned, and where nothing does.
  func basis(_ wish: Int, of applicant: Int, in round: DecidedRound) -> TierBasis? {
    let program = round.input.wishProgram[wish]
    let asked = round.input.programs[Int(program)]
    let tier = round.outcome.tier[wish]
    guard asked.zoned, tier > 0 else { return nil }
    let child = round.input.residences.isEmpty ? Residence() : round.input.residences[applicant]
    let found = ofSchool[asked.school]?.first { zone, _ in
      zone.tier == tier && zone.program ?? program == program && child.stands(in: zone)
    }
    guard let found else { return child.route.contains(program) ? TierBasis(basis: .route) : nil }
    let school = found.row.text("sourceSchool")
    return TierBasis(
      basis: TierRows.basis(found.zone, child), commune: found.row.text("commune"),
      hamlet: found.row.text("hamlet"), sourceSchool: round.tables.units[school]?.name ?? school)
  }

  private static func basis(_ zone: ZoneRow, _ child: Residence) -> TierBasis.Basis {
    guard zone.commune != nil || zone.hamlet != nil else {
      return zone.sourceSchool == nil ? .everybody : .sourceSchool
    }
    var permanent = zone
    permanent.basis = .permanent
    return switch zone.basis {
    case .permanent: .permanent
    case .current: .current
    case .both: .both
    case .either, .sourceSchool: child.stands(in: permanent) ? .permanent : .current
    }
  }
}
