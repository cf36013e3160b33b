import Disk
import Ledger
public import Rounds
import Tables
import Wording

extension Pass {
  /// What stands in force now: the fold of everything that was received and has happened.
  mutating func standing() throws -> InForce {
    if !knowsJournal {
      chronicle = try Chronicle(ledger.entries)
      knowsJournal = true
    }
    let unread = Array(ledger.received.dropFirst(arrivals.count))
    for start in stride(from: 0, to: unread.count, by: Pass.readAtOnce) {
      try step(.reading, start, unread.count)
      let batch = Array(unread[start..<min(start + Pass.readAtOnce, unread.count)])
      let read = try configuration.read(
        batch, purged: ledger.purged, ledger.objects, ledger.shelf, jobs: workspace.jobs)
      arrivals += read.map(\.arrival)
      for (arrival, content) in read { keepAtHand(content, of: arrival.seq) }
    }
    try step(.reading, unread.count, unread.count)
    return try configuration.standing(
      arrivals, chronicle, ledger.objects, pass: ledger.pass, now: workspace.disk.now())
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

  /// The rounds that are declared.
  public mutating func roundCodes() throws -> [String] { try standing().rounds.map(\.round.code) }

  /// Why rounds that were declared do not stand, by their codes in lower case.
  public mutating func heldRounds() throws -> [String: LocatedFinding] { try standing().heldRounds }
}
