/// Ranks the eligible wishes of one program after another by their keys: all
/// wishes are put in place, then each program is sorted, then the ranks are
/// read from the same places.
struct KeySorter: ~Copyable {
  private let input: Input
  private let keys: Keys
  /// The parts of the first words of all layouts, and by program where its own stand.
  private let firstParts: [KeyLayout.Part]
  private let firstWord: [Range<Int>]
  /// First words before sorting, ranks after it.
  private var values: Cells<UInt64>
  /// The wish at each place; empty if every key is a single word.
  private var wishes: Cells<Int32>
  private var radix = RadixSort()

  init(_ input: Input, _ keys: Keys, count: Int) {
    self.input = input
    self.keys = keys
    let starts = keys.layouts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.words[0].count) }
    firstParts = keys.layouts.flatMap { $0.words[0] }
    firstWord = input.programs.indices.map { program in
      let layout = keys.layoutNumber(of: program)
      return starts[layout]..<starts[layout + 1]
    }
    values = Cells(repeating: 0, count: count)
    let long = keys.layouts.contains { $0.words.count > 1 }
    wishes = Cells(repeating: 0, count: long ? count : 0)
  }

  /// Puts an eligible wish at a place among those of its program.
  @inline(__always)
  mutating func put(_ wish: Int, of applicant: Int, for program: Int, at place: Int) {
    values[place] = keys.word(firstParts[firstWord[program]], wish: wish, applicant: applicant)
    if wishes.count > 0 { wishes[place] = Int32(truncatingIfNeeded: wish) }
  }

  /// The rank of the wish that was put there, once its program is sorted.
  @inline(__always)
  func rank(at place: Int) -> Int32 { Int32(truncatingIfNeeded: values[place]) }

  /// Turns the keys at these places into ranks.
  mutating func sort(_ places: Range<Int>, of program: Int) {
    radix.load(places.count) { values[places.lowerBound + $0] }
    let words = keys.layouts[keys.layoutNumber(of: program)].words
    sort(0..<places.count, by: words[...], at: places.lowerBound)
  }

  /// Sorts what is loaded in `range`, whose first word is `words`'s first, and
  /// the groups that it leaves equal by the rest.
  private mutating func sort(_ range: Range<Int>, by words: ArraySlice<[KeyLayout.Part]>, at start: Int) {
    radix.sort(range)
    var first = range.lowerBound
    while first < range.upperBound {
      var end = first + 1
      while end < range.upperBound, radix.words[end] == radix.words[first] { end += 1 }
      if let next = words.dropFirst().first, end - first > 1 {
        for index in first..<end {
          let wish = Int(wishes[start + Int(radix.origins[index])])
          radix.words[index] = keys.word(next[...], wish: wish, applicant: input.applicant(ofWish: wish))
        }
        sort(first..<end, by: words.dropFirst(), at: start)
      } else {
        for index in first..<end { values[start + Int(radix.origins[index])] = UInt64(first + 1) }
      }
      first = end
    }
  }
}
