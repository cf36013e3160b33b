/// Whether a wish can compete, or why it cannot. The raw values are the codes
/// of `giai-trinh.csv`. Of several reasons the first in this order is given:
/// who the applicant is, where the wish points, age, zone and documents, then
/// the score; last, of what would be eligible, that the child does not take it.
public enum Verdict: String, Sendable, CaseIterable {
  /// It competes.
  case eligible
  /// The application was withdrawn.
  case withdrawn
  /// A row of the person is held.
  case held
  /// Made among the ordinary wishes for a specialised program, or the reverse.
  case wrongGroup = "wrong-group"
  /// The program does not take this wish number.
  case wishNotTaken = "wish-not-taken"
  /// Born before or after the program's years.
  case age
  /// Zoned, and in no row of the zones.
  case outOfZone = "out-of-zone"
  /// A document that is required before admission is missing.
  case documentsLacking = "documents-lacking"
  /// The documents were refused.
  case documentsFailed = "documents-failed"
  /// The school scores its applicants itself, and gave this one no points.
  case noProgramScore = "no-program-score"
  /// Absent from a paper.
  case absent
  /// Broke the rules of the examination.
  case violation
  /// A field of the score is missing.
  case missingMark = "missing-mark"
  /// The conversion table has no such value or pair.
  case noConversion = "no-conversion"
  /// A mark at or below the one declared failing.
  case failingMark = "failing-mark"
  /// Below the minimum.
  case belowMinimum = "below-minimum"
  /// The child has declined the school, or did not come to it.
  case schoolDeclined = "school-declined"
  /// The child has left the place that it had by another wish.
  case leftElsewhere = "left-elsewhere"

  /// It reaches a score, whether or not that is enough.
  public var hasScore: Bool {
    switch self {
    case .eligible, .belowMinimum, .schoolDeclined, .leftElsewhere: true
    default: false
    }
  }
}
