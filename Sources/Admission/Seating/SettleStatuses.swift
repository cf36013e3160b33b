/// Fills in what became of each applicant: admitted, else held, else waiting,
/// else not admitted (eligible for a wish), else ineligible. A child that is
/// kept stays admitted, whatever its newer rows say.
func settleStatuses(_ input: Input, into outcome: inout Outcome) {
  for applicant in 0..<input.applicantCount {
    let wishes = input.wishes(of: applicant)
    outcome.status[applicant] =
      if outcome.place[applicant] >= 0 {
        .admitted
      } else if input.states[applicant] == .held || outcome.isUndecided(applicant) {
        .held
      } else if wishes.contains(where: { outcome.waitingPlace[$0] > 0 }) {
        .waiting
      } else if wishes.contains(where: { [.eligible, .schoolDeclined].contains(outcome.verdict[$0]) }) {
        .notAdmitted
      } else {
        .ineligible
      }
  }
}
