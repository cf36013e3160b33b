import Foundation
import Sheets
import Tables
import TestSupport
import Testing

/// A fresh workspace and the real binary.
struct Workdir {
  let root: URL
  /// What was sent here.
  let sent = Sent()

  /// The contents that senders have dropped, but those that they overwrote themselves before they were taken.
  final class Sent {
    fileprivate(set) var contents: [Data] = []
  }

  /// What the program left behind.
  struct Result: CustomStringConvertible {
    var arguments: [String]
    var status: Int32
    var output: String
    var errors: String

    var description: String {
      "tuyensinh \(arguments.joined(separator: " ")) → \(status)\n\(output)\n\(errors)"
    }
  }

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("tuyensinh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  func path(_ relative: String) -> URL { root.appendingPathComponent(relative) }

  /// Writes a file as a sender would: folders are made as needed.
  func drop(_ relative: String, _ bytes: some DataProtocol) throws {
    let url = path("Inbox/" + relative)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    // What somebody writes over his own file before it is taken is nobody's any more.
    if let before = try? Data(contentsOf: url), let index = sent.contents.firstIndex(of: before) {
      sent.contents.remove(at: index)
    }
    try Data(bytes).write(to: url)
    sent.contents.append(Data(bytes))
  }

  /// Removes a file as its sender would, who then has it no more.
  func takeAway(_ relative: String) throws {
    let url = path("Inbox/" + relative)
    if let content = try? Data(contentsOf: url), let index = sent.contents.firstIndex(of: content) {
      sent.contents.remove(at: index)
    }
    try FileManager.default.removeItem(at: url)
  }

  func drop(_ relative: String, _ text: String) throws { try drop(relative, Data(text.utf8)) }

  /// The project's own Schemas, with settling made short.
  func useQuickSettings() throws {
    let source = Workdir.project.appendingPathComponent("Schemas").resolvingSymlinksInPath()
    try FileManager.default.copyItem(at: source, to: path("Schemas"))
    try set("settleSeconds", to: 0)
  }

  /// Changes one of the settings of this workspace.
  func set(_ key: String, to value: Any) throws {
    let settings = path("Schemas/settings.json")
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: settings)) as? [String: Any])
    object[key] = value
    try JSONSerialization.data(withJSONObject: object, options: .sortedKeys).write(to: settings)
  }

  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try run(arguments, environment: environment)
  }

  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = Workdir.binary
    process.arguments = arguments + ["--workspace", root.path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["TUYENSINH_HOME": Workdir.project.path]
    ) { _, new in new }.merging(environment) { _, new in new }
    return try finish(process, called: arguments)
  }

  /// Starts a process and waits for its end. One that never ends is ended, and all that it started: its test fails,
  /// and the others go on.
  func finish(_ process: Process, called arguments: [String]) throws -> Result {
    let output = Pipe()
    let errors = FileManager.default.temporaryDirectory.appendingPathComponent("stderr-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let group = process.processIdentifier
    let end = DispatchWorkItem { kill(-group, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(isLong ? 7_200 : 1_200), execute: end)
    defer { end.cancel() }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      arguments: arguments, status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// The files below a folder of the workspace, as sorted relative paths.
  func files(_ folder: String) -> [String] {
    let base = path(folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
    var isFolder: ObjCBool = false
    return walk.compactMap { $0 as? String }.filter {
      FileManager.default.fileExists(atPath: base.appendingPathComponent($0).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Byte by byte, a byte-order mark too.
  func text(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: path(relative)), as: UTF8.self)
  }

  /// The cells of the first sheet of a workbook of ours.
  func texts(ofBook relative: String) throws -> [String] {
    let grid = try readWorkbook(Array(try Data(contentsOf: path(relative))), limits: .standard).grids[0]
    return grid.cells.map { grid.string(of: $0) }
  }

  /// The rows of a CSV of ours as dictionaries by its header.
  func rows(_ relative: String) throws -> [[String: String]] {
    let bytes = try Data(contentsOf: path(relative))
    try #require(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n").dropLast()
      .map(cells(ofLine:))
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// Where the Schemas really lie, should the project be reached by links.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Schemas").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The program that `./run.sh test --release` built for speed, else the one beside the test bundle.
  static let binary =
    ProcessInfo.processInfo.environment["TUYENSINH_PROGRAM"].map(URL.init(fileURLWithPath:))
    ?? Bundle.main.bundleURL.appendingPathComponent("tuyensinh").standardizedFileURL
}
