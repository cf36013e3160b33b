import Tables

/// `Theo điểm chuẩn cho trước`: by applicant, the first wish in order where it
/// is eligible and is a direct admission or reaches the cut-off given for that
/// wish; −1 for none. No quota, ties, margins or phases.
func placesByGivenCutoffs(_ input: Input, _ outcome: Outcome, kept: [Int32]) -> [Int32] {
  var places = kept
  for applicant in places.indices where places[applicant] < 0 {
    let passed = input.wishes(of: applicant).first { wish in
      guard outcome.verdict[wish] == .eligible else { return false }
      if outcome.direct[wish] { return true }
      let given = input.programs[Int(input.wishProgram[wish])].givenCutoffs
      return given[Int(input.wishNumber[wish])].map { outcome.score[wish] >= $0.raw } ?? false
    }
    if let passed { places[applicant] = Int32(truncatingIfNeeded: passed) }
  }
  return places
}
