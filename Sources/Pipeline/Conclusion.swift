import Disk
import Foundation
import Ledger
import Rounds
import Tables

/// What the last pass came to, on the shelf. While the journal, the Schemas and
/// the program are the same and no day has come on which something happens by
/// itself, a pass that finds nothing new would come to the same.
struct Conclusion {
  private struct Known: Codable {
    var code: String
    var name: String
    var state: RoundState
    /// Nil for a round that is not ready to be decided.
    var counts: RoundCounts?
    var isPurged = false
  }

  private var tip: String
  /// Stands for the names of the kept contents.
  private var contents: String
  private var key: String
  /// The arrivals of which it was lost what they were called.
  private var nameless: String
  /// The number of the day on which something may happen by itself; nil for never.
  private var wakesOn: Int32?
  /// Some lists are to be shown on another day, but for whoever asks for a pass.
  private var isWithholding: Bool
  private var units: [String]
  /// The files that stay in the Inbox, and of which their units were told why.
  private var told: [String]
  private var rounds: [Known]
  /// How many files wait for a round to be opened again.
  private(set) var late: Int
  /// The folders that people need.
  private(set) var foldersWanted: [UnitFolders]

  /// Nil where a round is stopped: that is looked at anew each time.
  init?(
    _ standing: InForce, _ report: PassReport, today: Day, isWithholding: Bool
  ) {
    tip = ""
    contents = ""
    key = ""
    nameless = ""
    units = standing.units.keys.sorted()
    told = Conclusion.told(report.left)
    late = report.late
    self.isWithholding = isWithholding
    foldersWanted = standing.foldersWanted
    rounds = []
    for report in report.rounds {
      var known = Known(code: report.code, name: report.name, state: report.state)
      switch report.standing {
      case .notReady: break
      case .purged: known.isPurged = true
      case .decided(let counts): known.counts = counts
      case .stopped, .violated: return nil
      }
      rounds.append(known)
    }
    var days = standing.rounds.map(\.round.closes).filter { today <= $0 }.map { $0.number + 1 }
    if isWithholding { days.append(today.number + 1) }
    wakesOn = days.min()
  }

  // MARK: On the shelf

  private static let name = "conclusion"

  /// What the last pass left, if it holds still.
  ///
  /// - Parameter showsAll: nothing is kept for another day.
  init?(_ ledger: Ledger, _ configuration: Configuration, today: Day, showsAll: Bool) {
    guard let bytes = ledger.shelf.get(Conclusion.name), let found = try? Conclusion(bytes),
      found.tip == ledger.tip, found.key == configuration.key,
      found.nameless == Conclusion.nameless(in: ledger),
      found.wakesOn.map({ today.number < $0 }) ?? true, !(found.isWithholding && showsAll),
      // What is gone is told, even if nothing new asks for it.
      (try? ledger.holdsAll(since: found.contents)) == true
    else { return nil }
    self = found
  }

  /// Whether the kept contents are those that there were then.
  func isOf(_ ledger: Ledger) -> Bool { !contents.isEmpty && contents == ledger.contentsStamp }

  /// Leaves it to the next pass.
  func save(_ ledger: Ledger, _ configuration: Configuration) {
    var last = self
    last.tip = ledger.tip
    // While something is gone it is looked for, and told, each time.
    let stamp = ledger.contentsStamp
    last.contents = (try? ledger.holdsAll(since: "")) == true ? stamp : ""
    last.key = configuration.key
    last.nameless = Conclusion.nameless(in: ledger)
    if let bytes = try? last.bytes() { ledger.shelf.put(bytes, as: Conclusion.name) }
  }

  private init(_ bytes: [UInt8]) throws {
    var reader = ByteReader(bytes)
    (tip, contents, key) = (try reader.text(), try reader.text(), try reader.text())
    nameless = try reader.text()
    wakesOn = try reader.flag() ? Int32(truncatingIfNeeded: reader.number()) : nil
    isWithholding = try reader.flag()
    rounds = try JSONDecoder().decode([Known].self, from: Data(try reader.raw()))
    units = try reader.items { reader throws(ByteReader.Misfit) in try reader.text() }
    foldersWanted = try reader.items { reader throws(ByteReader.Misfit) in
      UnitFolders(
        unit: try reader.text(),
        rounds: try reader.items { reader throws(ByteReader.Misfit) in try reader.text() })
    }
    told = try reader.items { reader throws(ByteReader.Misfit) in try reader.text() }
    late = try reader.number()
    guard reader.isAtEnd else { throw ByteReader.Misfit() }
  }

  /// Of units there may be thousands, of rounds a few.
  private func bytes() throws -> [UInt8] {
    var writer = ByteWriter()
    for text in [tip, contents, key, nameless] { writer.add(text) }
    writer.add(wakesOn != nil)
    if let wakesOn { writer.add(Int(wakesOn)) }
    writer.add(isWithholding)
    writer.add([UInt8](try JSONEncoder().encode(rounds)))
    writer.add(units) { $0.add($1) }
    writer.add(foldersWanted) { writer, folders in
      writer.add(folders.unit)
      writer.add(folders.rounds) { $0.add($1) }
    }
    writer.add(told) { $0.add($1) }
    writer.add(late)
    return writer.bytes
  }

  static func nameless(in ledger: Ledger) -> String {
    ledger.nameless.map { String($0.seq) }.joined(separator: " ")
  }

  // MARK: Saying it again

  /// Whether units were told of the same files that they have left open, or put where they are nobody's.
  func hasTold(of left: [InboxItem]) -> Bool { told == Conclusion.told(left) }

  private static func told(_ left: [InboxItem]) -> [String] {
    left.filter { $0.isLeftOpen || $0.isAstray }.map {
      "\($0.isAstray) \($0.path.escaped) \($0.openMark?.escaped ?? "")"
    }
  }

  var knownFolders: KnownFolders {
    var known = KnownFolders()
    for unit in units { known.add(unit: unit) }
    for round in rounds { known.add(round: round.code, name: round.name) }
    return known
  }

  var reports: [RoundReport] {
    rounds.map { round in
      RoundReport(
        code: round.code, name: round.name, state: round.state,
        standing: round.counts.map { .decided($0) } ?? (round.isPurged ? .purged : .notReady))
    }
  }
}
