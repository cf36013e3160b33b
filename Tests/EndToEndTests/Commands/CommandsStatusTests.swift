import Foundation
import Testing

/// `status` and `check`: what is looked at, without changing anything.
@Suite struct CommandsStatusTests {
  @Test func everyNameInTheInboxHasOneState() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try work.run("run")
      for (path, text) in [
        ("NOSUCH/a.csv", "x"), ("so/khong-co/b.csv", "a,b\n1,2\n"), ("so/.hidden", "x"), ("so/~$x.xlsx", "x"),
        ("so/y.csv.part", "x"), ("so/Thumbs.db", "x"), ("loose.csv", "x"), ("so/empty.csv", ""),
        ("so/a/b/c/deep.csv", "x"),
      ] {
        try work.drop(path, text)
      }
      let inbox = work.path("Inbox/so")
      try FileManager.default.createSymbolicLink(
        atPath: inbox.appendingPathComponent("link.csv").path, withDestinationPath: "/etc/passwd")
      #expect(try work.shell("mkfifo Inbox/so/fifo.csv; truncate -s 5G Inbox/so/big.csv").status == 0)
      let expected = [
        "NOSUCH/a.csv": "unknown-unit", "loose.csv": "ignored-outside-unit", "so/.hidden": "ignored-hidden",
        "so/Thumbs.db": "ignored-system", "so/a/b/c": "ignored-too-deep", "so/big.csv": "too-large",
        "so/empty.csv": "settling", "so/fifo.csv": "ignored-not-a-file", "so/khong-co/b.csv": "unknown-round",
        "so/link.csv": "ignored-link", "so/y.csv.part": "ignored-temporary", "so/~$x.xlsx": "ignored-owner",
      ]
      let run = try work.run("run", "--json")
      #expect(run.status == 1, "somebody waits")
      let left = try #require(try object(run)["left"] as? [[String: String]])
      #expect(
        Dictionary(uniqueKeysWithValues: left.map { ($0["path"] ?? "", $0["state"] ?? "") }) == expected)
      let names = try #require(try object(try work.run("status", "--json"))["inbox"] as? [[String: String]])
      #expect(
        Dictionary(uniqueKeysWithValues: names.map { ($0["path"] ?? "", $0["state"] ?? "") }) == expected)
      for language in ["vi", "en"] {
        let text = try work.run("status", "--lang", language)
        #expect(text.status == 1)
        for name in expected.keys { #expect(text.output.contains("  \(name): "), "\(text)") }
        #expect(!text.output.contains("ignored-"), "a sentence, not a code: \(text)")
      }
    }
  }

  @Test func statusTellsWhoHasSentAndWhoHasNot() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      try work.run("run")
      let status = try object(try work.run("status", "--json"))
      let first = try #require((status["rounds"] as? [[String: Any]])?.first)
      #expect(first["sent"] as? [String] == ["cong (4)"])
      #expect(first["missing"] as? [String] == ["T1"], "schools that only admit owe no roster")
      let counts = try #require(first["counts"] as? [String: Any])
      #expect((counts["admitted"] as? [String: Int])?["all"] == 3)
      #expect((status["files"] as? [[String: Any]])?.count == 5)
    }
  }

  @Test("F14: an Outbox that cannot be written is named, and so is whoever has no receipt yet")
  func whoHasNoReceiptIsNamed() throws {
    try withRound { round in
      let work = round.work
      guard try work.can("unshare -rm mount --bind . .", else: "no folder can be made read-only") else {
        return
      }
      try round.declare()
      try work.run("run")
      try round.applications("a", fourChildren)
      let readOnly = try work.shell(
        "unshare -rm bash -c 'mount --bind Outbox Outbox && mount -o remount,bind,ro Outbox && "
          + "$T run --lang en --workspace $W'")
      #expect(
        readOnly.status == 2 && readOnly.errors.contains("no right to write into Outbox"), "\(readOnly)")
      let told = try work.shell(
        "unshare -rm bash -c 'mount --bind Outbox Outbox && mount -o remount,bind,ro Outbox && "
          + "$T status --lang en --workspace $W'")
      #expect(told.status == 1 && told.output.contains("no right to write into Outbox"), "\(told)")
      let status = try work.run("status", "--lang", "en")
      #expect(status.status == 1)
      let lines = status.output.split(separator: "\n").filter { $0.contains("no receipt given yet") }
      #expect(lines.count == 1 && lines[0].contains("cong/a.csv"), "\(status)")
      try work.run("run")
      #expect(try !work.run("status", "--lang", "en").output.contains("no receipt given yet"))
      #expect(round.published("so") == ["du-kien-01"])
    }
  }

  @Test("F18: a lost content is named with its file, its unit and its round, and so is who waits for it")
  func whatIsLostIsNamed() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      try work.run("run")
      let receipts = work.files("Outbox/cong/bien-nhan/may-doc")
      let receipt = try work.text("Outbox/cong/bien-nhan/may-doc/" + #require(receipts.first))
      let hash = try #require(receipt.firstMatch(of: /[0-9a-f]{64}/)?.output)
      try FileManager.default.removeItem(at: work.path(".ledger/objects/\(hash)"))
      try FileManager.default.removeItem(at: work.path(".ledger/shelf"))
      try round.applications("b", ["A5|5|S1|S2|"])
      let run = try work.run("run", "--lang", "en")
      #expect(run.status == 1 && run.output.contains("waits: what was kept of file"), "\(run)")
      #expect(!run.output.contains("a.csv"), "a pass names no file")
      let nightly = try work.run("run", "--lang", "en", "--quiet")
      #expect(
        nightly.status == 1 && nightly.output.isEmpty && nightly.errors.hasPrefix("What was kept of file"))
      #expect(try work.run("run", "--json").output.contains("\"needed\" : true"))
      let status = try work.run("status", "--lang", "en")
      func lines(_ words: String) -> [Substring] {
        status.output.split(separator: "\n").filter { $0.contains(words) }
      }
      #expect(status.status == 1 && !status.output.contains("rights"), "\(status)")
      #expect(lines("what was kept of it is gone or damaged").map { $0.contains("cong/a.csv") } == [true])
      #expect(lines("it waits until what was kept of file").map { $0.contains("cong/b.csv") } == [true])
      #expect(lines("waits: what was kept of file").map { $0.contains("(cong/a.csv)") } == [true])
      try round.applications("a", fourChildren)
      try work.run("run")
      let mended = try work.run("status", "--lang", "en").output
      #expect(!mended.contains("gone or damaged") && !mended.contains("no receipt given"), "\(mended)")
    }
  }

  @Test func checkSaysWhatTheReceiptWouldSay() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      try work.run("run")
      try round.applications("b", ["A5|5|S1|S2|", "A6|x|S1|S2|", "A7|5|S1|S9|"])
      try FileManager.default.moveItem(at: work.path("Inbox/cong/r1/b.csv"), to: work.path("b.csv"))
      let before = work.files("")
      // Not the portal's folder, but named; then the folder that it lies in.
      let named = try work.run("check", work.path("b.csv").path, "--unit", "cong", "--round", "r1", "--json")
      #expect(named.status == 1, "\(named)")
      let receipt = try object(named)
      #expect(receipt["file"] as? String == "b.csv")
      #expect(work.files("") == before, "nothing is taken")
      try FileManager.default.createDirectory(
        at: work.path("Inbox/cong/r1/bo-sung"), withIntermediateDirectories: true)
      try FileManager.default.moveItem(
        at: work.path("b.csv"), to: work.path("Inbox/cong/r1/bo-sung/b.csv"))
      let check = try work.shell("cd Inbox/cong/r1 && \"$T\" check bo-sung/b.csv --json --workspace \"$W\"")
      let codes = { (object: [String: Any]) in
        (object["findings"] as? [[String: Any]])?.compactMap { $0["code"] as? String } ?? []
      }
      let told = try object(check)
      #expect(!codes(told).contains("would-remove"), "a file in bo-sung removes nobody")
      try work.run("run")
      let folder = "Outbox/cong/bien-nhan/may-doc"
      let given = try #require(work.files(folder).last { $0.contains("-b-") })
      var real = try object(
        Workdir.Result(arguments: [], status: 0, output: try work.text("\(folder)/\(given)"), errors: ""))
      real["received"] = ""
      #expect(NSDictionary(dictionary: real) == NSDictionary(dictionary: told))
    }
  }

  @Test func severalFilesAreAList() throws {
    try withWorkdir { (work) throws in
      for name in ["1.csv", "2.csv"] { try Data("a,b\n1,2\n".utf8).write(to: work.path(name)) }
      let result = try work.run("check", work.path("1.csv").path, work.path("2.csv").path, "--json")
      let list = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
      #expect(list?.map { $0["file"] as? String } == ["1.csv", "2.csv"], "\(result)")
      #expect(result.status == 1)
    }
  }
}
