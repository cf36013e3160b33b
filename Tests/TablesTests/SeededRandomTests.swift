import Tables
import Testing

@Suite struct SeededRandomTests {
  /// The numbers that the reference implementation gives for seed 1234567.
  @Test func reference() {
    var random = SeededRandom(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func belowStaysBelowAndReachesAll() {
    var random = SeededRandom(seed: 1)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<6000 { counts[random.below(6)] += 1 }
    #expect(counts.allSatisfy { (850...1150).contains($0) }, "\(counts)")
    #expect(random.below(1) == 0)
    #expect(random.below(0) == 0)
  }

  @Test func shuffleKeepsTheElements() {
    var random = SeededRandom(seed: 2)
    var elements = Array(0..<50)
    random.shuffle(&elements)
    #expect(elements != Array(0..<50))
    #expect(elements.sorted() == Array(0..<50))
  }

  @Test func streamsDiffer() {
    let random = SeededRandom(seed: 3)
    var (one, two, again) = (random.stream(1), random.stream(2), random.stream(1))
    let first = one.next()
    #expect(first != two.next())
    #expect(first == again.next())
  }
}
