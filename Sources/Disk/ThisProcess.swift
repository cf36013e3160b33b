import Glibc

/// Whether standard error is a terminal, where a line can be drawn over.
public func standardErrorIsTerminal() -> Bool { isatty(STDERR_FILENO) == 1 }

/// Whether standard output is a terminal, which shows colours.
public func standardOutputIsTerminal() -> Bool { isatty(STDOUT_FILENO) == 1 }

/// The most memory that this process has had, in bytes.
public func peakMemory() -> Int {
  var usage = rusage()
  getrusage(RUSAGE_SELF, &usage)
  return usage.ru_maxrss * 1024
}

/// Lets ``peakMemory()`` begin anew from what the process holds now; where the
/// system does not let us, it stays as it was.
public func forgetPeakMemory() {
  // Who hides its memory may not even ask this of itself.
  setDumpable(true)
  defer { setDumpable(false) }
  let file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
  guard file >= 0 else { return }
  defer { close(file) }
  _ = write(file, "5", 1)
}

/// This build of the program, as the file system tells it: what is remembered by one build is not
/// believed by another.
public func thisBuild() -> String {
  var facts = stat()
  guard stat("/proc/self/exe", &facts) == 0 else { return "" }
  return "\(facts.st_dev) \(facts.st_ino) \(facts.st_size) \(facts.st_mtim.tv_sec) \(facts.st_mtim.tv_nsec)"
}
