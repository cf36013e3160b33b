import Foundation
import Testing

/// A child's data is shown to nobody by accident (G10).
@Suite struct PromisesPrivacyTests {
  @Test func whatIsLoggedNamesNoChild() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      let rows = [
        "A1|9|S1|S2||Canary Lê|01/02/2011", "A2|x|S1|S2||Canary Lê|32/02/2011", "A3|8|S1|S9||Canary Lê|1",
      ]
      try round.drop(
        "cong", "a",
        ["Mã hồ sơ|ĐTB 9|NV1|NV2|Rút hồ sơ|Họ và tên|Ngày sinh"] + rows
          + (4...20).map { "A\($0)|8|S1|S2||Canary Lê|01/02/2011" })
      for command in [
        ["run"], ["run", "--json"], ["finalize", "r1"], ["finalize", "r1", "--accept-held"],
        ["reopen", "r1"],
      ] {
        let result = try work.run(command)
        #expect(!result.description.lowercased().contains("canary"), "\(result)")
      }
      let found = try work.shell("grep -rli canary .ledger | grep -vE '^.ledger/(objects|shelf)/'")
      #expect(found.output.isEmpty, "\(found)")
      #expect(try work.shell("find Outbox -iname '*canary*'").output.isEmpty)
    }
  }

  @Test func rightsAreThoseOfTheSettings() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      try work.run("finalize", "r1")
      let modes = try work.shell(
        "stat -c '%a %n' .ledger .ledger/journal .ledger/objects Outbox/so/r1/chinh-thuc-01 "
          + "Outbox/so/r1/chinh-thuc-01/ket-qua.csv Outbox/so/bien-nhan Inbox/S1 Inbox/S1/r1/bo-sung"
      ).output
      #expect(
        modes.split(separator: "\n").map { $0.prefix { $0 != " " } } == [
          "700", "600", "700", "2750", "640", "2750", "2770", "2770",
        ], "\(modes)")
      #expect(try work.shell("find .ledger -type f -perm /077").output.isEmpty)
    }
  }

  @Test func progressIsForATerminalAlone() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      #expect(try work.run("run").errors.isEmpty)
      guard try work.can("command -v script", else: "script is missing") else { return }
      for (options, isShown) in [("", true), ("--quiet", false), ("--json", false)] {
        try round.applications("a\(options)", fourChildren)
        let shown = try work.shell("script -qec \"$T run \(options) --workspace $W\" /dev/null")
        #expect(shown.output.contains("░") == isShown, "\(options): \(shown)")
      }
    }
  }
}
