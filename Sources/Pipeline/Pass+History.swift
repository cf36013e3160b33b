import Disk
import Ledger
public import Rounds
import Tables
import Wording

extension Pass {
  /// What was read, and how it is read.
  var library: Library { Library(configuration, ledger.objects, ledger.shelf, ledger.deaths) }

  /// What stands in force now: the fold of everything that was received and has happened.
  public mutating func standing() throws -> InForce {
    try makeOutSchemas()
    try readJournal()
    let unread = Array(ledger.received.dropFirst(arrivals.count))
    for start in stride(from: 0, to: unread.count, by: Pass.readAtOnce) {
      try step(.reading, start, unread.count)
      let batch = Array(unread[start..<min(start + Pass.readAtOnce, unread.count)])
      let (configuration, library, purged) = (configuration, library, ledger.purged)
      let read = try library.reading(
        batch, hash: \.hash, wouldRead: { !purged.contains($0.seq) && library.wouldRead($0.hash) }, in: ledger
      ) { group in
        try configuration.read(group, purged: purged, library, jobs: workspace.jobs)
      }
      arrivals += read.map(\.arrival)
      for (arrival, content) in read {
        keepAtHand(content, of: arrival.seq)
        if content.isLost { lose(arrival.seq) }
      }
    }
    try step(.reading, unread.count, unread.count)
    return try configuration.standing(
      arrivals, lost: lost, chronicle, ledger.objects, pass: ledger.pass,
      day: passDay)
  }

  /// The day by which rounds close. While an interrupted pass is finished, that on which it took its files; nil
  /// where it took none: then those who send now are in time for the pass that closes.
  var passDay: Day? {
    guard isFinishing else { return today(workspace.disk.now(), in: configuration.zone) }
    guard let last = ledger.received.last, last.pass == ledger.pass else { return nil }
    return localDay(last.utc, in: configuration.zone)
  }

  /// Remembers that the content of an arrival is lost, and tells it once.
  mutating func lose(_ seq: Int) {
    guard lost.insert(seq).inserted, let received = ledger.arrival(seq) else { return }
    report.notes.append(.contentLost(seq: seq, unit: received.destination.unit))
  }

  /// What has come since may be what was lost.
  mutating func readLostAgain() {
    guard !lost.isEmpty else { return }
    arrivals = []
    lost = []
    report.notes.removeAll(where: \.tellsOfLoss)
  }

  /// Keeps what was read with its cells until its receipt is written, as far as memory allows.
  private mutating func keepAtHand(_ content: FileContent, of seq: Int) {
    let cells = content.grids.reduce(0) { $0 + $1.cells.count }
    guard cells > 0, cellsAtHand + cells <= Pass.mostCellsAtHand else { return }
    cellsAtHand += cells
    atHand[seq] = content
  }

  /// Some 100 MB.
  private static let mostCellsAtHand = 4_000_000

  /// Between two reports of progress.
  private static let readAtOnce = 50
}
