import CKernel
import Glibc

/// To be called first thing: what we make is for us alone until somebody is
/// given a right to it, and a crash leaves no child's data in a core file. Nobody without special rights
/// may look into our memory. Whoever reads what we say may stop reading: that ends nothing. As many files
/// may be open at once as the machine allows us.
public func prepareProcess() {
  umask(0o077)
  signal(SIGPIPE, SIG_IGN)
  var none = rlimit(rlim_cur: 0, rlim_max: 0)
  setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  var files = rlimit()
  getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
  files.rlim_cur = files.rlim_max
  setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
  setDumpable(false)
  // A crash ends us at once: nothing is written of what was in memory, and nobody waits for that.
  POSIXDisk().stampCrashes(on: nil)
}

/// Whether the kernel may write our memory down, and show it to other processes of our user.
func setDumpable(_ isDumpable: Bool) { _ = set_dumpable(isDumpable ? 1 : 0) }
