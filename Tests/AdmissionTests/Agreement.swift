import Admission
import Testing

/// What was decided is what the rules give, written out naively, and keeps every property.
func expectAgreement(_ input: Input, _ name: String) throws {
  let found = try disagreement(input)
  #expect(found == nil, "\(name)")
}

/// In what the decision differs from the reference, or which property it breaks; nil for nothing.
func disagreement(_ input: Input) throws -> String? {
  let outcome = try decide(input)
  let broken = broken(input, outcome)
  guard broken.isEmpty else { return "\(broken)" }
  let reference = Reference(input, outcome, allIn: input.rules.tiePolicy == .allIn)
  let groupsIn = input.isCouncil ? Reference(input, outcome, allIn: true) : reference
  var tied: [Int32: Outcome.TiedPlaces] = [:]
  var unreviewed: [Int32: Int32] = [:]
  var place = reference.place
  for i in place.indices {
    let (out, into) = (reference.place[i], groupsIn.place[i])
    if out != into {
      place[i] = -1
      tied[Int32(i)] = Outcome.TiedPlaces(groupOut: out, groupIn: into)
    } else if out >= 0, input.keeper(of: i) == nil, !reference.isReviewed(Int(out)) {
      place[i] = -1
      unreviewed[Int32(i)] = out
    }
  }
  if outcome.place != place { return "places \(outcome.place), not \(place)" }
  if outcome.tiedPlaces != tied { return "tied \(outcome.tiedPlaces), not \(tied)" }
  if outcome.unreviewed != unreviewed { return "unreviewed \(outcome.unreviewed), not \(unreviewed)" }
  if outcome.reservedSeats != reference.seatsOnRows { return "rows \(outcome.reservedSeats)" }
  if outcome.reservedSeatsGroupIn != (input.isCouncil ? groupsIn.seatsOnRows : [:]) {
    return "rows with groups in \(outcome.reservedSeatsGroupIn)"
  }
  for p in input.programs.indices {
    let rows = outcome.reservationCutoffs[Int32(p)] ?? []
    if rows.count != input.programs[p].reservations.count { return "cut-offs of program \(p)" }
    if !rows.isEmpty {
      let closed = (Array(rows.indices) + [-1]).enumerated().filter { _, row in
        reference.closed.contains(.init(program: p, row: row))
      }
      if outcome.partsWithoutSeats[Int32(p)] != closed.map(\.offset) { return "seats of program \(p)" }
    }
    for (row, wish) in zip([-1] + Array(rows.indices), [outcome.cutoff[p]] + rows) {
      let found = wish < 0 ? nil : reference.key(Int(wish))
      if found != reference.cutoff[.init(program: p, row: row)] {
        return "cut-off of program \(p), row \(row)"
      }
    }
  }
  for wish in input.wishProgram.indices where outcome.rank[wish] != reference.rank(wish) {
    return "rank of wish \(wish)"
  }
  return nil
}

/// Every number of the two is the same.
func expectSame(_ a: Outcome, _ b: Outcome, _ name: String) {
  #expect(a.status == b.status && a.place == b.place && a.cutoff == b.cutoff, "\(name)")
  #expect(a.rank == b.rank && a.waitingPlace == b.waitingPlace && a.score == b.score, "\(name)")
  #expect(a.verdict == b.verdict && a.tier == b.tier && a.direct == b.direct, "\(name)")
  #expect(a.tiedPlaces == b.tiedPlaces && a.unreviewed == b.unreviewed, "\(name)")
  #expect(
    a.reservedSeats == b.reservedSeats && a.reservedSeatsGroupIn == b.reservedSeatsGroupIn
      && a.reservationCutoffs == b.reservationCutoffs && a.partsWithoutSeats == b.partsWithoutSeats,
    "\(name)")
  #expect(
    a.score.indices.allSatisfy { a.priority[$0] == b.priority[$0] && a.incentive[$0] == b.incentive[$0] },
    "\(name)")
}
