import Tables

/// A list of fixed length that is never shared, so that writing into it needs
/// no look at who else holds it: for loops over millions of wishes.
struct Cells<Element: BitwiseCopyable & Sendable>: ~Copyable {
  private let memory: UnsafeMutableBufferPointer<Element>

  init(repeating element: Element, count: Int) {
    memory = .allocate(capacity: count)
    memory.initialize(repeating: element)
  }

  /// Filled by several threads: fresh memory costs more than the work done in it.
  init(repeating element: Element, count: Int, jobs: Int) {
    memory = .allocate(capacity: count)
    nonisolated(unsafe) let memory = memory
    let share = count / stretchCount(jobs) + 1
    _ = inParallel(Array(stride(from: 0, to: count, by: share)), jobs: jobs) { first in
      memory.extracting(first..<min(first + share, count)).initialize(repeating: element)
    }
  }

  /// The same elements.
  init(_ elements: [Element]) {
    memory = .allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
  }

  private init(over memory: UnsafeMutableBufferPointer<Element>) { self.memory = memory }

  deinit { memory.deallocate() }

  var count: Int { memory.count }

  /// Traps outside `0..<count`, as an array does.
  subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(index >= 0 && index < memory.count)
      return memory.baseAddress.unsafelyUnwrapped[index]
    }
    @inline(__always)
    set {
      precondition(index >= 0 && index < memory.count)
      memory.baseAddress.unsafelyUnwrapped[index] = newValue
    }
  }

  /// Some of the cells, to be worked on in place as long as this list lives.
  func part(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Element> { memory.extracting(range) }

  /// As many cells of another, no larger kind in the same memory: fresh memory
  /// costs more than the work done in it.
  consuming func reused<Other: BitwiseCopyable>(repeating element: Other) -> Cells<Other> {
    let memory = memory
    guard MemoryLayout<Other>.stride <= MemoryLayout<Element>.stride,
      MemoryLayout<Other>.alignment <= MemoryLayout<Element>.alignment
    else {
      _ = consume self
      return Cells<Other>(repeating: element, count: memory.count)
    }
    discard self
    let cells = UnsafeMutableRawBufferPointer(memory)
      .bindMemory(to: Other.self).extracting(0..<memory.count)
    cells.initialize(repeating: element)
    return Cells<Other>(over: cells)
  }
}
