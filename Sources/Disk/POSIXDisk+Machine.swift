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

  /// Asks for a read lease, which `fcntl` refuses while somebody may write (F_SETLEASE in fcntl(2)), and gives
  /// it back at once. Of somebody else's file only who has the capability CAP_LEASE is given one. Of network folders
  /// some refuse it while nobody writes.
  public func isBeingWritten(_ file: Handle) -> Bool? {
    let (setSignal, setLease) = (Int32(10), Int32(1024))
    // Whoever opens it to write in this moment breaks the lease: by a signal that ends nothing.
    _ = fcntl(file.descriptor, setSignal, SIGURG)
    guard fcntl(file.descriptor, setLease, Int32(F_RDLCK)) != 0 else {
      _ = fcntl(file.descriptor, setLease, Int32(F_UNLCK))
      return false
    }
    return errno == EAGAIN && !POSIXDisk.refusesLeases(systemKind(of: file)) ? true : nil
  }

  /// `faccessat` with the rights of the process as they are. EPERM is said of a folder that nobody may change, or of
  /// the question itself, by a machine that does not allow it.
  public func mayWrite(into folder: Handle) throws(DiskError) -> Bool {
    do throws(DiskError) {
      _ = try call("faccessat", folder.name) { faccessat(folder.descriptor, ".", W_OK | X_OK, AT_EACCESS) }
      return true
    } catch {
      switch error.number {
      case EACCES, EROFS: return false
      case EPERM: return faccessat(folder.descriptor, ".", F_OK, AT_EACCESS) != 0
      case EINVAL, ENOSYS: return true
      default: throw error
      }
    }
  }

  /// `fstatvfs`.
  public func freeSpace(_ handle: Handle) throws(DiskError) -> Int64 {
    var facts = statvfs()
    _ = try call("fstatvfs", handle.name) { fstatvfs(handle.descriptor, &facts) }
    let (bytes, tooMany) = UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize))
    return tooMany ? .max : Int64(clamping: bytes)
  }

  /// `f_fsid` of `fstatvfs`, which most file systems make from an identifier of their own; of network folders
  /// only that they are one, for their numbers are the server's.
  public func fileSystem(of handle: Handle) -> String? {
    if isRemote(handle) { return "network" }
    var facts = statvfs()
    guard fstatvfs(handle.descriptor, &facts) == 0, facts.f_fsid != 0 else { return nil }
    return String(facts.f_fsid, radix: 16)
  }

  /// The kind of its file system in `/proc/self/mountinfo`.
  public func isRemote(_ handle: Handle) -> Bool {
    guard let kind = systemKind(of: handle) else { return false }
    return POSIXDisk.remote.contains { kind.hasPrefix($0) }
  }

  /// What file system a file lies on, in the kernel's words; nil where that cannot be told.
  private func systemKind(of handle: Handle) -> String? {
    guard let device = try? status(of: handle).identity.device,
      let mounts = try? textOfKernel("/proc/self/mountinfo")
    else { return nil }
    return POSIXDisk.systemKind(of: device, in: mounts)
  }

  static func systemKind(of device: UInt64, in mounts: String) -> String? {
    let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
    let minor = (device & 0xFF) | (device >> 12 & 0xFFFF_FF00)
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == "\(major):\(minor)", let dash = fields.firstIndex(of: "-"),
        dash + 1 < fields.count
      else { continue }
      return String(fields[dash + 1])
    }
    return nil
  }

  /// Whether a file system answers EAGAIN for a lease also while nobody writes: one of which the server has not given
  /// a delegation (NFS) or an oplock (SMB). All others say with it that a program of this machine writes.
  static func refusesLeases(_ kind: String?) -> Bool {
    ["nfs", "cifs", "smb"].contains { kind?.hasPrefix($0) == true }
  }

  /// File systems whose files other machines, or programs of their own, may change.
  private static let remote = [
    "nfs", "cifs", "smb", "fuse", "9p", "afs", "ceph", "vboxsf", "davfs", "glusterfs",
  ]

  /// A file of the kernel, which has no size.
  private func textOfKernel(_ path: FileName) throws -> String {
    guard let text = path.text else { return "" }
    let descriptor = try call("open", path) { Glibc.open(text, O_RDONLY | O_CLOEXEC) }
    let file = handle(descriptor, path)
    var bytes: [UInt8] = []
    while true {
      let more = try read(file, at: Int64(bytes.count), count: 1 << 16)
      if more.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += more
    }
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
    String(((try? textOfKernel("/proc/sys/kernel/random/boot_id")) ?? "").prefix(36))
  }

  /// `nanosleep`; a signal shortens it.
  public func sleep(nanoseconds: Int64) {
    let time = max(0, nanoseconds)
    var rest = timespec(tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
    // A signal shortens the sleep: whoever waits looks again.
    nanosleep(&rest, nil)
  }

  /// `sysconf`: the processors, but no more threads than pay.
  public var lanes: Int { max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// `getpid`.
  public var processNumber: Int32 { getpid() }

  /// Of the kernel.
  public func random(_ count: Int) -> [UInt8] {
    var source = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &source) }
  }
}
