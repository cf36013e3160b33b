import Disk
import Ledger
import Rounds
import TableSchema
import Tables
import Wording

extension Pass {
  /// Carries everything that stands in force as far as it can go: judged once
  /// and for all, orders carried out, rounds decided, receipts and lists written.
  ///
  /// Every step is in the journal before the next one builds on it, so that a
  /// pass that dies anywhere is finished by doing the same again.
  mutating func carry(new: Set<Int>) throws {
    while true {
      do {
        try carryOnce(new: new)
        return try tellLost()
      } catch let loss as ContentLost {
        lose(loss.seq)
      } catch let error as DiskError where error.code == .denied {
        guard try inTheWay.addClosed(workspace, foldersWanted) else { throw error }
      } catch let error as LedgerError {
        guard case .arrivalLost = error else { throw error }
        try tellLost()
        try noteStop()
        try giveTasksWhileStopped(by: error)
        // What comes later comes after all that this pass did; only a publication is finished in its own.
        if ledger.unfinished.isEmpty { try ledger.endPass() }
        throw error
      }
    }
  }

  /// Tells of which contents people are to be asked.
  private func tellLost() throws {
    let hashes = lost.compactMap { ledger.arrival($0)?.hash }
    try ledger.tellLost(Set(hashes))
  }

  private mutating func carryOnce(new: Set<Int>) throws {
    try finishPublications()
    var standing = try settleOrders()
    let decisions = try decideAll(standing)
    standing.tell(decisions.flatMap(\.findings))
    try noteUnjudged(standing)
    try notePlaces(standing)
    try noteOvertaken(standing)
    try giveReceipts(standing, new: new)
    try publishLists(decisions)
    try giveForms(standing)
    try giveTasks(standing, decisions)
    try makeFolders(standing.foldersWanted)
    report.rounds = decisions.map(\.report)
    report.lostContents = lost.compactMap { ledger.arrival($0)?.hash }.sorted()
    let nameless = ledger.nameless
    report.notes = report.notes.map { standing.saying($0, nameless: nameless) }
    // What is lost or in the way is looked for, and told, each time.
    conclusion = nil
    guard lost.isEmpty, inTheWay.all.isEmpty, standing.waiting(nameless).isEmpty, let passDay else { return }
    conclusion = Conclusion(standing, report, today: passDay, isWithholding: isWithholding)
  }

  /// Makes once more what an earlier process had begun to publish: it came before all that follows.
  private mutating func finishPublications() throws {
    for unfinished in ledger.unfinished {
      let standing = try self.standing()
      try lookForNamesInTheWay(standing)
      try finish(unfinished, standing)
    }
  }

  /// Looks which units are to be left out of what is written: official lists too.
  mutating func lookForNamesInTheWay(_ standing: InForce) throws {
    foldersWanted = standing.foldersWanted
    inTheWay.add(try NamesInTheWay(workspace, foldersWanted))
  }

  /// Judges, closes rounds by their day and carries out orders until nothing more follows.
  private mutating func settleOrders() throws -> InForce {
    var isCaughtUp = false
    while true {
      let standing = try self.standing()
      if !isCaughtUp, mayCatchUp(standing) {
        try catchUp()
        isCaughtUp = true
        continue
      }
      try judge(standing.newFacts)
      if !standing.closings.isEmpty {
        for event in standing.closings { try happen(event) }
      } else {
        try lookForNamesInTheWay(standing)
        guard let order = standing.ordersToDo.first else { return standing }
        try carryOut(order, standing)
      }
    }
  }

  /// Writes facts into the journal.
  mutating func judge(_ facts: JudgedFacts) throws {
    guard !facts.isEmpty else { return }
    try ledger.append([try Entry.Draft(Chronicle.Kind.judged, facts)])
    chronicle.add(facts)
  }

  /// Writes into the journal where the rows of arrivals belong: known by it should their content be lost.
  private mutating func notePlaces(_ standing: InForce) throws {
    let purged = ledger.purged
    let newer = standing.outcomes.filter {
      !lost.contains($0.seq) && !purged.contains($0.seq) && chronicle.places[$0.seq] != $0.places
    }
    guard !newer.isEmpty else { return }
    let places = Chronicle.Places(files: newer.map { Chronicle.Places.File(seq: $0.seq, of: $0.places) })
    try ledger.append([try Entry.Draft(Chronicle.Kind.places, places)])
    chronicle.add(places)
  }

