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

  /// A file that is called as a child is: once its time is over the name stands nowhere, in whatever digits.
  @Test func aPurgeLeavesNoNameOfAFile() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try work.run("run")
      try round.drop("S1", "Lê Thị Canary 080207000999", ["không|phải", "1|2"])
      try work.run("run")
      let digits = "Canary".utf8.map { String($0, radix: 16) }.joined()
      let named =
        "find Outbox -iname '*canary*'; grep -rliaE 'canary|\(digits)' .ledger Outbox | grep -v VIEC"
      #expect(try !work.shell(named).output.isEmpty)
      #expect(try work.run("status").output.contains("Canary"))
      #expect(try work.shell("grep -lia \(digits) .ledger/*").output == ".ledger/names\n")
      try work.set("retention", to: ["refusedDays": 0, "outboxDays": 0])
      #expect(try work.run("purge", "--quiet").output.isEmpty)
      #expect(try work.shell(named).output.isEmpty)
      #expect(try !work.run("status").description.lowercased().contains("canary"))
      #expect(try !work.run("status", "--json").description.lowercased().contains("canary"))
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

  /// As three users of the machine: a member of the unit's group, one of another's, and nobody's.
  @Test func aUnitsGroupReachesItsOwnFolderAndNoOther() throws {
    try withRound { round in
      let work = round.work
      let groups =
        "[ $(id -u) = 0 ] && getent group mail daemon && setpriv --reuid=65534 --regid=8 --clear-groups true"
      guard try work.can(groups, else: "groups can be tried by root alone, with setpriv") else { return }
      try round.declare()
      try round.applications("a", fourChildren)
      try work.run("finalize", "r1")
      // Folders and files that are there already, too.
      try work.set("groups", to: ["S1": "mail"])
      #expect(try work.run("run").status == 0)
      func can(_ group: String, _ what: String) throws -> Bool {
        try work.shell(
          "chmod o+x $W; setpriv --reuid=65534 --regid=$(getent group \(group) | cut -d: -f3) --clear-groups \(what)"
        ).status == 0
      }
      let list = "Outbox/S1/r1/chinh-thuc-01/danh-sach-trung-tuyen.xlsx"
      for (what, isAllowed) in [
        ("touch Inbox/S1/r1/x.csv", true), ("ls Outbox/S1/r1/chinh-thuc-01", true), ("cat \(list)", true),
        ("touch Outbox/S1/x", false), ("ls Inbox", false), ("ls Outbox", false), ("ls Outbox/so", false),
        ("touch Inbox/S2/x.csv", false), ("cat Outbox/S2/VIEC-CAN-LAM.xlsx", false), ("ls .ledger", false),
      ] {
        #expect(try can("mail", what) == isAllowed, "\(what)")
        #expect(try !can("daemon", what), "\(what)")
      }
      let notes = try work.run("run").errors
      #expect(notes.isEmpty, "\(notes)")
    }
  }

  @Test func aGroupThatIsNotThereIsNamed() throws {
    try withRound { round in
      let work = round.work
      try work.set("groups", to: ["S1": "khong-co-nhom-nay"])
      let run = try work.run("run")
      #expect(run.status == 2)
      #expect(run.errors.contains("groups.S1") && run.errors.contains("khong-co-nhom-nay"), "\(run)")
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
