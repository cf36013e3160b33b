import Admission

extension DecidedRound {
  /// What is undecided about a wish, as `giai-trinh.csv` says it: `out`, `in` or `documents`; nil for nothing.
  public func undecided(_ wish: Int, of applicant: Int) -> String? {
    let (number, wish) = (Int32(applicant), Int32(wish))
    if let tied = outcome.tiedPlaces[number] {
      return tied.groupOut == wish ? "out" : tied.groupIn == wish ? "in" : nil
    }
    return outcome.unreviewed[number] == wish ? "documents" : nil
  }
}
