import Foundation
import Glibc
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

  /// The calls in the middle of each promise.
  private static let calls = ["renameat2", "fsync", "linkat", "write", "mkdirat", "unlinkat"]

  private func traced(_ work: Workdir, _ rules: String) throws -> (status: Int32, calls: String) {
    let result = try work.shell(
      "strace -f -qq -o \"$W/calls\" \(rules) \"$T\" run --workspace \"$W\" >/dev/null 2>\"$W/err\"")
    defer { try? FileManager.default.removeItem(at: work.path("calls")) }
    return (result.status, try work.text("calls"))
  }

  /// How often each pass of a season makes each of the calls: the first thread makes them all.
  private func countCalls() throws -> [[String: Int]] {
    var counts: [[String: Int]] = []
    try withRound { round in
      try season(round) { work in
        let lines = try traced(work, "-e trace=\(PromisesFaultTests.calls.joined(separator: ","))").calls
          .split(separator: "\n")
        let first = lines.first?.prefix { $0 != " " }
        var count: [String: Int] = [:]
        for line in lines where line.prefix(while: { $0 != " " }) == first {
          for call in PromisesFaultTests.calls where line.contains(" \(call)(") {
            count[call, default: 0] += 1
          }
        }
        counts.append(count)
      }
    }
    return counts
  }

  /// The n-th call of a kind kills the process or fails, in one of the passes: the first, and some by chance.
  @Test("F01, F10: a pass that is killed, or refused, at a call of the kernel")
  func aPassThatIsKilledAtACallOfTheKernel() throws {
    try withWorkdir { (work) throws in
      guard try work.can("command -v strace && strace -o /dev/null true", else: "strace is missing") else {
        return
      }
      let reference = try undisturbed()
      let counts = try countCalls()
      #expect(counts.count == 2)
      var chance = Chance()
      var met: [String: Int] = [:]
      for (pass, call) in counts.indices.flatMap({ pass in PromisesFaultTests.calls.map { (pass, $0) } }) {
        guard let count = counts[pass][call] else { continue }
        for time in [1, 1 + chance.next(below: count), 1 + chance.next(below: count)] {
          for fault in ["signal=SIGKILL", "error=ENOSPC"] {
            let what = "\(chance), pass \(pass + 1), \(call) \(time) of \(count), \(fault)"
            try withRound { round in
              var number = 0
              try season(round) { work in
                if number == pass {
                  let run = try traced(work, "-e trace=\(call) -e inject=\(call):\(fault):when=\(time)")
                  if fault.hasPrefix("error") {
                    #expect([0, 1, 75].contains(run.status), "\(what): \(run.status)")
                    #expect(run.calls.contains("(INJECTED)"), "\(what) was not met")
                  } else {
                    #expect(run.status == 128 + SIGKILL, "\(what) was not met: \(run.status)")
                  }
                  met[fault, default: 0] += 1
                } else {
                  try work.run("run")
                }
                number += 1
                try finished(work, reference, what)
              }
              #expect(differences(reference, try outbox(round.work, "Outbox")) == [], "\(what)")
            }
          }
        }
      }
      print("calls of the kernel: \(chance), \(met.sorted { $0.key < $1.key })")
    }
  }

  /// From one on which nothing but what is sent has room to one on which all has but the last files.
  @Test(
    "F10: a full disk of any size loses nothing",
    arguments: [(64, 8), (96, 12), (160, 20), (260, 20), (360, 20), (460, 20)])
  func aFullDiskLosesNothing(kilobytes: Int, files: Int) throws {
    try withWorkdir { (work) throws in
      guard
        try work.can(
          "mkdir m && unshare -rm mount -t tmpfs -o size=64k tmpfs m", else: "no file system of one's own")
      else { return }
      let script = """
        mount -t tmpfs -o size=\(kilobytes)k,mode=700 tmpfs m; cd m; mkdir -p Schemas Inbox/so
        echo '{"settleSeconds": 0}' > Schemas/settings.json
        for i in $(seq \(files)); do printf 'Cột %s,Khác\\n%s,2\\n' $i $i > Inbox/so/tep-$i.csv || exit 9; done
        "$T" run --workspace . > ../out 2> ../err; echo "first $?"
        cat Inbox/so/*.csv .ledger/objects/* 2> /dev/null | grep -a '^[0-9]*,2$' | sort -u | wc -l
        mount -o remount,size=20m "$PWD"; "$T" run --workspace . > /dev/null 2>&1; echo "second $?"
        echo "inbox $(find Inbox -type f | wc -l) objects $(ls .ledger/objects | wc -l)"
        echo "receipts $(ls Outbox/so/bien-nhan/*tu-choi.xlsx | wc -l)"
        """
      try Data(script.utf8).write(to: work.path("full.sh"))
      let result = try work.shell("unshare -rm bash full.sh")
      let errors = try work.text("err")
      #expect(errors.contains("đầy"), "\(errors)")
      #expect(
        result.output.split(separator: "\n").map(String.init) == [
          "first 75", "\(files)", "second 1", "inbox 0 objects \(files)", "receipts \(files)",
        ], "\(kilobytes): \(result) \(errors)")
    }
  }
}
