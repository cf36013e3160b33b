/// Whoever is seated where documents are reviewed, and whose are not yet, is
/// held: the seat is kept for it, and the others are decided as they are. A kept
/// child has been admitted before.
func holdUnreviewed(_ input: Input, kept: [Int32], in outcome: inout Outcome) {
  guard input.programs.contains(where: \.reviewsDocuments) else { return }
  for applicant in 0..<input.applicantCount where kept[applicant] < 0 {
    let place = outcome.place[applicant]
    guard place >= 0 else { continue }
    let program = input.wishProgram[Int(place)]
    let number = Int32(truncatingIfNeeded: applicant)
    guard input.programs[Int(program)].reviewsDocuments, input.documents[program]?[number] == nil else {
      continue
    }
    outcome.place[applicant] = -1
    outcome.unreviewed[number] = place
  }
}
