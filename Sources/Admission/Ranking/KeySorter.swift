/// What the eligible wishes of all programs are sorted by, for several threads
/// that never touch the same slots.
///
/// Each wish is a word: the first word of its key, and in the bits that all
/// layouts reserve where the wish stands among those of its program.
struct KeySorting: @unchecked Sendable {
  let input: Input
  let keys: Keys
  let slots: SharedSlots
  /// The parts of the first words of all layouts, and by program where its own stand.
  private let firstParts: [KeyLayout.Part]
  private let firstWord: [Range<Int>]
  /// By slot: the wish that stands there; empty if every key is a single word.
  private let wishes: WishMemory

  private final class WishMemory {
    let cells: Cells<Int32>
    init(count: Int) { cells = Cells(repeating: 0, count: count) }
  }

  init(_ input: Input, _ keys: Keys, _ slots: SharedSlots) {
    self.input = input
    self.keys = keys
    self.slots = slots
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

  /// Sorts the words in some of a program's slots, the words of one of its parts or
  /// all, and hands over each group of equal keys, the best first: its words, and how
  /// many of these slots' keys are better.
  func sort(
    _ places: Range<Int>, of program: Int, spare: UnsafeMutableBufferPointer<UInt64>,
    each: (_ group: UnsafeMutableBufferPointer<UInt64>, _ better: Int) -> Void
  ) {
    let words = keys.layouts[keys.layoutNumber(of: program)].words[...]
    sort(
      slots.words.extracting(places), from: 0, by: words, numberedFrom: slots.start[program], spare, each)
  }

  /// Sorts wishes by `words`, the first of which they hold; `better` of them are better.
  private func sort(
    _ sorted: UnsafeMutableBufferPointer<UInt64>, from better: Int, by words: ArraySlice<[KeyLayout.Part]>,
    numberedFrom start: Int, _ spare: UnsafeMutableBufferPointer<UInt64>,
    _ each: (_ group: UnsafeMutableBufferPointer<UInt64>, _ better: Int) -> Void
  ) {
    let reserved = keys.reservedBits
    radixSort(sorted, spare: spare.extracting(0..<sorted.count), from: reserved)
    let rest = words.dropFirst()
    var first = 0
    while first < sorted.count {
      var end = first + 1
      while end < sorted.count, sorted[end] >> reserved == sorted[first] >> reserved { end += 1 }
      let group = sorted.extracting(first..<end)
      if let next = rest.first, group.count > 1 {
        for index in group.indices {
          let number = keys.number(in: group[index])
          let wish = Int(wishes.cells[start + number])
          let word = keys.word(next[...], wish: wish, applicant: input.applicant(ofWish: wish))
          group[index] = word | UInt64(truncatingIfNeeded: number)
        }
        sort(group, from: better + first, by: rest, numberedFrom: start, spare, each)
      } else {
        each(group, better + first)
      }
      first = end
    }
  }
}

/// Ranks the eligible wishes of one program after another by their keys.
struct KeySorter: ~Copyable {
  private let sorting: KeySorting
  /// For the wishes of one program.
  private let spare: Cells<UInt64>
  private let ranks: Cells<Int32>

  /// - Parameter largest: the most slots that one of them has.
  init(_ sorting: KeySorting, largest: Int) {
    self.sorting = sorting
    spare = Cells(repeating: 0, count: largest)
    ranks = Cells(repeating: 0, count: largest)
  }

  /// Turns the words in a program's slots into the ranks of the wishes that
  /// were put there (``SharedSlots/rank(at:)``).
  func rank(_ program: Int) {
    let (slots, keys) = (sorting.slots, sorting.keys)
    let places = slots.start[program]..<slots.start[program + 1]
    let ranks = ranks.part(0..<places.count)
    sorting.sort(places, of: program, spare: spare.part(0..<places.count)) { group, better in
      for word in group { ranks[keys.number(in: word)] = Int32(truncatingIfNeeded: better + 1) }
    }
    for number in ranks.indices { slots.set(ranks[number], number, of: program) }
  }
}
