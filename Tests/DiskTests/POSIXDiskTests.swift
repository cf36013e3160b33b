import Foundation
import Glibc
import Testing

@testable import Disk

/// The real disk, in a real folder.
@Suite struct POSIXDiskTests {
  @Test func namesAreBytesInByteOrder() throws {
    let folder = try Folder()
    let names: [FileName] = [
      "b", "B", "-rf", " a", "\u{1EC3}", "e\u{302}\u{309}", FileName([0xFF, 0x2E]), "a\nb",
      FileName([UInt8](repeating: 0x78, count: 255)),
    ]
    for name in names { try folder.make(name, "x") }
    #expect(try folder.disk.names(in: folder.handle) == names.sorted())
    for name in names { #expect(try folder.text(name) == "x") }
  }

  @Test(arguments: ["", ".", "..", "a/b", "/etc", "a\0b"])
  func onlySingleComponentsAreNames(_ text: String) throws {
    let folder = try Folder()
    #expect(code { try folder.make(FileName(text)) } == .invalidName)
    #expect(code { _ = try folder.disk.status(of: FileName(text), in: folder.handle) } == .invalidName)
    #expect(
      code { try folder.disk.rename("x", in: folder.handle, to: FileName(text), in: folder.handle) }
        == .invalidName)
  }

  /// By this a folder is known to hold the names that it held.
  @Test func aFolderIsAnotherVersionWithEveryName() throws {
    let folder = try Folder()
    let disk = folder.disk
    let home = try disk.ensureFolder("home", in: folder.handle).handle
    let round = try disk.ensureFolder("round", in: folder.handle).handle
    var versions = [try disk.status(of: home).identity]
    func note() throws {
      versions.append(try disk.status(of: home).identity)
      disk.sleep(nanoseconds: 20_000_000)
    }
    disk.sleep(nanoseconds: 20_000_000)
    try disk.makeFolder(".making-x", in: home)
    try note()
    try disk.rename(".making-x", in: home, to: "x", in: round)
    try note()
    try disk.makeFolder("y", in: home)
    try note()
    try disk.removeTree("y", in: home)
    try note()
    #expect(Set(versions).count == versions.count)
  }

  /// A pass that was made with sudo leaves nothing in `.ledger` that its owner may not use.
  @Test(.enabled(if: geteuid() == 0, "only root makes files for others"))
  func whatRootMakesInAPrivateFolderIsItsOwners() throws {
    let folder = try Folder()
    let disk = folder.disk
    for (mode, owner) in [(mode_t(0o700), uid_t(4001)), (0o750, 0)] {
      chmod(folder.path, mode)
      #expect(chown(folder.path, 4001, 5001) == 0)
      let names = ["file", "log", "folder"].map { FileName("\($0)-\(owner)") }
      _ = try disk.createFile(names[0], in: folder.handle)
      _ = try disk.openLog(names[1], in: folder.handle)
      try disk.makeFolder(names[2], in: folder.handle)
      for name in names {
        var status = stat()
        #expect(lstat(folder.path + "/" + name.escaped, &status) == 0)
        #expect(status.st_uid == owner, "\(name.escaped)")
      }
    }
  }

