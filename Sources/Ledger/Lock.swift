import Disk

/// One runner at a time: the lock of `.ledger/lock`, which ends with the
/// process whatever happens to it. The file itself is never removed.
struct Lock {
  private static let name: FileName = "lock"
  private let disk: any Disk
  private let folder: Handle
  private let file: Handle

  /// Takes the lock, or throws ``LedgerError/busy(holder:)``; with `wait` it looks again until it is free.
  static func take(in folder: Handle, on disk: any Disk, wait: Bool) throws -> Lock {
    while true {
      let lock = Lock(disk: disk, folder: folder, file: try disk.openLog(Lock.name, in: folder))
      if try disk.lock(lock.file) {
        try lock.check()
        lock.sign()
        return lock
      }
      guard wait else { throw LedgerError.busy(holder: lock.holder()) }
      disk.sleep(nanoseconds: 200_000_000)
    }
  }

  /// Says who holds it. Only told to people: a full disk must not stop us here.
  private func sign() {
    try? disk.cut(file, to: 0)
    try? disk.write(Array("\(disk.processNumber) \(utcText(disk.now()))\n".utf8)[...], to: file)
  }

  private func holder() -> String {
    let bytes = (try? disk.read(file, at: 0, count: 80)) ?? []
    return FileName(bytes.prefix { $0 != 0x0A }).escaped
  }

  /// Throws if somebody removed or replaced the file, so that another could lock the new one.
  func check() throws {
    guard let named = try disk.statusIfAny(of: Lock.name, in: folder),
      named.identity.isSamePlace(as: try disk.status(of: file).identity)
    else { throw LedgerError.lockLost }
  }
}
