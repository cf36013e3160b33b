import Testing

@testable import Pipeline

/// Looking costs a small share of the time, and a file after a quiet time is seen at once.
@Suite struct LookingRestTests {
  private let second: Int64 = 1_000_000_000

  @Test func oneHintAfterAnotherIsFollowedAtOnceAndAStormIsNot() {
    var rest = LookingRest()
    let cost = second / 5
    #expect(rest.after(cost: cost, waited: 0) == 0)
    for _ in 0..<5 { #expect(rest.after(cost: cost, waited: 0) == second) }
    // What was waited for anyway counts as rest.
    #expect(rest.after(cost: cost, waited: second / 2) == second / 2)
    _ = rest.after(cost: cost, waited: 10 * second)
    #expect(rest.after(cost: cost, waited: 0) == 0)
  }

  @Test func looksThatCostLittleRestLittle() {
    var rest = LookingRest()
    let cost = second / 1000
    var rested: Int64 = 0
    for _ in 0..<1100 { rested += rest.after(cost: cost, waited: 0) }
    #expect(rested == 1000 * 10 * cost)
  }
}
