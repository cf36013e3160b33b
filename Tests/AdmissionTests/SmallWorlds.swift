import Admission
import Tables

/// Every round of so many children and programs, up to renaming either: all
/// lists of wishes, all quotas from 0 to 2, and all orders with ties in which
/// programs can rank those who wish for them.
struct SmallWorlds {
  let children: Int
  let programs: Int
  /// One order of the children for all programs; else each has its own.
  let commonRanking: Bool
  private let ascendingOrders: [[Int]]

  init(children: Int, programs: Int, commonRanking: Bool) {
    self.children = children
    self.programs = programs
    self.commonRanking = commonRanking
    ascendingOrders = weakOrders[children].filter { zip($0, $0.dropFirst()).allSatisfy { $0 <= $1 } }
  }

  /// Calls `body` with every `step`th of them, from the `first` on; how many there are in all.
  @discardableResult
  func forEach(from first: Int, step: Int, _ body: (Int, World) throws -> Void) rethrows -> Int {
    let quotas = ascending(Array(0...2), count: programs)
    var number = 0
    var next = first
    for chosen in choices {
      let wishers =
        commonRanking
        ? [Array(0..<children)]
        : (0..<programs).map { program in (0..<children).filter { chosen[$0].contains(program) } }
      let orders = commonRanking ? [levels(of: chosen)] : wishers.map { weakOrders[$0.count] }
      let count = orders.reduce(1) { $0 * $1.count } * quotas.count
      if next < number + count {
        let rankings = product(orders)
        while next < number + count {
          let (ranking, quota) = (next - number).quotientAndRemainder(dividingBy: quotas.count)
          try body(next, world(quotas[quota], chosen, wishers, rankings[ranking]))
          next += step
        }
      }
      number += count
    }
    return number
  }

  /// By child, its list of wishes. Children are renamed so that the lists
  /// ascend; with one ranking, where they are renamed by rank, in any order.
  private var choices: [[[Int]]] {
    let lists = orderedSubsets(of: Array(0..<programs))
    return commonRanking ? sequences(lists, count: children) : ascending(lists, count: children)
  }

  /// The rankings by which the children stand in order, and those of one level by their lists.
  private func levels(of lists: [[Int]]) -> [[Int]] {
    ascendingOrders.filter { levels in
      levels.indices.dropLast().allSatisfy { child in
        levels[child] < levels[child + 1] || !lists[child + 1].lexicographicallyPrecedes(lists[child])
      }
    }
  }

  private func world(_ quota: [Int], _ lists: [[Int]], _ wishers: [[Int]], _ rankings: [[Int]]) -> World {
    var world = World(quotas: quota)
    world.children = lists.map { list in
      var child = Child()
      child.wishes = list
      return child
    }
    for program in 0..<programs {
      let number = commonRanking ? 0 : program
      world.programScores[Int32(program)] = Dictionary(
        uniqueKeysWithValues: zip(wishers[number], rankings[number]).map { child, level in
          (Int32(child), Exact(raw: Int64(children - level)))
        })
    }
    return world
  }
}

/// By count, all ways to rank so many with ties: by item, its level from 0.
private let weakOrders = (0...4).map { count in
  sequences(Array(0..<max(count, 1)), count: count).filter { levels in
    Set(levels) == Set(0..<(levels.max().map { $0 + 1 } ?? 0))
  }
}

/// All sequences of so many items.
func sequences<Item>(_ items: [Item], count: Int) -> [[Item]] {
  product(Array(repeating: items, count: count))
}

/// One of each list, in all ways.
func product<Item>(_ lists: [[Item]]) -> [[Item]] {
  lists.reduce([[]]) { heads, list in heads.flatMap { head in list.map { head + [$0] } } }
}

/// All multisets of so many items, in the order of the items.
func ascending<Item>(_ items: [Item], count: Int) -> [[Item]] {
  guard count > 0 else { return [[]] }
  return items.indices.flatMap { first in
    ascending(Array(items[first...]), count: count - 1).map { [items[first]] + $0 }
  }
}

/// All lists without repetition, the empty one too.
func orderedSubsets(of items: [Int]) -> [[Int]] {
  [[]]
    + items.flatMap { first in orderedSubsets(of: items.filter { $0 != first }).map { [first] + $0 } }
}
