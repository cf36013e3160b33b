/// Lets of all wishes with the key of a cut-off one stand for it that is the same whatever the order of
/// rows: the first by its number, by which equal keys may differ where `chênh lệch` or nothing looks at it.
func settleCutoffs(_ input: Input, in outcome: inout Outcome) {
  // No two keys are equal where a draw is their last part.
  if input.rules.tiePolicy == .lottery, input.drawOrder != nil { return }
  guard outcome.cutoff.contains(where: { $0 >= 0 }) || !outcome.reservationCutoffs.isEmpty else { return }
  let (rank, number) = (outcome.rank, input.wishNumber)
  func settle(_ cutoff: inout Int32, with wish: Int) {
    guard cutoff >= 0, rank[wish] == rank[Int(cutoff)], number[wish] < number[Int(cutoff)] else { return }
    cutoff = Int32(truncatingIfNeeded: wish)
  }
  var rows = outcome.reservationCutoffs
  for wish in input.wishProgram.indices where rank[wish] > 0 {
    let program = input.wishProgram[wish]
    settle(&outcome.cutoff[Int(program)], with: wish)
    guard let cutoffs = rows[program] else { continue }
    for row in cutoffs.indices { settle(&rows[program, default: []][row], with: wish) }
  }
  outcome.reservationCutoffs = rows
}
