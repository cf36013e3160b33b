import Foundation
import Glibc
import Tables
import Testing

/// A file that kills the program, and what the next ones make of it (F05), on the real binary.
@Suite struct DeadlyFileTests {
  @Test("F05: a file at which the process crashed twice is set aside, and the others go on")
  func aFileAtWhichTheProcessCrashesTwice() throws {
    try conservingRound { round in
      let work = round.work
      guard try work.can("command -v strace && strace -o /dev/null true", else: "strace is missing") else {
        return
      }
      try round.declare()
      try work.run("run")
      try round.applications("a", fourChildren)
      let deadly = SHA256.hex([UInt8](try #require(work.sent.contents.last)))
      try round.applications("b", ["B1|9|S1|S2|"])
      // When it opens what it has said that it reads.
      func crash() throws {
        let result = try work.shell(
          "strace -f -qq -o /dev/null -P \(deadly) -e trace=openat -e inject=openat:signal=SIGSEGV:when=1 "
            + "\"$T\" run --workspace \"$W\" >/dev/null 2>&1")
        #expect(result.status == 139, "\(result)")
        #expect(try work.text(".ledger/reading").hasSuffix("!"), "it says that it ended by itself")
        try checkConserved(work, "crashed")
      }
      try crash()
      try crash()
      let result = try work.run("run", "--json")
      #expect(result.status == 1 && result.errors.isEmpty, "\(result)")
      #expect(!FileManager.default.fileExists(atPath: work.path(".ledger/reading").path))
      let receipts = try work.files("Outbox/cong/bien-nhan/may-doc").map {
        try work.text("Outbox/cong/bien-nhan/may-doc/" + $0)
      }
      #expect(receipts.count == 2)
      #expect(receipts.count { $0.contains("deadly-content") && $0.contains(deadly) } == 1)
      #expect(round.published("so") == ["du-kien-01"], "the other file goes on")
      // Nobody dies of it any more, and nothing more follows.
      let journal = try work.text(".ledger/journal")
      #expect(try work.run("run").errors.isEmpty)
      #expect(try work.text(".ledger/journal") == journal)
    }
  }

  @Test("F05: a process that reads files leaves no core, and nobody looks into it")
  func noCoreIsLeft() throws {
    try withWorkdir { work in
      let watch = try Background(work)
      try eventually("the workspace is made") { work.files(".ledger").contains("journal") }
      let limits = try String(contentsOfFile: "/proc/\(watch.number)/limits", encoding: .utf8)
      let core = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") })
      #expect(core.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"], "\(core)")
      watch.send(SIGSEGV)
      #expect(watch.status() == 128 + SIGSEGV)
      #expect(!work.files("").contains { $0.hasPrefix("core") })
    }
  }
}
