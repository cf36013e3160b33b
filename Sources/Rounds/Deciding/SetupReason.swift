public import Tables

/// Why setup stops a round, or is unusual: the fact `reason` of the findings
/// ``FindingCode/setup`` and ``FindingCode/setupUnusual`` that deciding makes.
public enum SetupReason: String, Sendable, CaseIterable {
  // MARK: Errors

  /// Nothing in force carries the field. At its cell.
  case unknownField = "unknown-field"
  /// A text column without a conversion cannot be computed with. At the field's cell.
  case fieldNeedsConversion = "field-needs-conversion"
  /// A conversion takes one field or a pair. At the field's cell.
  case conversionOfSum = "conversion-of-sum"
  /// `Nguyện vọng` is a field by itself, and no part of a sum or a pair. At the field's cell.
  case wishInSum = "wish-in-sum"
  /// Two rows of one way of scoring read the same field, by two of its names. At the second's cell.
  case fieldTwice = "field-twice"
  /// A tie-break compares numbers and days, no words. At the field's cell.
  case wordsInTieBreak = "words-in-tie-break"
  /// No such conversion table. At its cell.
  case unknownConversion = "unknown-conversion"
  /// Two rows of a conversion table give one value different points. At the second's cell.
  case conversionTwice = "conversion-twice"
  /// No cut-off is given for a wish that the program takes. Facts: program, wish.
  case missingCutoff = "missing-cutoff"
  /// A number too large to compute with. At the cell of the largest. Facts: program.
  case overflow
  /// A child is kept by a program that is no longer there. At the header of the table that should declare
  /// it. Facts: program.
  case keptProgramGone = "kept-program-gone"
  /// A child who was kept has no row in force any more. Facts: program.
  case keptChildGone = "kept-child-gone"

  /// The seats reserved at a program are more than its quota. At the seats' cell.
  case reservedAboveQuota = "reserved-above-quota"
  /// `tối đa` without `Bốc thăm`: kept ties would make the result depend on the order of work. At the kind.
  case capWithoutLottery = "cap-without-lottery"
  /// A program with `tối đa` has rows of several categories, or by priorities, which overlap. At the category.
  case capCategories = "cap-categories"
  /// The kept content of a file that the round needs is lost. Facts: seq, unit.
  case contentLost = "content-lost"
  /// What the round has settled (`chốt`, `xét bổ sung`, `chốt lớp`) is lost.
  case recordLost = "record-lost"
  /// Decided once more, the official result would be another. Facts: count (of children), programs.
  case decidedOtherwise = "decided-otherwise"

  /// The first birth date of a program comes after the last one. Facts: program. At the first's cell.
  case bornBackwards = "born-backwards"

  // MARK: Notes

  /// Margins are given, and the method uses none.
  case unusedMargins = "unused-margins"
  /// A lottery key or a seed is given, and no lottery decides.
  case unusedSeed = "unused-seed"
  /// Priorities were verified, and the round counts those that are claimed.
  case unusedVerified = "unused-verified"
  /// The numbers of the phases skip some. Facts: program (the first after a gap), phases.
  case phasesSkip = "phases-skip"
  /// Quota 0: nobody is admitted. Facts: program.
  case quotaZero = "quota-zero"
  /// It takes a wish that the round does not have. Facts: program, wishes (those).
  case wishesBeyond = "wishes-beyond"
  /// Zoned, and no row of the zones names it: nobody is eligible. Facts: program.
  case zonedWithoutRows = "zoned-without-rows"
  /// Seats for a tier at a program that is not zoned, where all are of tier 1. Facts: program. At the category.
  case tierWithoutZones = "tier-without-zones"
  /// No scoring at all: zones and tie-breaks decide. Facts: program; or none where it holds of all.
  case noScoring = "no-scoring"

  /// Whether it is the setup that is wrong: not where something is lost, or is official and would be another.
  public var isOfSetup: Bool { ![.contentLost, .recordLost, .decidedOtherwise].contains(self) }

  /// A finding about no cell.
  func finding(_ severity: Finding.Severity, _ facts: [String: String] = [:]) -> LocatedFinding {
    let code: FindingCode = severity == .error ? .setup : .setupUnusual
    return LocatedFinding(Finding(code, severity, facts: facts.merging(["reason": rawValue]) { $1 }))
  }
}

extension Finding {
  /// Of a finding that deciding makes.
  public var setupReason: SetupReason? { facts["reason"].flatMap(SetupReason.init) }
}
