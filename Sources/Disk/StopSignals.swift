import Glibc
import Synchronization

/// The orders to end: SIGTERM, SIGINT and SIGHUP. The first asks, so that the
/// step at hand can be finished or given up; the second ends the process at once.
public final class StopSignals: Sendable {
  /// Readable once the first has come.
  let descriptor: Int32
  private let bell: Int32
  private let asked = Atomic(false)

  /// From here on signals ask. To be called once, before any thread is started.
  public init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (descriptor, bell) = (ends[0], ends[1])
    var signals = StopSignals.set
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let listener = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<StopSignals>.fromOpaque(context).takeRetainedValue().listen()
        return nil
      }, listener.toOpaque())
    guard status == 0 else {
      // With nobody to listen they end the process, as they do by themselves.
      listener.release()
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      return
    }
    pthread_detach(thread)
  }

  /// Whether the first has come.
  public var wasAsked: Bool { asked.load(ordering: .relaxed) }

  private static var set: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, number) }
    return signals
  }

  private func listen() {
    var signals = StopSignals.set
    var number: Int32 = 0
    while sigwait(&signals, &number) == 0 {
      if asked.exchange(true, ordering: .relaxed) { _exit(128 + number) }
      // Nobody reads it: whoever waits then is told, and whoever comes later.
      _ = write(bell, [1], 1)
    }
  }
}
