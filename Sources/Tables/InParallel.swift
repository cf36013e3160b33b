import Synchronization

/// `transform` of every item, on `jobs` threads at a time or on as many as the system
/// gives; the results in the order of the items.
public func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @Sendable (Item) -> Result
) -> [Result] {
  guard jobs > 1, items.count > 1 else { return items.map(transform) }
  let results = Mutex<[Result?]>(Array(repeating: nil, count: items.count))
  let next = Mutex(0)
  withoutActuallyEscaping(transform) { transform in
    let work: @Sendable () -> Void = {
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
    // The first thread is the caller's own.
    let others = (1..<min(jobs, items.count)).compactMap { _ in SideThread() }
    for thread in others { thread.add(work) }
    work()
    for thread in others { thread.finish() }
  }
  return results.withLock { $0.compactMap(\.self) }
}

/// The same for items of which each is quickly done: a thread takes `stretch` of them before it asks for more.
public func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, stretch: Int, _ transform: @Sendable (Item) -> Result
) -> [Result] {
  let stretches = stride(from: 0, to: items.count, by: stretch).map { start in
    items[start..<min(start + stretch, items.count)]
  }
  return inParallel(stretches, jobs: jobs) { $0.map(transform) }.flatMap(\.self)
}
