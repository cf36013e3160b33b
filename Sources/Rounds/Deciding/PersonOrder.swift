/// The order of `ket-qua.csv`: by personalId, moetId, examNo, applicationNo in
/// byte order, a blank first.
struct PersonOrder {
  private let people: People

  init(_ people: People) { self.people = people }

  /// All people in order.
  func sorted() -> [Int32] {
    var keys = (0..<people.count).map { Key(prefix(of: $0), person: Int32($0)) }
    keys.sort { a, b in
      if a.high != b.high { return a.high < b.high }
      if a.low != b.low { return a.low < b.low }
      return precedes(a.person, b.person)
    }
    return keys.map(\.person)
  }

  /// The first sixteen bytes of the personal id, which decide almost always.
  private struct Key {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var person: Int32

    init(_ prefix: ArraySlice<UInt8>, person: Int32) {
      self.person = person
      for (position, byte) in prefix.enumerated() {
        let shift = UInt64(56 - 8 * (position & 7))
        if position < 8 { high |= UInt64(byte) << shift } else { low |= UInt64(byte) << shift }
      }
    }
  }

  private func prefix(of person: Int) -> ArraySlice<UInt8> {
    people.identifiers.text(0, people.numbers[Identifiers.kinds * person]).prefix(16)
  }

  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    for kind in 0..<Identifiers.kinds {
      let first = people.numbers[Identifiers.kinds * Int(a) + kind]
      let second = people.numbers[Identifiers.kinds * Int(b) + kind]
      guard first != second else { continue }
      let (x, y) = (people.identifiers.text(kind, first), people.identifiers.text(kind, second))
      if x.lexicographicallyPrecedes(y) { return true }
      if y.lexicographicallyPrecedes(x) { return false }
    }
    return a < b
  }
}
