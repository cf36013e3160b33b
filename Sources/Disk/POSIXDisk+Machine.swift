import Glibc

extension POSIXDisk {
  /// `flock` with LOCK_EX and LOCK_NB.
  public func lock(_ file: Handle) throws(DiskError) -> Bool {
    do throws(DiskError) {
      _ = try call("flock", file.name) { flock(file.descriptor, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      guard error.number == EWOULDBLOCK else { throw error }
      return false
    }
  }

  /// `fstatvfs`.
  public func freeSpace(_ handle: Handle) throws(DiskError) -> Int64 {
    var facts = statvfs()
    _ = try call("fstatvfs", handle.name) { fstatvfs(handle.descriptor, &facts) }
    let (bytes, tooMany) = UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize))
    return tooMany ? .max : Int64(clamping: bytes)
  }

  /// `getgrnam_r`.
  public func groupNumber(of name: String) -> UInt32? {
    var facts = group()
    var found: UnsafeMutablePointer<group>?
    var room = [CChar](repeating: 0, count: 16_384)
    while getgrnam_r(name, &facts, &room, room.count, &found) == ERANGE && room.count < 1 << 22 {
      room = [CChar](repeating: 0, count: room.count * 4)
    }
    return found == nil ? nil : facts.gr_gid
  }

  /// CLOCK_BOOTTIME.
  public func uptime() -> Int64 {
    let time = read(CLOCK_BOOTTIME)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// CLOCK_REALTIME.
  public func now() -> Int64 { Int64(read(CLOCK_REALTIME).tv_sec) }

  private func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    clock_gettime(clock, &time)
    return time
  }

  /// The kernel's `boot_id`.
  public func boot() -> String {
    let path: FileName = "/proc/sys/kernel/random/boot_id"
    let descriptor = path.text.map { Glibc.open($0, O_RDONLY | O_CLOEXEC) } ?? -1
    guard descriptor >= 0, let bytes = try? read(handle(descriptor, path), at: 0, count: 36) else {
      return ""
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `nanosleep`; a signal shortens it.
  public func sleep(nanoseconds: Int64) {
    let time = max(0, nanoseconds)
    var rest = timespec(tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
    // A signal shortens the sleep: whoever waits looks again.
    nanosleep(&rest, nil)
  }

  /// `getpid`.
  public var processNumber: Int32 { getpid() }
}
