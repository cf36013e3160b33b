extension Outcome {
  /// Takes over what was decided.
  mutating func take(_ seating: Seating) {
    place = seating.place
    cutoff = seating.cutoff
  }

  /// `Để hội đồng xét`: who has the same place whether tied groups stay out or
  /// come in is decided; the others wait between the two.
  mutating func take(groupsOut: Seating, groupsIn: Seating) {
    take(groupsOut)
    for applicant in place.indices where groupsIn.place[applicant] != groupsOut.place[applicant] {
      place[applicant] = -1
      tiedPlaces[Int32(truncatingIfNeeded: applicant)] = TiedPlaces(
        groupOut: groupsOut.place[applicant], groupIn: groupsIn.place[applicant])
    }
  }

  /// An exact tie awaits the council.
  func isTied(_ applicant: Int) -> Bool {
    !tiedPlaces.isEmpty && tiedPlaces[Int32(truncatingIfNeeded: applicant)] != nil
  }
}
