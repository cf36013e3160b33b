import Disk
import Glibc
import Testing

@Suite struct PrepareProcessTests {
  @Test func whatTheProcessMakesIsItsOwnAndNoCoreIsLeft() throws {
    let folder = try Folder()
    prepareProcess()
    let descriptor = open(folder.path + "/a", O_CREAT | O_WRONLY, 0o666)
    #expect(descriptor >= 0)
    close(descriptor)
    #expect(try folder.disk.status(of: "a", in: folder.handle).mode == 0o600)
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    #expect(limit.rlim_cur == 0)
    #expect(limit.rlim_max == 0)
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    #expect(limit.rlim_cur == limit.rlim_max)
    // Asked of the kernel: 3 is PR_GET_DUMPABLE.
    typealias Ask = @convention(c) (CInt, CUnsignedLong, CUnsignedLong, CUnsignedLong, CUnsignedLong) -> CInt
    let prctl = unsafeBitCast(try #require(dlsym(nil, "prctl")), to: Ask.self)
    #expect(prctl(3, 0, 0, 0, 0) == 0)
    forgetPeakMemory()
    #expect(prctl(3, 0, 0, 0, 0) == 0, "not even for a moment that lasts")
  }
}
