/// A list of fixed length that is never shared, so that writing into it needs
/// no look at who else holds it: for loops over millions of wishes.
struct Cells<Element: BitwiseCopyable>: ~Copyable {
  private let memory: UnsafeMutableBufferPointer<Element>

  init(repeating element: Element, count: Int) {
    memory = .allocate(capacity: count)
    memory.initialize(repeating: element)
  }

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
}
