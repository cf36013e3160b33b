import Glibc
import Synchronization
import Tables

/// The orders to end: SIGTERM, SIGINT and SIGHUP. The first asks, so that the
/// step at hand can be finished or given up; the second ends the process at once.
public final class StopSignals: Sendable {
  /// Readable once the first has come.
  let descriptor: Int32
  private let bell: Int32
  private let asked = Atomic(false)
  private let listener: SideThread?

  /// From here on signals ask. To be called once, before any thread is started.
  public init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (descriptor, bell) = (ends[0], ends[1])
    var signals = StopSignals.set
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    listener = SideThread()
    // With nobody to listen they end the process, as they do by themselves.
    guard let listener else {
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      return
    }
    listener.add { self.listen() }
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
