import Foundation
import Testing

/// `run.sh` in a copy of the project whose build is a stub: what it builds, and what it hands over.
@Suite struct RunScriptTests {
  private func withProject(_ body: (Workdir) throws -> Void) throws {
    let work = try Workdir()
    defer { work.remove() }
    let files = FileManager.default
    for folder in ["bin", "project/Sources/x", "elsewhere", "head/libxml2/libxml"] {
      try files.createDirectory(at: work.path(folder), withIntermediateDirectories: true)
    }
    try files.copyItem(
      at: Workdir.project.appendingPathComponent("run.sh"), to: work.path("project/run.sh"))
    try Data().write(to: work.path("project/Package.swift"))
    try Data().write(to: work.path("project/Sources/x/x.swift"))
    try tool(
      work, "swift",
      """
      echo "building $*"; [ -e broken ] && exit 1
      mkdir -p .build/release; printf '#!/bin/bash\\necho "$TUYENSINH_HOME|$PWD|$*"; exit ${STATUS:-0}\\n' > .build/release/tuyensinh
      chmod +x .build/release/tuyensinh
      """)
    try body(work)
  }

  private func tool(_ work: Workdir, _ name: String, _ script: String) throws {
    try Data("#!/bin/bash\n\(script)\n".utf8).write(to: work.path("bin/\(name)"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: work.path("bin/\(name)").path)
  }

  private func sh(_ work: Workdir, _ line: String) throws -> Workdir.Result {
    try work.shell("export PATH=\"$W/bin:$PATH\"; cd elsewhere; \(line)")
  }

  @Test func itBuildsOnlyWhatIsOlderThanItsSources() throws {
    try withProject { work in
      let first = try sh(work, "../project/run.sh check ./a 'b c' --json")
      let home = work.path("project").path
      #expect(first.status == 0 && first.errors.contains("building build -c release"), "\(first)")
      #expect(first.output == "\(home)|\(work.path("elsewhere").path)|check ./a b c --json\n", "\(first)")
      let second = try sh(work, "STATUS=75 ../project/run.sh")
      #expect(second.status == 75 && second.errors.isEmpty && second.output.hasSuffix("|\n"), "\(second)")
      #expect(try sh(work, "../project/run.sh demo --jobs 2").output.hasSuffix("|demo --jobs 2\n"))
      // A source that changed, one that came, one that went.
      for change in ["touch -d '+2 seconds'", "touch -d '+4 seconds' ../project/Sources/x/y.swift; :", "rm"] {
        let built = try sh(
          work, "sleep 0.02; \(change) ../project/Sources/x/x.swift; ../project/run.sh status")
        #expect(built.errors.contains("building"), "\(change): \(built)")
        _ = try work.shell("find project -exec touch -d '-1 minute' {} +; touch project/.build/built")
        #expect(try sh(work, "../project/run.sh status").errors.isEmpty, "\(change)")
      }
    }
  }

  @Test func aBuildThatFailsCouldNotRun() throws {
    try withProject { work in
      try Data().write(to: work.path("project/broken"))
      let failed = try sh(work, "../project/run.sh run")
      #expect(failed.status == 2 && failed.output.isEmpty, "\(failed)")
      try FileManager.default.removeItem(at: work.path("project/broken"))
      #expect(try sh(work, "../project/run.sh run").status == 0)
    }
  }

  /// Without rights to install, it prints the one line to type.
  @Test func whatIsMissingIsOneLineToType() throws {
    try withProject { work in
      guard
        try work.can(
          "unshare -rm mount --bind head /usr/include", else: "no file system of one's own")
      else { return }
      try tool(work, "id", "echo 1000")
      let result = try work.shell(
        "export PATH=\"$W/bin:$PATH\"; unshare -rm bash -c 'mount --bind head /usr/include; project/run.sh run'"
      )
      #expect(result.status == 2 && result.output.isEmpty, "\(result)")
      #expect(result.errors.contains("sudo apt-get update && sudo apt-get install"), "\(result)")
      #expect(result.errors.contains("libxml2-dev zlib1g-dev"), "\(result)")
      #expect(!result.errors.contains("building"))
    }
  }

  @Test func withoutSwiftItSaysWhereToGetIt() throws {
    try withProject { work in
      try FileManager.default.removeItem(at: work.path("bin/swift"))
      for name in ["bash", "dirname", "find", "cat"] {
        try FileManager.default.createSymbolicLink(
          atPath: work.path("bin/\(name)").path, withDestinationPath: "/usr/bin/\(name)")
      }
      let result = try work.shell("PATH=\"$W/bin\" project/run.sh run")
      #expect(result.status == 2 && result.errors.contains("swift.org/install"), "\(result)")
    }
  }
}
