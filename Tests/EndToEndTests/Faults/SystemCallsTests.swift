import Foundation
import Testing

/// What a pass asks of the kernel.
@Suite struct SystemCallsTests {
  /// Many more units and files than files may be open at once.
  @Test("F15: a province runs where few files may be open at once")
  func aProvinceUnderAFewDescriptors() throws {
    try withRound { round in
      let work = round.work
      let schools = (1...60).map { "C\($0)" }
      try round.declare()
      try work.run("run")
      try round.drop(
        "so", "bo-sung/truong", ["Mã đơn vị|Tên đơn vị|Vai trò"] + schools.map { "\($0)|THCS \($0)|Trường" })
      for (index, school) in schools.enumerated() {
        try round.drop(
          school, "9A", ["Mã hồ sơ|ĐTB 9|NV1|Lớp|Họ và tên|Ngày sinh", "B\(index)|8|S1|9A|Lê An|01/02/2011"])
      }
      let few = "ulimit -n 40; $T "
      let run = try work.shell(few + "run --workspace $W")
      #expect(run.status < 2, "\(run)")
      let finalized = try work.shell(few + "finalize r1 --accept-held --workspace $W")
      #expect(finalized.status == 0, "\(finalized)")
      for school in schools {
        #expect(work.files("Outbox/\(school)/bien-nhan").count == 2)
        #expect(work.files("Outbox/\(school)/r1").contains { $0.hasPrefix("chinh-thuc-01/") })
      }
    }
  }

  @Test("F40: a pass calls no network and opens nothing else")
  func aPassCallsNoNetworkAndOpensNothingElse() throws {
    try conservingRound { round in
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
