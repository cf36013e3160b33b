import Disk
import Tables

/// What we have seen of files that may still be written: never their times
/// against our clock, only our own looks, by a clock that nobody sets.
struct Settling {
  /// A file's state, and from which uptime on it may be another if nothing changes; nil: that cannot be told.
  struct Verdict {
    var state: InboxItem.State
    var changesAt: Int64?
  }

  private struct Observation {
    var identity: Identity
    var first: Int64
    /// Since when somebody has it open at every look.
    var openSince: Int64?
    var looks: UInt8 = 0
    var finish: IntakeRules.Finish?
    /// It has settled.
    var isReady = false
    /// A pass has seen this version settled, and left it: it would leave it again.
    var wasTried = false
    /// The look at which it was seen last.
    var seenAt: UInt8 = 0

    /// When it will have been the same for so long, in two looks at least; nil if it has.
    func end(of seconds: Int, times: Int64 = 1, now: Int64) -> Int64? {
      let end = first &+ Settling.nanoseconds(of: seconds) * times
      return looks >= 2 && now >= end ? nil : end
    }
  }

  private var observations: [InboxPath: Observation] = [:]
  /// The number of this look, and how many files it has seen.
  private var current: UInt8 = 1
  private var seen = 0
  private var found = Found()
  /// Something is kept for the next process already.
  private var wasSaved = false

  /// Nothing was seen yet.
  init() {}

  /// Judges a file that is looked at now. `finish` reads its ends: asked only
  /// of a file that has been the same for long enough, once. `isBeingWritten`
  /// is asked of a file that would be taken now: where it cannot be told, only time does, as on a network folder.
  mutating func look(
    at path: InboxPath, _ status: FileStatus, _ beside: InboxScan.Neighbours, now: Int64, rules: IntakeRules,
    isBeingWritten: () throws -> Bool?, finish: () throws -> IntakeRules.Finish
  ) throws -> Verdict {
    var file = observations[path] ?? Observation(identity: status.identity, first: now)
    if file.identity != status.identity || file.first > now {
      file = Observation(
        identity: status.identity, first: now, openSince: file.openSince, seenAt: file.seenAt)
    }
    if file.looks < .max { file.looks += 1 }
    if file.seenAt != current { seen += 1 }
    file.seenAt = current
    file.isReady = false
    defer { observations[path] = file }
    var verdict = try verdict(on: &file, status, beside, now: now, rules: rules, finish: finish)
    // What is written after we took it would be nowhere. Of a file that nobody takes it need not be known.
    let isAsked = rules.takes || !file.wasTried
    let isWritten = isAsked && verdict.state == .ready ? try isBeingWritten() : false
    if isWritten == true {
      let pause = Settling.nanoseconds(of: max(1, rules.settleSeconds))
      verdict = Verdict(state: .settling(.changing), changesAt: now &+ pause)
    } else if isWritten == nil, !beside.saysDone,
      let end = file.end(of: rules.forRemoteFolders.settleSeconds, now: now)
    {
      verdict = Verdict(state: .settling(.changing), changesAt: end)
    }
    if isWritten == true || beside.openMark != nil {
      let since = min(file.openSince ?? now, now)
      file.openSince = since
      if now &- since >= Settling.nanoseconds(of: rules.openSeconds) { verdict.state = .settling(.leftOpen) }
    } else {
      file.openSince = nil
    }
    file.isReady = verdict.state == .ready
    file.wasTried = file.wasTried && file.isReady
    if file.isReady { if file.wasTried { found.tried += 1 } else { found.news += 1 } }
    return verdict
  }

  private func verdict(
    on file: inout Observation, _ status: FileStatus, _ beside: InboxScan.Neighbours, now: Int64,
    rules: IntakeRules, finish: () throws -> IntakeRules.Finish
  ) throws -> Verdict {
    func verdict(_ why: InboxItem.Unsettled, until end: Int64?) -> Verdict {
      end.map { Verdict(state: .settling(why), changesAt: $0) } ?? Verdict(state: .ready)
    }
    if beside.openMark != nil { return Verdict(state: .settling(.open), changesAt: nil) }
    if beside.saysDone { return verdict(.changing, until: file.end(of: 0, now: now)) }
    if status.size == 0 { return verdict(.empty, until: file.end(of: rules.emptySeconds, now: now)) }
    if let end = file.end(of: rules.settleSeconds, now: now) { return verdict(.changing, until: end) }
    let found = try file.finish ?? finish()
    file.finish = found
    switch found {
    case .whole: return Verdict(state: .ready)
    case .unclear:
      return verdict(.changing, until: file.end(of: rules.settleSeconds, times: 3, now: now))
    case .unfinished: return verdict(.unfinished, until: file.end(of: rules.unfinishedSeconds, now: now))
    }
  }

