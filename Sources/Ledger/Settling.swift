import Disk
import Foundation

/// What we have seen of files that may still be written: never their times
/// against our clock, only our own looks, by a clock that nobody sets.
struct Settling {
  /// A file's state, and from which uptime on it may be another if nothing changes; nil: that cannot be told.
  struct Verdict {
    var state: InboxItem.State
    var changesAt: Int64?
  }

  private struct Observation: Codable {
    var path: InboxPath
    var identity: Identity
    var first: Int64
    var looks = 1
    var finish: IntakeRules.Finish?

    /// When it will have been the same for so long, in two looks at least; nil if it has.
    func end(of seconds: Int, times: Int64 = 1, now: Int64) -> Int64? {
      let end = first &+ Settling.nanoseconds(of: seconds) * times
      return looks >= 2 && now >= end ? nil : end
    }
  }

  private var observations: [InboxPath: Observation] = [:]

  /// Nothing was seen yet.
  init() {}

  /// Judges a file that is looked at now. `finish` reads its ends: asked only
  /// of a file that has been the same for long enough, once.
  mutating func look(
    at path: InboxPath, _ status: FileStatus, _ beside: InboxScan.Neighbours, now: Int64, rules: IntakeRules,
    finish: () throws -> IntakeRules.Finish
  ) throws -> Verdict {
    var seen = observations[path] ?? Observation(path: path, identity: status.identity, first: now, looks: 0)
    if seen.identity != status.identity || seen.first > now {
      seen = Observation(path: path, identity: status.identity, first: now, looks: 0)
    }
    seen.looks += 1
    observations[path] = seen
    if beside.saysOpen { return Verdict(state: .settling(.open), changesAt: nil) }
    if beside.saysDone {
      let end = seen.end(of: 0, now: now)
      return Verdict(state: end == nil ? .ready : .settling(.changing), changesAt: end)
    }
    if status.size == 0 {
      let end = seen.end(of: rules.emptySeconds, now: now)
      return Verdict(state: end == nil ? .ready : .settling(.empty), changesAt: end)
    }
    if let end = seen.end(of: rules.settleSeconds, now: now) {
      return Verdict(state: .settling(.changing), changesAt: end)
    }
    let found = try seen.finish ?? finish()
    observations[path]?.finish = found
    switch found {
    case .whole:
      return Verdict(state: .ready)
    case .unclear:
      let end = seen.end(of: rules.settleSeconds, times: 3, now: now)
      return Verdict(state: end == nil ? .ready : .settling(.changing), changesAt: end)
    case .unfinished:
      let end = seen.end(of: rules.unfinishedSeconds, now: now)
      return Verdict(state: end == nil ? .ready : .settling(.unfinished), changesAt: end)
    }
  }

  /// Seconds as somebody set them; more than a month is a month.
  static func nanoseconds(of seconds: Int) -> Int64 { Int64(min(max(0, seconds), 2_678_400)) * 1_000_000_000 }

  /// Forgets all but these: what else was seen is gone or taken.
  mutating func keep(only paths: Set<InboxPath>) {
    observations = observations.filter { paths.contains($0.key) }
  }
}

// MARK: From one process to the next

extension Settling {
  static let file: FileName = "looks"
  private static let draft: FileName = "looks.new"

  private struct Record: Codable {
    var boot: String
    var seen: [Observation]
  }

  /// What the last process saw since this start of the machine. Only a help:
  /// whatever cannot be read was not seen.
  init(from ledger: Handle, on disk: any Disk) {
    guard let file = try? disk.openFile(Settling.file, in: ledger), let bytes = try? disk.readAll(file),
      let record = try? JSONDecoder().decode(Record.self, from: Data(bytes)),
      !record.boot.isEmpty, record.boot == disk.boot()
    else { return }
    for observation in record.seen { observations[observation.path] = observation }
  }

  /// Leaves what was seen to the next process, as far as the disk lets us.
  func save(to ledger: Handle, on disk: any Disk) {
    let seen = observations.values.sorted { $0.path.escaped < $1.path.escaped }
    guard let bytes = try? compactJSON(Record(boot: disk.boot(), seen: seen)),
      let file = try? disk.freshFile(Settling.draft, in: ledger),
      (try? disk.write(bytes[...], to: file)) != nil
    else { return }
    try? disk.replace(Settling.file, in: ledger, by: Settling.draft, in: ledger)
  }
}
