import Disk
import Exports
import Ledger
import Rounds
import Sheets
import TableSchema
import Tables
import Wording

extension Pass {
  /// Gives every new arrival its receipt, and every arrival still in force another
  /// one if its outcome is no longer what the last one said: also one that stood, is refused by other
  /// Schemas, and has no newer one of its name.
  mutating func giveReceipts(_ standing: InForce, new: Set<Int>) throws {
    let outcomes = standing.outcomes
    let due = outcomes.filter { outcome in
      if ledger.purged.contains(outcome.seq) || lost.contains(outcome.seq) || !standing.canTell(outcome)
        || ledger.arrival(outcome.seq).map({ inTheWay.blocks($0.destination.unit) }) == true
      {
        return false
      }
      guard let last = chronicle.receipts[outcome.seq] else { return true }
      if last.digest == outcome.digest { return false }
      let isRefusedNow = outcome.result == .refused && last.outcome.map { $0 != .refused } == true
      return outcome.inForce || (isRefusedNow && isNewestOfItsName(outcome.seq))
    }
    let names = Dictionary(standing.rounds.map { ($0.round.code, $0.round.name) }) { first, _ in first }
    for start in stride(from: 0, to: due.count, by: Pass.receiptsAtOnce) {
      try step(.receipts, start, due.count)
      try give(Array(due[start..<min(start + Pass.receiptsAtOnce, due.count)]), rounds: names)
    }
    try step(.receipts, due.count, due.count)
    let given = Set(due.map(\.seq))
    let said = outcomes.filter { given.contains($0.seq) || new.contains($0.seq) }
    report.outcomes.removeAll { earlier in said.contains { $0.seq == earlier.seq } }
    report.outcomes += said
  }

  private func isNewestOfItsName(_ seq: Int) -> Bool {
    guard let own = ledger.arrival(seq) else { return false }
    return own.isNameless || ledger.received.last { $0.path == own.path }?.seq == seq
  }

  /// The kept bytes of an arrival, of which all but the tables was to be read, are lost.
  struct ContentLost: Error { var seq: Int }

  /// So many receipts are made durable together.
  private static let receiptsAtOnce = 100

  private mutating func give(_ outcomes: [ArrivalOutcome], rounds: [String: String]) throws {
    let jobs = outcomes.compactMap { outcome in
      ledger.arrival(outcome.seq).map { received in
        (
          outcome: outcome, received: received, content: atHand.removeValue(forKey: outcome.seq),
          revision: (chronicle.receipts[outcome.seq]?.revision ?? 0) + 1
        )
      }
    }
    let (objects, configuration, disk, library) = (ledger.objects, configuration, workspace.disk, library)
    let files = try library.reading(
      jobs, hash: \.received.hash, wouldRead: { $0.content == nil }, in: ledger
    ) { jobs in
      let files = inParallel(jobs, jobs: workspace.jobs) { job in
        Result { () throws -> [OutboxFile] in
          do {
            let bytes = try objects.read(job.received.hash)
            return try configuration.receiptFiles(
              job.outcome, job.received, bytes: bytes, job.content ?? library.read(job.received, bytes),
              revision: job.revision, rounds: rounds,
              access: configuration.outboxAccess(for: job.received.destination.unit, on: disk))
          } catch LedgerError.objectMissing, LedgerError.objectDamaged {
            throw ContentLost(seq: job.received.seq)
          }
        }
      }
      return try files.flatMap { try $0.get() }
    }
    try ledger.write(files)
    let receipts = jobs.map {
      Chronicle.Receipt(
        seq: $0.received.seq, revision: $0.revision, digest: $0.outcome.digest,
        outcome: $0.outcome.result.receipt)
    }
    try ledger.append(try receipts.map { try Entry.Draft(Chronicle.Kind.receipt, $0) })
    for receipt in receipts { chronicle.add(receipt) }
  }
}

extension ArrivalOutcome {
  /// Stands for what a receipt tells: what became of the file, which rows are wrong, and where another
  /// file says otherwise or the same. Other notes and repairs alone are not worth another receipt.
  fileprivate var digest: String {
    var text = result.rawValue + "\n" + rounds.joined(separator: ",") + "\n"
    for table in tables { text += "\(table.kind.rawValue) \(table.accepted) \(table.held)\n" }
    let between: Set<FindingCode> = [.duplicateRow, .alikeWithoutId, .overruled, .overrules, .namedBefore]
    for finding in findings where finding.severity == .error || between.contains(finding.code) {
      text += "\(finding.code.rawValue) \(finding.place.sheet) \(finding.place.row) \(finding.place.column)\n"
    }
    return String(SHA256.hex(Array(text.utf8)).prefix(16))
  }
}

