import Admission
import Testing

@testable import Bench

@Suite struct SyntheticTests {
  @Test(arguments: [false, true]) func aMadeUpRoundIsDecidedAndVerified(_ commonScore: Bool) throws {
    let input = syntheticInput(children: 600, wishes: 5, programs: 20, seed: 3, commonScore: commonScore)
    let again = syntheticInput(children: 600, wishes: 5, programs: 20, seed: 3, commonScore: commonScore)
    #expect(input.wishProgram == again.wishProgram && input.drawOrder == again.drawOrder)
    let outcome = try decide(input)
    #expect(verify(input, outcome).allSatisfy { $0.violations.isEmpty })
    let admitted = outcome.status.filter { $0 == .admitted }.count
    #expect((400..<572).contains(admitted))
    for child in 0..<600 { #expect(Set(input.wishProgram[input.wishes(of: child)]).count == 5) }
  }
}