  @Test("F40: a link is never followed, and a pipe never waited for")
  func aLinkIsNeverFollowedAndAPipeNeverWaitedFor() throws {
    let folder = try Folder()
    symlink("/etc/passwd", folder.path + "/link")
    symlink("/", folder.path + "/root")
    mkfifo(folder.path + "/pipe", 0o600)
    let start = ContinuousClock.now
    #expect(code { _ = try folder.disk.openFile("link", in: folder.handle) } == .link)
    #expect(code { _ = try folder.disk.openFolder("root", in: folder.handle) } == .wrongKind)
    #expect(try folder.disk.status(of: "link", in: folder.handle).kind == .link)
    #expect(try folder.disk.status(of: "pipe", in: folder.handle).kind == .other)
    _ = try folder.disk.openFile("pipe", in: folder.handle)
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  @Test func aNewFileIsForTheOwnerAndNeverReplacesOne() throws {
    let folder = try Folder()
    try folder.make("a", "first")
    #expect(try folder.disk.status(of: "a", in: folder.handle).mode == 0o600)
    #expect(code { try folder.make("a", "second") } == .exists)
    try folder.make("b", "second")
    let (disk, at) = (folder.disk, folder.handle)
    #expect(code { try disk.link("b", in: at, as: "a", in: at) } == .exists)
    #expect(code { try disk.rename("b", in: at, to: "a", in: at) } == .exists)
    #expect(try folder.text("a") == "first")
    try disk.replace("a", in: at, by: "b", in: at)
    #expect(try folder.text("a") == "second")
    #expect(try disk.names(in: at) == ["a"])
  }

  @Test(arguments: [EINVAL, ENOSYS])
  func withoutTheFlagARenameStillReplacesNothing(_ number: Int32) throws {
    let folder = try Folder()
    let at = folder.handle
    let disk = POSIXDisk(simulatedRenameError: number)
    try folder.make("a", "first")
    try folder.make("b", "second")
    #expect(code { try disk.rename("b", in: at, to: "a", in: at) } == .exists)
    try disk.rename("b", in: at, to: "c", in: at)
    #expect(try folder.text("c") == "second")
    try disk.makeFolder("d", in: at)
    try disk.makeFolder("e", in: at)
    #expect(code { try disk.rename("d", in: at, to: "e", in: at) } == .exists)
    try disk.rename("d", in: at, to: "f", in: at)
    #expect(try disk.names(in: at) == ["a", "c", "e", "f"])
  }

  @Test func readsContinueAndWritesFollowOneAnother() throws {
    let folder = try Folder()
    let file = try folder.disk.createFile("a", in: folder.handle)
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try folder.disk.reserve(Int64(bytes.count), for: file)
    try folder.disk.write(bytes[..<1000], to: file)
    try folder.disk.write(bytes[1000...], to: file)
    try folder.disk.sync(file)
    try folder.disk.sync(folder.handle)
    try folder.disk.syncFileSystem(of: folder.handle)
    let again = try folder.disk.openFile("a", in: folder.handle)
    #expect(try folder.disk.readAll(again) == bytes)
    #expect(try folder.disk.read(again, at: 299_990, count: 100) == Array(bytes[299_990...]))
    #expect(try folder.disk.read(again, at: 300_000, count: 100) == [])
  }

  @Test func anIdentityTellsEveryWrite() throws {
    let folder = try Folder()
    try folder.make("a", "12")
    let before = try folder.disk.status(of: "a", in: folder.handle).identity
    let file = try #require(fopen(folder.path + "/a", "r+"))
    fputs("34", file)
    fclose(file)
    // The sender sets the times back, as copying programs do.
    var times = [timespec(tv_sec: 0, tv_nsec: 0), timespec(tv_sec: -11_644_473_600, tv_nsec: 0)]
    utimensat(AT_FDCWD, folder.path + "/a", &times, 0)
    let after = try folder.disk.status(of: "a", in: folder.handle).identity
    #expect(before != after)
    #expect(before.isSamePlace(as: after))
    try folder.disk.rename("a", in: folder.handle, to: "b", in: folder.handle)
    #expect(try folder.disk.status(of: "b", in: folder.handle).identity.isSameContent(as: after))
  }

  @Test func aLogAppendsAndCanBeCut() throws {
    let folder = try Folder()
    try folder.disk.write(Array("one\n".utf8)[...], to: try folder.disk.openLog("log", in: folder.handle))
    let log = try folder.disk.openLog("log", in: folder.handle)
    try folder.disk.write(Array("two\n".utf8)[...], to: log)
    #expect(try folder.text("log") == "one\ntwo\n")
    try folder.disk.cut(log, to: 4)
    #expect(try folder.text("log") == "one\n")
  }

  @Test func aLockHasOneHolderAndEndsWithItsHandle() throws {
    let folder = try Folder()
    let second = try folder.disk.openLog("lock", in: folder.handle)
    do {
      let first = try folder.disk.openLog("lock", in: folder.handle)
      #expect(try folder.disk.lock(first))
      #expect(try folder.disk.lock(second) == false)
    }
    #expect(try folder.disk.lock(second))
  }

  @Test func rightsAreSetWhateverTheMask() throws {
    let folder = try Folder()
    try folder.disk.makeFolder("f", in: folder.handle)
    #expect(try folder.disk.status(of: "f", in: folder.handle).mode & 0o077 == 0)
    try folder.disk.setAccess(0o750, group: getgid(), of: try folder.disk.openFolder("f", in: folder.handle))
    #expect(try folder.disk.status(of: "f", in: folder.handle).mode == 0o750)
    #expect(folder.disk.groupNumber(of: "no such group here") == nil)
  }

  @Test func aTreeIsRemovedWithoutFollowingItsLinks() throws {
    let folder = try Folder()
    let (disk, at) = (folder.disk, folder.handle)
    try folder.make("keep", "x")
    let tree = try disk.ensureFolder("tree", in: at)
    #expect(tree.made)
    #expect(try disk.ensureFolder("tree", in: at).made == false)
    symlink(folder.path, folder.path + "/tree/link")
    _ = try disk.createFile("file", in: try disk.ensureFolder("inner", in: tree.handle).handle)
    try disk.removeTree("tree", in: at)
    #expect(try disk.names(in: at) == ["keep"])
    #expect(try disk.statusIfAny(of: "tree", in: at) == nil)
  }

  @Test func errorsCarryTheCallTheNumberAndThePrintableName() throws {
    let folder = try Folder()
    let error = #expect(throws: DiskError.self) { _ = try folder.disk.openFile("a\nb", in: folder.handle) }
    #expect(error == DiskError("openat", number: ENOENT, name: "a\nb"))
    #expect(error?.name == "a\\u{A}b")
    #expect(DiskError("write", number: EDQUOT, name: "a").code == .full)
    #expect(DiskError("fsync", number: EIO, name: "a").code == .failed)
  }

  @Test func nobodyGuessesWhatIsRandom() {
    let draws = (0..<100).map { _ in POSIXDisk().random(16) }
    #expect(draws.allSatisfy { $0.count == 16 } && Set(draws).count == 100)
  }

  @Test func clocksGoForwardAndTheStartHasAName() throws {
    let disk = POSIXDisk()
    let before = disk.uptime()
    disk.sleep(nanoseconds: 2_000_000)
    #expect(disk.uptime() - before >= 1_000_000)
    #expect(disk.boot() == disk.boot())
    #expect(disk.now() > 1_600_000_000)
    #expect(try disk.freeSpace(try Folder().handle) > 0)
  }

  @Test("F15: a call that a signal interrupted is made again, and no other")
  func interruptedCallsAreRepeated() throws {
    let disk = POSIXDisk()
    for (number, calls) in [(EINTR, 4), (ENOSPC, 1), (EIO, 1), (EAGAIN, 1)] {
      var made = 0
      let value = try? disk.call("write", "a") { () -> Int in
        made += 1
        if made > 3 { return 7 }
        errno = number
        return -1
      }
      #expect(made == calls && value == (number == EINTR ? 7 : nil))
    }
  }

  @Test func aFileThatIsOpenForWritingIsToldFromOthers() throws {
    let folder = try Folder()
    try folder.make("x", "one")
    func isBeingWritten() throws -> Bool? {
      folder.disk.isBeingWritten(try folder.disk.openFile("x", in: folder.handle))
    }
    #expect(try isBeingWritten() != true)
    let writer = open(folder.path + "/x", O_WRONLY)
    // Of some file systems nobody can tell.
    let reader = open(folder.path + "/x", O_RDONLY)
    let isTold = fcntl(reader, 1024, Int32(F_RDLCK)) != 0 && errno == EAGAIN
    #expect(try isBeingWritten() == (isTold ? true : nil))
    close(writer)
    #expect(try isBeingWritten() == (isTold ? false : nil))
    close(reader)
  }

  @Test func aLocalFolderIsNotRemote() throws {
    let folder = try Folder()
    let mounts = try String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
    // Only where every mount is of this machine can it be told from here.
    guard !["nfs", "cifs", "9p", "fuse"].contains(where: { mounts.contains(" - \($0)") }) else { return }
    #expect(!folder.disk.isRemote(folder.handle))
  }

  @Test func aRefusedLeaseOfANetworkFolderSaysNothingOfWriters() {
    let mounts = """
      36 35 0:52 / /mnt/a rw,noatime shared:1 - nfs4 server:/a rw
      37 35 0:53 / /mnt/b rw - cifs //server/b rw
      38 35 0:54 / /mnt/c rw - fuse.sshfs server:/c rw
      39 35 8:1 / / rw - ext4 /dev/sda1 rw
      """
    let kinds = [52, 53, 54, 0x801, 55].map { POSIXDisk.systemKind(of: $0, in: mounts) }
    #expect(kinds == ["nfs4", "cifs", "fuse.sshfs", "ext4", nil])
    #expect(kinds.map(POSIXDisk.refusesLeases) == [true, true, false, false, false])
  }
}
