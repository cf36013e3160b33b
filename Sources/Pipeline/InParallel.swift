import Foundation

/// `transform` of every item, on `jobs` threads at a time; the results in the order of the items.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) -> Result
) -> [Result] {
  guard jobs > 1, items.count > 1 else { return items.map(transform) }
  let results = Slots<Result>(count: items.count)
  let next = Counter()
  DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
    while let index = next.take(below: items.count) { results.set(index, transform(items[index])) }
  }
  return results.all
}

private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var value = 0

  func take(below limit: Int) -> Int? {
    lock.withLock {
      guard value < limit else { return nil }
      value += 1
      return value - 1
    }
  }
}

private final class Slots<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Value?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ value: Value) { lock.withLock { values[index] = value } }

  var all: [Value] { lock.withLock { values.compactMap(\.self) } }
}
