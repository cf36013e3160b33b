import Foundation
import Glibc
import TestSupport
import Testing

/// `watch` for minutes under a script that copies, renames, truncates and kills. `WATCH_MINUTES` says how many.
@Suite(.serialized, .enabled(if: isLong, "minutes: ./run.sh test --long")) struct LongWatchTests {
  private static let minutes =
    ProcessInfo.processInfo.environment["WATCH_MINUTES"].flatMap { Double($0) } ?? 2

  /// Who sends what, and how.
  private final class Sender {
    let work: Workdir
    var chance = Chance()
    /// The contents that nobody has overwritten.
    var dropped: [Data] = []
    var deeds: [String: Int] = [:]
    private var count = 0

    init(_ work: Workdir) { self.work = work }

    private func content() -> Data {
      count += 1
      let rows = (0...chance.next(below: 30)).map {
        "A\(chance.next(below: 400)),\(chance.next(below: 10)),S\(1 + chance.next(below: 2)),Lê Thị An \($0),01/02/2011\r\n"
      }
      return Data(
        ("Mã hồ sơ,ĐTB 9,NV1,Họ và tên,Ngày sinh\r\n" + rows.joined() + "B\(count),5,S1,Lê,01/02/2011\r\n")
          .utf8)
    }

    private func place(_ name: String) -> URL {
      work.path("Inbox/cong/r1/" + (chance.next(below: 2) == 0 ? "bo-sung/" : "") + name)
    }

    /// One deed of a sender.
    func act() throws {
      let names = ["copy", "slow", "rename", "truncate", "replace", "mark", "rubbish"]
      let deed = names[chance.next(below: names.count)]
      deeds[deed, default: 0] += 1
      let url = place("\(deed)-\(count).csv")
      let bytes = content()
      switch deed {
      case "slow":
        let file = try handle(url)
        for start in stride(from: 0, to: bytes.count, by: 300) {
          try file.write(contentsOf: bytes[start..<min(start + 300, bytes.count)])
          usleep(UInt32(chance.next(below: 200_000)))
        }
      case "rename":
        let hidden = url.deletingLastPathComponent().appendingPathComponent("1A2B3C\(10 + count % 89)")
        try bytes.write(to: hidden)
        try FileManager.default.moveItem(at: hidden, to: url)
      case "truncate", "replace":
        // The first version may be taken or overwritten, as it happens.
        try content().write(to: url)
        usleep(UInt32(chance.next(below: 3_000_000)))
        if deed == "truncate" {
          try handle(url).write(contentsOf: bytes)
        } else {
          let beside = url.appendingPathExtension("tmp")
          try bytes.write(to: beside)
          rename(beside.path, url.path)
        }
      case "mark":
        try handle(url).write(contentsOf: bytes)
        try Data().write(to: url.appendingPathExtension("done"))
      case "rubbish":
        let rubbish = Data((0..<2000).map { _ in UInt8(chance.next(below: 256)) })
        try rubbish.write(to: url)
        dropped.append(rubbish)
        return
      default:
        try handle(url).write(contentsOf: bytes)
      }
      dropped.append(bytes)
    }

    private func handle(_ url: URL) throws -> FileHandle {
      let descriptor = open(url.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
  }

  @Test("F01, F02, F20, F23, F28: nothing is lost by a watch that is killed again and again")
  func nothingIsLost() throws {
    try withRound { round in
      let work = round.work
      // As it is delivered: who writes slowly must not pause for longer than that.
      let settings = Workdir.project.appendingPathComponent("Schemas/settings.json")
      try Data(contentsOf: settings).write(to: work.path("Schemas/settings.json"))
      try round.declare()
      try work.run("run")
      let sender = Sender(work)
      var watch = try Background(work)
      var kills = 0
      let end = Date().addingTimeInterval(LongWatchTests.minutes * 60)
      while Date() < end {
        try sender.act()
        usleep(UInt32(sender.chance.next(below: 400_000)))
        switch sender.chance.next(below: 12) {
        case 0:
          watch.send(SIGKILL)
          kills += 1
          _ = watch.status()
          watch = try Background(work)
        case 1:
          watch.send(SIGTERM)
          #expect(watch.status() == 0, "\(sender.chance)")
          watch = try Background(work)
        case 2:
          _ = try work.run("run", "--wait", "--quiet")
        default: break
        }
      }
      let inbox = { work.files("Inbox").filter { $0.hasSuffix(".csv") } }
      try eventually("everything is taken", seconds: 300) { inbox().isEmpty }
      watch.send(SIGTERM)
      #expect(watch.status() == 0)
      print("watch: \(sender.chance), \(kills) kills, \(sender.deeds.sorted { $0.key < $1.key })")
      try checkConserved(work, also: sender.dropped, "\(sender.chance)")
      #expect(try work.shell("ls .ledger/tmp; find Outbox -name '.*'").output == "", "\(sender.chance)")
      // The lists that were kept for another day come now; then nothing more follows.
      #expect(try work.run("run").status < 2)
      let before = work.files("Outbox")
      #expect(try work.run("run").status < 2)
      #expect(work.files("Outbox") == before, "\(sender.chance)")
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
      #expect(seen[3] <= seen[1] * 12 / 10, "\(seen)")
      let inbox = try object(try work.run("status", "--json"))["inbox"] as? [[String: Any]] ?? []
      #expect(inbox.count == 100_000)
      print("100,000 names: \(seen) KB")
    }
  }
}
