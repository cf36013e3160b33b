import Dispatch
import Tables

/// Inflates a part on another thread, a few pieces ahead of whoever takes them.
///
/// The pieces and the errors are those of ``inflate(_:of:_:)``, in the same order.
final class InflateAhead: @unchecked Sendable {
  private let entry: ZipIndex.Entry
  private let file: UnsafeBufferPointer<UInt8>
  private let slots: [UnsafeMutableBufferPointer<UInt8>]
  /// How many bytes each slot holds; −1 for the end.
  private let counts: UnsafeMutablePointer<Int>
  private var failure: ReadingError?
  /// CRC-32 of all pieces, for when the end has come.
  private var sum: UInt32 = 0
  /// Set by whoever takes, read by the other thread after it has waited for room.
  private var isStopped = false
  private let room: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Parts that are smaller are inflated by whoever takes them.
  static let leastSize: UInt64 = 4 << 20
  private static let slotCount = 4
  private static let slotSize = 1 << 16

  /// Returns the CRC-32 of the pieces. The other thread lives until all are taken or `take` throws.
  static func inflate(
    _ entry: ZipIndex.Entry, of file: UnsafeBufferPointer<UInt8>,
    _ take: (UnsafeBufferPointer<UInt8>) throws(ReadingError) -> Void
  ) throws(ReadingError) -> UInt32 {
    let ahead = InflateAhead(entry, file)
    // A queue of its own: it runs even if all others are waiting.
    DispatchQueue(label: "inflate").async { ahead.run() }
    defer { ahead.stop() }
    var slot = 0
    while true {
      ahead.filled.wait()
      guard ahead.counts[slot] >= 0 else { break }
      try take(UnsafeBufferPointer(rebasing: ahead.slots[slot][..<ahead.counts[slot]]))
      ahead.room.signal()
      slot = (slot + 1) % slotCount
    }
    if let failure = ahead.failure { throw failure }
    return ahead.sum
  }

  private init(_ entry: ZipIndex.Entry, _ file: UnsafeBufferPointer<UInt8>) {
    self.entry = entry
    self.file = file
    slots = (0..<InflateAhead.slotCount).map { _ in .allocate(capacity: InflateAhead.slotSize) }
    counts = .allocate(capacity: slots.count)
    counts.initialize(repeating: 0, count: slots.count)
    room = DispatchSemaphore(value: slots.count)
  }

  deinit {
    for slot in slots { slot.deallocate() }
    counts.deallocate()
  }

  private func run() {
    var slot = 0
    do throws(ReadingError) {
      try Sheets.inflate(entry, of: file) { piece throws(ReadingError) in
        room.wait()
        // Nobody takes any more: any error ends the inflating.
        guard !isStopped else { throw .damaged(.container) }
        _ = slots[slot].update(fromContentsOf: piece)
        counts[slot] = piece.count
        sum = checksum(sum, piece)
        filled.signal()
        slot = (slot + 1) % slots.count
      }
    } catch {
      failure = error
    }
    room.wait()
    counts[slot] = -1
    filled.signal()
    ended.signal()
  }

  /// Waits until the other thread has let go of the file.
  private func stop() {
    isStopped = true
    // Once for a piece that finds itself stopped, once for the end.
    room.signal()
    room.signal()
    ended.wait()
    // A semaphore must not be freed with less than it began with.
    for _ in slots { room.signal() }
  }
}
