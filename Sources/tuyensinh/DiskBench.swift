import Bench
import Disk
import Dispatch
import Foundation
import Ledger
import Pipeline
import Sample
import TableSchema
import Wording

/// The stages of `bench` that touch the disk, in a folder of their own in the
/// workspace: reading a province's rosters, taking files, and a pass of the
/// program that finds nothing new.
struct DiskBench {
  let disk: any Disk
  private let path: String
  private let home: FileName
  let jobs: Int
  private let files: [SampleFile]

  static let count = 3000
  private static let repeats = 5

  init(_ workspace: Workspace, in place: String) {
    disk = workspace.disk
    home = workspace.home
    jobs = workspace.jobs
    path = place + "/.bench"
    let spec = SampleSpec(seed: 2022, children: 10 * DiskBench.count, rosters: DiskBench.count)
    files = makeSample(spec).waves.first ?? []
  }

  /// All stages; what they made is removed again.
  func run(schemas: SchemaSet, begin: (BenchStage) -> Void) throws -> [BenchMeasure] {
    try clear()
    defer { try? clear() }
    begin(.readFiles)
    let reading = try readRosters(schemas)
    try clear()
    begin(.take)
    let bare = try copyBare()
    let taking = try take()
    begin(.standStill)
    let still = try standStill()
    return [
      reading,
      BenchMeasure(
        .take, rows: files.count, bytes: files.reduce(0) { $0 + $1.bytes.count }, seconds: taking,
        bareSeconds: bare, bar: .ratio(2), peakMemory: peakMemory()),
      BenchMeasure(
        .standStill, rows: files.count, seconds: still, bar: .seconds(0.2), peakMemory: peakMemory()),
    ]
  }

  private func clear() throws {
    let parent = try disk.openFolder(path: FileName(String(path.dropLast("/.bench".count))))
    if try disk.statusIfAny(of: ".bench", in: parent) != nil { try disk.removeTree(".bench", in: parent) }
    _ = try disk.ensureFolder(".bench", in: parent)
  }

  /// Runs on what has reached the disk: nothing that was written before is paid for here.
  private func seconds(_ work: () throws -> Void) throws -> Double {
    try disk.syncFileSystem(of: try disk.openFolder(path: FileName(path)))
    let start = disk.uptime()
    try work()
    return Double(disk.uptime() - start) / 1e9
  }

  func folder(_ names: [String]) throws -> Handle {
    try names.reduce(try disk.openFolder(path: FileName(path))) {
      try disk.ensureFolder(FileName($1), in: $0).handle
    }
  }

  /// What the same files cost at least: read, written elsewhere, and synced one by one.
  private func copyBare() throws -> Double {
    let (from, to) = (try folder(["from"]), try folder(["to"]))
    for (index, file) in files.enumerated() {
      try disk.write(file.bytes[...], to: try disk.createFile(FileName("\(index)"), in: from))
    }
    return try seconds {
      for index in files.indices {
        let bytes = try disk.readAll(try disk.openFile(FileName("\(index)"), in: from))
        let copy = try disk.createFile(FileName("\(index)"), in: to)
        try disk.write(bytes[...], to: copy)
        try disk.sync(copy)
      }
    }
  }

  private func drop(into workspace: String) throws {
    for file in files {
      var parts = [workspace, "Inbox"] + file.path.split(separator: "/").map(String.init)
      let name = parts.removeLast()
      try disk.write(file.bytes[...], to: try disk.createFile(FileName(name), in: try folder(parts)))
    }
  }

  /// Files that have settled: kept, journalled, and gone from the Inbox.
  private func take() throws -> Double {
    try drop(into: "taking")
    let ledger = try Ledger(disk, workspace: FileName(path + "/taking"))
    let rules = IntakeRules(settleSeconds: 0, sizeLimit: 1 << 30) { folders in
      .take(IntakeRules.Destination(unit: folders.first?.escaped ?? ""))
    }
    _ = try ledger.settle(by: rules, patience: 0)
    var taken = 0
    let seconds = try seconds { taken = try ledger.take(by: rules, patience: 0).received.count }
    guard taken == files.count else { throw BenchError.unreadable(path) }
    return seconds
  }

  /// The program itself, from its start to its end, the median of several.
  private func standStill() throws -> Double {
    try drop(into: "still")
    let workspace = Workspace(disk, root: FileName(path + "/still"), home: home, jobs: jobs)
    do {
      var pass = try Pass(workspace, wait: false)
      _ = try pass.run()
    }
    var times: [Double] = []
    for _ in 0..<DiskBench.repeats {
      times.append(
        try seconds {
          let process = Process()
          process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
          process.arguments = ["run", "--quiet", "--workspace", path + "/still"]
          process.standardOutput = FileHandle.nullDevice
          // `waitUntilExit` looks every 50 ms.
          let ended = DispatchSemaphore(value: 0)
          process.terminationHandler = { _ in ended.signal() }
          try process.run()
          ended.wait()
        })
    }
    return times.sorted()[DiskBench.repeats / 2]
  }
}
