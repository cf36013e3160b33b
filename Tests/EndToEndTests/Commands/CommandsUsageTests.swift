import Foundation
import Testing

/// A wrong command line: 2, one line on standard error in the language asked for, nothing on standard output.
@Suite struct CommandsUsageTests {
  @Test(arguments: [
    ("fnalize r1", "finalize", "finalize"), ("statsu", "status", "status"),
    ("run --quite", "--quiet", "--quiet"), ("run --unit S1", "--unit", "--unit"),
    ("finalize", "./run.sh finalize ĐỢT", "./run.sh finalize ROUND"),
    ("finalize r1 r2", "thiếu hoặc thừa", "other arguments"), ("explain r1", "MÃ", "ID"),
    ("check", "TỆP…", "FILE…"), ("template", "LOẠI", "KIND"), ("cells", "--sheet", "--sheet"),
    ("run extra", "./run.sh run", "./run.sh run"), ("run --jobs 0", "«0»", "«0»"),
    ("run --jobs many", "«many»", "«many»"), ("run --workspace", "cần một giá trị", "needs a value"),
    ("run --workspace --json", "cần một giá trị", "needs a value"), ("run --json=1", "«1»", "«1»"),
    ("run -q", "«-q»", "«-q»"), ("sample x --children 5", "«5»", "«5»"),
    ("template rostr", "«roster»", "«roster»"),
    ("check no-such-file.csv", "no-such-file.csv", "cannot be opened"),
    ("finalize r9", "Không có đợt «r9»", "no round «r9»"), ("reopen r9", "Không có đợt", "no round"),
    ("explain r9 1", "Không có đợt", "no round"),
  ])
  func aWrongCommandLineIsOneLine(line: String, vietnamese: String, english: String) throws {
    try withWorkdir { (work) throws in
      let words = line.split(separator: " ").map(String.init)
      for (language, expected) in [([String](), vietnamese), (["--lang", "en"], english)] {
        let result = try work.run(language + words)
        #expect(result.status == 2, "\(result)")
        #expect(result.output.isEmpty, "\(result)")
        #expect(result.errors.contains(expected), "\(result)")
        #expect(result.errors.split(separator: "\n").count == 1, "\(result)")
      }
    }
  }

  /// An id that is a blank, as from a list with a blank cell, is nobody's.
  @Test func nobodyHasABlankId() throws {
    try withWorkdir { (work) throws in
      for id in ["", " "] {
        let result = try work.run("explain", "r1", id, "--lang", "en")
        #expect(result.status == 2 && result.errors.contains("«\(id)»"), "\(result)")
      }
    }
  }

  @Test func languagesAreTwo() throws {
    try withWorkdir { (work) throws in
      #expect(try work.run("status", "--lang", "fr").status == 2)
      #expect(try work.run("status", "--lang", "en").output.hasPrefix("A new workspace"))
      #expect(try work.run("status", "--lang=vi").output.hasPrefix("Thư mục làm việc mới"))
    }
  }

  @Test func aWorkspaceThatIsNotThereIsNotMade() throws {
    try withWorkdir { (work) throws in
      let result = try work.shell("\"$T\" run --workspace \"$W/none\"")
      #expect(result.status == 2 && result.errors.contains("none"), "\(result)")
      #expect(!FileManager.default.fileExists(atPath: work.path("none").path))
    }
  }

  @Test func helpNamesEveryCommandThatIsOffered() throws {
    try withWorkdir { (work) throws in
      let commands = [
        "run", "check", "status", "finalize", "reopen", "explain", "template", "sample", "cells", "bench",
        "schemas", "demo", "help", "verify", "diff", "simulate", "watch", "purge", "recover",
      ]
      for language in ["vi", "en"] {
        let usage = try work.run("help", "--lang", language)
        #expect(usage.status == 0)
        for command in commands { #expect(usage.output.contains("\n  \(command) "), "\(command)") }
        #expect(try work.run("finalize", "--help", "--lang", language).output == usage.output)
        #expect(try work.run("-h", "--lang", language).output == usage.output)
      }
    }
  }

  @Test func optionsStandBeforeOrAfterTheArguments() throws {
    try withWorkdir { (work) throws in
      let before = try work.run("--lang", "en", "--json", "status")
      let after = try work.run("status", "--json", "--lang=en")
      #expect(before.status == 0 && before.output == after.output)
      #expect(try work.run("--quiet").status == 0, "no command is run")
    }
  }

  @Test func aReaderThatGoesAwayEndsNothing() throws {
    try withWorkdir { (work) throws in
      let piped = try work.shell("\"$T\" help | head -1; echo ${PIPESTATUS[0]}")
      #expect(piped.output.hasSuffix("\n0\n") && piped.errors.isEmpty, "\(piped)")
      // The pass itself must not die of a reader that has gone.
      let gone = try work.shell("\"$T\" run --workspace \"$W\" | true; echo ${PIPESTATUS[0]}")
      #expect(gone.output == "0\n" && gone.errors.isEmpty, "\(gone)")
    }
  }

  @Test func resultsThatCannotBeWrittenAreNoSuccess() throws {
    try withWorkdir { (work) throws in
      guard try work.can("[ -w /dev/full ]", else: "/dev/full is missing") else { return }
      let result = try work.shell("\"$T\" help > /dev/full")
      #expect(result.status == 75 && !result.errors.isEmpty, "\(result)")
    }
  }
}
