/// Reads the programs of one place after another: a shelf at a time is fetched, in one go,
/// so that nothing else is waited for.
struct ShelfReading: ~Copyable {
  private let order: CommonOrder
  /// The shelf that was fetched last, and what stands there.
  private var shelf = -1
  private var near: Cells<Int32>

  init(_ order: CommonOrder) {
    self.order = order
    let sizes = zip(order.shelves, order.shelves.dropFirst()).map { $1 - $0 }
    near = Cells(repeating: 0, count: sizes.max() ?? 0)
  }

  /// What the one in a place wishes for, wish by wish; −1 where it is not eligible.
  @inline(__always)
  mutating func programs(at place: Int, _ turn: CommonOrder.Turn) -> UnsafeMutableBufferPointer<Int32> {
    let shelf = CommonOrder.shelf(Int32(truncatingIfNeeded: place))
    if shelf != self.shelf { fetch(shelf) }
    let first = Int(turn.cell) - order.shelves[shelf]
    return near.part(first..<first + Int(turn.count))
  }

  @inline(never)
  private mutating func fetch(_ shelf: Int) {
    self.shelf = shelf
    let cells = order.shelves[shelf]..<order.shelves[shelf + 1]
    _ = near.part(0..<cells.count).update(from: order.programs[cells])
  }
}
