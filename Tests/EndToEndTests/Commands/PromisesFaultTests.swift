import Foundation
import TestSupport
import Testing

/// A pass that dies anywhere is finished by the next one, and the Outbox is that of
/// a pass that nobody disturbed (F01, F04, F10).
@Suite(
  .serialized,
  .enabled(
    if: isLong,
    "kills and full disks take minutes: TUYENSINH_LONG=1")
) struct PromisesFaultTests {
  /// Setup, applications, an order that finalizes: a season in two passes.
  private func season(_ round: DecidingRound, _ body: (Workdir) throws -> Void) throws {
    try round.declare(ties: "Bốc thăm")
    try round.applications("a", fourChildren)
    try round.drop("T1", "khac", ["Mã hồ sơ|Họ và tên", "A9|Lê Thị An"])
    try body(round.work)
    try round.order("lenh", "khóa nhận hồ sơ||", "bốc thăm|7|", "chốt||")
    try body(round.work)
  }

  private func undisturbed() throws -> [String: Data] {
    var reference: [String: Data] = [:]
    try withRound { round in
      try season(round) { try $0.run("run") }
      #expect(round.published("so") == ["chinh-thuc-01", "du-kien-01"])
      reference = try outbox(round.work, "Outbox")
    }
    return reference
  }

  private func finished(_ work: Workdir, _ reference: [String: Data], _ what: String) throws {
    let clean = try work.run("run")
    #expect(clean.status == 0 || clean.status == 1, "\(what): \(clean)")
    #expect(clean.errors.isEmpty, "\(what): \(clean)")
    try checkConserved(work, what)
    #expect(
      try work.shell("ls .ledger/tmp; find Inbox -type f; find Outbox -name '.*'").output == "", "\(what)")
  }

  @Test("F01, F04: a pass that is killed at any moment")
  func aPassThatIsKilledAtAnyMoment() throws {
    let reference = try undisturbed()
    for (index, signal) in ["KILL", "TERM", "KILL", "INT"].enumerated() {
      try withRound { round in
        try season(round) { work in
          // Again and again, a little later each time, until one lives to its end.
          var delay = 0.01 + Double(index) * 0.003
          while delay < 20 {
            delay *= 1.5
            let result = try work.shell(
              "\"$T\" run --workspace \"$W\" >/dev/null & sleep \(delay); kill -\(signal) $! 2>/dev/null; wait $!"
            )
            if result.status < 2 { break }
          }
          try finished(work, reference, "\(signal) \(index)")
        }
        #expect(differences(reference, try outbox(round.work, "Outbox")) == [], "\(signal) \(index)")
      }
    }
  }

  /// The n-th call of a kind kills the process or fails: in the middle of each promise.
  @Test("F01, F10: a pass that is killed, or refused, at a call of the kernel")
  func aPassThatIsKilledAtACallOfTheKernel() throws {
    try withWorkdir { (work) throws in
      guard try work.can("command -v strace && strace -o /dev/null true", else: "strace is missing") else {
        return
      }
      let reference = try undisturbed()
      for (call, times) in [
        ("renameat2", [3, 1, 12, 25]), ("fsync", [8, 1, 20]), ("linkat", [4, 1]), ("write", [9, 2, 40]),
        ("mkdirat", [8, 1]), ("unlinkat", [6, 1]),
      ] {
        let cases = times.flatMap { [($0, "signal=SIGKILL"), ($0, "error=ENOSPC")] }
        for (time, fault) in isLong ? cases : Array(cases.prefix(call == "write" ? 2 : 1)) {
          try withRound { round in
            try season(round) { work in
              let what = "\(call) \(time) \(fault)"
              let result = try work.shell(
                "strace -f -qq -o /dev/null -e trace=\(call) -e inject=\(call):\(fault):when=\(time) "
                  + "\"$T\" run --workspace \"$W\" >/dev/null")
              if fault.hasPrefix("error") {
                #expect([0, 1, 75].contains(result.status), "\(what): \(result)")
              }
              try finished(work, reference, what)
            }
            let changed = differences(reference, try outbox(round.work, "Outbox"))
            #expect(changed == [], "\(call) \(time) \(fault)")
          }
        }
      }
    }
  }

  @Test("F10: a full disk loses nothing")
  func aFullDiskLosesNothing() throws {
    try withWorkdir { (work) throws in
      guard
        try work.can(
          "mkdir m && unshare -rm mount -t tmpfs -o size=64k tmpfs m", else: "no file system of one's own")
      else { return }
      for kilobytes in [260] {
        let script = """
          mount -t tmpfs -o size=\(kilobytes)k,mode=700 tmpfs m; cd m; mkdir -p Schemas Inbox/so
          echo '{"settleSeconds": 0}' > Schemas/settings.json
          for i in $(seq 20); do printf 'Cột %s,Khác\\n%s,2\\n' $i $i > Inbox/so/tep-$i.csv; done
          "$T" run --workspace . > ../out 2> ../err; echo "first $?"
          echo "kept $(( $(find Inbox -type f | wc -l) + $(ls .ledger/objects | wc -l) ))"
          mount -o remount,size=20m "$PWD"; "$T" run --workspace . > /dev/null 2>&1; echo "second $?"
          echo "inbox $(find Inbox -type f | wc -l) objects $(ls .ledger/objects | wc -l)"
          echo "receipts $(ls Outbox/so/bien-nhan/*tu-choi.xlsx | wc -l)"
          """
        try Data(script.utf8).write(to: work.path("full.sh"))
        let result = try work.shell("unshare -rm bash full.sh")
        let lines = result.output.split(separator: "\n").map(String.init)
        let errors = try work.text("err")
        #expect(lines.first == "first 75", "\(kilobytes) \(result) \(errors)")
        #expect(errors.contains("đầy"))
        let kept = lines.dropFirst().first?.split(separator: " ").last.flatMap { Int($0) } ?? 0
        #expect(kept >= 20, "\(kilobytes): \(result)")
        #expect(lines.contains("inbox 0 objects 20") && lines.contains("receipts 20"), "\(result)")
      }
    }
  }
}
