public import Admission
public import Placement
import Tables

/// A round with its people and what was decided about them: all that the lists
/// are written from.
public struct DecidedRound: Sendable {
  /// What it was decided from.
  public var tables: RoundTables
  /// Applicant i of `input` is applicant i here.
  public var cohort: Cohort
  /// Program i of `input.programs` is `tables.programs[i]`.
  public var input: Input
  /// By field of `input.fields`: how it was declared (`ĐTB 9`, `HL 9 + HK 9`).
  public var fieldLabels: [String]
  /// By field of `input.fields`: the number is a ``Day/number``, to be shown as a date.
  public var fieldsAreDays: [Bool]
  /// What was decided.
  public var outcome: Outcome
  /// By program: the seats that were to be given, without those of kept children.
  public var seatsLeft: [Int]
  /// By program: how many have a place there by its seats, without kept children.
  public var seated: [Int]
  /// What was checked about it; every property holds.
  public var checks: [PropertyReport]
  /// The classes of those admitted.
  public var classes: ClassLists
  /// Tickets and draws.
  public var lottery: Lottery
  /// Of an admitted applicant: the code that its new school's system gave.
  public var studentCodes: [Int32: String]
  /// What senders are told.
  public var findings: [LocatedFinding]

  /// The program of a wish.
  public func plan(ofWish wish: Int) -> ProgramPlan { tables.programs[Int(input.wishProgram[wish])] }

  /// The wish where an applicant is admitted; nil for none.
  public func place(of applicant: Int) -> Int? {
    let place = outcome.place[applicant]
    return place < 0 ? nil : Int(place)
  }

  /// Where the children are who were admitted.
  public var admittedPlaces: SchoolPlaces {
    var places: SchoolPlaces = [:]
    for applicant in 0..<cohort.count {
      if let place = place(of: applicant) { places[cohort.key(of: applicant)] = plan(ofWish: place).path }
    }
    return places
  }
}

/// What came of deciding a round.
public enum RoundResult: Sendable {
  /// There is nothing to decide yet.
  case notReady([NotReadyReason], [LocatedFinding])
  /// Setup stops it: the errors, and what else was found.
  case stopped([LocatedFinding], others: [LocatedFinding])
  /// The result breaks a property that it must have, and is withheld.
  case violated([PropertyReport], [PlacementCheck], [LocatedFinding])
  case decided(DecidedRound)

  /// Everything that was found.
  public var findings: [LocatedFinding] {
    switch self {
    case .notReady(_, let findings), .violated(_, _, let findings): findings
    case .stopped(let errors, let others): errors + others
    case .decided(let round): round.findings
    }
  }
}

/// What a round lacks before it can be decided.
public enum NotReadyReason: String, Sendable, CaseIterable {
  case noPrograms = "no-programs"
  case noApplicants = "no-applicants"
}