extension Finding {
  /// What a cell was taken for, with the cell as its sender sees it: names are compared in other spellings.
  fileprivate func asWritten(in grids: [Grid]) -> Finding {
    guard [.nameForCode, .foreignKey, .ambiguousName, .differentWishes].contains(code), !value.isEmpty,
      let text = grids.first(where: { $0.name == place.sheet })?.shownText(
        row: place.row, column: place.column)
    else { return self }
    var finding = self
    finding.value = text
    return finding
  }
}

extension Configuration {
  /// The receipt of an arrival: the workbook, what programs read, and the file
  /// itself where it gave no table. `rounds` are the names of rounds by code.
  func receiptFiles(
    _ outcome: ArrivalOutcome, _ received: Received, bytes: [UInt8], _ content: FileContent, revision: Int,
    rounds: [String: String], access: Access
  ) throws -> [OutboxFile] {
    var receipt = receipt(
      outcome, content, file: called(received), sha256: received.hash,
      received: localTime(received.utc, in: zone),
      folder: received.folderInInbox)
    receipt.receivedISO = zonedTime(received.utc, in: zone)
    receipt.roundName = rounds[receipt.round] ?? ""
    let name = receiptName(
      seq: received.seq, file: received.path.name.escaped, revision: revision, outcome: receipt.outcome)
    let folder = [received.destination.unit, "bien-nhan"]
    var files = [
      OutboxFile(path: folder + [name + ".xlsx"], bytes: receipt.workbook(in: language), access: access),
      OutboxFile(path: folder + ["may-doc", name + ".json"], bytes: try receipt.json(), access: access),
    ]
    if content.tables.isEmpty {
      files.append(
        OutboxFile(
          path: folder + [name + returnedEnding + content.fileExtension], bytes: bytes, access: access))
    }
    return files
  }

  /// What a receipt says about a file.
  func receipt(
    _ outcome: ArrivalOutcome, _ content: FileContent, file: String, sha256: String, received: String,
    folder: String
  ) -> ReceiptContent {
    var receipt = ReceiptContent(
      file: file, sha256: sha256, received: received, outcome: outcome.result.receipt,
      round: outcome.rounds.count == 1 ? outcome.rounds[0] : "",
      tables: zip(content.tables, outcome.tables).map { table, result in
        var summary = ReceiptContent.Table(
          table, name: schemas[table.kind]?.title ?? table.kind.rawValue, accepted: result.accepted)
        summary.held = result.held
        if result.changes.isAny {
          summary.changes = ReceiptContent.Changes(
            added: result.changes.added, removed: result.changes.removed, altered: result.changes.altered)
        }
        return summary
      }
        + content.refused.map { table in
          var summary = ReceiptContent.Table(
            table, name: schemas[table.kind]?.title ?? table.kind.rawValue, accepted: 0)
          (summary.rows, summary.held) = (0, 0)
          return summary
        },
      findings: outcome.findings.map { finding in
        let finding = finding.asWritten(in: content.grids)
        return ReceiptContent.Remark(
          finding, message: sentence(for: finding, in: language),
          statement: statement(of: finding, in: language))
      },
      grids: content.tables.isEmpty && content.refused.isEmpty ? [] : content.grids, folder: folder)
    receipt.sought = sought(content)
    return receipt
  }

  /// Where no table, or not every one, came of a file: what was looked for.
  private func sought(_ content: FileContent) -> [ReceiptContent.Sought] {
    let refused = content.refused.compactMap { table in
      content.grids.first { $0.name == table.sheet }.map {
        ReceiptContent.Sought(
          $0, headerRow: Int(table.headerRow), schema: schemas[table.kind], schemas: schemas)
      }
    }
    guard refused.isEmpty, content.tables.isEmpty else { return refused }
    let unread = Set(content.findings.filter { $0.code == .unreadTable }.map(\.place.sheet))
    return content.grids.filter {
      $0.visibility == .visible && !$0.cells.isEmpty && !unread.contains($0.name)
    }
    .map { ReceiptContent.Sought($0, schemas: schemas.schemas) }
  }
}
