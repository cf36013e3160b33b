import Glibc
import Synchronization

extension Disk {
  /// A disk that is none of the system's stamps nothing.
  public func stampCrashes(on file: Handle?) {}
}

extension POSIXDisk {
  /// Handlers of the signals by which a process ends itself.
  public func stampCrashes(on file: Handle?) {
    _ = CrashStamp.handlers
    CrashStamp.descriptor.store(file?.descriptor ?? -1, ordering: .relaxed)
  }
}

private enum CrashStamp {
  static let descriptor = Atomic<Int32>(-1)

  /// Set once. What runs in them may only do what is allowed while anything may be half done.
  static let handlers: Void = {
    // To be there before the first signal is.
    _ = descriptor.load(ordering: .relaxed)
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      signal(number) { number in
        let file = CrashStamp.descriptor.load(ordering: .relaxed)
        var stamp = crashStamp
        if file >= 0 { _ = write(file, &stamp, 1) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }()
}
