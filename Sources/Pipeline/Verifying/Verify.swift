public import Audit
import Disk
import Exports
import Ledger
import Rounds
import Sheets
import TableSchema
import Tables
import Wording

/// What a check of a published folder found.
public struct Verification: Sendable {
  /// Whose folder it is; empty where its manifest cannot be read.
  public var unit = ""
  /// The round's code.
  public var round = ""
  /// Finalized, or provisional.
  public var official = false
  /// The number of the folder.
  public var number = 0
  /// The properties, and where they do not hold.
  public var report = AuditReport()
  /// How far the check went.
  public var limits: [Limit] = []

  /// What could not be checked, and why.
  public enum Limit: String, Sendable, CaseIterable {
    /// There is no ledger here: from the folder alone.
    case noLedger = "no-ledger"
    /// The ledger here has published nothing of such a round: it is another authority's, or a new one. From
    /// the folder alone.
    case otherLedger = "other-ledger"
    /// A folder of another unit than the department holds no tables to count again.
    case noTables = "no-tables"
    /// Another version of the program made it: bytes are not compared.
    case otherProgram = "other-program"
    /// The Schemas have changed since: the round cannot be decided again as it was.
    case otherSchemas = "other-schemas"
    /// Inputs were removed when their time was over: the round cannot be decided again.
    case purged
  }
}

extension View {
  /// Checks a published folder, from its own files and the ledger's inputs. Nothing is changed.
  public func verify(_ path: String) throws -> Verification {
    let folder = try PublishedFolder(path, on: workspace.disk)
    var verification = Verification()
    folder.checkFiles(&verification.report)
    let tables = folder.tables(&verification.report)
    var past: PastRound?
    if let manifest = folder.manifest {
      (verification.unit, verification.round) = (manifest.unit, manifest.round)
      (verification.official, verification.number) = (manifest.official, manifest.number)
      past = try pastRound(manifest, folder, &verification)
    }
    if let tables {
      let second = past.map { SecondDecision(AskedRound($0.tables, schemas: configuration.schemas)) }
      let language = Language(rawValue: tables.rules.language) ?? .vi
      verification.report.add(audit(tables, against: second) { toldTexts($0, in: language) })
    } else if verification.report.holds {
      verification.limits.append(.noTables)
    }
    if let past, let manifest = folder.manifest {
      try compareBytes(past, manifest, folder, &verification)
    }
    return verification
  }

  /// The round as it stood when the folder was published.
  private struct PastRound {
    var tables: RoundTables
    var chronicle: Chronicle
    var arrivals: [Arrival]
  }

  private func pastRound(
    _ manifest: Manifest, _ folder: PublishedFolder, _ verification: inout Verification
  ) throws -> PastRound? {
    guard let ledger else {
      verification.limits.append(.noLedger)
      return nil
    }
    let name = PublishedFolder.manifestName
    let hash = SHA256.hex(folder.files[name] ?? [])
    let path = OutboxFolder.path(
      unit: manifest.unit, round: manifest.round, official: manifest.official, number: manifest.number)
    let entry =
      try ledger.publication { $0.manifest == hash } ?? ledger.publication { $0.path == path }
    if entry == nil, try ledger.publication(with: { isOfRound($0, manifest.round) }) == nil {
      verification.limits.append(.otherLedger)
      return nil
    }
    let isKnown = try entry?.decode(Publishing.self).folders.contains { $0.manifest == hash } ?? false
    verification.report.examine(.published, isKnown, Fault(.published, name))
    guard let entry else { return nil }
    // An order may have been carried out after the files of an earlier pass, though later ones had come.
    let last = try entry.decode(Publishing.self).about(Chronicle.Announcement.self).events.map(\.pass).max()
    let past = arrivals.prefix(ledger.receivedCount(through: entry)).filter { $0.pass <= last ?? .max }
    guard checkInputs(manifest, ledger, &verification) else {
      verification.limits.append(.purged)
      return nil
    }
    guard manifest.schemas == configuration.sources else {
      verification.limits.append(.otherSchemas)
      return nil
    }
    guard verification.report.faults(of: .inputs).isEmpty else { return nil }
    let chronicle = try Chronicle(ledger.entries.prefix { $0.seq <= entry.seq })
    let standing = try configuration.standing(
      past, lost: lost, chronicle, ledger.objects, pass: (past.last?.pass ?? 0) + 1, day: nil)
    let tables = standing.rounds.first { $0.round.code == manifest.round }
    let inputs = tables.map { past.sources(of: $0) }
    verification.report.examine(.inputs, inputs == manifest.inputs, Fault(.inputs, name))
    return tables.map { PastRound(tables: $0, chronicle: chronicle, arrivals: past) }
  }

  /// A published folder of a round; codes are told apart without case.
  private func isOfRound(_ folder: Publishing.Folder, _ round: String) -> Bool {
    folder.path.dropFirst().first?.lowercased() == round.lowercased()
  }

  /// Every input of the manifest was taken under its number, and its bytes are kept as they were;
  /// false if some were removed, their time being over.
  private func checkInputs(
    _ manifest: Manifest, _ ledger: LedgerView, _ verification: inout Verification
  ) -> Bool {
    var areKept = true
    for input in manifest.inputs {
      let received = ledger.received.first { String($0.seq) == input.name }
      let isKnown = received?.hash == input.sha256
      if isKnown, let received, ledger.purged.contains(received.seq) {
        areKept = false
        continue
      }
      let isKept = isKnown && (try? ledger.objects.read(input.sha256)) != nil
      // Where the hash is right it is the bytes that are missing or damaged.
      let found = isKnown ? "" : received.map { String($0.hash.prefix(12)) } ?? ""
      verification.report.examine(
        .inputs, isKept,
        Fault(
          .inputs, PublishedFolder.manifestName, about: input.name, says: found,
          expected: String(input.sha256.prefix(12))))
    }
    return areKept
  }

  /// Makes the folder's files again from what stood in force, and compares their bytes.
  private func compareBytes(
    _ past: PastRound, _ manifest: Manifest, _ folder: PublishedFolder, _ verification: inout Verification
  ) throws {
    guard manifest.program == programVersion, manifest.zlib == zlibVersion else {
      verification.limits.append(.otherProgram)
      return
    }
    guard case .decided(let round) = result(of: past.tables) else {
      verification.report.examine(.sameBytes, false, Fault(.sameBytes, PublishedFolder.manifestName))
      return
    }
    let files = RoundFiles(
      round, schemas: configuration.schemas, official: past.tables.state.isOfficial,
      profiles: configuration.profiles,
      language: configuration.language
    ).files(for: manifest.unit)
    for file in files {
      verification.report.examine(
        .sameBytes, folder.files[file.path] == file.bytes, Fault(.sameBytes, file.path))
    }
    let again = Manifest(
      unit: manifest.unit, round: manifest.round, official: manifest.official, number: manifest.number,
      files: files, inputs: past.arrivals.sources(of: past.tables),
      events: past.chronicle.events.filter { $0.round == manifest.round }, schemas: configuration.sources,
      program: programVersion, zlib: zlibVersion)
    verification.report.examine(
      .sameBytes, again.json() == folder.files[PublishedFolder.manifestName],
      Fault(.sameBytes, PublishedFolder.manifestName))
  }
}

extension [Arrival] {
  /// Those that a round was decided from, in order.
  func sources(of tables: RoundTables) -> [Manifest.Source] {
    let used = Set(tables.layers.values.flatMap { $0.map(\.seq) })
    return filter { used.contains($0.seq) }.map { Manifest.Source(name: String($0.seq), sha256: $0.sha256) }
  }
}
