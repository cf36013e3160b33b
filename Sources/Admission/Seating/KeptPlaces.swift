/// By applicant: the wish whose seat it keeps, or −1.
func keptPlaces(_ input: Input) throws(DecisionError) -> [Int32] {
  var places = [Int32](repeating: -1, count: input.applicantCount)
  guard !input.kept.isEmpty else { return places }
  for applicant in places.indices {
    guard let program = input.keeper(of: applicant) else { continue }
    let wishes = input.wishes(of: applicant).filter { Int(input.wishProgram[$0]) == program }
    // Named in both groups, it is the wish in the program's own group that seated the child.
    let fitting = wishes.first { input.wishSpecial[$0] == input.programs[program].special }
    guard let wish = fitting ?? wishes.first else {
      throw .keptWithoutWish(applicant: applicant, program: program)
    }
    places[applicant] = Int32(truncatingIfNeeded: wish)
  }
  return places
}
