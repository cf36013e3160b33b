import Tables
import Testing

@Suite struct InParallelTests {
  @Test(arguments: [1, 2, 8, 200])
  func theOrderIsThatOfTheItems(jobs: Int) {
    #expect(inParallel(Array(0..<500), jobs: jobs) { $0 * $0 } == (0..<500).map { $0 * $0 })
    #expect(inParallel([Int](), jobs: jobs) { $0 }.isEmpty)
    for stretch in [1, 64, 500, 501] {
      let squares = inParallel(Array(0..<500), jobs: jobs, stretch: stretch) { $0 * $0 }
      #expect(squares == (0..<500).map { $0 * $0 })
    }
    #expect(inParallel([Int](), jobs: jobs, stretch: 64) { $0 }.isEmpty)
  }

  @Test func insideOneAnother() {
    let sums = inParallel(Array(0..<20), jobs: 3) { outer in
      inParallel(Array(0..<20), jobs: 3) { $0 * outer }.reduce(0, +)
    }
    #expect(sums == (0..<20).map { 190 * $0 })
  }
}
