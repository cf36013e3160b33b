import Foundation
import Testing

/// What a pass asks of the kernel.
@Suite struct SystemCallsTests {
  @Test func aPassCallsNoNetworkAndOpensNothingElse() throws {
    try withRound { round in
      let work = round.work
      guard try work.can("command -v strace && strace -o /dev/null true", else: "strace is missing") else {
        return
      }
      try round.declare()
      try round.applications("a", fourChildren)
      try FileManager.default.createSymbolicLink(
        at: work.path("Inbox/cong/r1/link.csv"), withDestinationURL: URL(fileURLWithPath: "/etc/passwd"))
      let traced = try work.shell(
        "strace -f -qq -o calls -e trace=%network,open,openat,creat,execve \"$T\" run --workspace \"$W\"")
      #expect(traced.status < 2, "\(traced)")
      let calls = try work.text("calls").split(separator: "\n")
      #expect(calls.count > 100)
      let network = ["socket(", "connect(", "bind(", "sendto(", "recvfrom(", "sendmsg("]
      #expect(!calls.contains { call in network.contains { call.contains($0) } })
      #expect(calls.count { $0.contains("execve(") } == 1)
      // Absolute paths: names below open folders are relative to them.
      let opened = calls.filter { $0.contains("open") && $0.contains("\"/") }
      for call in opened {
        let path = call.split(separator: "\"").dropFirst().first ?? ""
        let isOurs = path.hasPrefix(work.root.path) || path.hasPrefix(Workdir.project.path)
        let isSystems = ["/usr/", "/lib", "/etc/", "/proc/", "/sys/", "/dev/"].contains { path.hasPrefix($0) }
        let writes = ["O_WRONLY", "O_RDWR", "O_CREAT"].contains { call.contains($0) }
        let isLibrary = path.hasSuffix(".so") || path.contains(".so.")
        #expect(isOurs || isLibrary || (isSystems && !writes), "\(call)")
        #expect(path != "/etc/passwd")
      }
    }
  }
}
