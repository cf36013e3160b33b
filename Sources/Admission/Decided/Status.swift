/// What became of an applicant. The raw values are those of `ket-qua.csv`.
public enum Status: String, Sendable, CaseIterable {
  /// Has a seat.
  case admitted
  /// Has none, and stands on a waiting list.
  case waiting
  /// Has none, though eligible for a wish.
  case notAdmitted = "not-admitted"
  /// Eligible for no wish.
  case ineligible
  /// A row of the person is held, an exact tie awaits the council, or the
  /// documents are not reviewed where the applicant would be seated.
  case held
}
