import Foundation
import Testing

/// The workspace of contract.md 2: what stops a pass, and what it only notes.
@Suite struct CommandsWorkspaceTests {
  private func mode(_ mode: Int, _ work: Workdir, _ folder: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: work.path(folder).path)
  }

  @Test func aNewWorkspaceSaysSo() throws {
    try withWorkdir { (work) throws in
      #expect(try work.run("status").status == 0)
      #expect(try object(try work.run("status", "--json"))["isNew"] as? Bool == true)
      #expect(!FileManager.default.fileExists(atPath: work.path(".ledger").path), "looking makes nothing")
      #expect(try work.run("run").status == 0)
      for folder in ["Inbox", "Outbox", ".ledger"] {
        #expect(FileManager.default.fileExists(atPath: work.path(folder).path))
      }
      #expect(try object(try work.run("status", "--json"))["isNew"] as? Bool == false)
    }
  }

  /// What the workspace has not of its own is the project's.
  @Test func eachPartOfSchemasHasItsDefault() throws {
    try withWorkdir { (work) throws in
      try FileManager.default.removeItem(at: work.path("Schemas/tables"))
      try FileManager.default.removeItem(at: work.path("Schemas/exports"))
      #expect(try work.run("run").status == 0)
      try Data(#"{"settleSecond": 0}"#.utf8).write(to: work.path("Schemas/settings.json"))
      let wrong = try work.run("run", "--lang", "en")
      #expect(wrong.status == 2 && wrong.errors.contains("settleSecond"), "\(wrong)")
      try Data("{".utf8).write(to: work.path("Schemas/settings.json"))
      #expect(try work.run("status").errors.contains("settings.json"))
    }
  }

  @Test func aLedgerOpenToOthersIsRefused() throws {
    try withWorkdir { (work) throws in
      #expect(try work.run("run").status == 0)
      try mode(0o750, work, ".ledger")
      for command in ["run", "status"] {
        let refused = try work.run(command)
        #expect(refused.status == 2 && refused.errors.contains("chmod 700 .ledger"), "\(refused)")
      }
    }
  }

  @Test("F16: a missing or replaced folder stops the pass", arguments: ["Inbox", "Outbox"])
  func aMissingOrReplacedFolderStopsThePass(folder: String) throws {
    try withWorkdir { (work) throws in
      let files = FileManager.default
      #expect(try work.run("run").status == 0)
      try files.moveItem(at: work.path(folder), to: work.path("away"))
      #expect(try work.run("run").errors.contains(folder))
      #expect(!files.fileExists(atPath: work.path(folder).path), "never made anew on a bare mount point")
      try files.createDirectory(at: work.path(folder), withIntermediateDirectories: false)
      #expect(try work.run("run").status == 2)
      try files.removeItem(at: work.path(folder))
      try Data().write(to: work.path(folder))
      #expect(try work.run("run").status == 2)
      try files.removeItem(at: work.path(folder))
      try files.createSymbolicLink(atPath: work.path(folder).path, withDestinationPath: "away")
      #expect(try work.run("run").status == 2)
      try files.removeItem(at: work.path(folder))
      try files.moveItem(at: work.path("away"), to: work.path(folder))
      #expect(try work.run("run").status == 0)
    }
  }

  @Test func aWorldReadableFolderIsOneNote() throws {
    try withWorkdir { (work) throws in
      try work.run("run")
      try mode(0o755, work, "Outbox")
      let noted = try work.run("run")
      #expect(noted.status == 0 && noted.errors.split(separator: "\n").count == 1, "\(noted)")
      #expect(noted.errors.contains("Outbox") && !noted.output.contains("Outbox"))
      #expect(try work.run("run", "--quiet").errors.isEmpty)
    }
  }

  @Test func aJournalIsNeverGuessed() throws {
    try withWorkdir { (work) throws in
      let journal = work.path(".ledger/journal")
      try work.drop("so/x.csv", "a,b\n1,2\n")
      try work.run("run")
      let whole = try Data(contentsOf: journal)
      try (whole + Data("torn".utf8)).write(to: journal)
      #expect(try work.run("run").errors.contains("4 byte"), "a torn end is cut, and noted")
      #expect(try Data(contentsOf: journal).starts(with: whole))
      var damaged = whole
      damaged[30] ^= 1
      try damaged.write(to: journal)
      #expect(try work.run("run").status == 2)
      #expect(try work.run("status").status == 2)
      try Data().write(to: journal)
      #expect(try work.run("run").status == 2, "objects without a journal: it is lost, not new")
      #expect(try work.run("status").status == 2)
    }
  }

  @Test func oneRunnerAtATime() throws {
    try withWorkdir { (work) throws in
      try work.run("run")
      let lock = try FileHandle(forUpdating: work.path(".ledger/lock"))
      #expect(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
      try lock.truncate(atOffset: 0)
      try lock.write(contentsOf: Data("4711 2026-01-01T00:00:00Z\n".utf8))
      for command in [["run"], ["finalize", "r1"], ["reopen", "r1", "--lang", "en"]] {
        let busy = try work.run(command)
        #expect(busy.status == 75 && busy.errors.contains("4711"), "\(busy)")
        #expect(busy.output.isEmpty && busy.errors.split(separator: "\n").count == 1)
      }
      #expect(try work.run("status").status == 0, "looking needs no lock")
    }
  }
}
