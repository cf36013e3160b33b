import Foundation
import Glibc
import Testing

/// What lies in an Inbox besides files (guarantees F40 to F46), on the real disk.
@Suite struct OddThingsTests {
  private func states(_ work: Workdir) throws -> [String: String] {
    let inbox = try object(try work.run("status", "--json"))["inbox"] as? [[String: Any]] ?? []
    return Dictionary(
      inbox.compactMap { item in
        (item["path"] as? String).flatMap { path in (item["state"] as? String).map { (path, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test("F40, F41: links are not followed, and nothing that is no file is waited for")
  func linksPipesAndFolders() throws {
    try conserving { work in
      try work.run("run")
      let made = try work.shell(
        """
        cd Inbox/so; ln -s /etc/passwd a.csv; ln -s nowhere b.csv; ln -s c.csv c.csv; mkfifo d.csv
        mknod h.csv c 1 3 2>/dev/null || mkfifo h.csv
        python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("i.csv")' 2>/dev/null || mkfifo i.csv
        mkdir -p e.csv/1/2/3; echo 'x,y' > /dev/null; printf 'không,phải\\r\\n1,2\\r\\n' > ../f; ln ../f f.csv; rm ../f
        printf 'không,phải\\r\\n3,4\\r\\n' > g.csv; ln g.csv "$W/elsewhere"
        """)
      #expect(made.status == 0, "\(made)")
      let run = try work.run("run", "--lang", "en")
      #expect(run.errors.contains("another name on this machine"), "\(run)")
      #expect(
        try states(work) == [
          "so/a.csv": "ignored-link", "so/b.csv": "ignored-link", "so/c.csv": "ignored-link",
          "so/d.csv": "ignored-not-a-file", "so/e.csv/1/2": "ignored-too-deep",
          "so/h.csv": "ignored-not-a-file", "so/i.csv": "ignored-not-a-file",
        ])
      #expect(work.files(".ledger/objects").count == 2, "of a file with two names a copy is kept")
      #expect(FileManager.default.fileExists(atPath: work.path("elsewhere").path))
      let noted = try work.text(".ledger/journal").split(separator: "\n").filter {
        $0.contains(#""hasOtherNames":true"#)
      }
      #expect(noted.count == 1, "and it is noted that it has")
    }
  }

  @Test("F44: nothing, a byte, a mark and a header are findings and no crash")
  func filesWithAlmostNothing() throws {
    try conserving { work in
      try work.run("run")
      try work.drop("so/mot-byte.csv", "x")
      try work.drop("so/bom.csv", Data([0xEF, 0xBB, 0xBF]))
      try work.drop("so/tieu-de.csv", "Mã đơn vị,Tên đơn vị,Vai trò\r\n")
      let result = try work.run("run", "--json")
      #expect(result.status == 1 && result.errors.isEmpty, "\(result)")
      let receipts = work.files("Outbox/so/bien-nhan/may-doc")
      #expect(receipts.count == 3)
      for (file, code) in [("bom", "empty-file"), ("mot-byte", "no-table"), ("tieu-de", "no-rows")] {
        let receipt = try #require(receipts.first { $0.contains(file) })
        #expect(try work.text("Outbox/so/bien-nhan/may-doc/" + receipt).contains("\"\(code)\""), "\(file)")
      }
      try work.drop("so/rong.csv", "")
      #expect(try work.run("run").status == 1)
      #expect(try states(work) == ["so/rong.csv": "settling"], "it may still be written")
      let status = try work.run("status", "--lang", "en")
      #expect(status.output.contains("so/rong.csv: settling") && status.output.contains("empty so far"))
    }
  }

  @Test("F45: a file of five gigabytes is refused by its size, and not read")
  func aHugeFile() throws {
    try conserving { work in
      try work.run("run")
      let file = try FileHandle(forWritingTo: make(work.path("Inbox/so/lon.csv")))
      try file.truncate(atOffset: 5 << 30)
      try work.drop("so/nho.csv", "a,b\r\n1,2\r\n")
      #expect(try work.run("run").status == 1)
      #expect(try states(work) == ["so/lon.csv": "too-large"])
      #expect(work.files("Outbox/so/bien-nhan/may-doc").count == 1, "others are taken")
    }
  }

  private func make(_ url: URL) throws -> URL {
    try Data().write(to: url)
    return url
  }

  @Test("F06: a pass without enough memory loses nothing and the next one takes the file")
  func tooLittleMemory() throws {
    try conservingRound { round in
      let work = round.work
      try round.declare()
      try work.run("run")
      let header = "Mã hồ sơ,ĐTB 9,NV1,Họ và tên,Ngày sinh\r\n"
      let rows = (0..<4_000).map { "A\($0),9,S1,Lê Thị An,01/02/2011\r\n" }.joined()
      let file = Data((header + rows).utf8)
      try work.drop("cong/lon.csv", file)
      for kilobytes in [60_000, 120_000, 250_000] {
        _ = try work.shell("ulimit -v \(kilobytes); \"$T\" run --workspace \"$W\" >/dev/null 2>&1")
        try checkConserved(work, "\(kilobytes) KB")
      }
      let result = try work.run("run")
      #expect(result.status < 2 && result.errors.isEmpty, "\(result)")
      #expect(work.files("Outbox/cong/bien-nhan/may-doc").count == 1)
      try checkConserved(work, "enough memory")
    }
  }

  @Test("F17: Inbox, ledger and Outbox on three file systems")
  func threeFileSystems() throws {
    // The three are gone with the namespace that they were made in: what they hold is counted in there.
    try withWorkdir { work in
      guard
        try work.can("mkdir m && unshare -rm mount -t tmpfs tmpfs m", else: "no file system of one's own")
      else { return }
      let result = try work.shell(
        """
        cat > three.sh <<'END'
        mkdir -p Inbox Outbox .ledger
        for d in Inbox Outbox .ledger; do mount -t tmpfs -o mode=700 tmpfs $d; done
        mkdir -p Inbox/so
        printf 'Mã đơn vị,Tên đơn vị,Vai trò\\r\\nA,THPT An,Trường\\r\\n' > Inbox/so/a.csv
        "$T" run --workspace . > out 2>&1; echo "run $?"
        "$T" run --workspace . >> out 2>&1; echo "run $?"
        echo "inbox $(find Inbox -type f | wc -l) objects $(ls .ledger/objects | wc -l) tmp $(ls .ledger/tmp | wc -l)"
        echo "receipts $(ls Outbox/so/bien-nhan/*.xlsx | wc -l)"
        END
        unshare -rm bash three.sh
        """)
      let lines = result.output.split(separator: "\n").map(String.init)
      #expect(!lines.contains("run 2") && lines.contains("inbox 0 objects 1 tmp 0"), "\(result)")
      #expect(lines.contains("receipts 1"), "\(result)")
    }
  }

  @Test("F66: what somebody does to a published folder is left as it is, and disturbs nothing")
  func editedOutbox() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      try work.run("run")
      let touched = ["ket-qua.csv", "~$ket-qua.csv"].map { "Outbox/so/r1/du-kien-01/" + $0 }
      let edited = work.path(touched[0])
      try Data("mine".utf8).write(to: edited)
      try Data("x".utf8).write(to: work.path(touched[1]))
      try round.applications("b", fourChildren + ["A5|9|S1|S2|"])
      let result = try work.run("run")
      #expect(result.status < 2 && result.errors.isEmpty, "\(result)")
      #expect(try Data(contentsOf: edited) == Data("mine".utf8))
      #expect(round.published("so") == ["du-kien-01", "du-kien-02"])
      try checkConserved(work, edited: Set(touched), "edited")
      let verified = try work.run("verify", work.path("Outbox/so/r1/du-kien-01").path)
      #expect(verified.status == 1 && verified.output.contains("ket-qua.csv"), "\(verified)")
    }
  }
}
