import Foundation
import Glibc
import TestSupport
import Testing

/// `watch` for minutes under a script that copies, renames, truncates and kills. `WATCH_MINUTES` says how many.
@Suite(.serialized, .enabled(if: isLong, "minutes: ./run.sh test --long")) struct LongWatchTests {
  private static let minutes =
    ProcessInfo.processInfo.environment["WATCH_MINUTES"].flatMap { Double($0) } ?? 2

  @Test("F01, F02, F20, F23, F28: nothing is lost by a watch that is killed again and again")
  func nothingIsLost() throws {
    try withRound { round in
      let work = round.work
      // As it is delivered: a file must have been the same for two seconds.
      let settings = Workdir.project.appendingPathComponent("Schemas/settings.json")
      try Data(contentsOf: settings).write(to: work.path("Schemas/settings.json"))
      try round.declare()
      try work.run("run")
      let sender = RestlessSender(work)
      var watch = try Background(work)
      var ends: [String: Int] = [:]
      let end = Date().addingTimeInterval(LongWatchTests.minutes * 60)
      // Who watches for long is sent as much in all as who watches shortly is in a while.
      let pause = LongWatchTests.minutes > 5 ? 8_000_000 : 400_000
      while Date() < end {
        try sender.act()
        usleep(UInt32(sender.chance.next(below: pause)))
        switch sender.chance.next(below: 12) {
        case 0, 1:
          watch.send(SIGKILL)
          ends["killed", default: 0] += 1
          _ = watch.status()
          watch = try Background(work)
        case 2:
          watch.send(SIGTERM)
          ends["asked to stop", default: 0] += 1
          #expect(watch.status() == 0, "\(sender.chance)")
          watch = try Background(work)
        case 3:
          _ = try work.run("run", "--wait", "--quiet")
          ends["run beside it", default: 0] += 1
        default: break
        }
      }
      let inbox = { work.files("Inbox").filter { $0.hasSuffix(".csv") } }
      try eventually("everything is taken", seconds: 600) { inbox().isEmpty }
      watch.send(SIGTERM)
      #expect(watch.status() == 0)
      try checkConserved(work, also: sender.dropped, "\(sender.chance)")
      #expect(try work.shell("ls .ledger/tmp; find Outbox -name '.*'").output == "", "\(sender.chance)")
      // The lists that were kept for another day come now; then nothing more follows.
      #expect(try work.run("run").status < 2)
      let before = work.files("Outbox")
      #expect(try work.run("run").status < 2)
      #expect(work.files("Outbox") == before, "\(sender.chance)")
      let passes = try Passes(of: work)
      print(
        "watch: \(sender.chance), \(LongWatchTests.minutes) minutes, \(ends.sorted { $0.key < $1.key }), "
          + "\(sender.deeds.sorted { $0.key < $1.key }), \(passes.count) passes")
      try withRound { undisturbed in
        try passes.replay(in: undisturbed.work)
        let others = try Came(to: work).differing(from: Came(to: undisturbed.work))
        if !others.isEmpty, let kept = ProcessInfo.processInfo.environment["KEEP_WATCH"] {
          for (name, work) in [("own", work), ("undisturbed", undisturbed.work)] {
            _ = try work.shell("mkdir -p '\(kept)'; cp -a . '\(kept)/\(name)'")
          }
        }
        #expect(others == [], "\(sender.chance)")
      }
    }
  }

  @Test("F29: a hundred thousand names in the Inbox are all listed, in memory that stays the same")
  func aHundredThousandNames() throws {
    try withWorkdir { work in
      try work.run("run")
      let made = try work.shell(
        "mkdir -p Inbox/la && cd Inbox/la && for i in $(seq 100000); do echo a,b > $i.csv; done"
      )
      #expect(made.status == 0, "\(made)")
      let watch = try Background(work)
      func memory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(watch.number)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
        return line?.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0
      }
      var seen: [Int] = []
      for index in 0..<4 {
        try work.drop("so/\(index).csv", "a,b\r\n\(index),2\r\n")
        try eventually("it is taken", seconds: 300) {
          work.files("Outbox/so/bien-nhan/may-doc").count == index + 1
        }
        seen.append(try memory())
      }
      watch.send(SIGTERM)
      #expect(watch.status() == 0)
      // The kernel may have taken back what was idle when one was asked.
      #expect(seen[3] <= max(seen[0], seen[1]) * 12 / 10, "\(seen)")
      let inbox = try object(try work.run("status", "--json"))["inbox"] as? [[String: Any]] ?? []
      #expect(inbox.count == 100_000)
      print("100,000 names: \(seen) KB")
    }
  }
}
