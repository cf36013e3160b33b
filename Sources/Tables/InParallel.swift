import Dispatch
import Synchronization

/// `transform` of every item, on `jobs` threads at a time; the results in the order of the items.
public func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @Sendable (Item) -> Result
) -> [Result] {
  guard jobs > 1, items.count > 1 else { return items.map(transform) }
  let results = Mutex<[Result?]>(Array(repeating: nil, count: items.count))
  let next = Mutex(0)
  DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
    while true {
      let index = next.withLock { number in
        number += 1
        return number - 1
      }
      guard index < items.count else { return }
      let result = transform(items[index])
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { $0.compactMap(\.self) }
}
