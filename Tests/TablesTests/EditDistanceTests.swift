import Tables
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "abcd", 1),
    ("abc", "acb", 1),
    ("abcdef", "badcfe", 3), ("kitten", "sitting", 3), ("", "abc", 3),
  ])
  func distances(a: String, b: String, distance: Int) {
    #expect(editDistance(Array(a.utf8), Array(b.utf8), atMost: 10) == distance)
    #expect(editDistance(Array(b.utf8), Array(a.utf8), atMost: 10) == distance)
    #expect(editDistance(Array(a.utf8), Array(b.utf8), atMost: distance) == distance)
    #expect(editDistance(Array(a.utf8), Array(b.utf8), atMost: distance - 1) == nil)
  }

  @Test func theLimitChangesNothingBelowIt() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<500 {
      let words = (0..<2).map { _ in (0..<random.below(7)).map { _ in UInt8(random.below(3)) } }
      let distance = editDistance(words[0], words[1], atMost: 100) ?? -1
      for limit in 0..<8 {
        #expect(editDistance(words[0], words[1], atMost: limit) == (distance <= limit ? distance : nil))
      }
    }
  }

  @Test func suggestsTheNearestAndTheFirstAmongEquals() {
    let labels = ["Họ và tên", "Ngày sinh", "Nơi sinh", "Ngày nộp"]
    #expect(nearest(to: "Ngay sihn", among: labels) == 1)
    #expect(nearest(to: "NGÀY SINH", among: labels) == 1)
    #expect(nearest(to: "Ngày", among: labels) == nil)
    #expect(nearest(to: "abx", among: ["abc", "abd"]) == 0)
    #expect(nearest(to: "Dân tộc", among: labels) == nil)
    #expect(nearest(to: "x", among: []) == nil)
  }
}
