import Disk
import Exports
import Ledger
import Rounds
import Sheets
import Tables
import Wording

extension Pass {
  /// Publishes the lists of every decided round to whom they say something new.
  mutating func publishLists(_ decisions: [Decision]) throws {
    for (index, decision) in decisions.enumerated() {
      try step(.publishing, index, decisions.count)
      var kept = KeptDecision(findings: decision.findings, counts: nil, lists: [])
      switch decision.result {
      case .decided(let round)?:
        kept.counts = round.counts
        kept.lists = try publish(round, to: .units([]), id: "", nil)
      case .notReady?: break
      case .stopped?, .violated?, nil: continue
      }
      if let inputs = decision.inputs {
        kept.save(decision.tables.round.code, inputs: inputs, on: ledger.shelf)
      }
    }
    try step(.publishing, decisions.count, decisions.count)
  }

  /// Whom a publication reaches, whether its lists differ from the newest that they have or not.
  enum Recipients {
    case allBut(Set<String>)
    case units(Set<String>)

    func contains(_ unit: String) -> Bool {
      switch self {
      case .allBut(let units): !units.contains(unit)
      case .units(let units): units.contains(unit)
      }
    }
  }

  /// What becomes true with a publication.
  struct Official {
    var events: [RoundEvent]
    var facts: JudgedFacts
    var record: RoundRecord
  }

  /// Publishes a round's lists to some units, and to all whose lists differ
  /// from the newest that they have. Provisional lists
  /// that tell a result come again only when that differs. Returns what each unit would have.
  @discardableResult
  mutating func publish(_ round: DecidedRound, to recipients: Recipients, id: String, _ made: Official?)
    throws -> [KeptDecision.Lists]
  {
    var lists: [KeptDecision.Lists] = []
    let code = round.tables.round.code
    let files = RoundFiles(
      round, schemas: configuration.schemas, official: round.tables.state.isOfficial,
      profiles: configuration.profiles,
      language: configuration.language, jobs: workspace.jobs)
    let events = made?.events ?? []
    var announcement = Chronicle.Announcement(
      folders: [], events: events, facts: made?.facts ?? JudgedFacts())
    var folders: [OutboxFolder] = []
    let happened = chronicle.events.filter { $0.round == code } + events
    let isOfficial = files.isOfficial(for:)
    for (unit, files) in inParallel(files.units, jobs: workspace.jobs, { ($0, files.files(for: $0)) })
    where !files.isEmpty {
      let official = isOfficial(unit)
      let newest = chronicle.newest(unit: unit, round: code, official: official)
      let result = official ? files : files.filter(\.tellsResult)
      let compared = result.isEmpty ? files : result
      let digest = SHA256.hex(compared.flatMap { Array(($0.path + "\n" + $0.sha256 + "\n").utf8) })
      lists.append(KeptDecision.Lists(unit: unit, official: official, digest: digest))
      if inTheWay.blocks(unit) { continue }
      guard recipients.contains(unit) || digest != newest?.digest else { continue }
      // What an order makes official reaches all whose lists it changes.
      let mayWait = !recipients.contains(unit) && (made == nil || !official)
      if mayWait, waits(behind: newest, official: official, of: code) { continue }
      var number = newest?.number ?? 0
      var list: OutboxFolder
      repeat {
        number += 1
        list = folder(unit, round, official: official, number: number, files, happened: happened)
        // Where somebody else has made a folder of that name, it stays, and the next number is as good.
      } while try ledger.isTaken(list)
      announcement.folders.append(
        Chronicle.Announcement.Folder(
          unit: unit, round: code, official: official, number: number, digest: digest))
      folders.append(list)
    }
    // What is ordered is done, though nobody can be given the lists now.
    guard made != nil || !folders.isEmpty else { return lists }
    if let record = made?.record {
      announcement.record = try ledger.objects.put(try RoundRecords.bytes(record))
    }
    let publication = try ledger.publication(
      id: id.isEmpty ? "\(code) \(made == nil ? "lists" : "official") \(ledger.entries.count)" : id,
      about: announcement)
    for folder in folders { try publication.add(folder) }
    try publication.commit()
    chronicle.add(
      announcement, utc: ledger.entries.last?.utc ?? "", arrivals: ledger.received.count)
    report.published += folders.map { "Outbox/" + $0.path.joined(separator: "/") }
    return lists
  }

  /// Whether lists that differ from the newest that a unit has are not to be published yet.
  mutating func waits(behind newest: Chronicle.Newest?, official: Bool, of round: String) -> Bool {
    guard let newest else { return false }
    if official { return stands(newest, of: round) }
    guard withholds(newest, of: round) else { return false }
    isWithholding = true
    return true
  }

  /// Official lists stay as they are until something comes or happens: that another build of the program, or
  /// other Schemas, would write them otherwise is no reason to publish them again.
  private func stands(_ newest: Chronicle.Newest, of round: String) -> Bool {
    newest.arrivals == ledger.received.count && newest.unjudged == chronicle.leftUnjudged
      && newest.events == chronicle.eventCount(of: round)
  }

  /// A process that makes passes all day shows provisional lists once a day, unless the round's state has
  /// changed since.
  private func withholds(_ newest: Chronicle.Newest, of round: String) -> Bool {
    guard manner.showsProvisionalOnceADay, newest.events == chronicle.eventCount(of: round) else {
      return false
    }
    let zone = configuration.zone
    return localDay(newest.utc, in: zone) == today(workspace.disk.now(), in: zone)
  }

  private func folder(
    _ unit: String, _ round: DecidedRound, official: Bool, number: Int, _ files: [OutputFile],
    happened: [RoundEvent]
  ) -> OutboxFolder {
    let code = round.tables.round.code
    let manifest = Manifest(
      unit: unit, round: code, official: official, number: number, files: files,
      inputs: arrivals.sources(of: round.tables), events: happened,
      schemas: configuration.sources, program: programVersion, zlib: zlibVersion)
    return OutboxFolder(
      path: OutboxFolder.path(unit: unit, round: code, official: official, number: number),
      files: files.map { ($0.path.split(separator: "/").map(String.init), $0.bytes) },
      manifest: manifest.json(),
      access: configuration.outboxAccess(for: unit, on: workspace.disk))
  }
}

extension OutboxFolder {
  /// Where the lists of a unit lie below the Outbox.
  static func path(unit: String, round: String, official: Bool, number: Int) -> [String] {
    [unit, round, PublishedName(official: official, number: number).text]
  }
}
