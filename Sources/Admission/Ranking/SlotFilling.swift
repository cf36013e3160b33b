/// Puts words into slots that hold 0, many at a time: they lie scattered over memory,
/// and what is fetched for all of them first is not waited for one by one.
struct SlotFilling: ~Copyable {
  private let slots: SharedSlots
  private var places: Cells<Int>
  private var words: Cells<UInt64>
  private var count = 0

  init(_ slots: SharedSlots) {
    self.slots = slots
    places = Cells(repeating: 0, count: 256)
    words = Cells(repeating: 0, count: 256)
  }

  @inline(__always)
  mutating func put(_ word: UInt64, into slot: Int) {
    places[count] = slot
    words[count] = word
    count += 1
    if count == places.count { finish() }
  }

  /// Puts what is not in its slot yet; to be called at the end.
  mutating func finish() {
    // Joined with the 0 that is there, so that it is fetched.
    for number in 0..<count { words[number] |= slots.words[places[number]] }
    for number in 0..<count { slots.words[places[number]] = words[number] }
    count = 0
  }
}
