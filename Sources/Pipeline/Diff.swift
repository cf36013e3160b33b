public import Audit
import Disk

/// Two results side by side: how many have each status, and who moved.
public struct ResultChange: Sendable {
  /// By status: before, and now.
  public var counts: [(status: String, before: Int, now: Int)]
  /// By program whose seats or rules changed: the seats before and now; nil where it was not there.
  public var quotas: [(path: String, before: Int?, now: Int?)]
  /// The rules of the round changed.
  public var rulesChanged: Bool
  /// Who moved, and why.
  public var moves: [Move]

  init(_ old: ResultPicture, _ new: ResultPicture) {
    let (before, now) = (old.counts, new.counts)
    counts = ["admitted", "waiting", "not-admitted", "ineligible", "held"].map { status in
      (status: status, before: before[status] ?? 0, now: now[status] ?? 0)
    }
    let seats = Dictionary(old.programs.map { ($0.path, $0.quota) }, uniquingKeysWith: { first, _ in first })
    let newSeats = Dictionary(
      new.programs.map { ($0.path, $0.quota) }, uniquingKeysWith: { first, _ in first })
    let paths = new.programs.map(\.path) + old.programs.map(\.path).filter { newSeats[$0] == nil }
    quotas = paths.filter { seats[$0] != newSeats[$0] }.map {
      (path: $0, before: seats[$0], now: newSeats[$0])
    }
    rulesChanged = old.rules != new.rules
    moves = Audit.moves(from: old, to: new)
  }
}

extension Workspace {
  /// Who moved between two published folders of the department, and why as far as they tell; nil, with
  /// what is wrong, if one of them holds no result that can be read.
  public func diff(_ old: String, _ new: String) throws -> (change: ResultChange?, faults: [Fault]) {
    var report = AuditReport()
    let pictures = try [old, new].map { path -> ResultPicture? in
      let folder = try PublishedFolder(path, on: disk)
      guard let tables = folder.tables(&report) else {
        if report.holds { report.examine(.tables, false, Fault(.tables, path)) }
        return nil
      }
      return ResultPicture(tables, &report)
    }
    guard let before = pictures[0], let now = pictures[1] else { return (nil, report.faults) }
    return (ResultChange(before, now), report.faults)
  }
}
