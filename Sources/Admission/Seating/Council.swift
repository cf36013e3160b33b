extension Outcome {
  /// Takes over what was decided.
  mutating func take(_ seating: Seating) {
    place = seating.place
    cutoff = seating.cutoff
    reservedSeats = seating.reservedSeats
    reservationCutoffs = seating.reservationCutoffs
    partsWithoutSeats = seating.partsWithoutSeats
  }

  /// Takes over what `seat` gives, both ways where the council decides.
  mutating func take(_ input: Input, _ seat: (GroupTreatment) -> Seating) {
    if input.isCouncil {
      take(groupsOut: seat(.stayOut), groupsIn: seat(.stayIn))
    } else {
      take(seat(input.rules.tiePolicy == .allIn ? .stayIn : .stayOut))
    }
  }

  /// `Để hội đồng xét`: who has the same place whether tied groups stay out or
  /// come in is decided; the others wait between the two.
  mutating func take(groupsOut: Seating, groupsIn: Seating) {
    take(groupsOut)
    reservedSeatsGroupIn = groupsIn.reservedSeats
    for applicant in place.indices where groupsIn.place[applicant] != groupsOut.place[applicant] {
      place[applicant] = -1
      tiedPlaces[Int32(truncatingIfNeeded: applicant)] = TiedPlaces(
        groupOut: groupsOut.place[applicant], groupIn: groupsIn.place[applicant])
    }
  }

  /// An exact tie awaits the council, or the documents their review.
  public func isUndecided(_ applicant: Int) -> Bool {
    guard !tiedPlaces.isEmpty || !unreviewed.isEmpty else { return false }
    let applicant = Int32(truncatingIfNeeded: applicant)
    return tiedPlaces[applicant] != nil || unreviewed[applicant] != nil
  }
}
