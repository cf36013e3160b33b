/// What was found of an applicant's documents at a program that reviews them.
public enum DocumentDecision: Hashable, Sendable {
  /// `Đạt`, or `Thiếu` without anything that is required before admission.
  case passed
  /// `Thiếu`, and something missing is required `trước xét tuyển`.
  case lacking
  /// `Không đạt`.
  case failed
}
