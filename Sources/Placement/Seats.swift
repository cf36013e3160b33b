/// Seats of classes promised to students, by kind of student: who sits where can
/// still be chosen, but everybody promised a seat is certain of one.
///
/// Sizes stay as even as choices and capacities allow: each newcomer goes where
/// the class that grows in the end, after any moves, is the smallest. (The sizes
/// are a separable convex flow, extended along shortest paths.)
struct Seats {
  /// By kind: the classes that fit.
  private let fitting: [[Int]]
  private var capacity: [Int]
  /// By kind and class: students who sit there for the time being.
  private var movable: [[Int]]
  /// By class: everybody in it, and those who stay there for good.
  private(set) var sizes: [Int]
  private(set) var fixedSizes: [Int]

  init(fitting: [[Int]], capacity: [Int]) {
    self.fitting = fitting
    self.capacity = capacity.map { max(0, $0) }
    movable = Array(repeating: Array(repeating: 0, count: capacity.count), count: fitting.count)
    sizes = Array(repeating: 0, count: capacity.count)
    fixedSizes = sizes
  }

  /// From now on no class may grow beyond the size that it has.
  mutating func freezeSizes() { capacity = sizes }

  /// Promises a seat to one more student of a kind; false if there is none left.
  mutating func seat(_ kind: Int) -> Bool {
    guard let place = makeRoom(in: fitting[kind]) else { return false }
    movable[kind][place] += 1
    return true
  }

  /// Gives a student of a kind, promised a seat before, the class for good; false,
  /// and nothing changed, if somebody would lose a seat by it.
  mutating func fix(_ kind: Int, in place: Int) -> Bool {
    guard fitting[kind].contains(place) else { return false }
    let own = movable[kind][place] > 0 ? place : movable[kind].firstIndex { $0 > 0 }
    guard let own else { return false }
    movable[kind][own] -= 1
    sizes[own] -= 1
    guard makeRoom(in: [place]) != nil else {
      movable[kind][own] += 1
      sizes[own] += 1
      return false
    }
    fixedSizes[place] += 1
    return true
  }

  /// Moves students along the chain that ends in the smallest class with room,
  /// so that one of the classes has a seat for a newcomer, who is counted there.
  private mutating func makeRoom(in starts: [Int]) -> Int? {
    var from = [Int](repeating: -1, count: sizes.count)
    var by = from
    var reached = [Bool](repeating: false, count: sizes.count)
    var queue = starts
    for start in starts { reached[start] = true }
    var end: Int?
    var next = 0
    while next < queue.count {
      let place = queue[next]
      next += 1
      if sizes[place] < capacity[place], end.map({ (sizes[place], place) < (sizes[$0], $0) }) ?? true {
        end = place
      }
      for kind in fitting.indices where movable[kind][place] > 0 {
        for other in fitting[kind] where !reached[other] {
          reached[other] = true
          from[other] = place
          by[other] = kind
          queue.append(other)
        }
      }
    }
    guard var place = end else { return nil }
    sizes[place] += 1
    while from[place] >= 0 {
      movable[by[place]][place] += 1
      movable[by[place]][from[place]] -= 1
      place = from[place]
    }
    return place
  }
}
