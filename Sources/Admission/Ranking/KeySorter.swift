/// Sorts the eligible wishes of one program after another by their keys.
struct KeySorter {
  private let input: Input
  private let keys: Keys
  private var words: [UInt64]
  private var wishes: [Int32]
  private var radix = RadixSort()

  /// `words`: the first word of each wish's key, the slots of a program together.
  init(input: Input, keys: Keys, words: consuming [UInt64], wishes: consuming [Int32]) {
    self.input = input
    self.keys = keys
    self.words = words
    self.wishes = wishes
  }

  /// Sorts the wishes in `slots` and tells each its rank.
  mutating func rank(_ slots: Range<Int>, by layout: KeyLayout, into rank: inout [Int32]) {
    sort(slots, by: layout.words, word: 0, first: slots.lowerBound, into: &rank)
  }

  /// Sorts by `words[word...]`; those before have been found equal.
  private mutating func sort(
    _ slots: Range<Int>, by layout: [[KeyLayout.Part]], word: Int, first: Int, into rank: inout [Int32]
  ) {
    radix.sort(slots, of: &words, with: &wishes)
    var start = slots.lowerBound
    while start < slots.upperBound {
      var end = start + 1
      while end < slots.upperBound, words[end] == words[start] { end += 1 }
      if word + 1 < layout.count, end - start > 1 {
        for slot in start..<end {
          let wish = Int(wishes[slot])
          words[slot] = keys.word(layout[word + 1], wish: wish, applicant: input.applicant(ofWish: wish))
        }
        sort(start..<end, by: layout, word: word + 1, first: first, into: &rank)
      } else {
        let shared = Int32(truncatingIfNeeded: start - first + 1)
        for slot in start..<end { rank[Int(wishes[slot])] = shared }
      }
      start = end
    }
  }
}
