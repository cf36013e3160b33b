import Foundation
import Glibc
import Testing

/// A `watch` that runs while a test goes on.
final class Background {
  private let process = Process()
  private let work: Workdir

  /// - Parameter pipe: where its output goes; else into a file of the workspace.
  init(_ work: Workdir, _ arguments: [String] = ["watch", "--lang", "en"], into pipe: URL? = nil) throws {
    self.work = work
    process.executableURL = Workdir.binary
    process.arguments = arguments + ["--workspace", work.root.path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["TUYENSINH_HOME": Workdir.project.path]
    ) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    for name in ["watch.out", "watch.err"] { try Data().write(to: work.path(name)) }
    process.standardOutput = try FileHandle(forWritingTo: pipe ?? work.path("watch.out"))
    process.standardError = try FileHandle(forWritingTo: work.path("watch.err"))
    try process.run()
  }

  deinit { if process.isRunning { send(SIGKILL) } }

  var number: Int32 { process.processIdentifier }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for its end; the exit status, or the signal that ended it, as a shell says it.
  func status() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
  }

  func output() throws -> String { try work.text("watch.out") + work.text("watch.err") }
}

/// Waits until something is true, but not for ever: the machine may be busy.
func eventually(_ what: String, seconds: Int = 300, _ isTrue: () throws -> Bool) throws {
  for _ in 0..<(10 * seconds) {
    if try isTrue() { return }
    usleep(100_000)
  }
  Issue.record("never came true: \(what)")
}