  /// Writes into the journal of which arrivals nothing stands any more, while all that they hang on is there.
  private mutating func noteOvertaken(_ standing: InForce) throws {
    guard lost.isEmpty else { return }
    let newly = Chronicle.Overtaken(
      seqs: standing.outcomes.filter { $0.isOvertaken && !chronicle.overtaken.contains($0.seq) }.map(\.seq))
    guard !newly.seqs.isEmpty else { return }
    try ledger.append([try Entry.Draft(Chronicle.Kind.overtaken, newly)])
    chronicle.add(newly)
  }

  /// Writes something that happened to a round into the journal.
  mutating func happen(_ event: RoundEvent) throws {
    try ledger.append([try Entry.Draft(Chronicle.Kind.event, event)])
    chronicle.add(event)
  }

  /// Writes into the journal what an order did, and that it is done.
  mutating func happen(_ done: Chronicle.CarriedOut) throws {
    try ledger.append([try Entry.Draft(Chronicle.Kind.carriedOut, done)])
    chronicle.add(done)
  }

  /// Makes the folders that units and rounds need, where they are missing.
  mutating func makeFolders(_ wanted: [UnitFolders]) throws {
    let hasGroups = !configuration.settings.groups.isEmpty
    if hasGroups { try ledger.letGroupsThrough() }
    let seen = ledger.folders
    let stretches = stride(from: 0, to: wanted.count, by: Pass.unitsAtOnce).map { start in
      wanted[start..<min(start + Pass.unitsAtOnce, wanted.count)]
    }
    let incomplete = inParallel(stretches, jobs: workspace.jobs) { units in
      units.filter { hasGroups || !$0.areAll(in: seen) }
    }.flatMap(\.self)
    for folders in incomplete where !inTheWay.blocks(folders.unit) {
      do { try makeFolders(folders) } catch LedgerError.notAFolder(let path) {
        inTheWay.add(path, of: folders.unit)
      } catch let error as DiskError where error.code == .denied {
        inTheWay.add(try NamesInTheWay(workspace, [folders]))
        if !inTheWay.isInTheWay(of: folders.unit) { _ = try inTheWay.addClosed(workspace, [folders]) }
        // Else it is the Inbox's folder that nothing may be made in.
        if !inTheWay.isInTheWay(of: folders.unit) { inTheWay.add("Inbox/" + folders.unit, of: folders.unit) }
      }
    }
    report.inTheWay = inTheWay.all
    report.leftOut = wanted.filter { inTheWay.isInTheWay(of: $0.unit) }
  }

  private func makeFolders(_ folders: UnitFolders) throws {
    let disk = workspace.disk
    let unit = FileName(folders.unit)
    func inbox() -> Access { configuration.inboxAccess(for: folders.unit, on: disk) }
    func outbox() -> Access { configuration.outboxAccess(for: folders.unit, on: disk) }
    try ledger.makeOutboxFolders(folders.outbox, access: outbox())
    guard !inTheWay.isInTheWay(of: folders.unit) else { return }
    try ledger.makeInboxFolders(folders.inbox, access: inbox())
    if !configuration.settings.groups.isEmpty, inbox().group != nil {
      try ledger.give(unit, inbox: inbox(), outbox: outbox())
    }
  }

  /// The folders of so many units are looked for by one thread before it asks for more.
  private static let unitsAtOnce = 256
}

extension UnitFolders {
  private static let modes: [FileName] = ["bo-sung", "thay-the"]

  /// Below the Inbox.
  fileprivate var inbox: [[FileName]] {
    let unit = FileName(unit)
    return [[unit]]
      + rounds.flatMap { round in
        let round = FileName(round)
        return UnitFolders.modes.map { [unit, round, $0] }
      }
  }

  /// Below the Outbox.
  fileprivate var outbox: [[FileName]] {
    let unit = FileName(unit)
    return [[unit]] + rounds.map { [unit, FileName($0)] }
  }

  fileprivate func areAll(in seen: FoldersSeen) -> Bool {
    outbox.allSatisfy(seen.outbox.contains) && inbox.allSatisfy(seen.inbox.contains)
  }
}
