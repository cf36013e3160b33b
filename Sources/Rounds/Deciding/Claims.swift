/// The claimed codes of the applicants as numbers; equal claims share one set.
struct Claims {
  private var codes = Interner()
  private var spellings = Interner()
  private(set) var sets: [[Int32]] = [[]]
  private var setOf: [Int32] = []

  /// The number of a code.
  mutating func code(_ text: ArraySlice<UInt8>) -> Int32 { codes.number(text) }

  /// The set of a list joined by `;`.
  mutating func set(_ list: ArraySlice<UInt8>) -> Int32 {
    guard !list.isEmpty else { return 0 }
    let spelling = spellings.number(list)
    if Int(spelling) == setOf.count {
      setOf.append(Int32(sets.count))
      sets.append(listParts(list).map { codes.number($0) })
    }
    return setOf[Int(spelling)]
  }
}
