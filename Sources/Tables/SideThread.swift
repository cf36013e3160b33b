import Dispatch
import Glibc
import Synchronization

/// A thread that does what it is given, in that order, beside whoever gives it.
///
/// Where the system has no thread to give (a limit on processes or on memory),
/// there is none, and whoever asked does the work himself. A dispatch queue would
/// wait there for ever.
public final class SideThread: Sendable {
  private let tasks = Tasks()
  private let thread: pthread_t
  private let isFinished = Atomic(false)

  /// What is waiting to be done.
  private final class Tasks: Sendable {
    private let waiting = Mutex<[(@Sendable () -> Void)?]>([])
    private let count = DispatchSemaphore(value: 0)

    /// `nil`: nothing more will come.
    func add(_ task: (@Sendable () -> Void)?) {
      waiting.withLock { $0.append(task) }
      count.signal()
    }

    func carryOut() {
      while true {
        count.wait()
        guard let task = waiting.withLock({ $0.removeFirst() }) else { return }
        task()
      }
    }
  }

  /// Nil where the system gives no thread.
  public init?() {
    var started = pthread_t()
    let context = Unmanaged.passRetained(tasks)
    let status = pthread_create(
      &started, nil,
      { context in
        if let context { Unmanaged<Tasks>.fromOpaque(context).takeRetainedValue().carryOut() }
        return nil
      }, context.toOpaque())
    guard status == 0 else {
      context.release()
      return nil
    }
    thread = started
  }

  deinit {
    if !isFinished.load(ordering: .relaxed) {
      tasks.add(nil)
      pthread_detach(thread)
    }
  }

  /// To be done after all that was given before.
  public func add(_ task: @escaping @Sendable () -> Void) { tasks.add(task) }

  /// Waits until all is done and the thread is gone. To be called once, and last;
  /// a thread that nobody finishes or holds any more ends when all is done.
  public func finish() {
    isFinished.store(true, ordering: .relaxed)
    tasks.add(nil)
    pthread_join(thread, nil)
  }
}
