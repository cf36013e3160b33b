import Glibc

/// Hints by inotify. They may be late, doubled or lost (the queue holds 16,384,
/// and what another machine does on a network folder gives none), so they only
/// shorten a wait.
public final class KernelHints: Waiting {
  private let stop: StopSignals
  private let queue: Int32
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB)

  /// Hints, and the order to stop.
  public init(stop: StopSignals) {
    self.stop = stop
    queue = inotify_init1(Int32(O_CLOEXEC | O_NONBLOCK))
  }

  deinit { if queue >= 0 { close(queue) } }

  /// Whether a signal asked the process to end.
  public var mustStop: Bool { stop.wasAsked }

  /// `inotify_add_watch`; asking again for the same folder changes nothing.
  public func watch(_ folder: Handle) -> Bool {
    // The open folder, whatever its name is by now.
    queue >= 0 && inotify_add_watch(queue, "/proc/self/fd/\(folder.descriptor)", KernelHints.mask) >= 0
  }

  /// `poll` on the hints and on the order to stop.
  public func wait(nanoseconds: Int64) {
    var waited = [
      pollfd(fd: queue, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    // Rounded up: a wait that ends too early would be made again and again.
    let milliseconds = (max(0, nanoseconds) + 999_999) / 1_000_000
    poll(&waited, 2, Int32(clamping: milliseconds))
    var events = [UInt8](repeating: 0, count: 1 << 16)
    while queue >= 0, read(queue, &events, events.count) > 0 {}
  }
}
