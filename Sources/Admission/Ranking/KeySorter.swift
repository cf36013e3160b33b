/// What the eligible wishes of all programs are sorted by, for several threads
/// that never touch the same slots.
///
/// Each wish is a word: the first word of its key, and in the bits that all
/// layouts reserve where the wish stands among those of its program.
struct KeySorting: @unchecked Sendable {
  let input: Input
  let keys: Keys
  let slots: SharedSlots
  /// The most slots that a program has.
  let largest: Int
  /// The parts of the first words of all layouts, and by program where its own stand.
  private let firstParts: [KeyLayout.Part]
  private let firstWord: [Range<Int>]
  /// By slot: the wish that stands there; empty if every key is a single word.
  private let wishes: WishMemory

  private final class WishMemory {
    let cells: Cells<Int32>
    init(count: Int) { cells = Cells(repeating: 0, count: count) }
  }

  init(_ input: Input, _ keys: Keys, _ slots: SharedSlots, largest: Int) {
    self.input = input
    self.keys = keys
    self.slots = slots
    self.largest = largest
    let starts = keys.layouts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.words[0].count) }
    firstParts = keys.layouts.flatMap { $0.words[0] }
    firstWord = input.programs.indices.map { program in
      let layout = keys.layoutNumber(of: program)
      return starts[layout]..<starts[layout + 1]
    }
    let long = keys.layouts.contains { $0.words.count > 1 }
    wishes = WishMemory(count: long ? slots.words.count : 0)
  }

  /// Puts an eligible wish into a slot of its program, the `number`th from 0.
  @inline(__always)
  func put(_ wish: Int, of applicant: Int, for program: Int, at number: Int, by filling: inout SlotFilling) {
    let slot = slots.start[program] + number
    let word = keys.word(firstParts[firstWord[program]], wish: wish, applicant: applicant)
    filling.put(word | UInt64(truncatingIfNeeded: number), into: slot)
    if wishes.cells.count > 0 {
      wishes.cells.part(slot..<slot + 1)[0] = Int32(truncatingIfNeeded: wish)
    }
  }

  /// The wish in a slot, where keys are longer than a word.
  func wish(at slot: Int) -> Int { Int(wishes.cells[slot]) }
}

/// Ranks the eligible wishes of one program after another by their keys.
struct KeySorter: ~Copyable {
  private let sorting: KeySorting
  /// For the wishes of one program.
  private var spare: Cells<UInt64>
  private var ranks: Cells<Int32>

  init(_ sorting: KeySorting) {
    self.sorting = sorting
    spare = Cells(repeating: 0, count: sorting.largest)
    ranks = Cells(repeating: 0, count: sorting.largest)
  }

  /// Turns the words in a program's slots into the ranks of the wishes that
  /// were put there (``SharedSlots/rank(at:)``).
  mutating func rank(_ program: Int) {
    let slots = sorting.slots
    let places = slots.start[program]..<slots.start[program + 1]
    let layout = sorting.keys.layouts[sorting.keys.layoutNumber(of: program)]
    sort(slots.words.extracting(places), from: 0, by: layout.words[...], at: places.lowerBound)
    for number in 0..<places.count { slots.set(ranks[number], number, of: program) }
  }

  /// Sorts wishes by `words`, the first of which they hold, and tells their
  /// ranks; `before` wishes of the program are better.
  private mutating func sort(
    _ sorted: UnsafeMutableBufferPointer<UInt64>, from before: Int, by words: ArraySlice<[KeyLayout.Part]>,
    at start: Int
  ) {
    let (keys, reserved) = (sorting.keys, sorting.keys.reservedBits)
    radixSort(sorted, spare: spare.part(0..<sorted.count), from: reserved)
    let rest = words.dropFirst()
    var first = 0
    while first < sorted.count {
      var end = first + 1
      while end < sorted.count, sorted[end] >> reserved == sorted[first] >> reserved { end += 1 }
      if let next = rest.first, end - first > 1 {
        for index in first..<end {
          let number = keys.number(in: sorted[index])
          let wish = sorting.wish(at: start + number)
          let word = keys.word(next[...], wish: wish, applicant: sorting.input.applicant(ofWish: wish))
          sorted[index] = word | UInt64(truncatingIfNeeded: number)
        }
        sort(sorted.extracting(first..<end), from: before + first, by: rest, at: start)
      } else {
        for index in first..<end {
          ranks[keys.number(in: sorted[index])] = Int32(truncatingIfNeeded: before + first + 1)
        }
      }
      first = end
    }
  }
}
