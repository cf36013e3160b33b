import Disk
import Foundation
import Glibc
import Ledger
import TestDisks
import Testing

/// The same on a real file system: what a model could get wrong.
@Suite struct RealDiskTests {
  private final class Workspace {
    let path = FileManager.default.temporaryDirectory.path + "/tuyensinh-ledger-" + UUID().uuidString
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func open() throws -> Ledger { try Ledger(POSIXDisk(), workspace: FileName(path)) }

    func drop(_ name: String, _ text: String) throws {
      let file = URL(fileURLWithPath: path + "/Inbox/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// Settling without waiting: the times are tried in the model.
  private var rules: IntakeRules {
    var rules = Scenario.rules()
    rules.settleSeconds = 0
    return rules
  }

  @Test func filesAreTakenAndAFolderPublished() throws {
    let workspace = try Workspace()
    let ledger = try workspace.open()
    try workspace.drop("a/9A1.csv", "one")
    try workspace.drop("a/lop10/bo-sung/9A2.csv", "two")
    symlink("/etc/passwd", workspace.path + "/Inbox/a/link.csv")
    mkfifo(workspace.path + "/Inbox/a/pipe.csv", 0o600)
    let intake = try ledger.take(by: rules, patience: 5)
    #expect(intake.received.map(\.path.escaped) == ["a/9A1.csv", "a/lop10/bo-sung/9A2.csv"])
    #expect(intake.left.map(\.state) == [.ignored(.link), .ignored(.notAFile)])
    #expect(
      try intake.received.map { String(decoding: try ledger.objects.read($0.hash), as: UTF8.self) } == [
        "one", "two",
      ])
    let publication = try ledger.publication(id: "p", about: 1)
    try publication.add(
      OutboxFolder(
        path: ["a", "lop10", "chinh-thuc-01"], files: [(["x", "y.csv"], [0x79])], manifest: [0x7B, 0x7D]))
    try publication.commit()
    try ledger.write([OutboxFile(path: ["a", "bien-nhan", "1.json"], bytes: [1])])
    let outbox = try FileManager.default.subpathsOfDirectory(atPath: workspace.path + "/Outbox").sorted()
    let folder = "a/lop10/chinh-thuc-01"
    #expect(
      outbox == [
        "a", "a/bien-nhan", "a/bien-nhan/1.json", "a/lop10", folder, "\(folder)/MANIFEST.json", "\(folder)/x",
        "\(folder)/x/y.csv",
      ])
    let mode = try FileManager.default.attributesOfItem(atPath: workspace.path + "/Outbox/\(folder)/x/y.csv")
    #expect(mode[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/.ledger/tmp").isEmpty)
  }

  @Test("F28: the lock is the kernel's")
  func theLockIsTheKernels() throws {
    let workspace = try Workspace()
    do {
      let ledger = try workspace.open()
      let error = #expect(throws: LedgerError.self) { try workspace.open() }
      guard case .busy(let holder) = error else {
        return #expect(Bool(false), "\(String(describing: error))")
      }
      #expect(holder.hasPrefix("\(getpid()) "))
      #expect(ledger.entries.count == 1)
    }
    #expect(throws: Never.self) { try workspace.open() }
  }

  @Test("F15: no descriptor is left open")
  func noDescriptorIsLeftOpen() throws {
    let workspace = try Workspace()
    func open() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
    _ = try workspace.open()
    let before = try open()
    for index in 0..<40 {
      try workspace.drop("a/\(index).csv", "\(index)")
      _ = try workspace.open().take(by: rules, patience: 1)
    }
    // Other tests run beside this one: 40 rounds that leaked would show more than they open.
    #expect(try open() < before + 30)
  }

  @Test("F23: a writer at work at the same time never makes a mixture")
  func aWriterAtTheSameTime() throws {
    let workspace = try Workspace()
    let ledger = try workspace.open()
    var rules = rules
    rules.sizeLimit = 1 << 20
    try workspace.drop("a/x.csv", "a")
    let file = URL(fileURLWithPath: workspace.path + "/Inbox/a/x.csv")
    let isDone = Flag()
    let writer = Thread {
      for round in 0..<400 {
        // Each version is one letter, of a length of its own.
        let letter = UInt8(97 + round % 26)
        let handle = open(file.path, O_WRONLY | O_CREAT | (round % 2 == 0 ? O_TRUNC : 0), 0o600)
        let bytes = [UInt8](repeating: letter, count: 200_000 + round)
        _ = write(handle, bytes, bytes.count)
        close(handle)
        usleep(500)
      }
      isDone.set()
    }
    writer.start()
    while !isDone.isSet { _ = try ledger.take(by: rules, patience: 0) }
    _ = try ledger.take(by: rules, patience: 5)
    #expect(!ledger.received.isEmpty)
    for arrival in ledger.received {
      let bytes = try ledger.objects.read(arrival.hash)
      #expect(Set(bytes).count == 1, "\(arrival.seq)")
    }
  }
}

private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false
  var isSet: Bool { lock.withLock { value } }
  func set() { lock.withLock { value = true } }
}