  /// Keeps what was seen of a file that nobody judges now.
  mutating func isStillThere(_ path: InboxPath) {
    guard let index = observations.index(forKey: path), observations.values[index].seenAt != current else {
      return
    }
    observations.values[index].seenAt = current
    seen += 1
  }

  /// A pass has seen what was ready at the last look.
  mutating func wereTried() {
    for index in observations.indices where observations.values[index].isReady {
      observations.values[index].wasTried = true
    }
  }

  /// Seconds as somebody set them; more than a month is a month.
  static func nanoseconds(of seconds: Int) -> Int64 { Int64(min(max(0, seconds), 2_678_400)) * 1_000_000_000 }

  /// The files that one look saw settled.
  struct Found {
    /// That no pass has seen so.
    var news = 0
    /// That a pass has left.
    var tried = 0
  }

  /// All names were looked at: forgets what was not among them, because it is gone or taken.
  @discardableResult
  mutating func endLook() -> Found {
    defer { found = Found() }
    if seen != observations.count {
      let current = current
      observations = observations.filter { $0.value.seenAt == current }
    }
    seen = 0
    current = current == .max ? 1 : current + 1
    return found
  }
}

// MARK: From one process to the next

extension Settling {
  static let file: FileName = "looks"
  private static let draft: FileName = "looks.new"

  /// What the last process saw since this start of the machine. Only a help:
  /// whatever cannot be read was not seen.
  init(from ledger: Handle, on disk: any Disk) {
    guard let file = try? disk.openFile(Settling.file, in: ledger), let bytes = try? disk.readAll(file) else {
      return
    }
    wasSaved = true
    let boot = disk.boot()
    guard !boot.isEmpty, let found = try? Settling.observations(bytes, since: boot) else { return }
    observations = found
  }

  private static func observations(
    _ bytes: [UInt8], since boot: String
  ) throws(ByteReader.Misfit) -> [InboxPath: Observation] {
    var reader = ByteReader(bytes)
    guard try reader.text() == boot else { return [:] }
    let body = try reader.raw()
    guard try reader.number() == Int(crc32c(body)), reader.isAtEnd else { throw ByteReader.Misfit() }
    reader = ByteReader(body)
    var found: [InboxPath: Observation] = [:]
    for (path, seen) in try reader.items(Settling.read) { found[path] = seen }
    return found
  }

  private static func read(_ reader: inout ByteReader) throws(ByteReader.Misfit) -> (InboxPath, Observation) {
    let folders = try reader.items { reader throws(ByteReader.Misfit) in FileName(try reader.raw()) }
    let path = InboxPath(folders, FileName(try reader.raw()))
    var seen = Observation(identity: try reader.identity(), first: Int64(try reader.number()))
    seen.looks = UInt8(clamping: try reader.number())
    seen.finish = IntakeRules.Finish(rawValue: try reader.text())
    if try reader.flag() { seen.openSince = Int64(try reader.number()) }
    return (path, seen)
  }

  /// Leaves what was seen to the next process, as far as the disk lets us.
  mutating func save(to ledger: Handle, on disk: any Disk) {
    if observations.isEmpty && !wasSaved { return }
    var body = ByteWriter()
    body.add(observations.sorted { $0.key < $1.key }) { writer, seen in
      writer.add(seen.key.folders) { $0.add($1.bytes) }
      writer.add(seen.key.name.bytes)
      let file = seen.value
      writer.add(file.identity)
      writer.add(Int(file.first))
      writer.add(Int(file.looks))
      writer.add(file.finish?.rawValue ?? "")
      writer.add(file.openSince != nil)
      if let since = file.openSince { writer.add(Int(since)) }
    }
    var writer = ByteWriter()
    writer.add(disk.boot())
    writer.add(body.bytes)
    writer.add(Int(crc32c(body.bytes)))
    guard let file = try? disk.freshFile(Settling.draft, in: ledger),
      (try? disk.write(writer.bytes[...], to: file)) != nil,
      (try? disk.replace(Settling.file, in: ledger, by: Settling.draft, in: ledger)) != nil
    else { return }
    wasSaved = !observations.isEmpty
  }
}
