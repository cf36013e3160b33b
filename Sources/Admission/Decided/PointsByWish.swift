import Tables

/// Points by wish, in little room: they come from few rows of a table, so a
/// wish carries only a number among the distinct ones.
public struct PointsByWish: Sendable {
  /// What the numbers stand for. Without numbers there are no points.
  private var distinct: [Int64] = [0]
  private let count: Int
  /// Empty while there are no points at all.
  private var numbers: [UInt8] = []
  /// The points themselves, once there are more distinct ones than numbers.
  private var plain: [Int64] = []

  /// No points anywhere.
  public init(count: Int) { self.count = count }

  /// The points of stretches of wishes, one after another.
  init(joining parts: [PointsByWish], jobs: Int) {
    count = parts.reduce(0) { $0 + $1.count }
    guard parts.contains(where: { !$0.numbers.isEmpty || !$0.plain.isEmpty }) else { return }
    if parts.count == 1 {
      (distinct, numbers, plain) = (parts[0].distinct, parts[0].numbers, parts[0].plain)
      return
    }
    distinct = Set(parts.flatMap { $0.plain.isEmpty ? $0.distinct : $0.plain } + [0]).sorted()
    if distinct.count > Int(UInt8.max) + 1 {
      distinct = [0]
      plain = parts.flatMap { part in (0..<part.count).map { part[$0] } }
    } else {
      let ends = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
      let whole = self
      numbers = Array(unsafeUninitializedCapacity: count) { cells, count in
        // Every thread fills its own stretch of them.
        nonisolated(unsafe) let cells = cells
        _ = inParallel(Array(parts.indices), jobs: jobs) { number in
          whole.renumber(parts[number], into: cells.extracting(ends[number]..<ends[number + 1]))
        }
        count = cells.count
      }
    }
  }

  /// The numbers here of the points of a part.
  private func renumber(_ part: PointsByWish, into cells: UnsafeMutableBufferPointer<UInt8>) {
    if !part.plain.isEmpty {
      for wish in cells.indices { cells[wish] = number(of: part.plain[wish]) }
    } else if part.numbers.isEmpty {
      cells.initialize(repeating: number(of: 0))
    } else {
      let renumbered = part.distinct.map { number(of: $0) }
      for wish in cells.indices { cells[wish] = renumbered[Int(part.numbers[wish])] }
    }
  }

  private func number(of points: Int64) -> UInt8 {
    UInt8(truncatingIfNeeded: distinct.firstIndex(of: points) ?? 0)
  }

  /// The points at a wish (``Exact/raw``).
  public subscript(wish: Int) -> Int64 {
    get {
      guard plain.isEmpty else { return plain[wish] }
      return numbers.isEmpty ? 0 : distinct[Int(numbers[wish])]
    }
    set { set(newValue, at: wish..<wish + 1) }
  }

  /// Sets the points at some wishes.
  mutating func set(_ points: Int64, at wishes: Range<Int>) {
    if numbers.isEmpty {
      guard points != 0 else { return }
      numbers = Array(repeating: 0, count: count)
    }
    if plain.isEmpty, let known = distinct.firstIndex(of: points) {
      for wish in wishes { numbers[wish] = UInt8(known) }
    } else if plain.isEmpty, distinct.count <= UInt8.max {
      for wish in wishes { numbers[wish] = UInt8(distinct.count) }
      distinct.append(points)
    } else {
      if plain.isEmpty { plain = numbers.map { distinct[Int($0)] } }
      for wish in wishes { plain[wish] = points }
    }
  }
}
