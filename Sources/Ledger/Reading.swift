import Disk
import Foundation

/// The contents during whose reading a process died. Files are read in the process that takes them, and
/// whatever kills it must not do so again and again.
///
/// Many are read together; of those among which one may be deadly each is read alone from then on. One at
/// which a process ended by a fault of its own, alone and for the second time, is not read any more. Where it
/// cannot be told whether the content was to blame (somebody ended the process, or memory did), it takes
/// three deaths alone.
public struct Deaths: Sendable {
  /// One death, as the mark on the disk and then the journal have it.
  struct Death: Codable, Hashable {
    static let kind = "died"
    /// No other mark has it.
    var mark: String
    /// Stands for the program and its Schemas: what killed one need not kill another.
    var key: String
    var hashes: [String]
    /// By a fault of its own.
    var crashed = false
  }

  private(set) var all: [Death] = []

  mutating func add(_ death: Death) { all.append(death) }

  /// Those to be read alone.
  public func suspects(by key: String) -> Set<String> {
    Set(all.lazy.filter { $0.key == key }.flatMap(\.hashes)).subtracting(deadly(by: key))
  }

  /// Those that are not read any more.
  public func deadly(by key: String) -> Set<String> {
    var counts: [String: (all: Int, alone: Int)] = [:]
    var found: Set<String> = []
    for death in all where death.key == key {
      let isAlone = death.hashes.count == 1
      for hash in death.hashes {
        var count = counts[hash] ?? (0, 0)
        count.all += 1
        if isAlone { count.alone += 1 }
        counts[hash] = count
        if isAlone, (death.crashed && count.all > 1) || count.alone > 2 { found.insert(hash) }
      }
    }
    return found
  }
}

extension Ledger {
  private static let mark: FileName = "reading"

  /// The contents during whose reading a process died.
  public var deaths: Deaths { memory.deaths }

  /// Says on the disk which contents are read until `body` has ended: should the process die in it, the
  /// next one knows.
  ///
  /// - Parameter key: stands for the program and its Schemas.
  public func reading<Value>(
    _ hashes: [String], by key: String, _ body: () throws -> Value
  ) throws -> Value {
    guard !hashes.isEmpty else { return try body() }
    marks += 1
    let death = Deaths.Death(mark: "\(entries.count)-\(marks)", key: key, hashes: hashes)
    let file = try disk.freshFile(Ledger.mark, in: places.ledger)
    let value: Value
    do {
      try disk.write(try compactJSON(death)[...], to: file)
      try disk.sync(file)
      try disk.sync(places.ledger)
      disk.stampCrashes(on: file)
      defer { disk.stampCrashes(on: nil) }
      value = try body()
    } catch {
      try? disk.removeFile(Ledger.mark, in: places.ledger)
      throw error
    }
    try disk.removeFile(Ledger.mark, in: places.ledger)
    return value
  }

  /// Writes into the journal that an earlier process died while it read, before anything else happens.
  func noteDeath() throws {
    let file = try nilIf(.notFound) { try disk.openFile(Ledger.mark, in: places.ledger) }
    guard let file else { return }
    var bytes = try disk.readAll(file)
    let crashed = bytes.last == crashStamp
    if crashed { bytes.removeLast() }
    // A mark that was not written whole stood before nothing that was read.
    var death = try? JSONDecoder().decode(Deaths.Death.self, from: Data(bytes))
    death?.crashed = crashed
    if let death, !memory.deaths.all.contains(where: { $0.mark == death.mark }) {
      try append([try Entry.Draft(Deaths.Death.kind, death)])
    }
    try disk.removeFile(Ledger.mark, in: places.ledger)
  }
}
