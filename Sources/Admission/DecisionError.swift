/// Why a round cannot be decided.
public enum DecisionError: Error, Hashable, Sendable {
  /// A score of this applicant for this program leaves the range of exact numbers.
  case overflow(applicant: Int, program: Int)
  /// The applicant is kept by a program that is none of its wishes.
  case keptWithoutWish(applicant: Int, program: Int)
}
