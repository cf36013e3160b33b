import Dispatch
import Tables

/// Inflates a part on another thread, a few pieces ahead of whoever takes them.
///
/// The bytes are those of ``Inflater``, in larger pieces: of several faults in a part another may be told.
final class InflateAhead: @unchecked Sendable {
  private let inflater: Inflater
  private let slots: [UnsafeMutableBufferPointer<UInt8>]
  /// How many bytes each slot holds; −1 for the end.
  private let counts: UnsafeMutablePointer<Int>
  private var failure: ReadingError?
  /// CRC-32 of all pieces, for when the end has come.
  private(set) var sum: UInt32 = 0
  /// Set by whoever takes, read by the other thread after it has waited for room.
  private var isStopped = false
  private let room: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)
  private let thread: SideThread
  /// The slot whose piece was handed over last.
  private var taken: Int?

  /// Parts that are smaller are inflated by whoever takes them.
  static let leastSize: UInt64 = 4 << 20
  private static let slotCount = 4
  /// Larger than where one thread does both: to wake another costs more than to inflate a few pages.
  private static let pieceSize = 4 * Inflater.pieceSize

  /// The other thread lives until ``stop()`` is called, which must be. Nil where the system gives none.
  init?(_ inflater: Inflater) {
    guard let thread = SideThread() else { return nil }
    self.thread = thread
    self.inflater = inflater
    slots = (0..<Self.slotCount).map { _ in .allocate(capacity: Self.pieceSize) }
    counts = .allocate(capacity: slots.count)
    counts.initialize(repeating: 0, count: slots.count)
    room = DispatchSemaphore(value: slots.count)
    thread.add { self.run() }
  }

  deinit {
    for slot in slots { slot.deallocate() }
    counts.deallocate()
  }

  /// The next piece, which stays until the next call; nil at the end, which may be asked for once.
  func next() throws(ReadingError) -> UnsafeBufferPointer<UInt8>? {
    var slot = 0
    if let taken {
      room.signal()
      slot = (taken + 1) % slots.count
    }
    taken = slot
    filled.wait()
    if counts[slot] >= 0 { return UnsafeBufferPointer(rebasing: slots[slot][..<counts[slot]]) }
    if let failure { throw failure }
    return nil
  }

  private func run() {
    var slot = 0
    do throws(ReadingError) {
      while true {
        room.wait()
        // Nobody takes any more.
        if isStopped { break }
        let count = try inflater.fill(slots[slot])
        if count == 0 { break }
        counts[slot] = count
        sum = checksum(sum, UnsafeBufferPointer(rebasing: slots[slot][..<count]))
        filled.signal()
        slot = (slot + 1) % slots.count
      }
    } catch {
      failure = error
    }
    counts[slot] = -1
    filled.signal()
  }

  /// Waits until the other thread has let go of the file.
  func stop() {
    isStopped = true
    room.signal()
    thread.finish()
    // A semaphore must not be freed with less than it began with.
    for _ in slots { room.signal() }
  }
}
