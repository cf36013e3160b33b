import Foundation
import Testing

extension Workdir {
  /// A script of bash that knows the program as `$T` and the workspace as `$W`.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "set -o pipefail; cd \"$W\"; " + script]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["TUYENSINH_HOME": Workdir.project.path, "T": Workdir.binary.path, "W": root.path]
    ) { _, new in new }.merging(environment) { _, new in new }
    return try finish(process, called: [script])
  }

  /// Whether this machine can do something; says what is skipped where it cannot.
  func can(_ script: String, else skipped: String) throws -> Bool {
    if try shell(script + " >/dev/null 2>&1").status == 0 { return true }
    print("skipped: \(skipped)")
    return false
  }
}

/// A workspace of its own, which settles at once.
func withWorkdir(_ body: (Workdir) throws -> Void) throws {
  let work = try Workdir()
  defer { work.remove() }
  try work.useQuickSettings()
  try body(work)
}

/// An object of JSON, as what it was printed as.
func object(_ result: Workdir.Result) throws -> [String: Any] {
  try #require(
    try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any], "\(result)")
}
