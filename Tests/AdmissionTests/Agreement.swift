import Admission
import Testing

/// What was decided is what the rules give, written out naively.
func expectAgreement(_ input: Input, _ name: String) throws {
  let outcome = try decide(input)
  #expect(broken(input, outcome) == [], "\(name)")
  expectSame(outcome, try decide(input, jobs: 3), name)
  let reference = Reference(input, outcome, allIn: input.rules.tiePolicy == .allIn)
  let groupsIn = input.isCouncil ? Reference(input, outcome, allIn: true) : reference
  var rows = reference.rows
  var rowsGroupIn = input.isCouncil ? groupsIn.rows : [:]
  for i in 0..<input.applicantCount {
    let (out, into) = (reference.place[i], groupsIn.place[i])
    let tied = out == into ? nil : Outcome.TiedPlaces(groupOut: out, groupIn: into)
    #expect(outcome.tiedPlaces[Int32(i)] == tied, "\(name)")
    let isReviewed = out < 0 || input.keeper(of: i) != nil || reference.isReviewed(Int(out))
    #expect(outcome.place[i] == (out == into && isReviewed ? out : -1), "\(name)")
    #expect(outcome.unreviewed[Int32(i)] == (out == into && !isReviewed ? out : nil), "\(name)")
    #expect(outcome.reservedSeats[Int32(i)] == rows.removeValue(forKey: i), "\(name)")
    #expect(outcome.reservedSeatsGroupIn[Int32(i)] == rowsGroupIn.removeValue(forKey: i), "\(name)")
  }
  #expect(rows.isEmpty && rowsGroupIn.isEmpty)
  for p in input.programs.indices {
    func expectCutoff(_ wish: Int32?, _ row: Int) {
      let found = wish.flatMap { $0 < 0 ? nil : reference.key(Int($0)) }
      #expect(found == reference.cutoff[.init(program: p, row: row)], "\(name), program \(p), row \(row)")
    }
    expectCutoff(outcome.cutoff[p], -1)
    let rows = outcome.reservationCutoffs[Int32(p)] ?? []
    #expect(rows.count == input.programs[p].reservations.count)
    for (row, cutoff) in rows.enumerated() { expectCutoff(cutoff, row) }
  }
  for wish in input.wishProgram.indices {
    #expect(outcome.rank[wish] == reference.rank(wish), "\(name), wish \(wish)")
  }
}

/// Every number of the two is the same.
func expectSame(_ a: Outcome, _ b: Outcome, _ name: String) {
  #expect(a.status == b.status && a.place == b.place && a.cutoff == b.cutoff, "\(name)")
  #expect(a.rank == b.rank && a.waitingPlace == b.waitingPlace && a.score == b.score, "\(name)")
  #expect(a.verdict == b.verdict && a.tier == b.tier && a.direct == b.direct, "\(name)")
  #expect(a.tiedPlaces == b.tiedPlaces && a.unreviewed == b.unreviewed, "\(name)")
  #expect(
    a.reservedSeats == b.reservedSeats && a.reservedSeatsGroupIn == b.reservedSeatsGroupIn
      && a.reservationCutoffs == b.reservationCutoffs, "\(name)")
  #expect(
    a.score.indices.allSatisfy { a.priority[$0] == b.priority[$0] && a.incentive[$0] == b.incentive[$0] },
    "\(name)")
}
