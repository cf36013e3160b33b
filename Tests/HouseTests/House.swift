import Foundation

/// The project's own files, for the tests that hold the house rules.
enum House {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct File {
    /// From the root: `Sources/Tables/Day.swift`.
    var path: String
    var text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The module of a file in Sources.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  }

  /// All Swift files below a folder of the project, in order of path.
  static func swiftFiles(_ folder: String) throws -> [File] {
    let base = root.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return try walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
      File(
        path: folder + "/" + $0,
        text: try String(contentsOf: base.appendingPathComponent($0), encoding: .utf8))
    }
  }

  /// The code of a line without its comment.
  static func code(_ line: Substring) -> Substring {
    let trimmed = line.drop { $0 == " " }
    if trimmed.hasPrefix("//") { return "" }
    return trimmed
  }
}
